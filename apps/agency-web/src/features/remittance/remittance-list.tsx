import {
  Badge,
  Button,
  Card,
  DateInput,
  FormDialog,
  isFeeInvoice,
  request,
  Table,
  today,
  useFormat,
  useLabels,
  useNeeded,
  useToast,
} from '@amiable/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { files } from '../../config';
import { useT } from '../../i18n/use-t';
import { remittanceTone } from '../../tones';
import { MarkRemittancePaidOutDocument, RemittancesDocument } from './remittance.documents';

/** Remittances ordered so far, with their statement as PDF and CSV. */
export function RemittanceList({ clientId }: { clientId: string | null }) {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const [paying, setPaying] = useState<Paying | null>(null);
  const { remittances } = useNeeded(
    ['remittance', 'list', clientId],
    RemittancesDocument,
    { clientId },
    { isUnfinished: (answer) => answer.remittances.some(({ pdfId }) => !pdfId) },
  );
  return (
    <Card title={t('remittance.before')}>
      {remittances.length === 0 ? (
        <p className="soft">{t('remittance.none')}</p>
      ) : (
        <Table
          caption={t('remittance.before')}
          rows={remittances}
          rowKey={({ id }) => id}
          columns={[
            {
              id: 'number',
              label: t('remittance.number'),
              lead: true,
              cell: (row) => (
                <span className="two-lines">
                  <strong className="reference">{row.number}</strong>
                  <small>{row.invoiceNumber ? t('remittance.invoice', { number: row.invoiceNumber }) : ''}</small>
                </span>
              ),
            },
            { id: 'client', label: t('field.client'), cell: ({ clientName }) => clientName },
            { id: 'asOf', label: t('remittance.asOf'), cell: ({ asOf }) => <span className="nowrap">{format.day(asOf)}</span> },
            { id: 'funds', label: t('remittance.funds'), numeric: true, cell: ({ funds }) => format.money(funds) },
            { id: 'fees', label: t('remittance.fees'), numeric: true, minor: true, cell: ({ fees }) => format.money(fees) },
            { id: 'vat', label: t('remittance.vatShort'), numeric: true, minor: true, cell: ({ vat }) => format.money(vat) },
            {
              id: 'paidOut',
              label: t('remittance.paidOut'),
              numeric: true,
              cell: (row) =>
                isFeeInvoice(row) ? <span className="soft">{t('remittance.feesOnly')}</span> : <strong>{format.money(row.paidOut)}</strong>,
            },
            {
              id: 'state',
              label: t('cases.column.state'),
              cell: (row) => (
                <span className="two-lines">
                  <span>
                    <Badge tone={remittanceTone[row.state]}>
                      {!isFeeInvoice(row)
                        ? label('RemittanceState', row.state)
                        : row.state === 'ORDERED'
                          ? t('remittance.feesDue')
                          : t('remittance.feesPaid')}
                    </Badge>
                  </span>
                  {row.paidOutOn && <small className="nowrap">{format.day(row.paidOutOn)}</small>}
                </span>
              ),
            },
            {
              id: 'documents',
              label: t('remittance.documents'),
              cell: ({ number, pdfId, csvId }) => (
                <span className="cluster nowrap">
                  {pdfId && (
                    <a href={files.download(pdfId)} aria-label={`PDF ${number}`}>
                      PDF
                    </a>
                  )}
                  {csvId && (
                    <a href={files.download(csvId)} aria-label={`CSV ${number}`}>
                      CSV
                    </a>
                  )}
                </span>
              ),
            },
            {
              id: 'act',
              label: t('remittance.act'),
              hideLabel: true,
              cell: (row) =>
                row.state === 'ORDERED' && (
                  <Button
                    onClick={() =>
                      setPaying({
                        id: row.id,
                        number: row.invoiceNumber && isFeeInvoice(row) ? row.invoiceNumber : row.number,
                        isFees: isFeeInvoice(row),
                      })
                    }
                  >
                    {isFeeInvoice(row) ? t('remittance.markFeesPaid') : t('remittance.markPaidOut')}
                  </Button>
                ),
            },
          ]}
        />
      )}
      {paying && <PaidOutDialog {...paying} onClose={() => setPaying(null)} />}
    </Card>
  );
}

/** What is marked: a remittance paid out, or a fee invoice that the client has paid. */
interface Paying {
  readonly id: string;
  readonly number: string;
  readonly isFees: boolean;
}

function PaidOutDialog({ id, number, isFees, onClose }: Paying & { onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const queryClient = useQueryClient();
  const send = async (paidOutOn: string, idempotencyKey: string) => {
    await request(MarkRemittancePaidOutDocument, { input: { remittanceId: id, paidOutOn, idempotencyKey } });
    void queryClient.invalidateQueries({ queryKey: ['remittance'] });
    toast({ text: isFees ? t('remittance.feesPaidDone', { number }) : t('remittance.paidOutDone', { number }) });
  };
  return (
    <FormDialog
      title={isFees ? t('remittance.markFeesPaidTitle', { number }) : t('remittance.markPaidOutTitle', { number })}
      submit={isFees ? t('remittance.markFeesPaid') : t('remittance.markPaidOut')}
      onClose={onClose}
      onSubmit={({ paidOutOn }, idempotencyKey) => send(paidOutOn!, idempotencyKey)}
    >
      <DateInput
        label={isFees ? t('remittance.feesPaidOn') : t('remittance.paidOutOn')}
        hint={isFees ? t('remittance.feesPaidHint') : t('remittance.paidOutHint')}
        name="paidOutOn"
        required
        max={today()}
        defaultValue={today()}
      />
    </FormDialog>
  );
}
