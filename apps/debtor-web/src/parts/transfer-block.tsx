import type { Claim } from '../../../../libs/web-kit/src/debtor-pages';
import { useFrame } from '../frame';
import { Card, Hidden } from './layout';

const inFours = (text: string) => text.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1 ');

/** How to pay by transfer. The holder is the one the bank will show (verification of payee), and says why it differs. */
export function TransferBlock({ claim }: { claim: Claim }) {
  const { frame, t, money } = useFrame();
  const { transfer } = claim;
  if (!transfer) return null;
  const creditor = claim.speaker.creditor.name;
  const isOther = transfer.holder !== creditor && transfer.holder !== frame.brand.name;
  return (
    <Card title={t('transfer.title')} id="transfer">
      <div className="transfer">
        <dl>
          <Row term={t('transfer.holder')} shown={transfer.holder} />
          <Row term="IBAN" shown={inFours(transfer.iban)} copy={transfer.iban.replace(/\s/g, '')} code />
          {transfer.bic && <Row term="BIC" shown={transfer.bic} code />}
          <Row term={t('transfer.reference')} shown={inFours(transfer.reference)} copy={transfer.reference.replace(/\s/g, '')} code />
          <Row term={t('transfer.amount')} shown={money(transfer.amount)} />
        </dl>
        {transfer.qrSvg && (
          <figure>
            <div className="qr" role="img" aria-label={t('transfer.qrLabel')} dangerouslySetInnerHTML={{ __html: transfer.qrSvg }} />
            <figcaption>{t('transfer.qrCaption')}</figcaption>
          </figure>
        )}
      </div>
      {isOther && <p>{t('transfer.why', { holder: transfer.holder, creditor })}</p>}
      <p>{t('transfer.delay')}</p>
      <p className="screen-only">
        <a href={`${frame.base}/transfer`}>{t('announce.link')}</a>
      </p>
    </Card>
  );
}

function Row({ term, shown, copy, code = false }: { term: string; shown: string; copy?: string; code?: boolean }) {
  const { t } = useFrame();
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        <span className={code ? 'code' : undefined} dir={code ? 'ltr' : undefined}>
          {shown}
        </span>
        {copy && (
          <button type="button" className="copy" data-copy={copy} data-done={t('transfer.copied')} hidden>
            <span aria-live="polite">{t('transfer.copy')}</span>
            <Hidden> ({term})</Hidden>
          </button>
        )}
      </dd>
    </div>
  );
}
