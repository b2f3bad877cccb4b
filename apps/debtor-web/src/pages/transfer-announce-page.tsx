import type { DebtorPage } from '../../../../libs/web-kit/src/debtor-pages';
import { isPayable, toPayOf } from '../claim.rules';
import { useFrame } from '../frame';
import type { Words } from '../i18n/words';
import { ClaimNews } from '../parts/claim-news';
import { ClaimState } from '../parts/claim-state';
import { Help } from '../parts/contact';
import { Csrf, ErrorSummary } from '../parts/layout';
import { TextField } from '../parts/text-field';

type Announce = Extract<DebtorPage, { kind: 'transfer_announce' }>;

/** « J'ai fait le virement »: how much and when; the reminders then wait. */
export function TransferAnnouncePage({ page }: { page: Announce }) {
  const words = useFrame();
  const { frame, t } = words;
  const { claim } = page;
  const error = page.error && errorOf(page.error, claim, words);
  return (
    <div className="column">
      {error && <ErrorSummary message={error.summary} field={isPayable(claim) ? error.field : null} />}
      <h1>{t('announce.title')}</h1>
      <p className="lead">{t('announce.lead')}</p>
      {isPayable(claim) ? (
        <form className="card" method="post" action={`${frame.base}/transfer`} noValidate>
          <Csrf token={page.csrf} />
          <TextField
            id="amount"
            name="amount"
            label={t('announce.amount')}
            value={page.amount}
            error={error?.field === 'amount' ? error.summary : null}
            inputMode="decimal"
            width="short"
            suffix={claim.open.currency === 'EUR' ? '€' : claim.open.currency}
          />
          <TextField
            id="madeOn"
            name="madeOn"
            type="date"
            label={t('announce.madeOn')}
            hint={t('announce.madeOnHint')}
            value={page.madeOn}
            error={error?.field === 'madeOn' ? error.summary : null}
            width="short"
          />
          <button className="btn">{t('announce.button')}</button>
        </form>
      ) : (
        <>
          <ClaimNews claim={claim} csrf={page.csrf} />
          <ClaimState claim={claim} />
        </>
      )}
      <p>
        <a href={`${frame.base}/claim`}>{t('pay.back')}</a>
      </p>
      <Help about={t('frame.caseNumber', { reference: claim.reference })} />
    </div>
  );
}

function errorOf(
  { code, facts }: NonNullable<Announce['error']>,
  claim: Announce['claim'],
  { t, money }: Words,
): { summary: string; field: 'amount' | 'madeOn' | null } {
  switch (code) {
    case 'NOT_AN_AMOUNT':
    case 'TRANSFER_TOO_LARGE':
      return { summary: t('announceError.amount', { largest: money(toPayOf(claim)) }), field: 'amount' };
    case 'TRANSFER_DAY':
      return { summary: t('announceError.day', { days: facts['days'] ?? '30' }), field: 'madeOn' };
    case 'TRANSFER_ALREADY_ANNOUNCED':
      return { summary: t('announceError.already'), field: null };
    case 'TRANSFER_NEEDS_PROOF':
      return { summary: t('announceError.proof'), field: null };
    default:
      return { summary: t('announceError.other'), field: null };
  }
}
