import type { MessageLanguage } from './message-facts';
import { messageTextsEn } from './message-texts.en';
import { messageTextsFr } from './message-texts.fr';

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
  readonly lawIntro: string;
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
  | 'payOnline'
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
  | 'data'
  | 'caseReference'
  | 'ourReference'
  | 'object'
  | 'phone'
  | 'page'
  | 'note'
  | 'payment'
  | 'plan';

export const messageTexts: Record<MessageLanguage, Record<TemplateKey, MessageText>> = {
  fr: messageTextsFr.templates,
  en: messageTextsEn.templates,
};
export const fixedTexts: Record<MessageLanguage, FixedTexts> = { fr: messageTextsFr.fixed, en: messageTextsEn.fixed };
