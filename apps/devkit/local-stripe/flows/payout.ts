import { moveBalance, ripenBalance } from './balance';
import { StripeRefusal } from '../http/refusal';
import { newPayout, type StoredPayout } from '../objects/payout';
import type { Simulation } from '../simulation';

/**
 * Sends the whole balance to the bank account: first money whose day has not come is made available
 * (a demo cannot wait three days), unless `onlyAvailable`. @throws StripeRefusal when nothing is left to pay.
 */
export function createPayout(sim: Simulation, onlyAvailable = false, currency = 'eur'): StoredPayout {
  ripenBalance(sim, !onlyAvailable);
  const { store } = sim;
  const open = store.movements.all.filter((m) => m.status === 'available' && m.currency === currency && !store.paidOutBy.has(m.id));
  const amount = open.reduce((sum, m) => sum + m.net, 0);
  if (amount <= 0) {
    throw StripeRefusal.invalid('You have insufficient funds in your Stripe account for this payout.', {
      code: 'balance_insufficient',
    });
  }
  const payout = store.payouts.add(newPayout({ amount, currency, arrivalDate: sim.now(), created: sim.now() }));
  const movement = moveBalance(sim, {
    type: 'payout',
    reportingCategory: 'payout',
    amount: -amount,
    currency,
    source: payout.id,
    description: 'STRIPE PAYOUT',
  });
  payout.balance_transaction = movement.id;
  for (const paid of [...open, movement]) store.paidOutBy.set(paid.id, payout.id);
  sim.emit('payout.created', payout);
  return payout;
}

/** The bank has credited the payout. */
export function payPayout(sim: Simulation, payout: StoredPayout): boolean {
  if (payout.status === 'paid') return false;
  payout.status = 'paid';
  payout.reconciliation_status = 'completed';
  payout.trace_id = { status: 'supported', value: payout.id.slice(-12).toUpperCase() };
  sim.emit('payout.paid', payout);
  sim.emit('payout.reconciliation_completed', payout);
  return true;
}
