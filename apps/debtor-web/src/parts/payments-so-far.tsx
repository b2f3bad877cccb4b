import type { Claim } from '../../../../libs/web-kit/src/debtor-pages';
import type { Words } from '../i18n/words';
import { useFrame } from '../frame';
import { Card, Hidden } from './layout';

/** What has been paid, each with its receipt. */
export function PaymentsSoFar({ claim }: { claim: Claim }) {
  const { frame, t, money, day } = useFrame();
  if (claim.payments.length === 0) return null;
  return (
    <Card title={t('payments.title')}>
      <table className="lines">
        <caption className="vh">{t('payments.caption')}</caption>
        <thead className="vh">
          <tr>
            <th scope="col">{t('payments.when')}</th>
            <th scope="col">{t('payments.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {claim.payments.map((payment, position) => (
            <tr key={position}>
              <th scope="row">
                {day(payment.on)}
                <span className="small">{methodText(payment.method, t)}</span>
                {payment.receiptId && (
                  <a href={`${frame.base}/receipts/${encodeURIComponent(payment.receiptId)}.pdf`}>
                    {t('payments.receipt')}
                    <Hidden> {t('payments.receiptOf', { day: day(payment.on), amount: money(payment.amount) })}</Hidden>
                  </a>
                )}
              </th>
              <td>{money(payment.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function methodText(method: string, t: Words['t']): string {
  switch (method.toLowerCase()) {
    case 'card':
      return t('method.card');
    case 'sepa_debit':
    case 'direct_debit':
      return t('method.debit');
    case 'transfer':
    case 'bank_transfer':
      return t('method.transfer');
    case 'cheque':
      return t('method.cheque');
    case 'cash':
      return t('method.cash');
    default:
      return t('method.other');
  }
}
