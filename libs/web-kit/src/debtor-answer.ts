import type { MoneyText } from './debtor-frame';

/** What a debtor can tell us on a page of its own; also the last part of its address. */
export type AnswerTopic =
  | 'paid'
  | 'payment-run'
  | 'promise'
  | 'dispute'
  | 'not-me'
  | 'contact'
  | 'hardship'
  | 'call'
  | 'message'
  | 'preferences';

/** What a debtor told us, and what became of it. Days and instants are ISO texts. */
export interface GivenAnswer {
  readonly id: string;
  readonly reference: string;
  readonly kind:
    | 'already_paid'
    | 'payment_run'
    | 'promise'
    | 'dispute'
    | 'not_me'
    | 'contact_change'
    | 'hardship'
    | 'call_back'
    | 'message'
    | 'preferences';
  readonly state: 'open' | 'confirmed' | 'refused' | 'done';
  readonly givenOn: string;
  readonly followUpOn: string | null; // we answer until this day
  readonly facts: Readonly<Record<string, string | boolean | null>>;
  readonly note: string | null;
  readonly reply: string | null;
  readonly repliedOn: string | null;
  readonly files: ReadonlyArray<{ readonly id: string; readonly filename: string }>;
}

/** A form of the debtor as it was typed, with what it may offer. */
export interface AnswerForm {
  readonly topic: AnswerTopic;
  readonly step: 'form' | 'check';
  readonly key: string; // the form sent twice is one answer
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly error: { readonly code: string; readonly facts: Readonly<Record<string, string>>; readonly field: string | null } | null;
  readonly days: { readonly first: string; readonly last: string } | null; // between which a day may lie
  readonly answerBy: string | null; // the day we would answer until
  readonly slots: ReadonlyArray<{ readonly from: string; readonly to: string }>;
  readonly knownPhone: string | null; // masked
  readonly amount: MoneyText | null; // on the check page: what the answer comes to
}
