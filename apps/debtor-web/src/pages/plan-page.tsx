import type { DebtorPage, PlanView } from '../../../../libs/web-kit/src/debtor-pages';
import { useFrame } from '../frame';
import type { Words } from '../i18n/words';
import { Help } from '../parts/contact';
import { Banner, ErrorSummary } from '../parts/layout';
import { PlanAsked, PlanCounter, PlanPerson } from '../parts/plan-answer';
import { planErrorOf, type PlanError } from '../parts/plan-errors';
import { PlanRecap } from '../parts/plan-recap';
import { PlanRunning } from '../parts/plan-running';
import { PlanWish } from '../parts/plan-wish';

type Plan = Extract<DebtorPage, { kind: 'plan' }>;

/** Tell us what you can pay: one address, and on it the screen of where the plan stands. */
export function PlanPage({ page }: { page: Plan }) {
  const words = useFrame();
  const { frame, t, money } = words;
  const error = page.error && planErrorOf(page.error, words);
  const { view } = page;
  return (
    <div className="column">
      {error && <ErrorSummary message={error.summary} field={error.field} />}
      <h1>{titleOfPlan(view, t)}</h1>
      {view.step === 'wish' && (
        <>
          {view.refusal !== null && (
            <Banner tone="info" title={t('plan.refusedTitle')}>
              {view.refusal && <blockquote>{view.refusal}</blockquote>}
              <p>{t('plan.refused')}</p>
            </Banner>
          )}
          <p className="lead">{t('plan.lead', { open: money(page.claim.toPay ?? page.claim.open) })}</p>
        </>
      )}
      <Step page={page} error={error} />
      <p>
        <a href={`${frame.base}/claim`}>{t('pay.back')}</a>
      </p>
      <Help about={t('frame.caseNumber', { reference: page.claim.reference })} />
    </div>
  );
}

function Step({ page, error }: { page: Plan; error: PlanError | null }) {
  const { view } = page;
  switch (view.step) {
    case 'wish':
      return <PlanWish page={page} view={view} error={error} />;
    case 'counter':
      return <PlanCounter page={page} view={view} />;
    case 'person':
      return <PlanPerson page={page} view={view} error={error} />;
    case 'asked':
      return <PlanAsked page={page} view={view} />;
    case 'recap':
      return <PlanRecap page={page} view={view} error={error} />;
    case 'plan':
      return <PlanRunning page={page} view={view} error={error} />;
  }
}

/** The heading, also of the tab. */
export function titleOfPlan(view: PlanView, t: Words['t']): string {
  switch (view.step) {
    case 'wish':
      return t('plan.title');
    case 'counter':
    case 'person':
    case 'asked':
      return t('plan.titleAnswer');
    case 'recap':
      return t('plan.titleRecap');
    case 'plan':
      return t('plan.titlePlan');
  }
}
