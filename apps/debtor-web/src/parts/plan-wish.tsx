import type { DebtorPage, PlanRhythm, PlanView } from '../../../../libs/web-kit/src/debtor-pages';
import { useFrame } from '../frame';
import { Card, Csrf } from './layout';
import { PlanChoices } from './plan-choices';
import type { PlanError } from './plan-errors';
import { rhythmText } from './plan-schedule';
import { TextField } from './text-field';

type PlanPage = Extract<DebtorPage, { kind: 'plan' }>;
type Wish = Extract<PlanView, { step: 'wish' }>;

/** What can you pay, from when, how often; or take one of the plans that are possible at once. */
export function PlanWish({ page, view, error }: { page: PlanPage; view: Wish; error: PlanError | null }) {
  const { frame, t, day } = useFrame();
  const currency = page.claim.open.currency;
  return (
    <>
      {view.choices.length > 0 && <PlanChoices choices={view.choices} among="proposed" csrf={page.csrf} title={t('plan.ready')} />}
      <Card title={view.choices.length > 0 ? t('plan.own') : t('plan.ownOnly')}>
        <form method="post" action={`${frame.base}/plan`} noValidate>
          <Csrf token={page.csrf} />
          <TextField
            id="amount"
            name="amount"
            label={t('plan.howMuch')}
            hint={t('plan.howMuchHint')}
            value={view.typed.amount}
            error={error?.field === 'amount' ? error.summary : null}
            inputMode="decimal"
            width="short"
            suffix={currency === 'EUR' ? '€' : currency}
          />
          <fieldset>
            <legend>{t('plan.howOften')}</legend>
            {view.rhythms.map((rhythm) => (
              <Rhythm key={rhythm} rhythm={rhythm} chosen={view.typed.rhythm} label={rhythmText(rhythm, t)} />
            ))}
          </fieldset>
          <TextField
            id="firstOn"
            name="firstOn"
            type="date"
            label={t('plan.firstOn')}
            hint={t('plan.firstOnHint', { until: day(view.until) })}
            value={view.typed.firstOn}
            error={error?.field === 'firstOn' ? error.summary : null}
            width="short"
          />
          <button className="btn wide">{t('plan.propose')}</button>
          <p className="hint">{view.renegotiates ? t('plan.renegotiateHint') : t('plan.proposeHint')}</p>
        </form>
      </Card>
    </>
  );
}

function Rhythm({ rhythm, chosen, label }: { rhythm: PlanRhythm; chosen: PlanRhythm; label: string }) {
  const id = `rhythm-${rhythm}`;
  return (
    <div className="choice">
      <input type="radio" name="rhythm" id={id} value={rhythm} defaultChecked={rhythm === chosen} />
      <label htmlFor={id}>{label}</label>
    </div>
  );
}
