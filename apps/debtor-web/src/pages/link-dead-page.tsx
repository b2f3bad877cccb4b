import type { DebtorPage } from '../../../../libs/web-kit/src/debtor-pages';
import { useFrame } from '../frame';
import { Help } from '../parts/contact';
import { Banner, Csrf } from '../parts/layout';
import { TextField } from '../parts/text-field';

/** An old, revoked or unknown link: the same page for all three, so that nobody learns which. */
export function LinkDeadPage({ page }: { page: Extract<DebtorPage, { kind: 'link_dead' }> }) {
  const { frame, t } = useFrame();
  return (
    <div className="column">
      {page.asked && (
        <Banner tone="ok" title={t('linkDead.askedTitle')}>
          <p>{t('linkDead.asked')}</p>
        </Banner>
      )}
      <h1>{t('linkDead.title')}</h1>
      <p className="lead">{t('linkDead.lead')}</p>
      <form className="card" method="post" action={`${frame.base}/link`}>
        <h2>{t('linkDead.newLink')}</h2>
        <Csrf token={page.csrf} />
        <TextField id="reference" name="reference" label={t('linkDead.reference')} hint={t('linkDead.referenceHint')} />
        <button className="btn">{t('linkDead.button')}</button>
      </form>
      <p>
        <a href={`${frame.base}/enter`}>{t('linkDead.byCode')}</a>
      </p>
      <Help />
    </div>
  );
}
