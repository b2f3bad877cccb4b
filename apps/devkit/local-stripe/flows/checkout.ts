import { answerChallenge, attemptPayment, settleDebit } from './attempt-payment';
import { keepMethod } from './keep-method';
import { StripeRefusal } from '../http/refusal';
import { customerDetails, type StoredSession } from '../objects/checkout-session';
import type { Instrument, Payer } from '../objects/instrument';
import { newPaymentIntent, type StoredIntent } from '../objects/payment-intent';
import type { Simulation } from '../simulation';

/**
 * The payer has pressed "pay". Does nothing when the session is no longer open or a payment is under way,
 * so pressing twice charges once.
 */
export function submitSession(sim: Simulation, session: StoredSession, instrument: Instrument, payer: Payer): StoredIntent | null {
  expireIfDue(sim, session);
  if (session.status !== 'open') return null;
  const intent = intentOf(sim, session);
  if (intent.status === 'requires_action') dropChallenge(intent);
  if (intent.status !== 'requires_payment_method') return null;
  attemptPayment(sim, intent, instrument, payer);
  completeIfPaid(sim, session, intent);
  return intent;
}

/** The answer to the 3-D Secure question asked from the hosted page or from a confirmed intent. */
export function finishChallenge(sim: Simulation, intent: StoredIntent, approved: boolean): void {
  const session = sessionOf(sim, intent);
  if (session) expireIfDue(sim, session);
  if (session && session.status !== 'open') return;
  answerChallenge(sim, intent, approved);
  if (session) completeIfPaid(sim, session, intent);
}

/** SEPA: after days, the bank's yes or no. */
export function finishDebit(sim: Simulation, intent: StoredIntent, outcome?: 'succeeded' | 'failed'): boolean {
  if (!settleDebit(sim, intent, outcome)) return false;
  const session = sessionOf(sim, intent);
  if (!session) return true;
  if (intent.status === 'succeeded') {
    session.payment_status = 'paid';
    sim.emit('checkout.session.async_payment_succeeded', session);
  } else {
    sim.emit('checkout.session.async_payment_failed', session);
  }
  return true;
}

export function expireIfDue(sim: Simulation, session: StoredSession): void {
  if (session.status === 'open' && session.expires_at <= sim.now()) expire(sim, session);
}

/** @throws StripeRefusal when the session is no longer open. */
export function expireSession(sim: Simulation, session: StoredSession): void {
  expireIfDue(sim, session);
  if (session.status !== 'open') {
    throw StripeRefusal.invalid(
      'Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ' + `"${session.status}".`,
    );
  }
  expire(sim, session);
}

function expire(sim: Simulation, session: StoredSession): void {
  session.status = 'expired';
  session.url = null;
  const intent = sim.store.intents.get(session.payment_intent ?? '');
  if (intent) cancelIntent(sim, intent, 'expired');
  sim.emit('checkout.session.expired', session);
}

export function cancelIntent(sim: Simulation, intent: StoredIntent, reason: StoredIntent['cancellation_reason']): boolean {
  if (!['requires_payment_method', 'requires_confirmation', 'requires_action'].includes(intent.status)) return false;
  intent.status = 'canceled';
  intent.canceled_at = sim.now();
  intent.cancellation_reason = reason;
  intent.next_action = null;
  sim.emit('payment_intent.canceled', intent);
  return true;
}

function intentOf(sim: Simulation, session: StoredSession): StoredIntent {
  const known = sim.store.intents.get(session.payment_intent ?? '');
  if (known) return known;
  const side = sim.store.sessionSides.get(session.id);
  const intent = sim.store.intents.add(
    newPaymentIntent({
      amount: session.amount_total ?? 0,
      currency: session.currency ?? 'eur',
      customer: session.customer,
      description: side?.intentDescription,
      metadata: side?.intentMetadata,
      allowedTypes: session.allowed_payment_method_types,
      receiptEmail: side?.receiptEmail,
      statementDescriptorSuffix: side?.statementDescriptorSuffix,
      created: sim.now(),
    }),
  );
  session.payment_intent = intent.id;
  if (side?.keeps) intent.setup_future_usage = 'off_session';
  sim.store.intentSides.set(intent.id, { session: session.id, returnUrl: `${sim.publicUrl}/c/pay/${session.id}` });
  sim.emit('payment_intent.created', intent);
  return intent;
}

/** Going back to the form from a challenge leaves it unanswered. */
function dropChallenge(intent: StoredIntent): void {
  intent.status = 'requires_payment_method';
  intent.next_action = null;
}

function completeIfPaid(sim: Simulation, session: StoredSession, intent: StoredIntent): void {
  if (intent.status !== 'succeeded' && intent.status !== 'processing') return;
  const payer = sim.store.intentSides.get(intent.id)?.payer;
  const side = sim.store.intentSides.get(intent.id);
  if (sim.store.sessionSides.get(session.id)?.keeps && intent.payment_method && side?.instrument && side.payer) {
    keepMethod(sim, session, intent.payment_method, side.instrument, side.payer);
    intent.customer = session.customer;
  }
  session.status = 'complete';
  session.payment_status = intent.status === 'succeeded' ? 'paid' : 'unpaid';
  session.url = null;
  session.customer_details = customerDetails(payer?.email ?? session.customer_email, payer?.name ?? null);
  sim.emit('checkout.session.completed', session);
}

function sessionOf(sim: Simulation, intent: StoredIntent): StoredSession | undefined {
  return sim.store.sessions.get(sim.store.intentSides.get(intent.id)?.session ?? '');
}
