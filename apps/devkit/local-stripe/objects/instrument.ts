/** What the payer typed, reduced to what may be kept: never the full number, never the CVC. */
export interface CardInstrument {
  type: 'card';
  brand: string;
  last4: string;
  country: string;
  expMonth: number;
  expYear: number;
  fingerprint: string;
  /** 3-D Secure must be passed before the card is charged. */
  challenge: boolean;
  decline?: Decline;
  /** Refused when it is charged without the payer, though it could be kept. */
  declineLater?: Decline;
  after?: AfterSuccess;
}

export interface SepaInstrument {
  type: 'sepa_debit';
  bankCode: string;
  branchCode: string;
  country: string;
  last4: string;
  fingerprint: string;
  settles: 'succeeded' | 'failed';
  /** Stripe's "after at least three minutes" accounts. */
  slow: boolean;
  after?: AfterSuccess;
}

export type Instrument = CardInstrument | SepaInstrument;

/** What happens by itself once the money came in. */
export type AfterSuccess = { kind: 'dispute'; reason: string; inquiry?: boolean } | { kind: 'refund_fails' } | { kind: 'refund_pending' };

export interface Decline {
  code: 'card_declined' | 'expired_card' | 'incorrect_cvc' | 'processing_error';
  declineCode: string | null;
  message: string;
}

export interface Payer {
  name: string | null;
  email: string | null;
}
