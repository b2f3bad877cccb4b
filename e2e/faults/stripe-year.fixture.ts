import { SetClock } from '@amiable/kernel';
import type Stripe from 'stripe';
import { startLocalStripe, type LocalStripe } from '../../apps/devkit/local-stripe/local-stripe';
import { KEY, SECRET, clientOf, openSession, pay } from '../../apps/devkit/local-stripe/sandbox';
import { abreast, dice } from './portfolio.fixture';

/** A checkout as the provider knows it. */
export interface ProviderPayment {
  readonly sessionId: string;
  readonly amountMinor: number;
}

/** A provider with a past: payments, refunds, disputes and payouts that all happened, and the events that told of them. */
export interface StripePast {
  readonly local: LocalStripe;
  readonly settings: { STRIPE_SECRET_KEY: string; STRIPE_WEBHOOK_SECRET: string; STRIPE_API_BASE: string };
  readonly payments: readonly ProviderPayment[];
  /** In the order they happened. */
  readonly events: readonly Stripe.Event[];
  /** What stands on the provider's balance, not paid out. */
  readonly balanceMinor: number;
  readonly paidOutMinor: number;
}

const wholeDebt = 250_000;

/** Lives through `count` payments: cards and debits, some refused, refunded up to three times, disputed, won, lost, returned, paid out. */
export async function liveThrough(count: number, seed: number): Promise<StripePast> {
  const clock = SetClock.at('2026-11-02');
  const local = await startLocalStripe({ port: 0, webhookSecret: SECRET, secretKey: KEY, clock: () => clock.now().epochMilliseconds });
  const stripe = clientOf(local);
  const random = dice(seed);
  const plans = Array.from({ length: count }, (_, i) => ({
    i,
    amount: random() < 0.3 ? wholeDebt : 1_000 + Math.floor(random() * 200_000),
    fate: random(),
  }));
  let paid = 0;
  const payments = await abreast(plans, 6, async ({ amount, fate }) => {
    const session = await openSession(stripe, amount);
    await payAndLive(stripe, local, session, fate);
    if ((paid += 1) % 150 === 0) local.control.payout();
    return { sessionId: session.id, amountMinor: amount };
  });
  const events: Stripe.Event[] = [];
  for await (const event of stripe.events.list({ limit: 100 })) events.unshift(event);
  const balance = await stripe.balance.retrieve();
  let paidOutMinor = 0;
  for await (const payout of stripe.payouts.list({ limit: 100 })) paidOutMinor += payout.amount;
  return {
    local,
    settings: { STRIPE_SECRET_KEY: KEY, STRIPE_WEBHOOK_SECRET: SECRET, STRIPE_API_BASE: local.url },
    payments,
    events,
    balanceMinor: [...balance.available, ...balance.pending].reduce((sum, part) => sum + part.amount, 0),
    paidOutMinor,
  };
}

async function payAndLive(stripe: Stripe, local: LocalStripe, session: Stripe.Checkout.Session, fate: number): Promise<void> {
  const bySepa = fate > 0.8;
  const card = fate < 0.03 ? '4000 0000 0000 0002' : '4242 4242 4242 4242'; // the first is declined
  const answer = await pay(
    session,
    bySepa ? { method: 'sepa_debit', iban: 'FR1420041010050500013M02606' } : { method: 'card', card_number: card },
  );
  if (answer.status >= 500) throw new Error(`the local Stripe answered ${answer.status}`);
  await live(stripe, local, session.id, fate);
}

async function live(stripe: Stripe, local: LocalStripe, sessionId: string, fate: number): Promise<void> {
  if (fate < 0.03 || (fate > 0.3 && fate < 0.8)) return; // declined, or paid and done
  const read = async () =>
    (await stripe.checkout.sessions.retrieve(sessionId, { expand: ['payment_intent'] })).payment_intent as Stripe.PaymentIntent;
  const intent = await read();
  if (fate > 0.8) local.control.settle(intent.id, fate > 0.97 ? 'failed' : 'succeeded');
  if (fate > 0.88) {
    if (fate > 0.92 && fate < 0.94) await stripe.refunds.create({ payment_intent: intent.id, amount: Math.floor(intent.amount / 3) }); // and the bank returns the whole
    if (fate < 0.94) local.control.openDispute((await read()).latest_charge as string);
    return;
  }
  if (fate > 0.8) return;
  const refunds = fate < 0.2 ? 1 + Math.floor(fate * 15) : 0; // one to three
  for (let n = 1; n <= refunds; n++) await stripe.refunds.create({ payment_intent: intent.id, amount: Math.floor(intent.amount / 5) });
  if (fate < 0.15) return;
  const dispute = local.control.openDispute(intent.latest_charge as string);
  if (fate > 0.18 && fate < 0.26) local.control.closeDispute(dispute.id, fate < 0.22 ? 'won' : 'lost');
}
