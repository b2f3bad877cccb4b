import type { DebtorPage, PlanInstalment, PlanView } from '../../../../libs/web-kit/src/debtor-pages';
import { isSome, isZero, less } from '../amounts';
import { useFrame } from '../frame';
import type { Words } from '../i18n/words';
import { Banner, Card, Csrf } from './layout';
import type { PlanError } from './plan-errors';
import { PlanSchedule } from './plan-schedule';
import { TextField } from './text-field';
import { TransferBlock } from './transfer-block';

type PlanPage = Extract<DebtorPage, { kind: 'plan' }>;
type Running = Extract<PlanView, { step: 'plan' }>;

/** The plan as it stands: what is kept, what comes, how it is paid, what may be changed. */
export function PlanRunning({ page, view, error }: { page: PlanPage; view: Running; error: PlanError | null }) {
  const { frame, t } = useFrame();
  const runs = view.state === 'active' || view.state === 'late';
  return (
    <>
      <PlanNews view={view} />
      {view.payment && (
        <Banner tone="info" title={t('plan.paymentTitle')}>
          <p>{view.payment === 'waiting' ? t('plan.paymentWaiting') : t('plan.paymentProcessing')}</p>
        </Banner>
      )}
      <Card title={t('plan.yourPlan')}>
        <Instalments view={view} />
        {view.documentId && (
          <p>
            <a href={`${frame.base}/plan/agreement/${encodeURIComponent(view.documentId)}.pdf`}>{t('plan.agreement')}</a>
          </p>
        )}
      </Card>
      {runs && !view.payment && <PayNow page={page} view={view} />}
      {runs && <Means page={page} view={view} />}
      {runs && view.toPayNow && !view.payment && !view.means && <TransferBlock claim={withAmount(page.claim, view.toPayNow)} />}
      {(view.maySkip || view.moveDays > 0) && view.next && <Changes page={page} view={view} error={error} />}
      {view.state !== 'completed' && (
        <p>
          <a href={`${frame.base}/plan?new=1`}>{view.state === 'broken' ? t('plan.proposeAgain') : t('plan.cannotKeep')}</a>
        </p>
      )}
    </>
  );
}

/** What one has to know first: agreed, late, over, lost. */
function PlanNews({ view }: { view: Running }) {
  const { t, money, day } = useFrame();
  switch (view.state) {
    case 'active':
      return (
        <Banner tone="ok" title={view.isNew ? t('plan.newTitle') : t('plan.activeTitle')}>
          {view.next && <p>{t('plan.nextOn', { amount: money(view.next.amount), day: day(view.next.on) })}</p>}
          {view.isNew && <p>{t('plan.newMail')}</p>}
        </Banner>
      );
    case 'late':
      return (
        <Banner tone="warn" title={t('plan.lateTitle')}>
          <p>
            {view.toPayNow && view.payBy ? t('plan.late', { amount: money(view.toPayNow), day: day(view.payBy) }) : t('plan.lateCovered')}
          </p>
        </Banner>
      );
    case 'completed':
      return (
        <Banner tone="ok" title={t('plan.completedTitle')}>
          <p>{t('plan.completed')}</p>
        </Banner>
      );
    case 'broken':
      return (
        <Banner tone="warn" title={t('plan.brokenTitle')}>
          <p>{t('plan.broken', { left: money(view.left) })}</p>
        </Banner>
      );
  }
}

function Instalments({ view }: { view: Running }) {
  const { t, money } = useFrame();
  const instalments = view.instalments.map((instalment) => ({ ...instalment, standing: standingText(instalment, t, money) }));
  return <PlanSchedule instalments={instalments} total={view.left} isLeft />;
}

function standingText({ state, amount, covered }: PlanInstalment, t: Words['t'], money: Words['money']): string {
  if (state === 'kept') return t('plan.kept');
  const rest = isSome(covered) ? money(less(amount, covered)) : null;
  if (rest) return t('plan.partly', { rest });
  switch (state) {
    case 'to_come':
      return t('plan.toCome');
    case 'due':
      return t('plan.dueToday');
    case 'late':
      return t('plan.lateOne');
  }
}

function PayNow({ page, view }: { page: PlanPage; view: Running }) {
  const { frame, t, money } = useFrame();
  if (!view.toPayNow || isZero(view.toPayNow)) return null;
  const urgent = view.state === 'late';
  return (
    <form className="card" method="post" action={`${frame.base}/plan/pay`}>
      <Csrf token={page.csrf} />
      <h2>{urgent ? t('plan.payLate') : t('plan.payAhead')}</h2>
      <p>{view.means && !urgent ? t('plan.payAheadOnFile') : t('plan.payNowHint')}</p>
      <button className={urgent || !view.means ? 'btn wide' : 'btn quiet wide'}>
        {t('plan.payNow', { amount: money(view.toPayNow) })}
      </button>
    </form>
  );
}

function Means({ page, view }: { page: PlanPage; view: Running }) {
  const { frame, t, day } = useFrame();
  const { means } = view;
  return (
    <form className="card" method="post" action={`${frame.base}/plan/means`}>
      <Csrf token={page.csrf} />
      <h2>{t('plan.means')}</h2>
      {means ? (
        <p>
          {means.kind === 'card' ? t('plan.card', { last4: means.last4 }) : t('plan.account', { last4: means.last4 })}
          {means.expiresOn && <> {t('plan.cardUntil', { day: day(means.expiresOn) })}</>}
        </p>
      ) : (
        <p>{view.onFile ? t('plan.meansMissing') : t('plan.meansNone')}</p>
      )}
      <button className={means || !view.onFile ? 'btn quiet' : 'btn'}>{means ? t('plan.changeMeans') : t('plan.addMeans')}</button>
    </form>
  );
}

function Changes({ page, view, error }: { page: PlanPage; view: Running; error: PlanError | null }) {
  const { frame, t, money, day } = useFrame();
  const next = view.next!;
  return (
    <Card title={t('plan.changes')}>
      <p>{t('plan.nextOn', { amount: money(next.amount), day: day(next.on) })}</p>
      {view.moveDays > 0 && (
        <form method="post" action={`${frame.base}/plan/change`} noValidate>
          <Csrf token={page.csrf} />
          <input type="hidden" name="act" value="move" />
          <TextField
            id="days"
            name="days"
            label={t('plan.moveBy')}
            hint={t('plan.moveByHint', { most: view.moveDays })}
            inputMode="decimal"
            width="short"
            error={error?.field === 'days' ? error.summary : null}
          />
          <button className="btn quiet">{t('plan.move')}</button>
        </form>
      )}
      {view.maySkip && (
        <form method="post" action={`${frame.base}/plan/change`}>
          <Csrf token={page.csrf} />
          <input type="hidden" name="act" value="skip" />
          <p>{t('plan.skipHint')}</p>
          <button className="btn quiet">{t('plan.skip')}</button>
        </form>
      )}
    </Card>
  );
}

/** The bank details with the amount of the instalment instead of the whole; the code to scan carries the whole, so it goes. */
function withAmount(claim: PlanPage['claim'], amount: NonNullable<Running['toPayNow']>): PlanPage['claim'] {
  return { ...claim, transfer: claim.transfer && { ...claim.transfer, amount, qrSvg: '' } };
}
