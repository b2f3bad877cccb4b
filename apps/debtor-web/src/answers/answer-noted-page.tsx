import type { DebtorPage, GivenAnswer } from '../../../../libs/web-kit/src/debtor-pages';
import { useFrame } from '../frame';
import type { Words } from '../i18n/words';
import { Help } from '../parts/contact';
import { Banner, Card, Csrf, ErrorSummary } from '../parts/layout';
import { answerErrorOf, whatWasSaid, windowText } from './answer-words';
import { Files } from './fields';
import { FileLinks } from './given-answers';

/** « C’est noté »: the reference, what happens next and when. What it says is what is then done. */
type Noted = Extract<DebtorPage, { kind: 'answer_noted' }>;

export function AnswerNotedPage({ page }: { page: Noted }) {
  const { frame, t } = useFrame();
  const words = useFrame();
  const { answer, claim } = page;
  return (
    <div className="column">
      {page.error && <ErrorSummary message={`${answerErrorOf(page.error, words)} ${t('answeringError.nothing')}`} field="files" />}
      <h1>{t('noted.title')}</h1>
      <Banner tone="ok" title={whatWasSaid(answer, words)}>
        <p>{t('noted.reference', { reference: answer.reference })}</p>
      </Banner>
      {page.takesFiles && <Proof page={page} />}
      <Card title={t('noted.nextTitle')}>
        {whatFollows(answer, words).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Card>
      {answer.note && (
        <Card title={t('noted.yourWords')}>
          <p className="long pre">{answer.note}</p>
        </Card>
      )}
      {answer.files.length > 0 && (
        <Card title={t('noted.yourFiles')}>
          <FileLinks answer={answer} />
        </Card>
      )}
      <div className="actions screen-only">
        <a className={page.takesFiles ? 'btn quiet' : 'btn'} href={`${frame.base}/${page.from ?? 'claim'}`}>
          {page.from === 'invoices' ? t('noted.invoices') : page.from === 'ledger' ? t('noted.ledger') : t('noted.claim')}
        </a>
      </div>
      <Help about={t('frame.caseNumber', { reference: claim.reference })} />
    </div>
  );
}

/** A proof joined afterwards: somebody still looks at what was said. */
function Proof({ page }: { page: Noted }) {
  const words = useFrame();
  const { frame, t } = words;
  const form = { values: {}, wrong: page.error && { field: 'files', text: answerErrorOf(page.error, words) } };
  const isPayment = page.answer.kind === 'already_paid' || page.answer.facts.reason === 'already_paid';
  return (
    <form
      className="card"
      method="post"
      encType="multipart/form-data"
      action={`${frame.base}/answers/noted/${page.answer.id}${page.from ? `?from=${page.from}` : ''}`}
      noValidate
    >
      <Csrf token={page.csrf} />
      <h2>{t('noted.proofTitle')}</h2>
      <Files form={form} hint={isPayment ? t('paid.filesHint') : t('contest.filesHint')} />
      <button className="btn">{t('noted.proofButton')}</button>
    </form>
  );
}

/** Who said that he is another person sees this, whatever page he asks for. */
export function LeftAlonePage({ page }: { page: Extract<DebtorPage, { kind: 'left_alone' }> }) {
  const { t, day } = useFrame();
  return (
    <div className="column">
      <h1>{t('alone.title')}</h1>
      <Banner tone="ok" title={t('alone.text')}>
        <p>{t('noted.reference', { reference: page.reference })}</p>
      </Banner>
      {page.answerBy && <p>{t('alone.by', { day: day(page.answerBy) })}</p>}
      <p>{t('alone.mistake')}</p>
      <Help about={page.reference} />
    </div>
  );
}

function whatFollows({ kind, facts, followUpOn }: GivenAnswer, words: Words): string[] {
  const { t, day, money } = words;
  const text = (name: string) => (typeof facts[name] === 'string' ? facts[name] : '');
  const by = followUpOn ? day(followUpOn) : '';
  switch (kind) {
    case 'already_paid':
      return [t('noted.paid', { day: by })];
    case 'promise':
    case 'payment_run':
      return [
        t('noted.promise', { amount: money({ amount: text('amount'), currency: text('currency') || 'EUR' }), day: day(text('dueOn')) }),
      ];
    case 'dispute':
      return [t('noted.dispute', { day: by })];
    case 'not_me':
      return [t('alone.text'), ...(by ? [t('alone.by', { day: by })] : [])];
    case 'contact_change':
      return [t('noted.contact', { day: by })];
    case 'hardship':
      return [
        ...(facts.overindebted === true ? [t('noted.overindebted')] : []),
        ...(text('pausedUntil') ? [t('noted.paused', { day: day(text('pausedUntil')) })] : []),
        t('noted.hardship', { day: by }),
      ];
    case 'call_back':
      return [t('noted.call', { window: windowText(text('from'), text('to'), words) })];
    case 'message':
      return [t('noted.message', { day: by })];
    case 'preferences':
      return [t('noted.preferences')];
  }
}
