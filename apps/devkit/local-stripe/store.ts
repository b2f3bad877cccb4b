import type Stripe from 'stripe';
import { Collection } from './collection';
import type { StoredBalanceTransaction } from './objects/balance-transaction';
import type { StoredCharge } from './objects/charge';
import type { StoredSession } from './objects/checkout-session';
import type { StoredDispute } from './objects/dispute';
import type { Instrument, Payer } from './objects/instrument';
import type { StoredIntent } from './objects/payment-intent';
import type { StoredPayout } from './objects/payout';
import type { StoredRefund } from './objects/refund';
import type { StoredSetup } from './objects/setup-intent';
import type { Delivery } from './webhooks/delivery';

/** What Stripe knows of a session and does not show in it. */
export interface SessionSide {
  lineItems: Stripe.LineItem[];
  intentMetadata: Stripe.Metadata;
  intentDescription: string | null;
  receiptEmail: string | null;
  statementDescriptorSuffix: string | null;
  /** The method is kept for later charges. */
  keeps?: boolean;
}

/** What stands behind a payment intent: its session, and how the last instrument used behaves. */
export interface IntentSide {
  session: string | null;
  instrument?: Instrument;
  payer?: Payer;
  returnUrl?: string;
}

/** Something that happens by itself at a later moment. */
export interface Task {
  at: number;
  kind: 'settle' | 'capture' | 'refund_fails' | 'refund_succeeds';
  id: string;
}

export interface StoredAnswer {
  fingerprint: string;
  at: number;
  requestId: string;
  /** Absent while the first request is still being worked on. */
  status?: number;
  body?: string;
}

/** All that the server knows. Written to the snapshot and read back whole. */
export class Store {
  readonly sessions = new Collection<StoredSession>();
  readonly intents = new Collection<StoredIntent>();
  readonly charges = new Collection<StoredCharge>();
  readonly refunds = new Collection<StoredRefund>();
  readonly disputes = new Collection<StoredDispute>();
  readonly payouts = new Collection<StoredPayout>();
  readonly movements = new Collection<StoredBalanceTransaction>();
  readonly events = new Collection<Stripe.EventBase>();
  readonly customers = new Collection<Stripe.Customer>();
  readonly paymentMethods = new Collection<Stripe.PaymentMethod>();
  readonly setups = new Collection<StoredSetup>();
  /** How a kept method behaves when it is charged again, and whose it is. */
  readonly keptMethods = new Map<string, { instrument: Instrument; payer: Payer }>();
  readonly prices = new Collection<Stripe.Price>();
  readonly priceNames = new Map<string, string>();
  readonly sessionSides = new Map<string, SessionSide>();
  readonly intentSides = new Map<string, IntentSide>();
  /** Balance transaction id to the payout that carried it out. */
  readonly paidOutBy = new Map<string, string>();
  readonly answers = new Map<string, StoredAnswer>();
  readonly deliveries = new Map<string, Delivery>();
  tasks: Task[] = [];

  toJSON(): Record<string, unknown> {
    const image: Record<string, unknown> = { format: 1 };
    for (const [name, part] of Object.entries(this)) {
      image[name] = part instanceof Collection ? part.all : part instanceof Map ? [...part] : part;
    }
    return image;
  }

  /** @throws when the snapshot was written by another format of this server. */
  static from(image: Record<string, unknown>): Store {
    if (image.format !== 1) throw new Error('the snapshot of the local Stripe has an unknown format');
    const store = new Store();
    for (const [name, part] of Object.entries(store)) {
      const saved = image[name];
      if (!Array.isArray(saved)) continue;
      if (part instanceof Collection) for (const item of saved) part.add(item);
      else if (part instanceof Map) for (const [key, value] of saved) part.set(key, value);
    }
    if (Array.isArray(image.tasks)) store.tasks = image.tasks as Task[];
    for (const [key, answer] of store.answers) if (answer.status === undefined) store.answers.delete(key);
    return store;
  }
}
