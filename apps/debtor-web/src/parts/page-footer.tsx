import type { DebtorPage } from '../../../../libs/web-kit/src/debtor-pages';
import { useFrame } from '../frame';
import { agencyOf } from '../speaker';

export function PageFooter({ page }: { page: DebtorPage }) {
  const { frame, t, language } = useFrame();
  const { brand, base } = frame;
  const speaker = 'claim' in page ? page.claim.speaker : null;
  const agency = speaker && agencyOf(speaker);
  const other = language === 'fr' ? ({ code: 'en', name: 'English' } as const) : ({ code: 'fr', name: 'Français' } as const);
  return (
    <footer className="column">
      <div className="foot">
        <p>
          {agency && speaker
            ? t('frame.byAgency', { agency: agency.name, creditor: speaker.creditor.name })
            : t('frame.byBrand', { brand: brand.name })}
        </p>
        <p>{brand.address}</p>
        <ul className="links">
          <li>
            <a href={`${frame.path}?lang=${other.code}`} lang={other.code} hrefLang={other.code}>
              {other.name}
            </a>
          </li>
          {page.kind !== 'verify' && (
            <li>
              <a href={`${base}/verify`}>{t('frame.verify')}</a>
            </li>
          )}
          {speaker && 'csrf' in page && (
            <li>
              <form method="post" action={`${base}/leave`}>
                <input type="hidden" name="_csrf" value={page.csrf} />
                <button className="plain">{t('frame.leave')}</button>
              </form>
            </li>
          )}
        </ul>
      </div>
    </footer>
  );
}
