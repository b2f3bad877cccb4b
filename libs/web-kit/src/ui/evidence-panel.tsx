import { useState } from 'react';
import { sendFile } from '../data/request';
import { useKitT } from '../i18n/i18n';
import { useLabels } from '../i18n/labels';
import { Button } from './button';
import { Field, Select } from './field';
import { useErrorSentence } from './states';

const evidenceKinds = ['INVOICE', 'DELIVERY_NOTE', 'TERMS', 'OTHER'] as const;
type EvidenceKind = (typeof evidenceKinds)[number];

export interface EvidenceItem {
  readonly id: string;
  readonly invoiceNumber: string;
  readonly kind: EvidenceKind;
  readonly filename: string;
  readonly debtorSees: boolean;
}

/** The documents that prove the invoices of a case: what is on file, who sees it, and one more. */
export function EvidencePanel({
  items,
  invoices,
  mayAttach,
  onAttached,
  onShow,
  onRemove,
}: {
  items: readonly EvidenceItem[];
  invoices: ReadonlyArray<{ readonly id: string; readonly number: string }>;
  mayAttach: boolean;
  onAttached: () => void;
  onShow: (item: EvidenceItem, debtorSees: boolean) => Promise<unknown>;
  onRemove: (item: EvidenceItem) => Promise<unknown>;
}) {
  const t = useKitT();
  const { label } = useLabels();
  return (
    <div className="stack">
      {items.length === 0 ? (
        <p>{t('evidence.none')}</p>
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
                {item.invoiceNumber} · {label('EvidenceKind', item.kind)} ·{' '}
                {item.debtorSees ? t('evidence.debtorSees') : t('evidence.hidden')}
              </small>
              {mayAttach && (
                <span className="cluster">
                  <Button kind="quiet" onClick={() => void onShow(item, !item.debtorSees)}>
                    {item.debtorSees ? t('evidence.hide') : t('evidence.show')}
                    <span className="visually-hidden"> {item.filename}</span>
                  </Button>
                  <Button kind="quiet" onClick={() => void onRemove(item)}>
                    {t('evidence.remove')}
                    <span className="visually-hidden"> {item.filename}</span>
                  </Button>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayAttach && invoices.length > 0 && <Attach invoices={invoices} onAttached={onAttached} />}
    </div>
  );
}

function Attach({
  invoices,
  onAttached,
}: {
  invoices: ReadonlyArray<{ readonly id: string; readonly number: string }>;
  onAttached: () => void;
}) {
  const t = useKitT();
  const { label } = useLabels();
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
      <Select label={t('evidence.invoice')} name="invoice" options={invoices.map(({ id, number }) => ({ value: id, label: number }))} />
      <Select
        label={t('evidence.kind')}
        name="kind"
        options={evidenceKinds.map((kind) => ({ value: kind, label: label('EvidenceKind', kind) }))}
      />
      <Field label={t('evidence.file')} error={error}>
        {(control) => <input {...control} name="file" type="file" accept=".pdf,.jpg,.jpeg,.png" required />}
      </Field>
      <label className="cluster">
        <input type="checkbox" name="debtorSees" defaultChecked /> {t('evidence.debtorSees')}
      </label>
      <Button kind="primary" type="submit" busy={sending}>
        {t('evidence.add')}
      </Button>
    </form>
  );
}
