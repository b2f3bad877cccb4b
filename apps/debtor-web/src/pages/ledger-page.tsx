import type { DebtorPage } from '../../../../libs/web-kit/src/debtor-pages';
import { useFrame } from '../frame';
import type { Words } from '../i18n/words';
import { Help } from '../parts/contact';
import { Banner, Card, Csrf, ErrorSummary } from '../parts/layout';
import { LedgerDifferences } from '../parts/ledger-differences';

type Ledger = Extract<DebtorPage, { kind: 'ledger' }>;

/** The debtor's own books beside ours: send a file, see where they differ, answer each difference. */
export function LedgerPage({ page }: { page: Ledger }) {
  const { frame, t, day } = useFrame();
  const { comparison, csrf } = page;
  const error = page.error && errorWords(page.error, t);
  return (
    <div className="column">
      {error && <ErrorSummary message={error} field={page.error!.code === 'DIFFERENCE_GONE' ? null : 'ledger-file'} />}
      {page.done && (
        <Banner tone="ok" title={page.done === 'promise' ? t('ledger.donePromise') : t('ledger.doneDispute')}>
          {page.done === 'dispute' && <p>{t('ledger.disputeNext', { day: day(page.answerBy) })}</p>}
        </Banner>
      )}
      <h1>{t('ledger.title')}</h1>
      <p className="lead">{t('ledger.lead')}</p>
      {comparison && <Result comparison={comparison} csrf={csrf} />}
      <Card title={comparison ? t('ledger.again') : t('ledger.upload')} className="screen-only">
        <form method="post" action={`${frame.base}/ledger`} encType="multipart/form-data">
          <Csrf token={csrf} />
          <div className={error ? 'field wrong' : 'field'}>
            <label htmlFor="ledger-file">{t('ledger.file')}</label>
            <p className="hint" id="ledger-hint">
              {t('ledger.fileHint')}
            </p>
            <input id="ledger-file" name="file" type="file" accept=".csv,.txt,.xlsx" required aria-describedby="ledger-hint" />
          </div>
          <button className={comparison ? 'btn quiet' : 'btn'}>{t('ledger.button')}</button>
        </form>
        <p className="hint">{t('ledger.kept')}</p>
      </Card>
      <p>
        <a href={`${frame.base}/invoices`}>{t('answer.back')}</a>
      </p>
      <Help about={t('frame.caseNumber', { reference: page.claim.reference })} />
    </div>
  );
}

function Result({ comparison, csrf }: { comparison: NonNullable<Ledger['comparison']>; csrf: string }) {
  const { frame, t, money } = useFrame();
  return (
    <>
      <Card title={t('ledger.resultTitle', { filename: comparison.filename })}>
        <dl className="sums">
          <Sum term={t('ledger.oursOpen')} value={money(comparison.oursOpen)} />
          {comparison.theirsOpen && <Sum term={t('ledger.theirsOpen')} value={money(comparison.theirsOpen)} />}
          <Sum term={t('ledger.read')} value={String(comparison.lines)} />
          <Sum term={t('ledger.agreed')} value={String(comparison.agreed)} />
          <Sum term={t('ledger.count')} value={String(comparison.count)} />
        </dl>
        {comparison.unread.length > 0 && (
          <p>{t('ledger.unread', { count: comparison.unread.length, lines: comparison.unread.slice(0, 12).join(', ') })}</p>
        )}
        {comparison.agreedKeys !== '' && (
          <p>
            <a href={`${frame.base}/invoices/answer?do=promise&s=${comparison.agreedKeys}`}>{t('ledger.promiseAgreed')}</a>
          </p>
        )}
      </Card>
      {comparison.count === 0 ? <Banner tone="ok" title={t('ledger.none')} /> : <LedgerDifferences comparison={comparison} csrf={csrf} />}
    </>
  );
}

function Sum({ term, value }: { term: string; value: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function errorWords({ code, facts }: NonNullable<Ledger['error']>, t: Words['t']): string {
  switch (code) {
    case 'LEDGER_NO_NUMBER':
      return t('ledgerError.noNumber');
    case 'LEDGER_NO_AMOUNT':
      return t('ledgerError.noAmount');
    case 'LEDGER_EMPTY':
    case 'FILE_EMPTY':
    case 'WORKBOOK_EMPTY':
    case 'FILE_MISSING':
      return t('ledgerError.empty');
    case 'LEDGER_TOO_LONG':
    case 'FILE_TOO_LARGE':
    case 'UPLOAD_TOO_LARGE':
    case 'WORKBOOK_TOO_LARGE':
      return t('ledgerError.tooLarge');
    case 'WORKBOOK_LOCKED':
      return t('ledgerError.locked');
    case 'FILE_KIND_NOT_ALLOWED':
    case 'FILE_NOT_WHAT_IT_SAYS':
      return t('ledgerError.kind');
    case 'DIFFERENCE_GONE':
      return t('ledgerError.gone');
    case 'PROMISE_TOO_LATE':
      return t('answerError.tooLate', { days: facts.days ?? '60' });
    case 'PROMISE_IN_PAST':
    case 'NOT_A_DAY':
      return t('answerError.inPast');
    default:
      return t('ledgerError.other');
  }
}
