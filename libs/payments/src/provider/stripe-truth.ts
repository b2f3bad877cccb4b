import { Temporal } from '@amiable/kernel';
import type Stripe from 'stripe';
import type { PaymentState } from '../payment/payment.states';
import type { ProviderMeans, ProviderTruth } from './payment-provider';

type Fact = ProviderTruth['facts'][number];

/** Stripe's objects of one payment made on a checkout page. */
export function truthOfSession(
  session: Stripe.Checkout.Session,
  intent: Stripe.PaymentIntent | null,
  charge: Stripe.Charge | null,
  refunds: readonly Stripe.Refund[],
  disputes: readonly Stripe.Dispute[],
): ProviderTruth {
  const currency = (session.currency ?? 'eur').toUpperCase();
  const facts = factsOf(charge, refunds, disputes, currency);
  const method = typeof intent?.payment_method === 'object' ? intent.payment_method : null;
  return {
    state: stateOfSession(session, intent, facts),
    failure: failureOf(intent),
    amountMinor: BigInt(session.amount_total ?? 0),
    currency,
    objectIds: intent ? [intent.id] : [],
    facts,
    means: intent?.setup_future_usage === 'off_session' ? meansOfMethod(session.customer, method) : null,
  };
}

/** Stripe's objects of one payment collected without the payer. A bank that wants him present has refused it. */
export function truthOfIntent(
  intent: Stripe.PaymentIntent,
  charge: Stripe.Charge | null,
  refunds: readonly Stripe.Refund[],
  disputes: readonly Stripe.Dispute[],
): ProviderTruth {
  const currency = intent.currency.toUpperCase();
  const facts = factsOf(charge, refunds, disputes, currency);
  const underWay = intent.status === 'processing' || intent.status === 'succeeded';
  return {
    state: facts.some((fact) => fact.kind === 'payment') ? 'succeeded' : underWay ? 'processing' : 'failed',
    failure: failureOf(intent),
    amountMinor: BigInt(intent.amount),
    currency,
    objectIds: [intent.id],
    facts,
    means: null,
  };
}

/** A saved method in our words; null when it cannot be charged later. */
export function meansOfMethod(customer: Stripe.Checkout.Session['customer'], method: Stripe.PaymentMethod | null): ProviderMeans | null {
  const customerRef = typeof customer === 'string' ? customer : customer?.id;
  if (!customerRef || !method) return null;
  const { card, sepa_debit: debit } = method;
  if (method.type === 'card' && card) {
    const lastDay = Temporal.PlainYearMonth.from({ year: card.exp_year, month: card.exp_month }).toPlainDate({ day: 31 });
    return { customerRef, methodRef: method.id, kind: 'card', brand: card.brand, last4: card.last4, expiresOn: lastDay.toString() };
  }
  if (method.type === 'sepa_debit' && debit)
    return { customerRef, methodRef: method.id, kind: 'sepa_debit', brand: null, last4: debit.last4 ?? null, expiresOn: null };
  return null;
}

/** One fact per charge, refund and phase of a dispute (keys per object, trust.md 7.5). */
function factsOf(
  charge: Stripe.Charge | null,
  refunds: readonly Stripe.Refund[],
  disputes: readonly Stripe.Dispute[],
  currency: string,
): Fact[] {
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
  return facts;
}

function failureOf(intent: Stripe.PaymentIntent | null): string | null {
  return intent?.last_payment_error?.decline_code ?? intent?.last_payment_error?.code ?? null;
}

function stateOfSession(session: Stripe.Checkout.Session, intent: Stripe.PaymentIntent | null, facts: readonly Fact[]): PaymentState {
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
