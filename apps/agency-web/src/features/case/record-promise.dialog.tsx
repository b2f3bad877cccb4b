import {
  addDays,
  addDecimals,
  Button,
  Checkbox,
  compareDecimals,
  DateInput,
  formatRelativeDay,
  FormDialog,
  MoneyInput,
  Note,
  subtractDecimals,
  today,
  useFormat,
  useSettings,
} from '@amiable/web-kit';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { RecordPromiseDocument, UndoPromiseDocument } from './commitment.documents';
import { DialogBrand } from './case-dialog-brand';
import type { CaseDialogProps } from './case-dialogs';
import { type CaseStory, useCaseWrite } from './use-case';
import { useTakeBack } from './use-take-back';

/** What an invoice still owes and nobody contests. */
const owedOf = ({ open, disputed }: CaseStory['invoices'][number]) => subtractDecimals(open.amount, disputed.amount);
const offers = [3, 7, 15, 30];

/** Promesse: an amount and a day; the whole balance in a week stands ready, so that Enter is often enough. */
export function RecordPromiseDialog({ theCase, onClose }: CaseDialogProps) {
  const t = useT();
  const formats = useFormat();
  const { money } = formats;
  const { graceDays, tolerancePercent } = theCase.promisePolicy;
  const { language } = useSettings();
  const takeBack = useTakeBack(UndoPromiseDocument, t('promise.undone'));
  const write = useCaseWrite(t('promise.done'), (kept) => ({ undo: () => void takeBack(kept), undoSeconds: 10 }));
  const [dueOn, setDueOn] = useState(addDays(today(), 7));
  const { open } = theCase.balance;
  const payable = theCase.invoices.filter((invoice) => compareDecimals(owedOf(invoice), '0') > 0);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const sum =
    chosen.length === 0
      ? open.amount
      : addDecimals('0.00', ...payable.filter(({ id }) => chosen.includes(id)).map((invoice) => owedOf(invoice)));
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
          input: {
            caseId: theCase.id,
            amount: amount!,
            dueOn,
            confirmByEmail: confirmByEmail === 'on',
            invoiceIds: [...chosen],
            idempotencyKey,
          },
        })
      }
    >
      <MoneyInput
        key={sum}
        label={t('field.amount')}
        name="amount"
        currency={open.currency}
        initial={sum}
        hint={t('promise.balance', { open: money(open) })}
        required
        data-autofocus=""
      />
      {payable.length > 1 && (
        <details className="form-part">
          <summary>{chosen.length === 0 ? t('promise.whole') : t('promise.someInvoices', { count: chosen.length })}</summary>
          <fieldset className="choose-invoices">
            <legend>{t('promise.choose')}</legend>
            {payable.map((invoice) => (
              <label key={invoice.id} className="cluster">
                <input
                  type="checkbox"
                  checked={chosen.includes(invoice.id)}
                  onChange={({ target }) => setChosen(target.checked ? [...chosen, invoice.id] : chosen.filter((id) => id !== invoice.id))}
                />
                <span className="reference">{invoice.number}</span> {money({ ...invoice.open, amount: owedOf(invoice) })}
              </label>
            ))}
          </fieldset>
        </details>
      )}
      <DateInput
        label={t('promise.dueOn')}
        name="dueOn"
        value={dueOn}
        min={today()}
        required
        hint={
          Number(tolerancePercent) > 0
            ? t('promise.policyShort', { day: formats.dayShort(addDays(dueOn, graceDays)), percent: formats.percent(tolerancePercent) })
            : t('promise.policy', { day: formats.dayShort(addDays(dueOn, graceDays)) })
        }
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
