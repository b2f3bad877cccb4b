import type { DebtorPage, InvoiceAct } from '../../../../libs/web-kit/src/debtor-pages';
import { useFrame } from '../frame';
import type { Words } from '../i18n/words';
import { Help } from '../parts/contact';
import { Csrf, ErrorSummary } from '../parts/layout';
import { TextArea, TextField } from '../parts/text-field';

type Answer = Extract<DebtorPage, { kind: 'answer_invoices' }>;

/** One answer for all that is chosen: what it is, what follows, and the one thing to fill in. */
export function AnswerInvoicesPage({ page }: { page: Answer }) {
  const { frame, t, money, day } = useFrame();
  const { act, choice } = page;
  const error = page.error && errorWords(page.error, t);
  const asksDay = act === 'promise' || act === 'in_process';
  const field = !page.error
    ? null
    : asksDay && dayCodes.has(page.error.code)
      ? 'day'
      : page.error.code === 'CHOICE_MISSING'
        ? 'reason-wrong_amount'
        : page.error.code === 'TEXT_MISSING'
          ? 'note'
          : null;
  const rest = choice.count - choice.numbers.length;
  return (
    <div className="column">
      {error && <ErrorSummary message={error} field={field} />}
      <h1>{titleOf(act, t)}</h1>
      <form className="card" method="post" action={`${frame.base}/invoices/answer`} noValidate>
        <Csrf token={page.csrf} />
        <input type="hidden" name="do" value={act} />
        <input type="hidden" name="s" value={choice.keys} />
        <p className="amount">{money(choice.total)}</p>
        <p>
          {rest > 0
            ? t('answer.choiceAndMore', { numbers: choice.numbers.join(', '), rest })
            : t('answer.choice', { numbers: choice.numbers.join(', ') })}
        </p>
        <p>{nextWords(act, day(page.answerBy), t)}</p>
        {asksDay && (
          <TextField
            id="day"
            name="day"
            type="date"
            width="short"
            label={act === 'promise' ? t('answer.promiseDay') : t('answer.runDay')}
            hint={t('promise.onHint', { first: day(page.firstDay), last: day(page.lastDay) })}
            error={field === 'day' ? error : null}
            value={page.day}
            first={page.firstDay}
            last={page.lastDay}
          />
        )}
        {act === 'dispute' && <Reasons chosen={page.reason} />}
        {(act === 'dispute' || act === 'not_received') && (
          <TextArea
            id="note"
            name="note"
            label={t('answer.note')}
            hint={t('answer.noteHint')}
            value={page.note}
            error={field === 'note' ? error : null}
            most={2_000}
            required={false}
          />
        )}
        <button className="btn wide">{buttonOf(act, t)}</button>
      </form>
      <p>
        <a href={`${frame.base}/invoices?s=${choice.keys}`}>{t('answer.back')}</a>
      </p>
      <Help about={t('frame.caseNumber', { reference: page.claim.reference })} />
    </div>
  );
}

function Reasons({ chosen }: { chosen: string }) {
  const { t } = useFrame();
  const reasons = [
    ['wrong_amount', t('reason.wrongAmount')],
    ['defective', t('reason.defective')],
    ['already_paid', t('reason.alreadyPaid')],
    ['not_mine', t('reason.notMine')],
    ['other', t('reason.other')],
  ] as const;
  return (
    <fieldset className="field">
      <legend>
        <strong>{t('answer.reason')}</strong>
      </legend>
      {reasons.map(([value, label]) => (
        <div className="box" key={value}>
          <input type="radio" name="reason" id={`reason-${value}`} value={value} defaultChecked={chosen === value} />
          <label htmlFor={`reason-${value}`}>{label}</label>
        </div>
      ))}
    </fieldset>
  );
}

function titleOf(act: InvoiceAct, t: Words['t']): string {
  switch (act) {
    case 'pay':
      return t('answer.payTitle');
    case 'transfer':
      return t('answer.transferTitle');
    case 'promise':
      return t('answer.promiseTitle');
    case 'in_process':
      return t('answer.inProcessTitle');
    case 'dispute':
      return t('answer.disputeTitle');
    case 'not_received':
      return t('answer.notReceivedTitle');
  }
}

function nextWords(act: InvoiceAct, answerBy: string, t: Words['t']): string {
  switch (act) {
    case 'pay':
      return t('payAll.how');
    case 'transfer':
      return t('answer.transferNext');
    case 'promise':
      return t('answer.promiseNext');
    case 'in_process':
      return t('answer.inProcessNext');
    case 'dispute':
      return t('answer.disputeNext', { day: answerBy });
    case 'not_received':
      return t('answer.notReceivedNext', { day: answerBy });
  }
}

function buttonOf(act: InvoiceAct, t: Words['t']): string {
  switch (act) {
    case 'pay':
      return t('pay.button');
    case 'transfer':
      return t('answer.transferButton');
    case 'promise':
      return t('answer.promiseButton');
    case 'in_process':
      return t('answer.inProcessButton');
    case 'dispute':
      return t('answer.disputeButton');
    case 'not_received':
      return t('answer.notReceivedButton');
  }
}

const dayCodes = new Set(['NOT_A_DAY', 'PROMISE_IN_PAST', 'PROMISE_TOO_LATE']);

/** Every failure says what happened, that no money moved, and what to do now. */
function errorWords({ code, facts }: NonNullable<Answer['error']>, t: Words['t']): string {
  switch (code) {
    case 'NOT_A_DAY':
      return t('answerError.notADay');
    case 'PROMISE_IN_PAST':
      return t('answerError.inPast');
    case 'PROMISE_TOO_LATE':
      return t('answerError.tooLate', { days: facts.days ?? '30' });
    case 'CHOICE_MISSING':
      return t('answerError.reasonMissing');
    case 'TEXT_MISSING':
      return t('answerError.words');
    case 'NO_INVOICE_CHOSEN':
    case 'DISPUTE_ALREADY_OPEN':
    case 'NOTHING_OWED':
      return t('answerError.gone');
    default:
      return t('answerError.other');
  }
}
