import {
  Button,
  Card,
  Facts,
  FormDialog,
  Note,
  Table,
  useFormat,
  useLabels,
  useNeeded,
  useSentences,
  useToast,
  request,
} from '@amiable/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useT } from '../../i18n/use-t';
import { OrderRemittanceDocument, RemittancePreviewDocument } from './remittance.documents';

/** The net amount with every movement behind it. Ordering is for good, so it is confirmed. */
export function RemittancePreview({ clientId, asOf }: { clientId: string; asOf: string }) {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const { refusal: refusalSentence } = useSentences();
  const [ordering, setOrdering] = useState(false);
  const { remittancePreview: preview } = useNeeded(['remittance', 'preview', clientId, asOf], RemittancePreviewDocument, {
    clientId,
    asOf,
  });
  const refusal = preview.refusal ? (refusalSentence(preview.refusal, {}) ?? preview.refusal) : null;
  const iban = preview.iban ? (
    <span className="reference">{preview.iban.replace(/(.{4})(?=.)/g, '$1 ')}</span>
  ) : (
    <span className="soft">{t('remittance.noIban')}</span>
  );
  return (
    <Card title={t('remittance.preview', { client: preview.clientName })} tone="attention">
      <div className="remittance">
        <dl className="sum">
          <div>
            <dt>{t('remittance.funds')}</dt>
            <dd>{format.money(preview.funds)}</dd>
          </div>
          <div>
            <dt>{t('remittance.fees')}</dt>
            <dd>{format.money(preview.fees)}</dd>
          </div>
          <div>
            <dt>{t('remittance.vat', { percent: format.percent(preview.vatPercent) })}</dt>
            <dd>{format.money(preview.vat)}</dd>
          </div>
          <div className="total">
            <dt>{t('remittance.paidOut')}</dt>
            <dd>{format.money(preview.paidOut)}</dd>
          </div>
        </dl>
        <div className="stack">
          <Facts
            rows={[
              [t('remittance.iban'), iban],
              preview.remitBy ? [t('remittance.remitBy'), `${format.day(preview.remitBy)} (${format.relativeDay(preview.remitBy)})`] : null,
              [t('remittance.feesWithVat'), format.money(preview.feesWithVat)],
            ]}
          />
          <div>
            <Button kind="primary" icon="remit" disabledReason={refusal} onClick={() => setOrdering(true)}>
              {t('remittance.order')}
            </Button>
          </div>
        </div>
      </div>
      {preview.movements.length > 0 && (
        <Table
          caption={t('remittance.movements')}
          rows={preview.movements}
          rowKey={({ id }) => id}
          columns={[
            { id: 'on', label: t('movements.on'), cell: ({ effectiveOn }) => <span className="nowrap">{format.day(effectiveOn)}</span> },
            {
              id: 'debtor',
              label: t('cases.column.debtor'),
              lead: true,
              cell: (row) => <Link to={`/cases/${row.caseId}?story=money`}>{row.debtorName}</Link>,
            },
            { id: 'reference', label: t('movements.reference'), cell: ({ reference }) => <span className="reference">{reference}</span> },
            { id: 'method', label: t('movements.method'), cell: ({ method }) => label('PaymentMethod', method) },
            { id: 'amount', label: t('field.amount'), numeric: true, cell: ({ amount }) => format.money(amount) },
            { id: 'fee', label: t('movements.fee'), numeric: true, cell: ({ fee }) => (fee ? format.money(fee) : '–') },
          ]}
        />
      )}
      {ordering && (
        <OrderDialog
          clientId={clientId}
          asOf={asOf}
          clientName={preview.clientName}
          amount={format.money(preview.paidOut)}
          iban={preview.iban}
          onClose={() => setOrdering(false)}
        />
      )}
    </Card>
  );
}

function OrderDialog({
  clientId,
  asOf,
  clientName,
  amount,
  iban,
  onClose,
}: {
  clientId: string;
  asOf: string;
  clientName: string;
  amount: string;
  iban: string | null;
  onClose: () => void;
}) {
  const t = useT();
  const toast = useToast();
  const format = useFormat();
  const queryClient = useQueryClient();
  const order = async (idempotencyKey: string) => {
    const { orderRemittance } = await request(OrderRemittanceDocument, { input: { clientId, asOf, idempotencyKey } });
    for (const key of ['remittance', 'movements', 'clients']) void queryClient.invalidateQueries({ queryKey: [key] });
    toast({ text: t('remittance.ordered', { number: orderRemittance.number }) });
  };
  return (
    <FormDialog
      title={t('remittance.order')}
      submit={t('remittance.orderSubmit', { amount })}
      onClose={onClose}
      onSubmit={(_, idempotencyKey) => order(idempotencyKey)}
    >
      <p>{t('remittance.orderWords', { amount, client: clientName, asOf: format.day(asOf) })}</p>
      {iban && <p className="reference">{iban}</p>}
      <Note tone="warning">{t('remittance.orderEffect')}</Note>
    </FormDialog>
  );
}
