import { Checkbox, DateInput, FormDialog, Input, MoneyInput, today } from '@amiable/web-kit';
import { useT } from '../../i18n/use-t';
import { RecordTransferDocument } from './case-money.documents';
import { DialogBrand } from './case-dialog-brand';
import type { CaseDialogProps } from './case-dialogs';
import { useCaseWrite } from './use-case';

/** Virement seen on the trust account, or paid directly to the client. */
export function RecordTransferDialog({ theCase, onClose }: CaseDialogProps) {
  const t = useT();
  const write = useCaseWrite(t('transfer.done'));
  const { open } = theCase.balance;
  return (
    <FormDialog
      title={t('act.recordTransfer')}
      aside={<DialogBrand theCase={theCase} />}
      submit={t('transfer.submit')}
      onClose={onClose}
      onSubmit={({ amount, receivedOn, bankReference, direct }, idempotencyKey) =>
        write(RecordTransferDocument, {
          input: {
            caseId: theCase.id,
            amount: amount!,
            receivedOn: receivedOn!,
            bankReference: bankReference!,
            direct: direct === 'on',
            idempotencyKey,
          },
        })
      }
    >
      <MoneyInput label={t('field.amount')} name="amount" currency={open.currency} initial={open.amount} required data-autofocus="" />
      <DateInput label={t('transfer.receivedOn')} name="receivedOn" required max={today()} defaultValue={today()} />
      <Input label={t('transfer.bankReference')} hint={t('transfer.bankReferenceHint')} name="bankReference" required maxLength={140} />
      <Checkbox label={t('transfer.direct')} hint={t('transfer.directHint')} name="direct" />
    </FormDialog>
  );
}
