import type { ReactNode } from 'react';
import type { DebtorPage } from '../../../../libs/web-kit/src/debtor-pages';
import { isZero } from '../amounts';
import { useFrame } from '../frame';
import type { Words } from '../i18n/words';
import { Help } from '../parts/contact';
import { refreshOf } from '../parts/refresh.rules';

type Return = Extract<DebtorPage, { kind: 'return' }>;

/** Back from the provider. The page decides nothing: it tells what the verified facts say so far. */
export function ReturnPage({ page }: { page: Return }) {
  const { t } = useFrame();
  return (
    <div className="column">
      <Outcome page={page} />
      <Help about={t('frame.caseNumber', { reference: page.claim.reference })} />
    </div>
  );
}

function Outcome({ page }: { page: Return }) {
  const words = useFrame();
  const { frame, t, money } = words;
  const { payment, claim } = page;
  const amount = money(payment.amount);
  const again = `${frame.base}/pay`;
  switch (payment.state) {
    case 'waiting':
      return (
        <Told
          title={t('return.waitingTitle')}
          what={t('return.waiting', { amount })}
          more={t('return.waitingNow')}
          refresh={refreshOf(page)}
        >
          <a href="">{t('return.refresh')}</a>
        </Told>
      );
    case 'processing':
      return (
        <Told title={t('return.processingTitle', { amount })} what={t('return.processing')} more={t('return.processingNow')}>
          <a className="btn" href={`${frame.base}/claim`}>
            {t('return.toClaim')}
          </a>
        </Told>
      );
    case 'succeeded':
      return (
        <Told
          tone="ok"
          refresh={refreshOf(page)}
          title={t('return.succeededTitle', { amount })}
          what={t('return.succeeded')}
          more={isZero(claim.open) ? t('return.nothingLeft') : t('return.left', { open: money(claim.open) })}
        >
          {payment.receiptId ? (
            <a className="btn" href={`${frame.base}/receipts/${encodeURIComponent(payment.receiptId)}.pdf`}>
              {t('return.receipt')}
            </a>
          ) : (
            <span>{t('return.receiptSoon')}</span>
          )}
          <a href={`${frame.base}/claim`}>{t('return.toClaim')}</a>
        </Told>
      );
    case 'failed':
      return (
        <Told tone="danger" {...failedWords(payment, words)}>
          <a className="btn" href={again}>
            {t('return.again')}
          </a>
          <a href={`${frame.base}/claim`}>{t('return.toClaim')}</a>
        </Told>
      );
    case 'cancelled':
      return (
        <Told title={t('return.cancelledTitle')} what={t('return.cancelled', { amount })} more={t('return.cancelledNow')}>
          <a className="btn" href={again}>
            {t('return.again')}
          </a>
          <a href={`${frame.base}/claim`}>{t('return.toClaim')}</a>
        </Told>
      );
  }
}

/** Why it failed, where the bank said so: the card, the missing approval, or the debit. */
function failedWords({ refused, amount }: Return['payment'], words: Words): { title: string; what: string; more: string } {
  const { t, money } = words;
  switch (refused) {
    case 'approval':
      return { title: t('failed.approvalTitle'), what: t('return.failed', { amount: money(amount) }), more: t('failed.approvalNow') };
    case 'card':
      return { title: t('failed.cardTitle'), what: t('return.failed', { amount: money(amount) }), more: t('failed.cardNow') };
    case 'debit':
      return { title: t('failed.debitTitle'), what: t('return.failed', { amount: money(amount) }), more: t('failed.debitNow') };
    default:
      return { title: t('return.failedTitle'), what: t('return.failed', { amount: money(amount) }), more: t('return.failedNow') };
  }
}

interface ToldProps {
  readonly title: string;
  readonly what: string;
  readonly more: string;
  readonly tone?: 'info' | 'ok' | 'danger';
  readonly refresh?: number | null;
  readonly children: ReactNode;
}

function Told({ title, what, more, tone = 'info', refresh, children }: ToldProps) {
  return (
    <div className={`card outcome ${tone}`} role="status" data-refresh={refresh ?? undefined}>
      <h1>{title}</h1>
      <p className="lead">{what}</p>
      <p>{more}</p>
      <div className="actions">{children}</div>
    </div>
  );
}
