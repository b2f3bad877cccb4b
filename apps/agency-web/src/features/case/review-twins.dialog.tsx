import {
  Button,
  FormDialog,
  newIdempotencyKey,
  Note,
  request,
  Select,
  useErrorSentence,
  useFormat,
  useLabels,
  useToast,
} from '@amiable/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { JoinDebtorsDocument, SeparateDebtorsDocument, TellTwinsApartDocument } from './twin.documents';
import { type CaseStory, useCaseWrite } from './use-case';

/** Doublon: the two files side by side; the same, and they are joined, or not, and that is remembered. */
export function ReviewTwinsDialog({ theCase, onClose }: { theCase: CaseStory; onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const format = useFormat();
  const { label } = useLabels();
  const sentence = useErrorSentence();
  const queryClient = useQueryClient();
  const [open] = useState(() => theCase.twins.filter(({ jointId }) => jointId === null));
  const [twinId, setTwinId] = useState(open[0]?.id ?? '');
  const twin = theCase.twins.find(({ id }) => id === twinId) ?? open[0];
  // Nothing has left the house: a joining is undone as it was done.
  const write = useCaseWrite(t('twins.done'), (after) => {
    const jointId = after.twins.find(({ id }) => id === twinId)?.jointId;
    if (!jointId) return undefined;
    return {
      undo: () =>
        void request(SeparateDebtorsDocument, { input: { caseId: theCase.id, jointId, idempotencyKey: newIdempotencyKey() } })
          .then(({ separateDebtors }) => queryClient.setQueryData(['case', theCase.id], { case: separateDebtors }))
          .catch((error: unknown) => toast({ text: sentence(error) })),
    };
  });
  const apart = useCaseWrite(t('twins.apartDone'));
  if (!twin) return null;
  const { debtor, debtorFile } = theCase;
  const blank = <span className="soft">{t('twins.none')}</span>;
  const rows: Array<[string, string | null, string | null]> = [
    [t('twins.reference'), debtor.reference, twin.reference],
    [t('file.name'), debtor.name, twin.name],
    ['SIREN', debtor.siren, twin.siren],
    [t('file.vatNumber'), debtorFile.vatNumber, twin.vatNumber],
    ['IBAN', debtorFile.ibanMasked, twin.ibanMasked],
    [t('file.email'), debtor.email, twin.email],
    [t('file.phone'), debtor.phone, twin.phone],
    [
      t('file.post'),
      [debtor.addressLine, [debtor.postcode, debtor.city].filter(Boolean).join(' ')].filter(Boolean).join(', ') || null,
      twin.address,
    ],
    [
      t('twins.cases'),
      `${theCase.reference} · ${format.money(theCase.balance.open)}`,
      twin.cases.map(({ reference, open: owed }) => `${reference} · ${format.money(owed)}`).join(', ') || null,
    ],
  ];
  const tellApart = () =>
    void apart(TellTwinsApartDocument, { input: { caseId: theCase.id, twinId: twin.id, idempotencyKey: newIdempotencyKey() } })
      .then(onClose)
      .catch((error: unknown) => toast({ text: sentence(error) }));
  return (
    <FormDialog
      title={t('twins.compare')}
      wide
      submit={t('twins.join')}
      onClose={onClose}
      onSubmit={({ keeps }, idempotencyKey) =>
        write(JoinDebtorsDocument, {
          input: {
            caseId: theCase.id,
            twinId: twin.id,
            keepsOther: keeps === 'other',
            expectedVersion: debtorFile.version,
            twinVersion: twin.version,
            idempotencyKey,
          },
        })
      }
    >
      {open.length > 1 && (
        <Select
          label={t('twins.other')}
          value={twin.id}
          onChange={(event) => setTwinId(event.target.value)}
          options={open.map(({ id, name, reference }) => ({ value: id, label: `${name} · ${reference}` }))}
        />
      )}
      <p>
        <strong>{twin.reasons.map((reason) => label('TwinReason', reason)).join(', ')}</strong>
      </p>
      <div className="twins-scroll" tabIndex={0} role="region" aria-label={t('twins.compare')}>
        <table className="twins">
          <thead>
            <tr>
              <td />
              <th scope="col">{t('twins.this')}</th>
              <th scope="col">{t('twins.other')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, mine, theirs]) => (
              <tr key={name} data-same={(mine !== null && mine === theirs) || undefined}>
                <th scope="row">{name}</th>
                <td>{mine ?? blank}</td>
                <td>{theirs ?? blank}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Select
        label={t('twins.keep')}
        name="keeps"
        options={[
          { value: 'this', label: t('twins.keepThis') },
          { value: 'other', label: t('twins.keepOther') },
        ]}
        data-autofocus=""
      />
      <Note>{t('twins.effect')}</Note>
      <p>
        <Button onClick={tellApart}>{t('twins.apart')}</Button>
      </p>
    </FormDialog>
  );
}
