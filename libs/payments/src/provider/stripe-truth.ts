import { Temporal } from '@amiable/kernel';
import type Stripe from 'stripe';
import type { PaymentState } from '../payment/payment.states';
import type { ProviderTruth } from './payment-provider';

type Fact = ProviderTruth['facts'][number];

/** Stripe's objects of one payment as our facts: one per charge, refund and phase of a dispute (keys per object, trust.md 7.5). */
export function truthOfSession(
  session: Stripe.Checkout.Session,
  intent: Stripe.PaymentIntent | null,
  charge: Stripe.Charge | null,
  refunds: readonly Stripe.Refund[],
  disputes: readonly Stripe.Dispute[],
): ProviderTruth {
  const currency = (session.currency ?? 'eur').toUpperCase();
  const method = charge?.payment_method_details?.type === 'sepa_debit' ? 'sepa_debit' : 'card';
  const facts: Fact[] = [];
  const balance = charge?.balance_transaction as Stripe.BalanceTransaction | null | undefined;
  // A charge counts once its balance transaction exists: only then is the provider's fee known.
  if (charge && charge.status === 'succeeded' && charge.captured && balance) {
    const sourceKey = `stripe:${charge.id}`;
    facts.push({
      kind: 'payment',
      method,
      sourceKey,
      amountMinor: BigInt(charge.amount),
      providerFeeMinor: BigInt(balance.fee),
      currency,
      effectiveOn: dayOfSeconds(charge.created),
    });
    for (const refund of refunds) {
      if (refund.status !== 'succeeded') continue;
      facts.push({
        kind: 'refund',
        method,
        sourceKey: `stripe:${refund.id}`,
        reversesKey: sourceKey,
        amountMinor: -BigInt(refund.amount),
        providerFeeMinor: 0n,
        currency,
        effectiveOn: dayOfSeconds(refund.created),
      });
    }
    for (const dispute of disputes) {
      for (const line of dispute.balance_transactions) {
        const phase = line.amount < 0 ? 'out' : 'in';
        facts.push({
          kind: phase === 'out' ? 'chargeback' : 'chargeback_won',
          method,
          sourceKey: `stripe:${dispute.id}:${phase}`,
          reversesKey: sourceKey,
          amountMinor: BigInt(line.amount),
          providerFeeMinor: BigInt(line.fee),
          currency,
          effectiveOn: dayOfSeconds(line.created),
        });
      }
    }
  }
  return {
    state: stateOf(session, intent, facts),
    failure: intent?.last_payment_error?.decline_code ?? intent?.last_payment_error?.code ?? null,
    amountMinor: BigInt(session.amount_total ?? 0),
    currency,
    objectIds: intent ? [intent.id] : [],
    facts,
  };
}

function stateOf(session: Stripe.Checkout.Session, intent: Stripe.PaymentIntent | null, facts: readonly Fact[]): PaymentState {
  if (facts.some((fact) => fact.kind === 'payment')) return 'succeeded';
  if (session.status === 'expired') return 'expired';
  if (intent?.status === 'processing' || intent?.status === 'succeeded') return 'processing';
  if (session.status === 'complete') return 'failed'; // completed, then the debit was refused
  return 'started';
}

function dayOfSeconds(seconds: number): string {
  return Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
    .toZonedDateTimeISO('Europe/Paris')
    .toPlainDate()
    .toString();
}
