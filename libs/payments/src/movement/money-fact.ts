/** Money that really moved, as the outside world proves it: a provider's object, a bank line, a declaration. */
export interface MoneyFact {
  readonly clientId: string;
  readonly caseId: string;
  readonly paymentId?: string | null;
  readonly kind: 'payment' | 'refund' | 'chargeback' | 'chargeback_won';
  readonly method: 'card' | 'sepa_debit' | 'transfer' | 'cheque' | 'direct';
  /** Names the fact, unique per client: `stripe:ch_...`, `bank:...`. The same key again changes nothing. */
  readonly sourceKey: string;
  /** The source key of the payment that a refund or chargeback takes back. */
  readonly reversesKey?: string | null;
  /** The invoices the payer chose; null leaves it to the law. */
  readonly invoiceIds?: readonly string[] | null;
  /** Signed minor units: money in is positive. */
  readonly amountMinor: bigint;
  readonly providerFeeMinor: bigint;
  readonly currency: string;
  /** Civil day of value, `yyyy-mm-dd`. */
  readonly effectiveOn: string;
}
