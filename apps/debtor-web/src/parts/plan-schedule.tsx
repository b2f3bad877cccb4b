import type { MoneyText, PlanChoice, PlanRhythm } from '../../../../libs/web-kit/src/debtor-pages';
import { useFrame } from '../frame';
import type { Words } from '../i18n/words';

/** « 6 fois 255,55 €, chaque mois »: a plan in one line. */
export function planLine(plan: PlanChoice, { t, money }: Pick<Words, 't' | 'money'>): string {
  const [first] = plan.instalments;
  if (plan.instalments.length === 1) return t('plan.once', { amount: money(first!.amount) });
  return t('plan.times', { count: plan.instalments.length, amount: money(first!.amount), rhythm: rhythmText(plan.rhythm, t) });
}

export function rhythmText(rhythm: PlanRhythm, t: Words['t']): string {
  switch (rhythm) {
    case 'weekly':
      return t('plan.rhythm.weekly');
    case 'fortnightly':
      return t('plan.rhythm.fortnightly');
    case 'monthly':
      return t('plan.rhythm.monthly');
  }
}

/** Every instalment with its day and, of a plan that runs, where it stands; and the sum, or what is left. */
export function PlanSchedule({
  instalments,
  total,
  isLeft = false,
}: {
  instalments: ReadonlyArray<{ readonly on: string; readonly amount: MoneyText; readonly standing?: string }>;
  total: MoneyText;
  isLeft?: boolean;
}) {
  const { t, money, day } = useFrame();
  return (
    <table className="lines">
      <caption className="vh">{t('plan.schedule')}</caption>
      <thead className="vh">
        <tr>
          <th scope="col">{t('plan.day')}</th>
          <th scope="col">{t('plan.amount')}</th>
        </tr>
      </thead>
      <tbody>
        {instalments.map(({ on, amount, standing }, n) => (
          <tr key={`${on} ${n}`}>
            <th scope="row">
              {day(on)}
              {standing && <span className="small">{standing}</span>}
            </th>
            <td>{money(amount)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{isLeft ? t('plan.left') : t('plan.total')}</th>
          <td>{money(total)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
