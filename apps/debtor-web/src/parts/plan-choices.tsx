import type { PlanChoice } from '../../../../libs/web-kit/src/debtor-pages';
import { useFrame } from '../frame';
import { Card, Csrf } from './layout';
import { planLine, PlanSchedule } from './plan-schedule';

/** Plans to take as they are; each shows all its days before it is chosen. */
export function PlanChoices({
  choices,
  among,
  csrf,
  title,
}: {
  choices: readonly PlanChoice[];
  among: 'proposed' | 'counter';
  csrf: string;
  title: string;
}) {
  const { frame, t, money, day } = useFrame();
  return (
    <Card title={title}>
      <form method="post" action={`${frame.base}/plan/choose`}>
        <Csrf token={csrf} />
        <input type="hidden" name="among" value={among} />
        <fieldset>
          <legend className="vh">{title}</legend>
          {choices.map((plan, place) => {
            const id = `plan-${place}`;
            return (
              <div className="choice" key={place}>
                <input type="radio" name="place" id={id} value={place} defaultChecked={place === 0} aria-describedby={`${id}-hint`} />
                <label htmlFor={id}>{planLine(plan, { t, money })}</label>
                <p className="hint" id={`${id}-hint`}>
                  {t('plan.fromTo', { first: day(plan.instalments[0]!.on), last: day(plan.instalments.at(-1)!.on) })}
                </p>
                <div className="reveal">
                  <PlanSchedule instalments={plan.instalments} total={plan.total} />
                </div>
              </div>
            );
          })}
        </fieldset>
        <button className="btn wide">{t('plan.choose')}</button>
        <p className="hint">{t('plan.chooseHint')}</p>
      </form>
    </Card>
  );
}
