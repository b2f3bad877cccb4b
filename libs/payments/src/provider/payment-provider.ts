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
  abstract readPayment(sessionId: string): Promise<ProviderTruth>;
  /** Finds the session an object belongs to; null when it is not one of ours. */
  abstract sessionOf(objectId: string): Promise<string | null>;
  /** Throws BadSignature. */
  abstract verifyEvent(rawBody: Buffer, signature: string | undefined, now: Date): ProviderEvent;
  abstract readPayout(payoutId: string): Promise<ProviderPayout | null>;
}
