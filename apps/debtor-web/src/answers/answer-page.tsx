import type { DebtorPage } from '../../../../libs/web-kit/src/debtor-pages';
import { useFrame } from '../frame';
import type { Words } from '../i18n/words';
import { Help } from '../parts/contact';
import { Card, Csrf, ErrorSummary } from '../parts/layout';
import { answerErrorOf, titleOfTopic } from './answer-words';
import { errorOf, typed, type Typed } from './fields';
import { TopicFields } from './topic-fields';

type AnswerPageOf = Extract<DebtorPage, { kind: 'answer' }>;

/** One answer: its form, and before a commitment the same once more to confirm. */
export function AnswerPage({ page }: { page: AnswerPageOf }) {
  const { frame, t } = useFrame();
  const words = useFrame();
  const { topic, claim, error } = page;
  const form: Typed = { values: page.values, wrong: error && { field: error.field, text: answerErrorOf(error, words) } };
  const summary = form.wrong && `${form.wrong.text} ${t('answeringError.nothing')}`;
  const isCheck = page.step === 'check';
  return (
    <div className="column">
      {summary && <ErrorSummary message={summary} field={isCheck || !form.wrong?.field ? null : form.wrong.field} />}
      <h1>{isCheck ? t('check.title') : titleOfTopic(topic, t)}</h1>
      {!isCheck && <p className="lead">{leadOf(topic, t)}</p>}
      {isCheck ? <Check page={page} /> : <AskForm page={page} form={form} />}
      {topic === 'hardship' && <PublicHelp />}
      <p>
        <a href={`${frame.base}/claim`}>{t('answering.back')}</a>
      </p>
      <Help about={t('frame.caseNumber', { reference: claim.reference })} />
    </div>
  );
}

function AskForm({ page, form }: { page: AnswerPageOf; form: Typed }) {
  const { frame, t, day } = useFrame();
  const { topic, answerBy } = page;
  const hasFiles = topic === 'paid' || topic === 'dispute' || topic === 'message';
  return (
    <form
      className="card"
      method="post"
      action={`${frame.base}/answers/${topic}`}
      encType={hasFiles ? 'multipart/form-data' : undefined}
      noValidate
      aria-describedby={errorOf(form, 'files') ? 'files-error' : undefined}
    >
      <Csrf token={page.csrf} />
      <input type="hidden" name="key" value={page.key} />
      <TopicFields page={page} form={form} />
      {answerBy && (
        <p>{topic === 'dispute' ? t('contest.answerBy', { day: day(answerBy) }) : t('answering.answerBy', { day: day(answerBy) })}</p>
      )}
      <button className="btn wide">{buttonOf(topic, t)}</button>
    </form>
  );
}

/** What one is about to commit to, in one sentence; changing it leads back to the form. */
function Check({ page }: { page: AnswerPageOf }) {
  const { frame, t, money, day } = useFrame();
  const { topic, values, claim, amount } = page;
  const dueOn = day(typed({ values, wrong: null }, 'dueOn'));
  const numbers = claim.lines.filter(({ invoiceId }) => values.invoiceIds?.includes(invoiceId)).map(({ number }) => number);
  const sum = amount ? money(amount) : '';
  return (
    <form className="card" method="post" action={`${frame.base}/answers/${topic}`}>
      <Csrf token={page.csrf} />
      <input type="hidden" name="key" value={page.key} />
      {Object.entries(values).flatMap(([name, given]) =>
        given.map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
      )}
      <p>
        <strong>
          {topic === 'promise' ? t('check.promise', { amount: sum, day: dueOn }) : t('check.run', { amount: sum, day: dueOn })}
        </strong>
      </p>
      {numbers.length > 0 && <p>{t('check.invoices', { numbers: numbers.join(', ') })}</p>}
      <p>{t('check.next')}</p>
      <button className="btn wide" name="confirmed" value="yes">
        {t('check.button')}
      </button>
      <p>
        <button className="link" name="confirmed" value="change">
          {t('check.change')}
        </button>
      </p>
    </form>
  );
}

/** Help outside of this case, free and public. */
function PublicHelp() {
  const { t } = useFrame();
  return (
    <Card title={t('hardship.helpTitle')}>
      <ul>
        <li>
          {t('hardship.pcb')}{' '}
          <a href="https://www.economie.gouv.fr/points-conseil-budget" rel="noreferrer">
            economie.gouv.fr/points-conseil-budget
          </a>
        </li>
        <li>
          {t('hardship.bdf')}{' '}
          <a href="https://www.banque-france.fr/fr/a-votre-service/particuliers/surendettement" rel="noreferrer">
            banque-france.fr
          </a>
        </li>
      </ul>
    </Card>
  );
}

function leadOf(topic: AnswerPageOf['topic'], t: Words['t']): string {
  const leads: Record<AnswerPageOf['topic'], string> = {
    paid: t('paid.lead'),
    'payment-run': t('run.lead'),
    promise: t('promise.lead'),
    dispute: t('contest.lead'),
    'not-me': t('notMe.lead'),
    contact: t('contact.lead'),
    hardship: t('hardship.lead'),
    call: t('call.lead'),
    message: t('message.lead'),
    preferences: t('preferences.lead'),
  };
  return leads[topic];
}

function buttonOf(topic: AnswerPageOf['topic'], t: Words['t']): string {
  const buttons: Record<AnswerPageOf['topic'], string> = {
    paid: t('paid.button'),
    'payment-run': t('run.button'),
    promise: t('promise.button'),
    dispute: t('contest.button'),
    'not-me': t('notMe.button'),
    contact: t('contact.button'),
    hardship: t('hardship.button'),
    call: t('call.button'),
    message: t('message.button'),
    preferences: t('preferences.button'),
  };
  return buttons[topic];
}
