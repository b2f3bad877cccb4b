import type { Claim } from '../../../../libs/web-kit/src/debtor-pages';
import { toPayOf } from '../claim.rules';
import { useFrame } from '../frame';
import { Card, Csrf } from './layout';

/** The one filled button of the case page: pay everything now. The rest is a link away. */
export function PayAll({ claim, csrf }: { claim: Claim; csrf: string }) {
  const { frame, t, money } = useFrame();
  return (
    <Card title={t('payAll.title')} className="screen-only">
      <form method="post" action={`${frame.base}/pay`}>
        <Csrf token={csrf} />
        <input type="hidden" name="choice" value="all" />
        <input type="hidden" name="expected" value={toPayOf(claim).amount} />
        <button className="btn wide">{t('payAll.button', { amount: money(toPayOf(claim)) })}</button>
        <p className="hint">{t('payAll.how')}</p>
      </form>
      <ul className="ways">
        {claim.partPayment.allowed && (
          <li>
            <a href={`${frame.base}/pay`}>{t('payAll.part')}</a>
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
