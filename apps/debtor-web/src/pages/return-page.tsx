import type { ReactNode } from 'react';
import type { DebtorPage } from '../../../../libs/web-kit/src/debtor-pages';
import { isZero } from '../amounts';
import { useFrame } from '../frame';
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
  const { frame, t, money } = useFrame();
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
        <Told tone="danger" title={t('return.failedTitle')} what={t('return.failed', { amount })} more={t('return.failedNow')}>
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
