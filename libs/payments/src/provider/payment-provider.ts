import type { DebtorLanguage } from '@amiable/identity';
import type { MoneyFact } from '../movement/money-fact';
import type { PaymentState } from '../payment/payment.states';

/** What the provider is asked to collect. The amount comes from us, never from a browser. */
export interface CheckoutRequest {
  readonly idempotencyKey: string;
  readonly clientId: string;
  readonly paymentId: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly label: string;
  readonly statementName: string;
  readonly language: DebtorLanguage;
  readonly email: string | null;
  readonly successUrl: string;
  readonly cancelUrl: string;
  readonly expiresAt: Date;
  /** Keep the card or the account for what was agreed: later instalments are collected with it. */
  readonly keepsMeans: boolean;
}

/** Asks for a card or an account to keep, without a payment. */
export interface SetupRequest extends Omit<CheckoutRequest, 'paymentId' | 'amountMinor' | 'label' | 'statementName' | 'keepsMeans'> {
  readonly meansId: string;
}

/** A means of payment kept at the provider: what it is charged by, and what a person recognises it by. Never its number. */
export interface ProviderMeans {
  readonly customerRef: string;
  readonly methodRef: string;
  readonly kind: 'card' | 'sepa_debit';
  readonly brand: string | null;
  readonly last4: string | null;
  readonly expiresOn: string | null;
}

/** What became of the page that asks for a means of payment. */
export interface SetupTruth {
  readonly state: 'asked' | 'on_file' | 'failed';
  readonly means: ProviderMeans | null;
}

/** A payment collected without the payer: of an instalment he agreed to, with the means he put on file. */
export interface OffSessionCharge {
  readonly idempotencyKey: string;
  readonly clientId: string;
  readonly paymentId: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly label: string;
  readonly means: Pick<ProviderMeans, 'customerRef' | 'methodRef' | 'kind'>;
}

/** A part of a payment that goes back. */
export interface RefundRequest {
  readonly idempotencyKey: string;
  /** What the payment is known by at the provider. */
  readonly sessionId: string;
  readonly amountMinor: bigint;
}

export interface Checkout {
  readonly sessionId: string;
  readonly url: string;
}

/** What the provider says of a payment now, read with our own key. */
export interface ProviderTruth {
  readonly state: PaymentState;
  readonly failure: string | null;
  readonly amountMinor: bigint;
  readonly currency: string;
  /** Other objects of the same payment, to recognise their events. */
  readonly objectIds: readonly string[];
  readonly facts: ReadonlyArray<Omit<MoneyFact, 'clientId' | 'caseId' | 'paymentId' | 'invoiceIds'>>;
  /** The means it was paid with, when the provider keeps it. */
  readonly means?: ProviderMeans | null;
}

/** A verified message of the provider: a hint that something changed, never a fact by itself. */
export interface ProviderEvent {
  readonly id: string;
  readonly type: string;
  readonly apiVersion: string;
  /** Objects the event speaks of, the most telling first. */
  readonly objectIds: readonly string[];
}

/** Money paid out by the provider to the trust account: which movements it holds. */
export interface ProviderPayout {
  readonly id: string;
  readonly arrivedOn: string;
  readonly currency: string;
  readonly parts: ReadonlyArray<{ readonly sourceKey: string; readonly netMinor: bigint }>;
}

/** The message is not the provider's: its signature is wrong or too old. */
export class BadSignature extends Error {}

/** The port to a payment provider. The ledger knows none of them; Stripe is the first adapter. */
export abstract class PaymentProvider {
  abstract readonly name: string;
  abstract openCheckout(request: CheckoutRequest): Promise<Checkout>;
  /** Ends an open checkout so that nothing can be paid there any more; answers false when it is paid or in process. */
  abstract closeCheckout(sessionId: string): Promise<boolean>;
  /** By what the payment is known there: its checkout, or the payment itself when the payer was not present. */
  abstract readPayment(sessionId: string): Promise<ProviderTruth>;
  abstract openSetup(request: SetupRequest): Promise<Checkout>;
  abstract readSetup(sessionId: string): Promise<SetupTruth>;
  /**
   * Charges a means on file; the same key again is the same charge. Answers what the payment is known by at the provider, also when
   * the bank refused it: the outcome is read, never assumed. Fails only when nothing was begun, or nobody knows.
   */
  abstract chargeOffSession(charge: OffSessionCharge): Promise<string>;
  /** The charge that was begun for this payment, when its answer was lost; null when there is none. */
  abstract findOffSession(charge: OffSessionCharge): Promise<string | null>;
  /** Sends a part of a payment back, the way it came; the same key again is the same refund. Throws ProviderRefusedRefund. Answers what the refund is known by. */
  abstract refund(request: RefundRequest): Promise<string>;
  /** Forgets a means of payment for good; one that is gone already changes nothing. */
  abstract forgetMeans(methodRef: string): Promise<void>;
  /** Finds the session an object belongs to; null when it is not one of ours. */
  abstract sessionOf(objectId: string): Promise<string | null>;
  /** Throws BadSignature. */
  abstract verifyEvent(rawBody: Buffer, signature: string | undefined, now: Date): ProviderEvent;
  abstract readPayout(payoutId: string): Promise<ProviderPayout | null>;
}
