import type { AnswerForm, AnswerTopic, Claim, DebtorPage, Frame, GivenAnswer } from '../../../../libs/web-kit/src/debtor-pages';

const topics: readonly AnswerTopic[] = [
  'paid',
  'payment-run',
  'promise',
  'dispute',
  'not-me',
  'contact',
  'hardship',
  'call',
  'message',
  'preferences',
];

/** Every refusal a form of an answer can meet, with the facts the server gives. */
export const answerRefusals: ReadonlyArray<readonly [AnswerTopic, string, string | null, Record<string, string>?]> = [
  ['paid', 'NOT_AN_AMOUNT', 'amount'],
  ['paid', 'NOT_A_DAY', 'paidOn'],
  ['paid', 'DAY_IN_FUTURE', 'paidOn'],
  ['paid', 'DAY_TOO_OLD', 'paidOn'],
  ['paid', 'CHOICE_MISSING', 'means'],
  ['paid', 'FILE_KIND_NOT_ALLOWED', 'files', { file: 'virus.exe' }],
  ['paid', 'FILE_NOT_WHAT_IT_SAYS', 'files', { file: 'facture.pdf' }],
  ['paid', 'FILE_EMPTY', 'files', { file: 'facture.pdf' }],
  ['paid', 'FILE_TOO_LARGE', 'files', { file: 'facture.pdf', megabytes: '8' }],
  ['paid', 'PICTURE_TOO_LARGE', 'files', { file: 'photo.jpg', megapixels: '26' }],
  ['paid', 'PICTURE_UNREADABLE', 'files', { file: 'photo.jpg' }],
  ['paid', 'UPLOAD_TOO_MANY_FILES', 'files', { most: '3' }],
  ['paid', 'UPLOAD_TOO_LARGE', 'files', { megabytes: '24' }],
  ['promise', 'PROMISE_TOO_LATE', 'dueOn', { days: '30' }],
  ['promise', 'PROMISE_IN_PAST', 'dueOn'],
  ['promise', 'PROMISE_TOO_LARGE', 'amount', { amount: '1061.40', currency: 'EUR' }],
  ['promise', 'PROMISE_ALREADY_OPEN', null],
  ['payment-run', 'NOTHING_OWED', 'invoiceIds'],
  ['dispute', 'NO_INVOICE_CHOSEN', 'invoiceIds'],
  ['dispute', 'AMOUNT_NEEDS_ONE_INVOICE', 'amount'],
  ['dispute', 'RIGHT_AMOUNT_NOT_LESS', 'rightAmount', { amount: '742.50', currency: 'EUR' }],
  ['dispute', 'DISPUTE_TOO_LARGE', 'amount', { amount: '742.50', currency: 'EUR' }],
  ['dispute', 'DISPUTE_ALREADY_OPEN', 'invoiceIds'],
  ['dispute', 'TEXT_MISSING', 'note'],
  ['contact', 'NOT_AN_EMAIL', 'email'],
  ['contact', 'NOT_A_PHONE', 'phone'],
  ['contact', 'NOT_A_POSTCODE', 'postcode'],
  ['contact', 'ADDRESS_INCOMPLETE', 'addressLine'],
  ['contact', 'NOTHING_SAID', 'email'],
  ['call', 'SLOT_NOT_OFFERED', 'slot'],
  ['call', 'PHONE_MISSING', 'phone'],
  ['message', 'CASE_CLOSED', null],
  ['message', 'SOMETHING_NEW', null],
];

