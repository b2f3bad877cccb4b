import { useState } from 'react';
import { sendFile } from '../data/request';
import { Button } from './button';
import { Field, Select } from './field';
import { useErrorSentence } from './states';

export type EvidenceKind = 'INVOICE' | 'DELIVERY_NOTE' | 'TERMS' | 'OTHER';

export interface EvidenceItem {
  readonly id: string;
  readonly invoiceNumber: string;
  readonly kind: EvidenceKind;
  readonly filename: string;
  readonly debtorSees: boolean;
}

export interface EvidenceWords {
  readonly none: string;
  readonly invoice: string;
  readonly kind: string;
  readonly file: string;
  readonly debtorSees: string;
  readonly hidden: string;
  readonly show: string;
  readonly hide: string;
  readonly remove: string;
  readonly add: string;
  readonly kinds: Readonly<Record<EvidenceKind, string>>;
}

/** The documents that prove the invoices of a case: what is on file, who sees it, and one more. */
export function EvidencePanel({
  items,
  invoices,
  words,
  mayAttach,
  onAttached,
  onShow,
  onRemove,
}: {
  items: readonly EvidenceItem[];
  invoices: ReadonlyArray<{ readonly id: string; readonly number: string }>;
  words: EvidenceWords;
  mayAttach: boolean;
  onAttached: () => void;
  onShow: (item: EvidenceItem, debtorSees: boolean) => Promise<unknown>;
  onRemove: (item: EvidenceItem) => Promise<unknown>;
}) {
  return (
    <div className="stack">
      {items.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul className="invoices">
          {items.map((item) => (
            <li key={item.id}>
              <span>
                <a href={`/files/${item.id}`} target="_blank" rel="noreferrer">
                  {item.filename}
                </a>
              </span>
              <small>
                {item.invoiceNumber} · {words.kinds[item.kind]} · {item.debtorSees ? words.debtorSees : words.hidden}
              </small>
              {mayAttach && (
                <span className="cluster">
                  <Button kind="quiet" onClick={() => void onShow(item, !item.debtorSees)}>
                    {item.debtorSees ? words.hide : words.show}
                    <span className="visually-hidden"> {item.filename}</span>
                  </Button>
                  <Button kind="quiet" onClick={() => void onRemove(item)}>
                    {words.remove}
                    <span className="visually-hidden"> {item.filename}</span>
                  </Button>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayAttach && invoices.length > 0 && <Attach invoices={invoices} words={words} onAttached={onAttached} />}
    </div>
  );
}

function Attach({
  invoices,
  words,
  onAttached,
}: {
  invoices: ReadonlyArray<{ readonly id: string; readonly number: string }>;
  words: EvidenceWords;
  onAttached: () => void;
}) {
  const sentence = useErrorSentence();
  const [error, setError] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const facts = new FormData(form);
        const file = facts.get('file') as File | null;
        if (!file || sending) return;
        setSending(true);
        setError(null);
        const asked = new URLSearchParams({
          invoice: String(facts.get('invoice')),
          kind: String(facts.get('kind')).toLowerCase(),
          debtorSees: facts.get('debtorSees') ? 'yes' : 'no',
        });
        sendFile(`/files/evidence?${asked.toString()}`, file, { 'x-file-name': encodeURIComponent(file.name) }, () => undefined)
          .then(() => {
            form.reset();
            onAttached();
          })
          .catch((refusal: Error) => setError(sentence(refusal)))
          .finally(() => setSending(false));
      }}
    >
      <Select label={words.invoice} name="invoice" options={invoices.map(({ id, number }) => ({ value: id, label: number }))} />
      <Select
        label={words.kind}
        name="kind"
        options={(Object.keys(words.kinds) as EvidenceKind[]).map((kind) => ({ value: kind, label: words.kinds[kind] }))}
      />
      <Field label={words.file} error={error}>
        {(control) => <input {...control} name="file" type="file" accept=".pdf,.jpg,.jpeg,.png" required />}
      </Field>
      <label className="cluster">
        <input type="checkbox" name="debtorSees" defaultChecked /> {words.debtorSees}
      </label>
      <Button kind="primary" type="submit" busy={sending}>
        {words.add}
      </Button>
    </form>
  );
}
