import type { LineDocument } from './debtor-claim';
import type { MoneyText } from './debtor-frame';

/** One line of the list of a company's accountant; `key` names it within its case. */
export interface ListedLine {
  readonly key: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly open: MoneyText;
  readonly amount: MoneyText;
  readonly state: 'settled' | 'disputed' | 'in_process' | 'promised' | 'overdue' | 'due';
  readonly answeredFor: string | null; // the day promised or of the payment run
  readonly choosable: boolean;
  readonly chosen: boolean;
  readonly document: LineDocument | null;
}

export interface InvoiceList {
  readonly q: string;
  readonly show: 'all' | 'open' | 'due' | 'overdue' | 'disputed' | 'promised' | 'in_process' | 'settled';
  readonly sort: 'due' | 'issued' | 'number' | 'largest' | 'smallest';
  readonly page: number;
  readonly pages: number;
  readonly all: number;
  readonly found: number;
  readonly foundOpen: MoneyText;
  readonly lines: readonly ListedLine[];
  readonly chosenElsewhere: string; // keys of lines chosen on other pages, joined by dots
  readonly choice: InvoiceChoice;
}

/** What is chosen on all pages of the list together. */
export interface InvoiceChoice {
  readonly keys: string; // joined by dots
  readonly count: number;
  readonly total: MoneyText;
  readonly numbers: readonly string[]; // the first of them
}

export type InvoiceAct = 'pay' | 'transfer' | 'promise' | 'in_process' | 'dispute' | 'not_received';

export type LedgerDifferenceKind =
  | 'missing_theirs'
  | 'missing_ours'
  | 'amount'
  | 'credit_unapplied'
  | 'paid_by_them'
  | 'paid_part_by_them'
  | 'paid_ours'
  | 'duplicate'
  | 'date'
  | 'number'
  | 'sign'
  | 'rounding'
  | 'currency';

/** One difference between the debtor's books and ours, and what it may become. */
export interface LedgerDifference {
  readonly key: string;
  readonly kind: LedgerDifferenceKind;
  readonly number: string; // ours, or theirs when we have none
  readonly theirNumber: string | null;
  readonly amount: MoneyText; // in question
  readonly ours: MoneyText | null;
  readonly theirs: MoneyText | null;
  readonly oursOn: string | null;
  readonly theirsOn: string | null;
  readonly line: number | null; // of their file
  readonly acts: ReadonlyArray<'dispute' | 'paid' | 'promise'>;
  readonly against: string | null; // the invoice a contestation would stand on, when it is another
  readonly acted: boolean;
  readonly document: LineDocument | null;
}

export interface LedgerComparison {
  readonly filename: string;
  readonly lines: number;
  readonly unread: readonly number[];
  readonly agreed: number;
  readonly agreedKeys: string; // of what both books say is open, joined by dots
  readonly oursOpen: MoneyText;
  readonly theirsOpen: MoneyText | null;
  readonly count: number; // of all differences
  readonly differences: readonly LedgerDifference[]; // of this page
  readonly page: number;
  readonly pages: number;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly suggestedDay: string;
}
