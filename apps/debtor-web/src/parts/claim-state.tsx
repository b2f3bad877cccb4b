import type { Claim } from '../../../../libs/web-kit/src/debtor-pages';
import { isPayable } from '../claim.rules';
import { useFrame } from '../frame';
import { Banner } from './layout';

/** The state of the case when it is not simply to be paid. */
export function ClaimState({ claim }: { claim: Claim }) {
  const { frame, t } = useFrame();
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
          {claim.attestationId && (
            <p>
              <a href={`${frame.base}/receipts/${encodeURIComponent(claim.attestationId)}.pdf`}>{t('attestation.link')}</a>{' '}
              {t('attestation.hint')}
            </p>
          )}
        </Banner>
      );
    case 'on_hold':
      return <OnHold claim={claim} />;
    case 'closed':
      return <Closed claim={claim} />;
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

/** A pause, with its day; a death or proceedings end all asking; an announced transfer has its own banner. */
function OnHold({ claim: { hold, announced } }: { claim: Claim }) {
  const { t, day } = useFrame();
  switch (hold?.kind) {
    case 'deceased':
      return (
        <Banner tone="info" title={t('news.deceasedTitle')}>
          <p>{t('news.deceased')}</p>
        </Banner>
      );
    case 'insolvent':
      return (
        <Banner tone="info" title={t('news.insolventTitle')}>
          <p>{t('news.insolvent')}</p>
        </Banner>
      );
    case 'transfer_announced':
      if (announced) return null;
  }
  return (
    <Banner tone="info" title={t('state.onHoldTitle')}>
      <p>{hold?.until ? t('news.pausedUntil', { day: day(hold.until) }) : t('state.onHold')}</p>
    </Banner>
  );
}

function Closed({ claim }: { claim: Claim }) {
  const { t, day } = useFrame();
  const creditor = claim.speaker.creditor.name;
  return claim.closed?.reason === 'handed_back' ? (
    <Banner tone="info" title={t('news.handedBackTitle', { creditor })}>
      <p>{t('news.handedBack', { creditor, day: day(claim.closed.on) })}</p>
    </Banner>
  ) : (
    <Banner tone="ok" title={t('state.closedTitle')}>
      <p>{t('state.closed')}</p>
    </Banner>
  );
}
