import type { MessageFacts, MessageLanguage } from '../template/message-facts';
import { dayText, moneyText } from '../template/message-format';
import type { TemplateKey } from '../template/message-texts';

/** The parts of a message that are laid out by us; a paragraph of its own in the body names one. */
export const messageParts = ['amount', 'invoices', 'pay', 'open', 'transfer', 'note', 'payment', 'instalments'] as const;
export type MessagePart = (typeof messageParts)[number];

/** How firmly a kind of message speaks: the tone goes with its place in the scenario, not with who writes its words. */
export type TemplateTone = 'kind' | 'firm' | 'last' | 'neutral';

interface Demands {
  readonly tone: TemplateTone;
  /** Of each group one must stand in the body. */
  readonly parts: ReadonlyArray<readonly [MessagePart, ...MessagePart[]]>;
  /** Fields whose value the reader must find in words, with how it is inserted. */
  readonly said?: ReadonlyArray<keyof typeof sayings>;
  /** The article that asks for it, where one does. */
  readonly article?: string;
}

/** Where the debtor pays: each case has it, whereas an account to transfer to may be missing. */
const pay = ['pay', 'open'] as const;
/** Words a collector adds would be lost without their place. */
const note = ['note'] as const;

/** What no words of a client's own may leave out (domain.md 1.1; C. civ. 1344; R124-6 CPCE). */
export const templateDemands: Readonly<Record<TemplateKey, Demands>> = {
  before_due: { tone: 'kind', parts: [['amount'], pay] },
  reminder_1: { tone: 'kind', parts: [['amount'], pay, note] },
  reminder_2: { tone: 'firm', parts: [['amount'], pay, note] },
  formal_notice: {
    tone: 'last',
    parts: [['amount'], ['invoices'], pay, note],
    said: ['totals.open', 'payBy'],
    article: '1344 C. civ.',
  },
  promise_confirmation: { tone: 'neutral', parts: [note], said: ['promise.amount', 'promise.on'] },
  payment_receipt: { tone: 'neutral', parts: [['payment']], article: 'R124-6 CPCE' },
  receipt: { tone: 'neutral', parts: [['payment']], said: ['debtor.name', 'creditor.name'], article: 'R124-6 CPCE' },
  attestation: { tone: 'neutral', parts: [], said: ['debtor.name', 'creditor.name', 'case.reference'] },
  plan_confirmation: { tone: 'neutral', parts: [['instalments'], note] },
  free_message: { tone: 'neutral', parts: [note] },
  answer_reply: { tone: 'neutral', parts: [note, pay] },
};

interface Saying {
  readonly insert: string;
  readonly value: (facts: MessageFacts, language: MessageLanguage) => string | null;
}

export const sayings = {
  'totals.open': {
    insert: '{{ totals.open | money }}',
    value: ({ totals }, language) => moneyText(totals.open, language),
  },
  payBy: { insert: '{{ payBy | day }}', value: ({ payBy }, language) => payBy && dayText(payBy, language) },
  'promise.amount': {
    insert: '{{ promise.amount | money }}',
    value: ({ promise }, language) => promise && moneyText(promise.amount, language),
  },
  'promise.on': { insert: '{{ promise.on | day }}', value: ({ promise }, language) => promise && dayText(promise.on, language) },
  'debtor.name': { insert: '{{ debtor.name }}', value: ({ debtor }) => debtor.name },
  'creditor.name': { insert: '{{ creditor.name }}', value: ({ speaker }) => speaker.creditor.name },
  'case.reference': { insert: '{{ case.reference }}', value: (facts) => facts.case.reference },
} as const satisfies Readonly<Record<string, Saying>>;

/** Is this a mise en demeure? It names itself and the article, in whatever language it is written (C. civ. 1344). */
export function isFormalNotice(text: string): boolean {
  return /\b1344\b/.test(text) && /\b(?:mise|mis|mettons|mettre) en demeure\b/iu.test(text);
}
