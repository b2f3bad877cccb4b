import type { Claim } from '../../../../libs/web-kit/src/debtor-pages';
import { isPayable } from '../claim.rules';
import { useFrame } from '../frame';
import { Banner } from './layout';

/** The state of the case when it is not simply to be paid. */
export function ClaimState({ claim }: { claim: Claim }) {
  const { t } = useFrame();
  switch (claim.state) {
    case 'to_pay':
      return null;
    case 'in_payment':
      return (
        <Banner tone="info" title={t('state.inPaymentTitle')}>
          <p>{t('state.inPayment')}</p>
        </Banner>
      );
    case 'paid':
      return (
        <Banner tone="ok" title={t('state.paidTitle')}>
          <p>{t('state.paid')}</p>
        </Banner>
      );
    case 'on_hold':
      return (
        <Banner tone="info" title={t('state.onHoldTitle')}>
          <p>{t('state.onHold')}</p>
        </Banner>
      );
    case 'closed':
      return (
        <Banner tone="ok" title={t('state.closedTitle')}>
          <p>{t('state.closed')}</p>
        </Banner>
      );
    case 'disputed':
      return (
        <Banner tone="info" title={t('state.disputedTitle')}>
          <p>
            {t('state.disputed')} {isPayable(claim) && t('state.disputedRest')}
          </p>
        </Banner>
      );
  }
}
