import type { AnswerForm, AnswerTopic, GivenAnswer } from '../../../../libs/web-kit/src/debtor-pages';
import { locales, type Words } from '../i18n/words';

/** The heading of each form, also the title of the tab. */
export function titleOfTopic(topic: AnswerTopic, t: Words['t']): string {
  const titles: Record<AnswerTopic, string> = {
    paid: t('paid.title'),
    'payment-run': t('run.title'),
    promise: t('promise.title'),
    dispute: t('contest.title'),
    'not-me': t('notMe.title'),
    contact: t('contact.title'),
    hardship: t('hardship.title'),
    call: t('call.title'),
    message: t('message.title'),
    preferences: t('preferences.title'),
  };
  return titles[topic];
}

/** « mardi 3 novembre 2026, entre 9:00 et 11:00 »: a window of a call, in Paris time. */
export function windowText(from: string, to: string, { language, t }: Words): string {
  const locale = locales[language];
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'Europe/Paris' });
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Paris' });
  return t('call.window', { day: day.format(new Date(from)), from: time.format(new Date(from)), to: time.format(new Date(to)) });
}

/** What is wrong and what to do; that nothing was recorded nor charged is said beside it. */
export function answerErrorOf({ code, facts }: NonNullable<AnswerForm['error']>, { t, money }: Words): string {
  const file = facts.file ?? '';
  const amount = facts.amount ? money({ amount: facts.amount, currency: facts.currency ?? 'EUR' }) : '';
  switch (code) {
    case 'NOT_AN_AMOUNT':
      return t('answeringError.notAnAmount');
    case 'NOT_A_DAY':
      return t('answeringError.notADay');
    case 'DAY_IN_FUTURE':
      return t('answeringError.dayInFuture');
    case 'DAY_TOO_OLD':
      return t('answeringError.dayTooOld');
    case 'PROMISE_TOO_LATE':
      return t('answeringError.dayTooLate', { days: facts.days ?? '30' });
    case 'PROMISE_IN_PAST':
      return t('answeringError.dayInPast');
    case 'PROMISE_TOO_LARGE':
    case 'DISPUTE_TOO_LARGE':
      return t('answeringError.tooLarge', { amount });
    case 'PROMISE_ALREADY_OPEN':
      return t('answeringError.promiseOpen');
    case 'NOTHING_OWED':
      return t('answeringError.nothingOwed');
    case 'NO_INVOICE_CHOSEN':
      return t('answeringError.noInvoice');
    case 'AMOUNT_NEEDS_ONE_INVOICE':
      return t('answeringError.oneInvoice');
    case 'RIGHT_AMOUNT_NOT_LESS':
      return t('answeringError.rightAmount', { amount });
    case 'DISPUTE_ALREADY_OPEN':
      return t('answeringError.disputeOpen');
    case 'TEXT_MISSING':
      return t('answeringError.words');
    case 'CHOICE_MISSING':
      return t('answeringError.choice');
    case 'NOT_AN_EMAIL':
      return t('answeringError.email');
    case 'NOT_A_PHONE':
      return t('answeringError.phone');
    case 'NOT_A_POSTCODE':
      return t('answeringError.postcode');
    case 'ADDRESS_INCOMPLETE':
      return t('answeringError.address');
    case 'NOTHING_SAID':
      return t('answeringError.nothingSaid');
    case 'SLOT_NOT_OFFERED':
      return t('answeringError.slot');
    case 'PHONE_MISSING':
      return t('answeringError.phoneMissing');
    case 'CASE_CLOSED':
      return t('answeringError.caseClosed');
    case 'FILE_KIND_NOT_ALLOWED':
      return t('answeringError.fileKind', { file });
    case 'FILE_NOT_WHAT_IT_SAYS':
    case 'PICTURE_UNREADABLE':
      return t('answeringError.fileWrong', { file });
    case 'FILE_EMPTY':
      return t('answeringError.fileEmpty', { file });
    case 'FILE_TOO_LARGE':
      return t('answeringError.fileLarge', { file });
    case 'PICTURE_TOO_LARGE':
      return t('answeringError.pictureLarge', { file });
    case 'FILE_MISSING':
      return t('answeringError.fileMissing');
    case 'ANSWER_SETTLED':
      return t('answeringError.settled');
    case 'TOO_MANY_FILES':
      return t('answeringError.enoughFiles', { most: facts.most ?? '12' });
    case 'UPLOAD_TOO_MANY_FILES':
    case 'UPLOAD_TOO_LARGE':
      return t('answeringError.tooMany');
    default:
      return t('answeringError.other');
  }
}

const factText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What was said, in a few words. */
export function whatWasSaid({ kind, facts }: GivenAnswer, { t, money, day }: Words): string {
  const amount = () => money({ amount: factText(facts.amount), currency: factText(facts.currency) || 'EUR' });
  switch (kind) {
    case 'already_paid':
      return t('given.paid', { amount: amount() });
    case 'promise':
      return t('given.promise', { amount: amount(), day: day(factText(facts.dueOn)) });
    case 'payment_run':
      return t('given.run', { amount: amount(), day: day(factText(facts.dueOn)) });
    case 'dispute':
      return t('given.dispute', { numbers: factText(facts.invoiceNumbers) });
    case 'not_me':
      return t('given.notMe');
    case 'contact_change':
      return t('given.contact');
    case 'hardship':
      return t('given.hardship');
    case 'call_back':
      return t('given.call');
    case 'message':
      return t('given.message');
    case 'preferences':
      return t('given.preferences');
  }
}

/** Where it stands: received, waiting for whom and until when, or what came of it. */
export function whereItStands({ kind, state, followUpOn, facts }: GivenAnswer, words: Words): string {
  const { t, day } = words;
  if (state === 'confirmed') return kind === 'already_paid' ? t('given.found') : t('given.confirmed');
  if (state === 'refused') return kind === 'already_paid' ? t('given.notFound') : t('given.refused');
  if (state === 'done') return kind === 'promise' || kind === 'payment_run' || kind === 'preferences' ? t('given.noted') : t('given.done');
  if (kind === 'call_back') return t('given.callAt', { window: windowText(factText(facts.from), factText(facts.to), words) });
  if (!followUpOn) return t('given.received');
  return kind === 'dispute' ? t('given.waitingCreditor', { day: day(followUpOn) }) : t('given.waiting', { day: day(followUpOn) });
}
