import { Input } from '@amiable/web-kit';
import { useT } from './i18n/use-t';
import type { TheClient } from './use-client-page';

type Limits = NonNullable<TheClient['mandate']>['limits'];

/** What a new mandate says where nothing else was agreed; the same as the table's defaults. */
const usual: Limits = { promiseDays: 30, paymentRunDays: 45, disputeAnswerDays: 14, promiseGraceDays: 2, promiseTolerancePercent: '0' };

/** The limits as the server takes them. */
export const limitsOf = (values: Readonly<Record<string, string>>) => ({
  promiseDays: Number(values.promiseDays),
  paymentRunDays: Number(values.paymentRunDays),
  disputeAnswerDays: Number(values.disputeAnswerDays),
  promiseGraceDays: Number(values.promiseGraceDays),
  promiseTolerancePercent: values.promiseTolerancePercent!,
});

/** Délais: how far ahead a debtor may promise by himself, and how long the client has to answer what is contested. */
export function LimitsFields({ limits = usual }: { limits: Limits | undefined }) {
  const t = useT();
  const days = (name: keyof Limits, label: string, hint?: string, [min, max]: readonly [number, number] = [1, 60]) => (
    <Input
      label={label}
      hint={hint}
      name={name}
      type="number"
      min={min}
      max={max}
      step={name === 'promiseTolerancePercent' ? 0.01 : 1}
      required
      defaultValue={limits[name]}
    />
  );
  return (
    <details className="form-part" open={limits !== usual}>
      <summary>{t('limits.title')}</summary>
      {days('promiseDays', t('limits.promiseDays'), t('limits.promiseDaysHint'))}
      {days('promiseGraceDays', t('limits.promiseGraceDays'), t('limits.promiseGraceDaysHint'), [0, 30])}
      {days('promiseTolerancePercent', t('limits.promiseTolerance'), t('limits.promiseToleranceHint'), [0, 20])}
      {days('paymentRunDays', t('limits.paymentRunDays'))}
      {days('disputeAnswerDays', t('limits.disputeAnswerDays'), t('limits.disputeAnswerDaysHint'))}
    </details>
  );
}
