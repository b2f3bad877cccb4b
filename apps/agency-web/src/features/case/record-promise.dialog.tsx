import {
  addDays,
  Button,
  Checkbox,
  DateInput,
  formatRelativeDay,
  FormDialog,
  MoneyInput,
  Note,
  today,
  useFormat,
  useSettings,
} from '@amiable/web-kit';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { RecordPromiseDocument } from './commitment.documents';
import { DialogBrand } from './case-dialog-brand';
import type { CaseDialogProps } from './case-dialogs';
import { useCaseWrite } from './use-case';

const offers = [3, 7, 15, 30];

/** Promesse: an amount and a day; the whole balance in a week stands ready, so that Enter is often enough. */
export function RecordPromiseDialog({ theCase, onClose }: CaseDialogProps) {
  const t = useT();
  const { money } = useFormat();
  const { language } = useSettings();
  const write = useCaseWrite(t('promise.done'));
  const [dueOn, setDueOn] = useState(addDays(today(), 7));
  const { open } = theCase.balance;
  const { email } = theCase.debtor;
  // In the agency's own name the first letter comes before everything else (art. R124-4 CPCE); the server holds to it.
  const mayWrite = theCase.hat !== 'AGENCY' || theCase.firstLetterOn !== null;
  return (
    <FormDialog
      title={t('act.recordPromise')}
      aside={<DialogBrand theCase={theCase} />}
      submit={t('promise.submit')}
      onClose={onClose}
      onSubmit={({ amount, confirmByEmail }, idempotencyKey) =>
        write(RecordPromiseDocument, {
          input: { caseId: theCase.id, amount: amount!, dueOn, confirmByEmail: confirmByEmail === 'on', idempotencyKey },
        })
      }
    >
      <MoneyInput
        label={t('field.amount')}
        name="amount"
        currency={open.currency}
        initial={open.amount}
        hint={t('promise.balance', { open: money(open) })}
        required
        data-autofocus=""
      />
      <DateInput
        label={t('promise.dueOn')}
        name="dueOn"
        value={dueOn}
        min={today()}
        required
        onChange={(event) => setDueOn(event.target.value)}
      />
      <div className="cluster">
        {offers.map((days) => (
          <Button key={days} onClick={() => setDueOn(addDays(today(), days))} aria-pressed={dueOn === addDays(today(), days)}>
            {formatRelativeDay(addDays(today(), days), language)}
          </Button>
        ))}
      </div>
      {email &&
        (mayWrite ? (
          <Checkbox label={t('promise.confirm')} hint={email} name="confirmByEmail" defaultChecked />
        ) : (
          <Note>{t('promise.noConfirmYet')}</Note>
        ))}
    </FormDialog>
  );
}
