import { request, Agent } from 'node:http';
import { request as requestTls } from 'node:https';
import type Stripe from 'stripe';
import { inSeconds, type Clock } from '../clock';
import type { Store } from '../store';
import type { Delivery } from './delivery';
import { signatureOf } from './signature';

export interface PostmanOptions {
  url: string | undefined;
  secret: string;
  /** Waits before each retry; when they are used up the event is given up (it can be delivered again by hand). */
  retryDelaysMs: readonly number[];
  timeoutMs: number;
  concurrency: number;
}

/** Carries events to the webhook address: signed, several at once, again after a failure. Order is not promised. */
export class Postman {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });
  private readonly queue: string[] = [];
  private readonly retries = new Set<NodeJS.Timeout>();
  private underway = 0;
  private holding = false;
  private stopped = false;
  private idlers: Array<() => void> = [];

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly options: PostmanOptions,
    private readonly onChange: () => void,
  ) {}

  /** A new event: on its way at once, or kept while holding. */
  take(event: Stripe.EventBase): void {
    if (!this.options.url) return;
    event.pending_webhooks = 1;
    this.store.deliveries.set(event.id, {
      event: event.id,
      type: event.type,
      state: this.holding ? 'held' : 'waiting',
      attempts: [],
    });
    if (!this.holding) this.send([event.id]);
  }

  hold(): void {
    this.holding = true;
  }

  /** Lets held events go, in the order `arrange` gives them. Returns how many posts that makes. */
  release(arrange: (ids: string[]) => string[] = (ids) => ids): number {
    this.holding = false;
    const held = [...this.store.deliveries.values()].filter((d) => d.state === 'held');
    for (const delivery of held) delivery.state = 'waiting';
    const ids = arrange(held.map((d) => d.event));
    this.send(ids);
    return ids.length;
  }

  /** Posts these events (again), in this order as far as several at once allow. */
  send(ids: readonly string[]): void {
    if (!this.options.url) return;
    this.queue.push(...ids);
    this.pump();
  }

  /** After a restart: what was not delivered starts anew. */
  resume(): void {
    this.send([...this.store.deliveries.values()].filter((d) => d.state !== 'delivered' && d.state !== 'gave_up').map((d) => d.event));
  }

  get isHolding(): boolean {
    return this.holding;
  }

  /** Nothing queued, under way or waiting for a retry. Held events do not count. */
  get isIdle(): boolean {
    return this.underway === 0 && this.queue.length === 0 && this.retries.size === 0;
  }

  async whenIdle(timeoutMs: number): Promise<boolean> {
    if (this.isIdle) return true;
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), timeoutMs);
      this.idlers.push(() => {
        clearTimeout(timer);
        resolve(true);
      });
    });
  }

  stop(): void {
    this.stopped = true;
    for (const timer of this.retries) clearTimeout(timer);
    this.retries.clear();
    this.queue.length = 0;
    this.agent.destroy();
  }

  private pump(): void {
    while (!this.stopped && this.underway < this.options.concurrency) {
      const id = this.queue.shift();
      if (id === undefined) break;
      const event = this.store.events.get(id);
      const delivery = this.store.deliveries.get(id);
      if (event && delivery) void this.deliver(event, delivery);
    }
    if (!this.isIdle) return;
    for (const tell of this.idlers.splice(0)) tell();
  }

  private async deliver(event: Stripe.EventBase, delivery: Delivery): Promise<void> {
    this.underway++;
    const start = performance.now();
    const at = this.clock();
    // Stripe indents its webhook bodies; a receiver must not parse before it verifies.
    const body = JSON.stringify(event, null, 2);
    const { status, error } = await this.post(body, signatureOf(body, this.options.secret, inSeconds(at)));
    this.underway--;
    if (this.stopped) return;
    delivery.attempts.push({ at, status, ms: Math.round(performance.now() - start), ...(error && { error }) });
    this.settle(event, delivery, status >= 200 && status < 300);
    this.onChange();
    this.pump();
  }

  private settle(event: Stripe.EventBase, delivery: Delivery, accepted: boolean): void {
    if (accepted) {
      delivery.state = 'delivered';
      event.pending_webhooks = 0;
      return;
    }
    if (delivery.state === 'delivered') return;
    const wait = this.options.retryDelaysMs[delivery.attempts.length - 1];
    if (wait === undefined) {
      delivery.state = 'gave_up';
      return;
    }
    delivery.state = 'waiting';
    const timer = setTimeout(() => {
      this.retries.delete(timer);
      this.send([event.id]);
    }, wait);
    this.retries.add(timer);
  }

  private post(body: string, signature: string): Promise<{ status: number; error?: string }> {
    const url = new URL(this.options.url ?? '');
    const isTls = url.protocol === 'https:';
    const headers = {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': Buffer.byteLength(body),
      'User-Agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      'Stripe-Signature': signature,
    };
    return new Promise((resolve) => {
      const post = (isTls ? requestTls : request)(
        url,
        { method: 'POST', headers, timeout: this.options.timeoutMs, ...(!isTls && { agent: this.agent }) },
        (answer) => {
          answer.resume();
          answer.on('close', () => resolve({ status: answer.statusCode ?? 0 }));
        },
      );
      post.on('timeout', () => post.destroy(new Error('no answer in time')));
      post.on('error', (error) => resolve({ status: 0, error: error.message || String((error as NodeJS.ErrnoException).code) }));
      post.end(body);
    });
  }
}
