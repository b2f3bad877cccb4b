import type { DebtorPage } from '../../../../libs/web-kit/src/debtor-pages';
import { useFrame } from '../frame';
import type { Words } from '../i18n/words';
import { Help, Email, Phone } from '../parts/contact';
import { Banner, Card, Csrf, ErrorSummary } from '../parts/layout';
import { TextField } from '../parts/text-field';
import { SpeakerLines } from '../parts/who-writes';

type Verify = Extract<DebtorPage, { kind: 'verify' }>;

function stageText(stage: Verify['stage'], t: Words['t']): string | null {
  switch (stage) {
    case 'before_due':
      return t('verify.stageBeforeDue');
    case 'reminder':
      return t('verify.stageReminder');
    case 'call':
      return t('verify.stageCall');
    case 'formal_notice':
      return t('verify.stageFormalNotice');
    case 'closed':
      return t('verify.closed');
    default:
      return null;
  }
}

/** « Ce courrier est-il vrai ? »: says only that the reference exists, who writes and by which ways; no personal data. */
export function VerifyPage({ page }: { page: Verify }) {
  const { frame, t } = useFrame();
  const known = page.answer === 'known';
  return (
    <div className="column">
      {page.answer === 'too_many' && <ErrorSummary message={t('verify.tooMany')} field={null} />}
      {known && (
        <Banner tone="ok" title={t('verify.knownTitle')}>
          <p>{t('verify.known')}</p>
        </Banner>
      )}
      {page.answer === 'unknown' && (
        <Banner tone="warn" title={t('verify.unknownTitle')} urgent>
          <p>{t('verify.unknown')}</p>
        </Banner>
      )}
      <h1>{t('verify.title')}</h1>
      <p className="lead">{t('verify.lead')}</p>
      {known && page.speaker && (
        <Card title={t('verify.whoTitle')} className="edge">
          <SpeakerLines speaker={page.speaker} />
          <p>{stageText(page.stage ?? null, t)}</p>
          <p>
            {t('verify.noForce')} {t('verify.amicable')}
          </p>
          <a className="btn" href={`${frame.base}/enter`}>
            {t('verify.enter')}
          </a>
        </Card>
      )}
      <form className="card" method="post" action={`${frame.base}/verify`}>
        <Csrf token={page.csrf} />
        <TextField id="reference" name="reference" label={t('verify.reference')} hint={t('verify.referenceHint')} value={page.reference} />
        <button className={known ? 'btn quiet' : 'btn'}>{t('verify.button')}</button>
      </form>
      <Card title={t('verify.channelsTitle')}>
        <p>{t('verify.channels', { brand: frame.brand.name })}</p>
        <ul>
          {frame.brand.phone && (
            <li>
              {t('verify.phone')} <Phone number={frame.brand.phone} />
            </li>
          )}
          {frame.brand.email && (
            <li>
              {t('verify.email')} <Email address={frame.brand.email} />
            </li>
          )}
          {frame.brand.website && (
            <li>
              {t('verify.website')} <span className="long">{frame.brand.website}</span>
            </li>
          )}
        </ul>
        <p>{t('verify.never')}</p>
      </Card>
      <Help />
    </div>
  );
}
