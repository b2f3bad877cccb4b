import type { AnnouncedTransfer, Claim, FailedPayment } from '../../../../libs/web-kit/src/debtor-pages';
import { isSome } from '../amounts';
import { toPayOf } from '../claim.rules';
import { useFrame } from '../frame';
import { failureWords } from './failure-words';
import { Banner, Csrf } from './layout';

/** What happened lately: money that came, did not come, came back or came twice; a transfer on its way. */
export function ClaimNews({ claim, csrf }: { claim: Claim; csrf: string }) {
  const { t, money } = useFrame();
  const isOpen = claim.state === 'to_pay' || claim.state === 'disputed';
  return (
    <>
      {claim.failed && isOpen && <Failed failed={claim.failed} />}
      {claim.announced && (isOpen || claim.state === 'on_hold') && <Announced announced={claim.announced} csrf={csrf} />}
      {claim.refundDue && (
        <Banner tone="info" title={t('news.refundTitle', { amount: money(claim.refundDue) })}>
          <p>
            {t('news.refundWhat')} {t('news.refundMoney')} {t('news.refundNow')}
          </p>
        </Banner>
      )}
      {claim.state === 'to_pay' && !claim.failed && !claim.announced && isSome(claim.paid) && (
        <Banner tone="ok" title={t('news.partPaidTitle', { paid: money(claim.paid) })}>
          <p>{t('news.partPaid', { open: money(toPayOf(claim)) })}</p>
        </Banner>
      )}
    </>
  );
}

function Failed({ failed }: { failed: FailedPayment }) {
  const words = failureWords(failed, useFrame());
  return (
    <Banner tone="danger" title={words.title} urgent>
      <p>
        {words.what} {words.money} {words.now}
      </p>
    </Banner>
  );
}

function Announced({ announced, csrf }: { announced: AnnouncedTransfer; csrf: string }) {
  const { frame, t, money, day } = useFrame();
  const amount = money(announced.amount);
  const until = day(announced.until);
  if (announced.state === 'not_found')
    return (
      <Banner tone="warn" title={t('announced.notFoundTitle', { amount })}>
        <p>
          {t('announced.notFoundWhat', { day: day(announced.madeOn) })} {t('announced.notFoundMoney')} {t('announced.notFoundNow')}
        </p>
      </Banner>
    );
  return (
    <Banner tone="info" title={announced.state === 'late' ? t('announced.lateTitle', { amount }) : t('announced.title', { amount })}>
      <p>{announced.state === 'late' ? t('announced.late', { until }) : t('announced.awaited', { day: day(announced.madeOn), until })}</p>
      <form method="post" action={`${frame.base}/transfer/withdraw`}>
        <Csrf token={csrf} />
        <button className="plain">{t('announced.withdraw')}</button>
      </form>
    </Banner>
  );
}
