import { bookCharge } from './attempt-payment';
import { ripenBalance } from './balance';
import { expireIfDue, finishDebit } from './checkout';
import { confirmRefund, failRefund } from './refund';
import type { Simulation } from '../simulation';
import type { Task } from '../store';

/** Lets happen all that is due by the clock: settlements, captures, expiries, money becoming available. */
export function runDueTasks(sim: Simulation): void {
  const { store } = sim;
  const now = sim.clock();
  const due = store.tasks.filter((task) => task.at <= now);
  const openSessions = store.sessions.all.filter((s) => s.status === 'open' && s.expires_at <= sim.now());
  ripenBalance(sim);
  if (due.length === 0 && openSessions.length === 0) return;
  store.tasks = store.tasks.filter((task) => task.at > now);
  sim.during({ id: null, idempotency_key: null }, () => {
    for (const task of due) runTask(sim, task);
    for (const session of openSessions) expireIfDue(sim, session);
  });
}

function runTask(sim: Simulation, { kind, id }: Task): void {
  const { intents, charges, refunds } = sim.store;
  const intent = intents.get(id);
  const charge = charges.get(id);
  const refund = refunds.get(id);
  if (kind === 'settle' && intent) finishDebit(sim, intent);
  if (kind === 'capture' && charge) bookCharge(sim, charge);
  if (kind === 'refund_fails' && refund) failRefund(sim, refund);
  if (kind === 'refund_succeeds' && refund) confirmRefund(sim, refund);
}
