import type { Claim } from '../../../../libs/web-kit/src/debtor-pages';
import { useFrame } from '../frame';
import { Banner } from './layout';

/** The plan of the case in one banner of the claim page, with the way to its own page. */
export function PlanState({ claim }: { claim: Claim }) {
  const { frame, t, money, day } = useFrame();
  const { plan } = claim;
  if (!plan || claim.state === 'paid' || claim.state === 'closed') return null;
  const link = (words: string) => (
    <p>
      <a href={`${frame.base}/plan`}>{words}</a>
    </p>
  );
  switch (plan.state) {
    case 'proposed':
      return (
        <Banner tone="info" title={t('planState.proposedTitle')}>
          <p>{t('planState.proposed')}</p>
          {link(t('planState.read'))}
        </Banner>
      );
    case 'asked':
      return (
        <Banner tone="info" title={t('planState.askedTitle')}>
          {link(t('planState.see'))}
        </Banner>
      );
    case 'refused':
      return (
        <Banner tone="info" title={t('planState.refusedTitle')}>
          {link(t('planState.again'))}
        </Banner>
      );
    case 'active':
      return (
        <Banner tone="ok" title={t('planState.activeTitle')}>
          {plan.next && <p>{t('plan.nextOn', { amount: money(plan.next.amount), day: day(plan.next.on) })}</p>}
          {link(t('planState.see'))}
        </Banner>
      );
    case 'late':
      return (
        <Banner tone="warn" title={t('plan.lateTitle')}>
          {plan.next && plan.payBy && <p>{t('plan.late', { amount: money(plan.next.amount), day: day(plan.payBy) })}</p>}
          {link(t('planState.payLate'))}
        </Banner>
      );
    case 'broken':
      return (
        <Banner tone="warn" title={t('plan.brokenTitle')}>
          {link(t('planState.again'))}
        </Banner>
      );
    case 'completed':
      return <Banner tone="ok" title={t('plan.completedTitle')} />;
  }
}
