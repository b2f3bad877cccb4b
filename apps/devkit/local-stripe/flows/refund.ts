import type Stripe from 'stripe';
import { moveBalance } from './balance';
import { amountInWords } from '../amount';
import { StripeRefusal } from '../http/refusal';
import type { StoredCharge } from '../objects/charge';
import { newRefund, type StoredRefund } from '../objects/refund';
import type { Simulation } from '../simulation';

export interface RefundWish {
  amount?: number;
  reason?: Stripe.Refund['reason'];
  metadata?: Stripe.Metadata;
}

const LATER_MS = 2_000;

/** Gives back all that is left, or a part. @throws StripeRefusal above what is left. */
export function refundCharge(sim: Simulation, charge: StoredCharge, wish: RefundWish): StoredRefund {
  refuseUnlessRefundable(charge, wish.amount);
  const amount = wish.amount ?? charge.amount - charge.amount_refunded;
  const after = sim.store.intentSides.get(charge.payment_intent ?? '')?.instrument?.after?.kind;
  const refund = sim.store.refunds.add(
    newRefund({
      charge,
      amount,
      status: after === 'refund_pending' ? 'pending' : 'succeeded',
      reason: wish.reason,
      metadata: wish.metadata,
      created: sim.now(),
    }),
  );
  const before = { amount_refunded: charge.amount_refunded, refunded: charge.refunded };
  charge.amount_refunded += amount;
  charge.refunded = charge.amount_refunded === charge.amount;
  refund.balance_transaction = moveBalance(sim, {
    type: refund.id.startsWith('re_') ? 'refund' : 'payment_refund',
    reportingCategory: 'refund',
    amount: -amount,
    currency: charge.currency,
    source: refund.id,
    description: 'REFUND FOR CHARGE',
  }).id;
  sim.emit('charge.refunded', charge, before);
  sim.emit('refund.created', refund);
  if (after === 'refund_fails') sim.later('refund_fails', refund.id, LATER_MS);
  if (after === 'refund_pending') sim.later('refund_succeeds', refund.id, LATER_MS);
  return refund;
}

function refuseUnlessRefundable(charge: StoredCharge, wished?: number): void {
  const left = charge.amount - charge.amount_refunded;
  if (charge.status !== 'succeeded') {
    throw StripeRefusal.invalid(`Charge ${charge.id} has not succeeded and cannot be refunded.`, {
      code: 'charge_not_refundable',
    });
  }
  if (charge.refunded) {
    throw StripeRefusal.invalid(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' });
  }
  if (wished !== undefined && wished > left) {
    const { currency } = charge;
    throw StripeRefusal.invalid(
      `Refund amount (${amountInWords(wished, currency)}) is greater than unrefunded amount on charge (${amountInWords(left, currency)})`,
      { param: 'amount' },
    );
  }
}

/** The bank refuses the refund afterwards: the money returns to the balance. */
export function failRefund(sim: Simulation, refund: StoredRefund): boolean {
  const charge = sim.store.charges.get(refund.charge);
  if (!charge || refund.status === 'failed') return false;
  const before = { amount_refunded: charge.amount_refunded, refunded: charge.refunded };
  charge.amount_refunded -= refund.amount;
  charge.refunded = false;
  const previous = { status: refund.status };
  refund.status = 'failed';
  refund.failure_reason = 'expired_or_canceled_card';
  refund.failure_balance_transaction = moveBalance(sim, {
    type: 'refund_failure',
    reportingCategory: 'refund_failure',
    amount: refund.amount,
    currency: refund.currency,
    source: refund.id,
    description: 'REFUND FAILURE',
  }).id;
  sim.emit('charge.updated', charge, before);
  sim.emit('refund.failed', refund);
  tellUpdate(sim, refund, previous);
  return true;
}

export function confirmRefund(sim: Simulation, refund: StoredRefund): boolean {
  if (refund.status !== 'pending') return false;
  refund.status = 'succeeded';
  tellUpdate(sim, refund, { status: 'pending' });
  return true;
}

/** Stripe says it twice: under the new name and under the old one. */
function tellUpdate(sim: Simulation, refund: StoredRefund, previous: { status: string | null }): void {
  sim.emit('refund.updated', refund, previous);
  sim.emit('charge.refund.updated', refund, previous);
}
