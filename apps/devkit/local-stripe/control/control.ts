import type Stripe from 'stripe';
import { known } from '../api/route';
import { runDueTasks } from '../flows/tasks';
import { finishDebit } from '../flows/checkout';
import { closeDispute, isClosed, openDispute, type DisputeOptions } from '../flows/dispute';
import { createPayout, payPayout } from '../flows/payout';
import { failRefund } from '../flows/refund';
import { StripeRefusal } from '../http/refusal';
import type { Fault, Faults } from '../http/faults';
import type { StoredDispute } from '../objects/dispute';
import type { StoredIntent } from '../objects/payment-intent';
import type { StoredPayout } from '../objects/payout';
import type { StoredRefund } from '../objects/refund';
import type { Simulation } from '../simulation';
import type { Delivery } from '../webhooks/delivery';
import type { Postman } from '../webhooks/postman';
import { shuffled } from '../webhooks/shuffle';

export interface Disorder {
  /** Shuffles by this seed; the same seed gives the same order. */
  seed?: number;
  /** How often each event is posted, 1 by default. */
  times?: number;
  /** Only events of this type. */
  type?: string;
}

const BY_HAND: Stripe.Event.Request = { id: null, idempotency_key: null };

/** What tests and the demo may do to the world: the bank, the payer's bank, the network. Mirrored under `/_control`. */
export class Control {
  constructor(
    private readonly sim: Simulation,
    private readonly postman: Postman,
    readonly faults: Faults,
  ) {}

  /** Webhooks wait until `release`. */
  hold(): void {
    this.postman.hold();
  }

  /** Lets held webhooks go, in order, shuffled or several times. Returns the number of posts. */
  release(disorder: Disorder = {}): number {
    return this.postman.release((ids) => disordered(ids, disorder));
  }

  /** Posts an event again (by its id), or all past events. Returns the number of posts. */
  redeliver(eventId: string | 'all', disorder: Disorder = {}): number {
    const { events } = this.sim.store;
    const chosen = eventId === 'all' ? events.all : [known(events, 'event', eventId)];
    const ids = disordered(
      chosen.filter((e) => !disorder.type || e.type === disorder.type).map((e) => e.id),
      disorder,
    );
    this.postman.send(ids.filter((id) => this.sim.store.deliveries.has(id)));
    return ids.length;
  }

  /** Every charge there ever was. */
  charges(): Stripe.Charge[] {
    return this.sim.store.charges.all;
  }

  deliveries(): Delivery[] {
    return [...this.sim.store.deliveries.values()];
  }

  /** True when every webhook is delivered or given up within the time. */
  whenIdle(timeoutMs = 10_000): Promise<boolean> {
    return this.postman.whenIdle(timeoutMs);
  }

  /** The bank answers a SEPA debit now; without an outcome, as its test IBAN says. */
  settle(intentId: string, outcome?: 'succeeded' | 'failed'): StoredIntent {
    return this.act(() => {
      const intent = known(this.sim.store.intents, 'payment_intent', intentId);
      if (!finishDebit(this.sim, intent, outcome)) {
        throw StripeRefusal.invalid(`No SEPA debit of ${intentId} is being processed; its status is ${intent.status}.`);
      }
      return intent;
    });
  }

  openDispute(chargeId: string, options: DisputeOptions = {}): StoredDispute {
    return this.act(() => openDispute(this.sim, known(this.sim.store.charges, 'charge', chargeId), options));
  }

  /** By the dispute's id or its charge's. */
  closeDispute(id: string, outcome: 'won' | 'lost'): StoredDispute {
    return this.act(() => {
      const { disputes } = this.sim.store;
      const dispute = disputes.all.findLast((d) => d.charge === id && !isClosed(d)) ?? known(disputes, 'dispute', id);
      closeDispute(this.sim, dispute, outcome);
      return dispute;
    });
  }

  /** The bank of a kept card says no from now on (or yes again), as when an account is empty. */
  declineKept(methodId: string, declineCode: string | null): void {
    this.act(() => {
      const kept = this.sim.store.keptMethods.get(methodId);
      if (kept?.instrument.type !== 'card') throw StripeRefusal.missing('PaymentMethod', methodId);
      kept.instrument = {
        ...kept.instrument,
        declineLater: declineCode === null ? undefined : { code: 'card_declined', declineCode, message: 'Your card was declined.' },
      };
    });
  }

  failRefund(refundId: string): StoredRefund {
    return this.act(() => {
      const refund = known(this.sim.store.refunds, 'refund', refundId);
      if (!failRefund(this.sim, refund)) throw StripeRefusal.invalid(`Refund ${refundId} has failed already.`);
      return refund;
    });
  }

  /** All of the balance; what is pending is made available first unless `onlyAvailable`. Paid at once unless `paid: false`. */
  payout(options: { onlyAvailable?: boolean; paid?: boolean } = {}): StoredPayout {
    return this.act(() => {
      const payout = createPayout(this.sim, options.onlyAvailable);
      if (options.paid !== false) payPayout(this.sim, payout);
      return payout;
    });
  }

  markPaid(payoutId: string): StoredPayout {
    return this.act(() => {
      const payout = known(this.sim.store.payouts, 'payout', payoutId);
      if (!payPayout(this.sim, payout)) throw StripeRefusal.invalid(`Payout ${payoutId} is paid already.`);
      return payout;
    });
  }

  /** Strikes the next requests to `/v1`. */
  fault(fault: Fault): void {
    this.faults.add(fault);
  }

  /** Changes how long captures and settlements take. */
  set(settings: Partial<Simulation['settings']>): void {
    Object.assign(this.sim.settings, settings);
  }

  /** Lets happen what is due by the clock; a fake clock needs this call after it was moved. */
  tick(): void {
    runDueTasks(this.sim);
  }

  private act<T>(change: () => T): T {
    return this.sim.during(BY_HAND, change);
  }
}

function disordered(ids: string[], { seed, times = 1 }: Disorder): string[] {
  const many = Array.from({ length: times }, () => ids).flat();
  return seed === undefined ? many : shuffled(many, seed);
}
