import type { DebtorPage, PlanView } from '../../../../libs/web-kit/src/debtor-pages';
import { useFrame } from '../frame';
import { Banner, Card, Csrf, Hidden } from './layout';
import type { PlanError } from './plan-errors';
import { PlanSchedule } from './plan-schedule';

type PlanPage = Extract<DebtorPage, { kind: 'plan' }>;

/** Everything before the yes: all days, the very text, how it is paid. Nothing is debited without the box and the button. */
export function PlanRecap({ page, view, error }: { page: PlanPage; view: Extract<PlanView, { step: 'recap' }>; error: PlanError | null }) {
  const { frame, t, day } = useFrame();
  return (
    <>
      <Banner tone="ok" title={view.by === 'debtor' ? t('plan.yesTitle') : t('plan.proposedTitle')}>
        <p>{view.by === 'debtor' && !view.answer ? t('plan.yes') : t('plan.proposed', { day: day(view.expiresOn) })}</p>
        {view.answer && <blockquote>{view.answer}</blockquote>}
      </Banner>
      <Card title={t('plan.yourPlan')}>
        <PlanSchedule instalments={view.plan.instalments} total={view.plan.total} />
      </Card>
      <form className="card" method="post" action={`${frame.base}/plan/accept`} noValidate>
        <Csrf token={page.csrf} />
        <input type="hidden" name="planId" value={view.planId} />
        <input type="hidden" name="textHash" value={view.textHash} />
        <h2>{t('plan.agreeTo')}</h2>
        <ul>
          {view.text.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <fieldset>
          <legend>{t('plan.howToPay')}</legend>
          <Method value="on_file" chosen={view.onFile} label={t('plan.onFile')} hint={t('plan.onFileHint')} />
          <Method value="by_hand" chosen={!view.onFile} label={t('plan.byHand')} hint={t('plan.byHandHint')} />
        </fieldset>
        {error?.field === 'agree' && (
          <p className="error" id="agree-error">
            <Hidden>{t('form.errorPrefix')} </Hidden>
            {error.summary}
          </p>
        )}
        <div className="box">
          <input
            type="checkbox"
            name="agree"
            id="agree"
            value="yes"
            required
            aria-describedby={error?.field === 'agree' ? 'agree-error' : undefined}
            aria-invalid={error?.field === 'agree' ? true : undefined}
          />
          <label htmlFor="agree">{t('plan.iAgree')}</label>
        </div>
        <button className="btn wide">{t('plan.accept')}</button>
        <p className="hint">{t('plan.acceptHint')}</p>
      </form>
      <form method="post" action={`${frame.base}/plan/decline`}>
        <Csrf token={page.csrf} />
        <button className="btn quiet wide">{t('plan.decline')}</button>
      </form>
    </>
  );
}

function Method({ value, chosen, label, hint }: { value: string; chosen: boolean; label: string; hint: string }) {
  const id = `method-${value}`;
  return (
    <div className="choice">
      <input type="radio" name="method" id={id} value={value} defaultChecked={chosen} aria-describedby={`${id}-hint`} />
      <label htmlFor={id}>{label}</label>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}
