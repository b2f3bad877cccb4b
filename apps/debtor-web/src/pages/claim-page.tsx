import type { Claim, DebtorPage } from '../../../../libs/web-kit/src/debtor-pages';
import type { Words } from '../i18n/words';
import { useFrame } from '../frame';
import { isPayable, isSpared } from '../claim.rules';
import { ClaimNews } from '../parts/claim-news';
import { GivenAnswers } from '../answers/given-answers';
import { ClaimState } from '../parts/claim-state';
import { WhatIsClaimed } from '../parts/claim-lines';
import { Help } from '../parts/contact';
import { Disputes } from '../parts/disputes';
import { Banner } from '../parts/layout';
import { OtherAnswers } from '../parts/other-answers';
import { PayAll } from '../parts/pay-all';
import { PaymentsSoFar } from '../parts/payments-so-far';
import { PlanState } from '../parts/plan-state';
import { TransferBlock } from '../parts/transfer-block';
import { WhatNext } from '../parts/what-next';
import { WhoWrites } from '../parts/who-writes';
import { YourData } from '../parts/your-data';

/** The case: how much, for what, who asks, what one can do, what happens next. */
export function ClaimPage({ page }: { page: Extract<DebtorPage, { kind: 'claim' }> }) {
  const { t } = useFrame();
  const { claim, csrf } = page;
  return (
    <div className="column">
      {page.notice === 'cancelled' && (
        <Banner tone="info" title={t('notice.cancelledTitle')}>
          <p>{t('notice.cancelled')}</p>
        </Banner>
      )}
      {page.notice === 'failed' && (
        <Banner tone="danger" title={t('notice.failedTitle')} urgent>
          <p>{t('notice.failed')}</p>
        </Banner>
      )}
      {page.notice === 'announced' && (
        <Banner tone="ok" title={t('notice.announcedTitle')}>
          <p>{t('notice.announced')}</p>
        </Banner>
      )}
      {page.notice === 'withdrawn' && (
        <Banner tone="info" title={t('notice.withdrawnTitle')}>
          <p>{t('notice.withdrawn')}</p>
        </Banner>
      )}
      {page.notice === 'signed_in' && <Banner tone="ok" title={t('notice.signedIn')} />}
      <h1>{titleOf(claim, t)}</h1>
      <p className="lead">
        {t('claim.hello', { name: claim.debtorName.replace(/\.$/, '') })} {isPayable(claim) ? t('claim.leadPayable') : t('claim.leadOther')}
      </p>
      <ClaimState claim={claim} />
      <PlanState claim={claim} />
      <ClaimNews claim={claim} csrf={csrf} />
      {!isSpared(claim) && <WhatIsClaimed claim={claim} />}
      <Disputes claim={claim} />
      {isPayable(claim) && <PayAll claim={claim} csrf={csrf} />}
      {isPayable(claim) && <TransferBlock claim={claim} />}
      {!isSpared(claim) && <PaymentsSoFar claim={claim} />}
      {!isSpared(claim) && claim.state !== 'paid' && claim.state !== 'closed' && <WhatNext claim={claim} />}
      <GivenAnswers answers={page.answers ?? []} />
      {!isSpared(claim) && claim.state !== 'paid' && claim.state !== 'closed' && <OtherAnswers claim={claim} />}
      <WhoWrites claim={claim} />
      <YourData speaker={claim.speaker} />
      <Help about={t('frame.caseNumber', { reference: claim.reference })} />
    </div>
  );
}

function titleOf(claim: Claim, t: Words['t']): string {
  if (isSpared(claim)) return t('claim.tabTitle');
  if (claim.state === 'paid') return t('claim.titlePaid');
  if (claim.state === 'closed') return t('claim.titleClosed');
  return claim.stage === 'before_due' ? t('claim.titleBeforeDue') : t('claim.title');
}
