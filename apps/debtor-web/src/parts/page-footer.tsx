import type { DebtorPage } from '../../../../libs/web-kit/src/debtor-pages';
import { useFrame } from '../frame';
import { languageNames } from '../i18n/words';
import { agencyOf } from '../speaker';

export function PageFooter({ page }: { page: DebtorPage }) {
  const { frame, t, language } = useFrame();
  const { brand, base } = frame;
  const speaker = 'claim' in page ? page.claim.speaker : null;
  const agency = speaker && agencyOf(speaker);
  const others = (Object.keys(languageNames) as Array<keyof typeof languageNames>).filter((code) => code !== language);
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
          {others.map((code) => (
            <li key={code}>
              <a href={`${frame.path}?lang=${code}`} lang={code} hrefLang={code}>
                {languageNames[code]}
              </a>
            </li>
          ))}
        </ul>
        <ul className="links">
          {page.kind !== 'verify' && (
            <li>
              <a href={`${base}/verify`}>{t('frame.verify')}</a>
            </li>
          )}
          <li>
            <a href={`${base}/legal`}>{t('notice.legal')}</a>
          </li>
          <li>
            <a href={`${base}/privacy`}>{t('notice.privacy')}</a>
          </li>
          <li>
            <a href={`${base}/accessibility`}>{t('notice.accessibility')}</a>
          </li>
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
