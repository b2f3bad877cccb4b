import type { DebtorPage, PlanOffer, PlanView } from '../../../../libs/web-kit/src/debtor-pages';
import { useFrame } from '../frame';
import { Banner, Card, Csrf } from './layout';
import { PlanChoices } from './plan-choices';
import type { PlanError } from './plan-errors';
import { PlanSchedule, rhythmText } from './plan-schedule';
import { TextArea } from './text-field';

type PlanPage = Extract<DebtorPage, { kind: 'plan' }>;

/** Not like this, but like that: the nearest plans of the mandate, and a person when none fits. */
export function PlanCounter({ page, view }: { page: PlanPage; view: Extract<PlanView, { step: 'counter' }> }) {
  const { frame, t } = useFrame();
  return (
    <>
      <Banner tone="info" title={t('plan.counterTitle')}>
        <p>
          <OfferLine offer={view.offer} />
        </p>
        <p>{t('plan.counter')}</p>
      </Banner>
      <PlanChoices choices={view.choices} among="counter" csrf={page.csrf} title={t('plan.possible')} />
      <Card title={t('plan.noneFits')}>
        <p>{t('plan.noneFitsNow')}</p>
        <AskForm csrf={page.csrf} reason="" error={null} />
        <p>
          <a href={`${frame.base}/plan?new=1`}>{t('plan.other')}</a>
        </p>
      </Card>
    </>
  );
}

/** Too far from what may be agreed at once: a person decides, by a day that is said. */
export function PlanPerson({
  page,
  view,
  error,
}: {
  page: PlanPage;
  view: Extract<PlanView, { step: 'person' }>;
  error: PlanError | null;
}) {
  const { frame, t, day } = useFrame();
  return (
    <>
      <Banner tone="info" title={t('plan.personTitle')}>
        <p>
          <OfferLine offer={view.offer} />
        </p>
        <p>{t('plan.person', { day: day(view.answerBy) })}</p>
      </Banner>
      <Card title={t('plan.yourReason')}>
        <AskForm csrf={page.csrf} reason={view.reason} error={error} />
        <p>
          <a href={`${frame.base}/plan?new=1`}>{t('plan.other')}</a>
        </p>
      </Card>
    </>
  );
}

/** The request is with a person; nothing has to be done until the day of the answer. */
export function PlanAsked({ page, view }: { page: PlanPage; view: Extract<PlanView, { step: 'asked' }> }) {
  const { frame, t, day } = useFrame();
  return (
    <>
      <Banner tone="info" title={t('plan.askedTitle')}>
        <p>{t('plan.asked', { day: day(view.answerBy) })}</p>
      </Banner>
      <Card title={t('plan.yourOffer')}>
        <PlanSchedule instalments={view.plan.instalments} total={view.plan.total} />
        {view.reason && <blockquote>{view.reason}</blockquote>}
        <form method="post" action={`${frame.base}/plan/decline`}>
          <Csrf token={page.csrf} />
          <button className="btn quiet">{t('plan.takeBack')}</button>
        </form>
      </Card>
    </>
  );
}

function OfferLine({ offer }: { offer: PlanOffer }) {
  const { t, money, day } = useFrame();
  return <>{t('plan.youOffered', { amount: money(offer.amount), rhythm: rhythmText(offer.rhythm, t), day: day(offer.firstOn) })}</>;
}

function AskForm({ csrf, reason, error }: { csrf: string; reason: string; error: PlanError | null }) {
  const { frame, t } = useFrame();
  return (
    <form method="post" action={`${frame.base}/plan/ask`} noValidate>
      <Csrf token={csrf} />
      <TextArea
        id="reason"
        name="reason"
        label={t('plan.reason')}
        hint={t('plan.reasonHint')}
        value={reason}
        error={error?.field === 'reason' ? error.summary : null}
      />
      <button className="btn wide">{t('plan.ask')}</button>
    </form>
  );
}