export const givenAnswers: readonly GivenAnswer[] = (
  [
    ['already_paid', 'open', { amount: '742.50', currency: 'EUR' }, '2026-11-09'],
    ['already_paid', 'refused', { amount: '742.50', currency: 'EUR' }, '2026-11-09'],
    ['already_paid', 'confirmed', { amount: '742.50', currency: 'EUR' }, '2026-11-09'],
    ['promise', 'done', { amount: '1061.40', currency: 'EUR', dueOn: '2026-11-20' }, null],
    ['payment_run', 'done', { amount: '318.90', currency: 'EUR', dueOn: '2026-11-27' }, null],
    ['dispute', 'open', { invoiceNumbers: 'F-2031, F-2047', amount: '1061.40', currency: 'EUR' }, '2026-11-16'],
    ['dispute', 'done', { invoiceNumbers: 'F-2031', amount: '742.50', currency: 'EUR' }, '2026-11-16'],
    ['not_me', 'open', {}, '2026-11-09'],
    ['contact_change', 'open', {}, '2026-11-05'],
    ['contact_change', 'confirmed', {}, '2026-11-05'],
    ['hardship', 'open', { overindebted: true, pausedUntil: '2026-12-02' }, '2026-11-05'],
    ['call_back', 'open', { from: '2026-11-03T08:00:00Z', to: '2026-11-03T10:00:00Z' }, null],
    ['call_back', 'done', { from: '2026-11-03T08:00:00Z', to: '2026-11-03T10:00:00Z' }, null],
    ['message', 'open', {}, '2026-11-04'],
    ['message', 'done', {}, '2026-11-04'],
    ['preferences', 'done', { language: 'fr', email: true, calls: false }, null],
  ] as const
).map(([kind, state, facts, followUpOn], n) => ({
  id: `reply-${n}`,
  reference: `R-4F8A21C${n.toString(16).toUpperCase()}`,
  kind,
  state,
  givenOn: '2026-11-02',
  followUpOn,
  facts,
  note: kind === 'message' || kind === 'dispute' ? 'Le colis est arrivé ouvert.\nIl manque une pièce.' : null,
  reply: state === 'refused' || (state === 'done' && kind !== 'promise') ? 'F-2031: OK.' : null,
  repliedOn: state === 'open' ? null : '2026-11-04',
  files: kind === 'dispute' || kind === 'already_paid' ? [{ id: `document-${n}`, filename: 'avis-de-virement.pdf' }] : [],
}));

/** The pages of the answers in every state, for one frame and claim. */
export function answerPages(frame: (path: string) => Frame, csrf: string, claim: Claim): Record<string, DebtorPage> {
  const form = (topic: AnswerTopic, change: Partial<AnswerForm> = {}): DebtorPage => ({
    ...frame(`/answers/${topic}`),
    kind: 'answer',
    csrf,
    claim,
    topic,
    step: 'form',
    key: '0193a1b2-0000-7000-8000-000000000001',
    values: {},
    error: null,
    days: topic === 'promise' || topic === 'payment-run' || topic === 'paid' ? { first: '2026-11-02', last: '2026-12-02' } : null,
    answerBy: topic === 'promise' || topic === 'payment-run' || topic === 'call' || topic === 'preferences' ? null : '2026-11-09',
    slots: topic === 'call' ? [{ from: '2026-11-03T08:00:00Z', to: '2026-11-03T10:00:00Z' }] : [],
    knownPhone: topic === 'call' ? '•• •• •• 12' : null,
    amount: null,
    ...change,
  });
  const noted = (answer: GivenAnswer) => ({
    ...frame(`/answers/noted/${answer.id}`),
    kind: 'answer_noted' as const,
    csrf,
    claim,
    answer,
    takesFiles: answer.state === 'open' && (answer.kind === 'dispute' || answer.kind === 'already_paid'),
    from: null,
    error: null,
  });
  const check = {
    step: 'check',
    values: { dueOn: ['2026-11-20'], invoiceIds: ['i-2031'] },
    amount: { amount: '742.50', currency: 'EUR' },
  } as const;
  return {
    ...Object.fromEntries(topics.map((topic) => [`reply-${topic}`, form(topic)])),
    'reply-promise-check': form('promise', check),
    'reply-payment-run-check': form('payment-run', check),
    'reply-dispute-of-amount': form('dispute', {
      values: { reason: ['wrong_amount'], invoiceIds: ['i-2031'], note: ['Le devis dit <autre chose> & moins'] },
    }),
    ...Object.fromEntries(
      answerRefusals.map(([topic, code, field, facts = {}]) => [
        `reply-${topic}-${code}`,
        form(topic, { error: { code, field, facts }, values: { note: ['Mes mots'] } }),
      ]),
    ),
    ...Object.fromEntries(givenAnswers.map((answer, n) => [`noted-${n}-${answer.kind}`, noted(answer)])),
    'noted-proof-missing': {
      ...noted(givenAnswers.find(({ kind, state }) => kind === 'dispute' && state === 'open')!),
      from: 'ledger',
      error: { code: 'FILE_MISSING', field: 'files', facts: {} },
    },
    'left-alone': { ...frame('/claim'), kind: 'left_alone', reference: 'R-4F8A21C0', answerBy: '2026-11-09' },
    'claim-with-answers': { ...frame('/claim'), kind: 'claim', csrf, claim, answers: givenAnswers, notice: null },
  };
}
