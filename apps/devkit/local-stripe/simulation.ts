import type Stripe from 'stripe';
import { inSeconds, type Clock } from './clock';
import { newEvent } from './objects/event';
import type { Store, Task } from './store';

export interface SimulationSettings {
  /** How long a SEPA debit stays in `processing`; `manual` waits for the control to settle it. */
  sepaSettleMs: number | 'manual';
  /** Between `charge.succeeded` and its balance transaction (`automatic_async` capture). */
  captureDelayMs: number;
  /** The largest SEPA debit, in minor units. */
  sepaLimit: number;
}

type Request = Stripe.Event.Request;
const NO_REQUEST: Request = { id: null, idempotency_key: null };

/** What every flow works with: the objects, the time, the origin of the change, and the bell for webhooks. */
export class Simulation {
  publicUrl = '';
  private origin: Request = NO_REQUEST;

  constructor(
    readonly store: Store,
    readonly clock: Clock,
    readonly settings: SimulationSettings,
    private readonly onEvent: (event: Stripe.EventBase) => void,
    private readonly onChange: () => void,
  ) {}

  /** Seconds, as Stripe writes instants. */
  now(): number {
    return inSeconds(this.clock());
  }

  /** Runs one change on behalf of a request. Changes never await, so they cannot mix. */
  during<T>(request: Request, change: () => T): T {
    const before = this.origin;
    this.origin = request;
    try {
      return change();
    } finally {
      this.origin = before;
      this.onChange();
    }
  }

  emit(
    type: Stripe.Event['type'],
    object: Stripe.EventBase['data']['object'],
    previousAttributes?: Stripe.EventBase['data']['previous_attributes'],
  ): void {
    const event = newEvent({ type, object, previousAttributes, request: { ...this.origin }, created: this.now() });
    this.store.events.add(event);
    this.onEvent(event);
  }

  later(kind: Task['kind'], id: string, delayMs: number): void {
    this.store.tasks.push({ at: this.clock() + delayMs, kind, id });
  }

  changed(): void {
    this.onChange();
  }
}
