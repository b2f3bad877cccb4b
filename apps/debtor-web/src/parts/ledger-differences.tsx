import type { LedgerComparison, LedgerDifference } from '../../../../libs/web-kit/src/debtor-pages';
import { useFrame } from '../frame';
import type { Words } from '../i18n/words';
import { DocumentLink } from './document-link';
import { Card, Csrf, Hidden } from './layout';

/** Each difference in plain words, with what it may become at one press. */
export function LedgerDifferences({ comparison, csrf }: { comparison: LedgerComparison; csrf: string }) {
  const { frame, t } = useFrame();
  const { page, pages } = comparison;
  return (
    <Card title={t('ledger.differences')}>
      <ul className="differences">
        {comparison.differences.map((difference, i) => (
          <li key={difference.key}>
            <Difference difference={difference} n={i} comparison={comparison} csrf={csrf} />
          </li>
        ))}
      </ul>
      {pages > 1 && (
        <p className="actions pages screen-only">
          {page > 1 && <a href={`${frame.base}/ledger?page=${page - 1}`}>{t('list.before')}</a>}
          <span>{t('list.page', { page, pages })}</span>
          {page < pages && <a href={`${frame.base}/ledger?page=${page + 1}`}>{t('list.after')}</a>}
        </p>
      )}
    </Card>
  );
}

function Difference({
  difference,
  n,
  comparison,
  csrf,
}: {
  difference: LedgerDifference;
  n: number;
  comparison: LedgerComparison;
  csrf: string;
}) {
  const words = useFrame();
  const { frame, t } = words;
  return (
    <>
      <h3>{titleOf(difference, t)}</h3>
      <p>{textOf(difference, words)}</p>
      {difference.document && (
        <p>
          <DocumentLink document={difference.document} number={difference.number} />
        </p>
      )}
      {difference.acted ? (
        <p>
          <span className="tag">{t('ledger.acted')}</span>
        </p>
      ) : (
        difference.acts.length > 0 && (
          <form className="turn" method="post" action={`${frame.base}/ledger/answer`}>
            <Csrf token={csrf} />
            <input type="hidden" name="difference" value={difference.key} />
            {difference.acts.map((act) =>
              act === 'promise' ? (
                <span className="turn" key={act}>
                  <label htmlFor={`on-${n}`}>
                    {t('ledger.on')}
                    <Hidden> {difference.number}</Hidden>
                  </label>
                  <input
                    id={`on-${n}`}
                    name="day"
                    type="date"
                    defaultValue={comparison.suggestedDay}
                    min={comparison.firstDay}
                    max={comparison.lastDay}
                    required
                  />
                  <button className="btn quiet" name="act" value="promise">
                    {t('ledger.promise')}
                    <Hidden> {difference.number}</Hidden>
                  </button>
                </span>
              ) : (
                <button className="btn quiet" name="act" value={act} key={act} formNoValidate>
                  {act === 'paid' ? t('ledger.paid') : difference.kind === 'missing_theirs' ? t('ledger.askCopy') : t('ledger.dispute')}
                  <Hidden> {difference.number}</Hidden>
                </button>
              ),
            )}
          </form>
        )
      )}
    </>
  );
}

function titleOf({ kind, number }: LedgerDifference, t: Words['t']): string {
  switch (kind) {
    case 'missing_theirs':
      return t('diff.missingTheirs', { number });
    case 'missing_ours':
      return t('diff.missingOurs', { number });
    case 'amount':
      return t('diff.amount', { number });
    case 'credit_unapplied':
      return t('diff.credit', { number });
    case 'paid_by_them':
      return number ? t('diff.paid', { number }) : t('diff.payment');
    case 'paid_part_by_them':
      return t('diff.paidPart', { number });
    case 'paid_ours':
      return t('diff.paidOurs', { number });
    case 'duplicate':
      return t('diff.duplicate', { number });
    case 'date':
      return t('diff.date', { number });
    case 'number':
      return t('diff.number', { number });
    case 'sign':
      return t('diff.sign', { number });
    case 'rounding':
      return t('diff.rounding', { number });
    case 'currency':
      return t('diff.currency', { number });
  }
}

function textOf(
  { kind, amount, ours, theirs, oursOn, theirsOn, line, theirNumber, against }: LedgerDifference,
  { t, money, day }: Words,
): string {
  const both = { ours: ours ? money(ours) : '', theirs: theirs ? money(theirs) : '' };
  const sum = { amount: money(amount) };
  switch (kind) {
    case 'missing_theirs':
      return t('diff.missingTheirsText', sum);
    case 'missing_ours':
      return t('diff.missingOursText', sum);
    case 'amount':
      return t('diff.amountText', { ...both, ...sum });
    case 'credit_unapplied':
      return against ? t('diff.creditText', { ...sum, against }) : t('diff.creditTextAlone', sum);
    case 'paid_by_them':
      return t('diff.paidText', sum);
    case 'paid_part_by_them':
      return t('diff.paidPartText', sum);
    case 'paid_ours':
      return t('diff.paidOursText', sum);
    case 'duplicate':
      return t('diff.duplicateText', { line: line ?? 0 });
    case 'date':
      return t('diff.dateText', { ours: oursOn ? day(oursOn) : '–', theirs: theirsOn ? day(theirsOn) : '–' });
    case 'number':
      return t('diff.numberText', { theirs: theirNumber ?? '–' });
    case 'sign':
      return t('diff.signText', both);
    case 'rounding':
      return t('diff.roundingText', sum);
    case 'currency':
      return t('diff.currencyText', both);
  }
}
