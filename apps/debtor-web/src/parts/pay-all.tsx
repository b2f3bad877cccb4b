import type { Claim } from '../../../../libs/web-kit/src/debtor-pages';
import { isZero } from '../amounts';
import { useFrame } from '../frame';
import { Card, Csrf } from './layout';

/** The one filled button of the case page: pay everything now. The rest is a link away. */
export function PayAll({ claim, csrf }: { claim: Claim; csrf: string }) {
  const { frame, t, money } = useFrame();
  if (isZero(claim.open)) return null;
  const hasChoice = claim.partPayment.allowed || claim.lines.filter(({ open, disputed }) => !disputed && !isZero(open)).length > 1;
  return (
    <Card title={t('payAll.title')}>
      <form method="post" action={`${frame.base}/pay`}>
        <Csrf token={csrf} />
        <input type="hidden" name="choice" value="all" />
        <button className="btn wide">{t('payAll.button', { amount: money(claim.open) })}</button>
        <p className="hint">{t('payAll.how')}</p>
      </form>
      <ul className="ways">
        {hasChoice && (
          <li>
            <a href={`${frame.base}/pay`}>{claim.partPayment.allowed ? t('payAll.part') : t('payAll.invoices')}</a>
          </li>
        )}
        {claim.transfer && (
          <li>
            <a href="#transfer">{t('payAll.transfer')}</a>
          </li>
        )}
        <li>
          <a href="#other">{t('payAll.other')}</a>
        </li>
      </ul>
    </Card>
  );
}
