import type { Speaker } from '../../../../libs/web-kit/src/debtor-pages';
import { useFrame } from '../frame';
import { agencyOf } from '../speaker';
import { Email } from './contact';

/** The short privacy notice (GDPR articles 13 and 14). */
export function YourData({ speaker }: { speaker: Speaker }) {
  const { frame, t } = useFrame();
  const agency = agencyOf(speaker);
  const creditor = speaker.creditor.name;
  const address = agency?.email || frame.brand.email;
  return (
    <details className="quiet-details">
      <summary>{t('data.title')}</summary>
      <p>{agency ? t('data.whoAgency', { agency: agency.name, creditor }) : t('data.whoCreditor', { creditor })}</p>
      <p>{t('data.why')}</p>
      <p>
        {t('data.rights')} {address && <Email address={address} />}
      </p>
    </details>
  );
}
