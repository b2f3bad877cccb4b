import type { DebtorPage } from '../../../../libs/web-kit/src/debtor-pages';
import { useFrame } from '../frame';
import { isPayable } from '../claim.rules';
import { ClaimState } from '../parts/claim-state';
import { Help } from '../parts/contact';
import { Banner, ErrorSummary } from '../parts/layout';
import { PayForm } from '../parts/pay-form';
import { payErrorOf } from '../parts/pay-errors';

type Pay = Extract<DebtorPage, { kind: 'pay' }>;

/** How much now: all, some invoices, or a part. The answer is a 303 to the payment page of the provider. */
export function PayPage({ page }: { page: Pay }) {
  const { frame, t } = useFrame();
  const { claim, inFlight } = page;
  const words = useFrame();
  const error = page.error && payErrorOf(page.error, claim, words);
  const isOpen = isPayable(claim) && !inFlight;
  return (
    <div className="column">
      {error && <ErrorSummary message={error.summary} field={isOpen ? error.field : null} />}
      <h1>{t('pay.title')}</h1>
      {inFlight ? <InFlight payment={inFlight} /> : <ClaimState claim={claim} />}
      {isOpen && <PayForm page={page} error={error} />}
      <p>
        <a href={`${frame.base}/claim`}>{t('pay.back')}</a>
      </p>
      <Help about={t('frame.caseNumber', { reference: claim.reference })} />
    </div>
  );
}

/** A payment has been started and its outcome is not known: no second one may begin. */
function InFlight({ payment }: { payment: NonNullable<Pay['inFlight']> }) {
  const { frame, t, money } = useFrame();
  return (
    <>
      <Banner tone="info" title={t('inFlight.title', { amount: money(payment.amount) })}>
        <p>{t('inFlight.text')}</p>
      </Banner>
      <div className="actions">
        {payment.continueUrl ? (
          <a className="btn" href={payment.continueUrl}>
            {t('inFlight.continue')}
          </a>
        ) : (
          <a className="btn" href={`${frame.base}/claim`}>
            {t('inFlight.claim')}
          </a>
        )}
      </div>
    </>
  );
}
