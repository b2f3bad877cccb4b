import type { MessageLanguage } from './message-facts';
import { messageTextsDe } from './message-texts.de';
import { messageTextsEn } from './message-texts.en';
import { messageTextsEs } from './message-texts.es';
import { messageTextsFr } from './message-texts.fr';
import { messageTextsIt } from './message-texts.it';
import { messageTextsNl } from './message-texts.nl';

export const templateKeys = [
  'before_due',
  'reminder_1',
  'reminder_2',
  'formal_notice',
  'promise_confirmation',
  'payment_receipt',
  'receipt',
  'attestation',
  'plan_confirmation',
  'free_message',
  'answer_reply',
] as const;
export type TemplateKey = (typeof templateKeys)[number];

/**
 * The words of one template, in Liquid. In the body, paragraphs are parted by an empty line; a paragraph that is only
 * `[invoices]`, `[amount]`, `[pay]`, `[open]`, `[transfer]`, `[note]`, `[payment]` or `[instalments]` is that part of the message;
 * one that starts with `# ` is a heading. A paragraph that comes out empty is left out. Plain text: no HTML.
 */
export interface MessageText {
  readonly subject: string;
  readonly preheader: string; // shown by mail readers beside the subject
  readonly title: string; // the object of the letter, the heading of the e-mail
  readonly body: string;
}

/** Sentences that stand around the body, the same for every template. */
export interface FixedTexts {
  readonly greeting: string;
  readonly closing: string;
  readonly signature: string;
  readonly mandate: string;
  readonly firstLetter: string;
  readonly basis: string;
  readonly noCosts: string;
  readonly howToPay: string;
  readonly late: string;
  readonly formalNotice: string; // the sentence by which a letter is a mise en demeure
  readonly lawIntro: string;
  readonly frenchIntro: string; // before the mandatory statements in French; empty in French itself
  readonly dataNotice: string;
  readonly dataShort: string;
  readonly holder: string;
  readonly verify: string;
  readonly sentBy: string;
  readonly access: string;
  readonly words: Readonly<Record<FixedWord, string>>;
}

export type FixedWord =
  | 'invoice'
  | 'dueOn'
  | 'open'
  | 'disputed'
  | 'invoices'
  | 'amountDue'
  | 'total'
  | 'claim'
  | 'principal'
  | 'late'
  | 'lateInterest'
  | 'lateIndemnity'
  | 'latePenalty'
  | 'lateTotal'
  | 'interest'
  | 'accessories'
  | 'paid'
  | 'payButton'
  | 'openButton'
  | 'address'
  | 'reference'
  | 'code'
  | 'transfer'
  | 'holder'
  | 'bankReference'
  | 'amount'
  | 'qrAlt'
  | 'qrHint'
  | 'receiptNumber'
  | 'received'
  | 'method'
  | 'openAfter'
  | 'method_card'
  | 'method_sepa_debit'
  | 'method_transfer'
  | 'method_cheque'
  | 'method_cash'
  | 'method_other'
  | 'instalment'
  | 'day'
  | 'law'
  | 'french'
  | 'data'
  | 'caseReference'
  | 'ourReference'
  | 'phone'
  | 'page'
  | 'payment'
  | 'plan';

const texts = { fr: messageTextsFr, en: messageTextsEn, de: messageTextsDe, es: messageTextsEs, it: messageTextsIt, nl: messageTextsNl };

export const messageTexts = inEach(({ templates }) => templates);
export const fixedTexts = inEach(({ fixed }) => fixed);

function inEach<T>(part: (of: { readonly templates: Record<TemplateKey, MessageText>; readonly fixed: FixedTexts }) => T) {
  return Object.fromEntries(Object.entries(texts).map(([language, of]) => [language, part(of)])) as Record<MessageLanguage, T>;
}
