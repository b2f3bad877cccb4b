import type { ReactNode } from 'react';
import type { DebtorPage } from '../../../libs/web-kit/src/debtor-pages';
import { iconOf, styleOf } from './brand-style';
import enhance from './enhance.js?raw';
import { useFrame } from './frame';
import { directions } from './i18n/words';
import { Banner } from './parts/layout';
import { PageFooter } from './parts/page-footer';
import { PageHeader } from './parts/page-header';
import { refreshOf } from './parts/refresh.rules';
import { titleOf } from './title';

/** Scripts and styles of the page carry the nonce of the answer; everything else is refused by the policy of the api. */
export function Document({ page, children }: { page: DebtorPage; children: ReactNode }) {
  const { frame, t, language } = useFrame();
  const { brand, nonce } = frame;
  const refresh = refreshOf(page);
  return (
    <html lang={language} dir={directions[language]}>
      <head>
        <meta charSet="utf-8" />
        <title>{`${titleOf(page, t)} – ${brand.name}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex, nofollow, noarchive" />
        <meta name="referrer" content="no-referrer" />
        <meta name="format-detection" content="telephone=no" />
        {refresh !== null && (
          // With scripts on, the script below does it: assistive technology is told by the page, not torn away from it.
          <noscript>
            <meta httpEquiv="refresh" content={String(refresh)} />
          </noscript>
        )}
        <link rel="icon" href={iconOf(brand)} />
        <style nonce={nonce} dangerouslySetInnerHTML={{ __html: styleOf(brand) }} />
      </head>
      <body>
        <a className="skip" href="#main">
          {t('frame.skip')}
        </a>
        <PageHeader page={page} />
        <main id="main" tabIndex={-1}>
          <div className="column" data-offline="" hidden>
            <Banner tone="warn" title={t('offline.text')} urgent />
          </div>
          {children}
        </main>
        <PageFooter page={page} />
        {nonce !== '' && <script nonce={nonce} dangerouslySetInnerHTML={{ __html: enhance.replace(/\n\s*/g, '') }} />}
      </body>
    </html>
  );
}
