import type { DebtorPage } from '../../../../libs/web-kit/src/debtor-pages';
import { useFrame } from '../frame';
import { Help } from '../parts/contact';
import { Banner } from '../parts/layout';
import { TransferBlock } from '../parts/transfer-block';

/** One transfer for all that is chosen: its reference belongs to these invoices and to no others. */
export function InvoicesTransferPage({ page }: { page: Extract<DebtorPage, { kind: 'invoices_transfer' }> }) {
  const { frame, t } = useFrame();
  const { claim, choice } = page;
  const rest = choice.count - choice.numbers.length;
  return (
    <div className="column">
      <h1>{t('selection.title')}</h1>
      <p className="lead">
        {rest > 0
          ? t('answer.choiceAndMore', { numbers: choice.numbers.join(', '), rest })
          : t('answer.choice', { numbers: choice.numbers.join(', ') })}
      </p>
      {claim.transfer ? (
        <>
          <TransferBlock claim={claim} />
          <Banner tone="info" title={t('selection.one')}>
            <p>{t('selection.text')}</p>
          </Banner>
        </>
      ) : (
        <Banner tone="info" title={t('selection.noneTitle')}>
          <p>{t('selection.none')}</p>
        </Banner>
      )}
      <p>
        <a href={`${frame.base}/invoices`}>{t('answer.back')}</a>
      </p>
      <Help about={t('frame.caseNumber', { reference: claim.reference })} />
    </div>
  );
}
