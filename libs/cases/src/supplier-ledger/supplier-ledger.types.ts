/** What the debtor's own books say of us, line by line. Days are `yyyy-mm-dd`, amounts signed minor units: what they owe us is positive. */
export interface TheirLine {
  /** Line of their file, as an editor shows it. */
  readonly line: number;
  readonly kind: 'invoice' | 'credit_note' | 'payment';
  readonly number: string;
  /** Everything else written on the line: our number may stand there while theirs stands in front. */
  readonly text: string;
  readonly on: string | null;
  readonly dueOn: string | null;
  readonly amount: bigint;
  /** What they still mean to pay of it; null when their file does not say. */
  readonly open: bigint | null;
  readonly currency: string;
}

/** An invoice or credit note as we know it. */
export interface OurInvoice {
  readonly id: string;
  readonly number: string;
  readonly kind: 'invoice' | 'credit_note';
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly amount: bigint;
  readonly open: bigint;
  readonly currency: string;
  /** Contested already, wholly or in part. */
  readonly disputed?: boolean;
}

/** Money we received on the case. */
export interface OurPayment {
  readonly on: string;
  readonly amount: bigint;
}

export interface OurLedger {
  readonly invoices: readonly OurInvoice[];
  readonly payments: readonly OurPayment[];
}

export const differenceKinds = [
  'missing_theirs',
  'missing_ours',
  'amount',
  'credit_unapplied',
  'paid_by_them',
  'paid_part_by_them',
  'paid_ours',
  'duplicate',
  'date',
  'number',
  'sign',
  'rounding',
  'currency',
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** One way in which the two books do not agree. */
export interface Difference {
  /** Names the difference as long as the two books stay as they are. */
  readonly key: string;
  readonly kind: DifferenceKind;
  readonly ours: OurInvoice | null;
  readonly theirs: TheirLine | null;
  /** The amount in question, minor units, never negative; 0 when no amount is. */
  readonly amount: bigint;
}

export interface Comparison {
  readonly differences: readonly Difference[];
  /** Invoices of ours on which both books say the same. */
  readonly agreed: readonly OurInvoice[];
  readonly oursOpen: bigint;
  /** Null when their file does not say what is open. */
  readonly theirsOpen: bigint | null;
}
