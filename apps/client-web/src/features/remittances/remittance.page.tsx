import {
  addDecimals,
  Badge,
  Card,
  compareDecimals,
  Icon,
  isFeeInvoice,
  isZero,
  type Money,
  Note,
  subtractDecimals,
  Table,
  useFormat,
  useLabels,
  useNeeded,
} from '@amiable/web-kit';
import { Link, useParams } from 'react-router';
import { useT } from '../../i18n/use-t';
import { useMovementColumns } from '../../movement-columns';
import { remittanceTone } from '../../tones';
import { RemittanceDocument } from './remittance.documents';
import { StatementLinks } from './statement-links';

/** One remittance: how the sum paid out came about, down to each payment with its fee and rate. */
export default function RemittancePage() {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const remittanceId = useParams().remittanceId!;
  const { remittance } = useNeeded(['remittance', remittanceId], RemittanceDocument, { remittanceId });
  const columns = useMovementColumns({ withRemittance: false });
  const { funds, fees, vat, paidOut, movements } = remittance;
  const invoiced = { amount: addDecimals(fees.amount, vat.amount), currency: fees.currency };
  const withheld = { amount: subtractDecimals(funds.amount, paidOut.amount), currency: funds.currency };
  const isNet = compareDecimals(withheld.amount, invoiced.amount) === 0;
  const stillDue = { amount: subtractDecimals(invoiced.amount, withheld.amount), currency: fees.currency };
  const direct = {
    amount: addDecimals('0.00', ...movements.filter(({ method }) => method === 'DIRECT').map(({ amount }) => amount.amount)),
    currency: funds.currency,
  };
  const isFees = isFeeInvoice(remittance);
  const isPaid = remittance.state === 'PAID_OUT';
  const line = (name: string, value: Money, sign = '') => (
    <div>
      <dt>{name}</dt>
      <dd>{`${sign}${format.money(value)}`}</dd>
    </div>
  );
  return (
    <div className="stack">
      <header className="case-head">
        <div className="case-title">
          <Link className="back-link" to="/remittances">
            <Icon name="back" /> {t('nav.remittances')}
          </Link>
          <div className="cluster">
            <h1 tabIndex={-1}>
              {isFees
                ? t('remittance.feeInvoiceTitle', { number: remittance.invoiceNumber ?? remittance.number })
                : t('remittance.title', { number: remittance.number })}
            </h1>
            <Badge tone={remittanceTone[remittance.state]}>
              {isFees ? (isPaid ? t('remittance.feesPaid') : t('remittance.feesDue')) : label('RemittanceState', remittance.state)}
            </Badge>
          </div>
          <p className="soft">
            {t('remittance.upTo', { day: format.day(remittance.asOf) })}
            {remittance.paidOutOn &&
              ` · ${isFees ? t('remittance.feesPaidOn', { day: format.day(remittance.paidOutOn) }) : t('remittance.paidOutOn', { day: format.day(remittance.paidOutOn) })}`}
            {remittance.invoiceNumber && !isFees && ` · ${t('remittance.invoice', { number: remittance.invoiceNumber })}`}
          </p>
        </div>
        <StatementLinks remittance={remittance} asButtons />
      </header>
      <Card title={t('remittance.sum')}>
        <dl className="sum">
          {isFees ? (
            <>
              {line(t('remittance.fees'), fees)}
              {line(t('remittance.vat'), vat)}
            </>
          ) : (
            <>
              {line(t('remittance.funds'), funds)}
              {isNet && line(t('remittance.fees'), fees, '− ')}
              {isNet && line(t('remittance.vat'), vat, '− ')}
              {!isNet && !isZero(withheld.amount) && line(t('remittance.withheld'), withheld, '− ')}
            </>
          )}
          <div className="total">
            <dt>{isFees ? (isPaid ? t('remittance.paidByYou') : t('remittance.toPay')) : t('remittance.paidOut')}</dt>
            <dd>{format.money(isFees ? invoiced : paidOut)}</dd>
          </div>
        </dl>
        {isFees && (
          <Note>
            <p>{t('remittance.nothingPassed')}</p>
          </Note>
        )}
        {!isNet && !isFees && (
          <Note>
            <p>{t('remittance.stillDue', { total: format.money(invoiced), due: format.money(stillDue) })}</p>
          </Note>
        )}
        {!isZero(direct.amount) && (
          <Note>
            <p>{t('remittance.direct', { amount: format.money(direct) })}</p>
          </Note>
        )}
      </Card>
      <Card
        title={
          <>
            {t('remittance.lines')} <span className="count">{movements.length}</span>
          </>
        }
      >
        <Table caption={t('remittance.lines')} columns={columns} rows={movements} rowKey={({ id }) => id} />
      </Card>
    </div>
  );
}
