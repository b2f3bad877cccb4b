import type { DebtorLanguage } from '@amiable/identity';
import type { DemoClient } from './clients';

export type Method = 'card' | 'sepa_debit' | 'transfer' | 'cheque' | 'direct';
export type Temper = 'prompt' | 'slow' | 'late' | 'bad';

export interface DemoDebtor {
  readonly id: string;
  readonly client: DemoClient;
  readonly reference: string;
  readonly kind: 'company' | 'person';
  readonly name: string;
  readonly siren: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: readonly [line: string, postcode: string, city: string, country: string];
  readonly language: DebtorLanguage;
  readonly temper: Temper;
}

/** Money of one day; `invoice` null leaves the allocation to the law. Minor units. */
export interface Pay {
  readonly day: number;
  readonly minor: number;
  readonly invoice: DemoInvoice | null;
  readonly method: Method;
  /** Takes back an earlier pay. */
  readonly reverses?: { readonly pay: Pay; readonly kind: 'refund' | 'chargeback' };
}

export interface DemoInvoice {
  readonly id: string;
  readonly debtor: DemoDebtor;
  readonly number: string;
  readonly issued: number;
  readonly due: number;
  readonly minor: number;
  readonly description: string;
  /** The day it was handed over; null: it never was. */
  placed: number | null;
  pays: Pay[];
}

export interface DemoDispute {
  readonly id: string;
  readonly invoice: DemoInvoice;
  readonly reason: 'not_received' | 'defective' | 'wrong_amount' | 'already_paid' | 'other';
  readonly note: string;
  readonly minor: number;
  readonly opened: number;
  readonly closed: number | null;
  readonly upheld: boolean;
  readonly answer: string | null;
  readonly openedBy: 'staff' | 'debtor';
}

export interface DemoPromise {
  readonly id: string;
  readonly minor: number;
  readonly made: number;
  readonly due: number;
  readonly madeBy: 'staff' | 'debtor';
}

export interface DemoPlan {
  readonly id: string;
  readonly agreed: number;
  readonly minor: number;
  readonly instalments: ReadonlyArray<{ readonly number: number; readonly due: number; readonly minor: number }>;
}

export interface DemoCall {
  readonly day: number;
  readonly outcome: string;
  readonly note: string;
  readonly callBack: number | null;
}

/** A step that was done: which, and on what day. */
export interface DoneStep {
  readonly id: string;
  readonly stepNo: number;
  readonly day: number;
}

export interface DemoCase {
  readonly id: string;
  readonly client: DemoClient;
  readonly debtor: DemoDebtor;
  readonly reference: string;
  readonly opened: number;
  readonly feePercent: string;
  readonly ownerIndex: number | null;
  readonly invoices: DemoInvoice[];
  pays: Pay[];
  dispute: DemoDispute | null;
  promise: DemoPromise | null;
  plan: DemoPlan | null;
  hold: { readonly from: number; readonly until: number; readonly reason: string } | null;
  gaveUp: { readonly day: number; readonly reason: 'withdrawn' | 'uncollectible' } | null;
  calls: DemoCall[];
  done: DoneStep[];
  next: { readonly stepNo: number; readonly due: number } | null;
}
