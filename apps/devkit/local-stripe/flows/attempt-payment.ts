import type Stripe from 'stripe';
import { moveBalance } from './balance';
import { openDispute } from './dispute';
import { cardFee, SEPA_FEE } from '../objects/balance-transaction';
import { newCharge, type StoredCharge } from '../objects/charge';
import type { CardInstrument, Decline, Instrument, Payer, SepaInstrument } from '../objects/instrument';
import type { StoredIntent } from '../objects/payment-intent';
import { newPaymentMethod } from '../objects/payment-method';
import type { Simulation } from '../simulation';

const THREE_MINUTES = 180_000;

/** Tries to collect the intent with an instrument, fresh or kept. The outcome is read from the intent's status. */
export function attemptPayment(sim: Simulation, intent: StoredIntent, instrument: Instrument, payer: Payer, keptId?: string): void {
  intent.payment_method = keptId ?? sim.store.paymentMethods.add(newPaymentMethod(instrument, payer, sim.now())).id;
  intent.last_payment_error = null;
  const side = sim.store.intentSides.get(intent.id) ?? { session: null };
  sim.store.intentSides.set(intent.id, { ...side, instrument, payer });

  if (instrument.type === 'sepa_debit') return startDebit(sim, intent, instrument, payer);
  if (!instrument.challenge) return chargeCard(sim, intent, instrument, payer, false);
  intent.status = 'requires_action';
  intent.next_action = {
    redirect_to_url: { return_url: side.returnUrl ?? null, url: `${sim.publicUrl}/3ds/${intent.id}` },
    type: 'redirect_to_url',
  };
  sim.emit('payment_intent.requires_action', intent);
}

/** The payer has answered the 3-D Secure question. Answers only count while one is asked. */
export function answerChallenge(sim: Simulation, intent: StoredIntent, approved: boolean): void {
  const side = sim.store.intentSides.get(intent.id);
  if (intent.status !== 'requires_action' || side?.instrument?.type !== 'card' || !side.payer) return;
  intent.next_action = null;
  if (approved) return chargeCard(sim, intent, side.instrument, side.payer, true);
  failIntent(sim, intent, {
    code: 'payment_intent_authentication_failure',
    message:
      'The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.',
    type: 'card_error',
  });
}

/** Charges a kept method without the payer: what would ask him something is refused instead, as the bank would. */
export function attemptOffSession(sim: Simulation, intent: StoredIntent, methodId: string, instrument: Instrument, payer: Payer): void {
  if (instrument.type === 'sepa_debit') return attemptPayment(sim, intent, instrument, payer, methodId);
  if (!instrument.challenge)
    return attemptPayment(sim, intent, { ...instrument, decline: instrument.decline ?? instrument.declineLater }, payer, methodId);
  intent.payment_method = methodId;
  sim.store.intentSides.set(intent.id, { session: null, instrument, payer });
  failIntent(sim, intent, {
    code: 'authentication_required',
    decline_code: 'authentication_required',
    message: 'Your card was declined. This transaction requires authentication.',
    type: 'card_error',
  });
}

function chargeCard(sim: Simulation, intent: StoredIntent, card: CardInstrument, payer: Payer, authenticated: boolean): void {
  const charge = addCharge(sim, intent, card, payer, authenticated, card.decline);
  if (card.decline) {
    sim.emit('charge.failed', charge);
    return failIntent(sim, intent, {
      charge: charge.id,
      code: card.decline.code,
      ...(card.decline.declineCode && { decline_code: card.decline.declineCode }),
      message: card.decline.message,
      type: 'card_error',
    });
  }
  succeed(sim, intent, charge);
}

function startDebit(sim: Simulation, intent: StoredIntent, account: SepaInstrument, payer: Payer): void {
  const charge = addCharge(sim, intent, account, payer, false);
  intent.status = 'processing';
  sim.emit('charge.pending', charge);
  sim.emit('payment_intent.processing', intent);
  const { sepaSettleMs } = sim.settings;
  if (sepaSettleMs !== 'manual') sim.later('settle', intent.id, account.slow ? THREE_MINUTES : sepaSettleMs);
}

/** The bank has answered a SEPA debit. Returns false when none is being processed. */
export function settleDebit(sim: Simulation, intent: StoredIntent, outcome?: 'succeeded' | 'failed'): boolean {
  const instrument = sim.store.intentSides.get(intent.id)?.instrument;
  const charge = sim.store.charges.get(intent.latest_charge ?? '');
  if (intent.status !== 'processing' || instrument?.type !== 'sepa_debit' || !charge) return false;
  if ((outcome ?? instrument.settles) === 'succeeded') {
    charge.paid = true;
    charge.status = 'succeeded';
    succeed(sim, intent, charge);
    return true;
  }
  charge.status = 'failed';
  charge.amount_captured = 0;
  charge.captured = false;
  charge.failure_code = 'insufficient_funds';
  charge.failure_message = "The customer's account has insufficient funds to cover this payment.";
  sim.emit('charge.failed', charge);
  failIntent(sim, intent, {
    charge: charge.id,
    code: 'payment_intent_payment_attempt_failed',
    decline_code: 'insufficient_funds',
    message: charge.failure_message,
    type: 'card_error',
  });
  return true;
}

function addCharge(
  sim: Simulation,
  intent: StoredIntent,
  instrument: Instrument,
  payer: Payer,
  authenticated: boolean,
  decline?: Decline,
): StoredCharge {
  const charge = sim.store.charges.add(
    newCharge({
      intent,
      instrument,
      paymentMethod: intent.payment_method ?? '',
      payer,
      authenticated,
      decline,
      receiptUrl: (id) => `${sim.publicUrl}/receipts/${id}`,
      created: sim.now(),
    }),
  );
  intent.latest_charge = charge.id;
  return charge;
}

function succeed(sim: Simulation, intent: StoredIntent, charge: StoredCharge): void {
  intent.status = 'succeeded';
  intent.amount_received = intent.amount;
  intent.next_action = null;
  sim.emit('charge.succeeded', charge);
  sim.emit('payment_intent.succeeded', intent);
  if (sim.settings.captureDelayMs > 0) sim.later('capture', charge.id, sim.settings.captureDelayMs);
  else bookCharge(sim, charge);
}

/** The money of a succeeded charge enters the balance, less the fee. */
export function bookCharge(sim: Simulation, charge: StoredCharge): void {
  if (charge.balance_transaction) return;
  const isCard = charge.payment_method_details?.type === 'card';
  charge.balance_transaction = moveBalance(sim, {
    type: isCard ? 'charge' : 'payment',
    reportingCategory: 'charge',
    amount: charge.amount,
    fee: isCard ? cardFee(charge.amount) : SEPA_FEE,
    currency: charge.currency,
    source: charge.id,
    description: charge.description,
    later: true,
  }).id;
  sim.emit('charge.updated', charge, { balance_transaction: null });
  const after = sim.store.intentSides.get(charge.payment_intent ?? '')?.instrument?.after;
  if (after?.kind === 'dispute') openDispute(sim, charge, { reason: after.reason, inquiry: after.inquiry });
}

function failIntent(sim: Simulation, intent: StoredIntent, error: Stripe.PaymentIntent.LastPaymentError): void {
  const method = sim.store.paymentMethods.get(intent.payment_method ?? '');
  intent.status = 'requires_payment_method';
  intent.next_action = null;
  intent.payment_method = null;
  intent.last_payment_error = { ...error, ...(method && { payment_method: method }) };
  sim.emit('payment_intent.payment_failed', intent);
}
