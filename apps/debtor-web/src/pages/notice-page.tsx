import type { DebtorPage } from '../../../../libs/web-kit/src/debtor-pages';
import { useFrame } from '../frame';
import type { Key } from '../i18n/words';
import { Email } from '../parts/contact';
import { agencyOf, sirenText } from '../speaker';

type Notice = Extract<DebtorPage, { kind: 'notice' }>;

export const noticeTitles = {
  legal: 'notice.legal',
  privacy: 'notice.privacy',
  accessibility: 'notice.accessibility',
} as const satisfies Record<Notice['about'], Key>;

const sentences = {
  privacy: ['notice.purpose', 'notice.who', 'notice.cookies', 'notice.rights', 'notice.authority'],
  accessibility: ['notice.standard', 'notice.noScript', 'notice.tested', 'notice.trouble', 'notice.defender'],
} as const satisfies Record<Exclude<Notice['about'], 'legal'>, readonly Key[]>;

/** What stands at the foot of every page: who publishes it, what becomes of data, who can use it. Short, and true of these pages. */
export function NoticePage({ page }: { page: Notice }) {
  const { t, frame } = useFrame();
  const { speaker } = page;
  const agency = agencyOf(speaker);
  const publisher = agency ?? speaker.creditor;
  return (
    <div className="column">
      <h1>{t(noticeTitles[page.about])}</h1>
      <section className="card">
        {page.about === 'legal' ? (
          <>
            <p>
              {t('notice.publisher', { name: publisher.name, address: publisher.address })}{' '}
              {publisher.siren && t('notice.siren', { siren: sirenText(publisher.siren) })}
            </p>
            <p>{t('notice.for', { creditor: speaker.creditor.name })}</p>
            <p>{t('notice.pay')}</p>
          </>
        ) : (
          sentences[page.about].map((key) => <p key={key}>{t(key)}</p>)
        )}
        <p>
          {t('notice.contact')} <Email address={agency?.email ?? frame.brand.email} />
        </p>
      </section>
    </div>
  );
}
