import { FormDialog, MoneyInput, Note, Select, Textarea, isZero, useFormat, useLabels } from '@amiable/web-kit';
import type { DisputeReason } from '@documents';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { OpenDisputeDocument } from './commitment.documents';
import { DialogBrand } from './case-dialog-brand';
import type { CaseDialogProps } from './case-dialogs';
import { useCaseWrite } from './use-case';

const reasons: readonly DisputeReason[] = ['NOT_RECEIVED', 'DEFECTIVE', 'WRONG_AMOUNT', 'ALREADY_PAID', 'NOT_MINE', 'OTHER'];

/** Litige on one invoice or a part of it: only that part stops, the rest goes on. */
export function OpenDisputeDialog({ theCase, onClose }: CaseDialogProps) {
  const t = useT();
  const { money } = useFormat();
  const { label } = useLabels();
  const write = useCaseWrite(t('dispute.done'));
  const invoices = theCase.invoices.filter(({ open, state }) => !isZero(open.amount) && state !== 'CREDIT_NOTE');
  const [invoiceId, setInvoiceId] = useState(invoices[0]?.id ?? '');
  const invoice = invoices.find(({ id }) => id === invoiceId);
  return (
    <FormDialog
      title={t('act.openDispute')}
      aside={<DialogBrand theCase={theCase} />}
      submit={t('dispute.submit')}
      onClose={onClose}
      onSubmit={({ reason, amount, note }, idempotencyKey) =>
        write(OpenDisputeDocument, {
          input: {
            caseId: theCase.id,
            invoiceId,
            reason: reason as DisputeReason,
            amount: amount || null,
            note: note || null,
            idempotencyKey,
          },
        })
      }
    >
      <Select
        label={t('dispute.invoice')}
        name="invoiceId"
        value={invoiceId}
        onChange={(event) => setInvoiceId(event.target.value)}
        options={invoices.map(({ id, number, open }) => ({ value: id, label: `${number} · ${money(open)}` }))}
        data-autofocus=""
      />
      <Select
        label={t('dispute.reason')}
        name="reason"
        options={reasons.map((reason) => ({ value: reason, label: label('DisputeReason', reason) }))}
      />
      {invoice && (
        <MoneyInput
          key={invoice.id}
          label={t('dispute.amount')}
          name="amount"
          currency={invoice.open.currency}
          initial={invoice.open.amount}
          hint={t('dispute.amountHint')}
        />
      )}
      <Textarea label={t('dispute.note')} name="note" optional maxLength={4000} />
      <Note tone="dispute">{t('dispute.effect')}</Note>
    </FormDialog>
  );
}
