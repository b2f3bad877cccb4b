import type { DebtorPage } from '../../../../libs/web-kit/src/debtor-pages';
import { isPayable } from '../claim.rules';
import { useFrame } from '../frame';
import type { Words } from '../i18n/words';
import { ClaimState } from '../parts/claim-state';
import { Help } from '../parts/contact';
import { Downloads } from '../parts/downloads';
import { InvoiceActs } from '../parts/invoice-acts';
import { InvoiceFilter } from '../parts/invoice-filter';
import { InvoiceRows } from '../parts/invoice-rows';
import { Banner, Csrf, ErrorSummary } from '../parts/layout';
import { PageButtons } from '../parts/page-buttons';

type Invoices = Extract<DebtorPage, { kind: 'invoices' }>;

/** Many invoices, as a company's accountant works: search, filter, choose, and act on all that is chosen at once. */
export function InvoicesPage({ page }: { page: Invoices }) {
  const { frame, t, money } = useFrame();
  const { claim, list, csrf } = page;
  const mayChoose = isPayable(claim);
  const hasCopies = claim.lines.some(({ documents }) => (documents?.length ?? 0) > 0);
  return (
    <div className="column">
      {page.error && (
        <ErrorSummary
          message={t('company.nothingChosen')}
          field={list.lines[0] ? `i-${list.lines.find(({ choosable }) => choosable)?.key ?? ''}` : null}
        />
      )}
      {page.done && (
        <Banner tone="ok" title={doneWords(page.done, t)}>
          {page.done.act !== 'transfer' && <p>{t('done.next')}</p>}
        </Banner>
      )}
      <h1>{t('company.title')}</h1>
      <p className="lead">{t('company.lead', { name: claim.debtorName.replace(/\.$/, ''), count: list.all, open: money(claim.open) })}</p>
      <ClaimState claim={claim} />
      <form className="card printed" method="post" action={`${frame.base}/invoices`}>
        <Csrf token={csrf} />
        <input type="hidden" name="s" value={list.chosenElsewhere} />
        <input type="hidden" name="page" value={list.page} />
        <InvoiceFilter list={list} />
        <p className="found">{t('company.found', { count: list.found, open: money(list.foundOpen) })}</p>
        {list.lines.length > 0 && <InvoiceRows lines={list.lines} mayChoose={mayChoose} />}
        <PageButtons page={list.page} pages={list.pages} />
        {mayChoose && <InvoiceActs list={list} />}
        <button type="button" className="plain" data-print="" hidden>
          {t('company.print')}
        </button>
      </form>
      <Downloads copies={hasCopies} />
      <section className="card screen-only">
        <h2>{t('company.ledgerTitle')}</h2>
        <p>{t('company.ledgerText')}</p>
        <p>
          <a href={`${frame.base}/ledger`}>{t('company.ledgerLink')}</a>
        </p>
      </section>
      <p className="screen-only">
        <a href={`${frame.base}/claim`}>{t('pay.back')}</a>
      </p>
      <Help about={t('frame.caseNumber', { reference: claim.reference })} />
    </div>
  );
}

function doneWords({ act, count }: NonNullable<Invoices['done']>, t: Words['t']): string {
  switch (act) {
    case 'promise':
      return t('done.promise', { count });
    case 'in_process':
      return t('done.inProcess', { count });
    case 'not_received':
      return t('done.notReceived', { count });
    default:
      return t('done.dispute', { count });
  }
}
