import { newBalanceTransaction, type MovementFacts, type StoredBalanceTransaction } from '../objects/balance-transaction';
import type { Simulation } from '../simulation';

const DAY = 86_400;
/** Charges become available some days later; everything else counts at once. */
const AVAILABLE_AFTER_DAYS = 3;

/** Books one movement on the merchant's Stripe balance. */
export function moveBalance(
  sim: Simulation,
  facts: Omit<MovementFacts, 'created' | 'availableOn'> & { later?: boolean },
): StoredBalanceTransaction {
  const created = sim.now();
  const availableOn = facts.later ? (Math.floor(created / DAY) + AVAILABLE_AFTER_DAYS) * DAY : created;
  return sim.store.movements.add(newBalanceTransaction({ ...facts, created, availableOn }));
}

/** Money whose day has come turns from pending to available. */
export function ripenBalance(sim: Simulation, all = false): void {
  const now = sim.now();
  for (const movement of sim.store.movements.all) {
    if (movement.status === 'pending' && (all || movement.available_on <= now)) movement.status = 'available';
  }
}
