import type { MoneyText, Speaker } from './debtor-frame';
import type { PlanBanner } from './debtor-plan';

export interface ClaimLine {
  readonly invoiceId: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly amount: MoneyText;
  readonly paid: MoneyText;
  readonly open: MoneyText;
  readonly disputed: boolean;
  readonly description: string | null;
  readonly documents?: readonly LineDocument[]; // what the creditor shows of it, the invoice itself first
}

/** A document of an invoice; its file lies at `evidence/<id>`. */
export interface LineDocument {
  readonly id: string;
  readonly kind: 'invoice' | 'delivery_note' | 'terms' | 'other';
  readonly isPdf: boolean;
}

/** Why nothing is asked for now; `staff` is a reason of the house, which the debtor is not told. */
export interface ClaimHold {
  readonly kind:
    | 'staff'
    | 'transfer_announced'
    | 'payment_claimed'
    | 'hardship'
    | 'not_me'
    | 'wrong_person'
    | 'overindebted'
    | 'deceased'
    | 'insolvent';
  readonly until: string | null; // null: not by itself
}

/** A transfer the debtor says he made: awaited, later than usual, or not found. */
export interface AnnouncedTransfer {
  readonly state: 'awaited' | 'late' | 'not_found';
  readonly amount: MoneyText;
  readonly madeOn: string;
  readonly until: string;
}

/** How a dispute goes on: noted today, waiting for the creditor until a day, over that day, or answered. */
export interface DisputeProgress {
  readonly state: 'received' | 'waiting' | 'late' | 'upheld' | 'rejected';
  readonly invoiceNumber: string;
  readonly amount: MoneyText;
  readonly openedOn: string;
  readonly dueOn: string;
  readonly answer: string | null;
  readonly answeredOn: string | null;
}

/** The last try to pay that brought no money, or whose money went back. */
export interface FailedPayment {
  readonly kind: 'card_refused' | 'approval_refused' | 'debit_refused' | 'debit_returned' | 'card_returned';
  readonly amount: MoneyText;
  readonly on: string;
}

/** What has accrued from a company beside the principal, as of a day. */
export interface AccruedLate {
  readonly asOf: string;
  readonly interest: MoneyText;
  readonly indemnity: MoneyText;
  readonly penalty: MoneyText;
  readonly total: MoneyText;
  readonly provisional: boolean;
}

export interface Claim {
  readonly reference: string;
  readonly debtorName: string;
  readonly debtorKind?: 'company' | 'person';
  readonly speaker: Speaker;
  readonly lines: readonly ClaimLine[];
  readonly open: MoneyText;
  readonly toPay?: MoneyText; // what is asked for now: open less what is disputed; what "pay all" charges
  readonly paid: MoneyText;
  readonly late?: AccruedLate | null; // beside what is asked for; no page takes money for it
  readonly stage: 'before_due' | 'reminder' | 'call' | 'formal_notice';
  readonly next: { readonly step: 'email' | 'letter' | 'call'; readonly on: string } | null;
  readonly promise: { readonly amount: MoneyText; readonly on: string } | null;
  readonly payments: ReadonlyArray<{
    readonly on: string;
    readonly amount: MoneyText;
    readonly method: string;
    readonly receiptId: string | null;
  }>;
  readonly transfer: {
    readonly holder: string;
    readonly iban: string;
    readonly bic: string;
    readonly reference: string;
    readonly amount: MoneyText;
    readonly qrSvg: string;
  } | null;
  readonly partPayment: { readonly allowed: boolean; readonly smallest: MoneyText };
  readonly state: 'to_pay' | 'in_payment' | 'paid' | 'on_hold' | 'closed' | 'disputed';
  readonly firstLetter: { readonly reference: string; readonly on: string } | null;
  readonly hold?: ClaimHold | null;
  readonly closed?: { readonly reason: 'paid' | 'handed_back' | 'given_up'; readonly on: string } | null;
  readonly announced?: AnnouncedTransfer | null;
  readonly disputes?: readonly DisputeProgress[];
  readonly failed?: FailedPayment | null;
  readonly refundDue?: MoneyText | null; // paid in beyond what was owed
  readonly attestationId?: string | null; // proof that all is settled
  readonly today?: string;
  readonly plan?: PlanBanner | null;
}
