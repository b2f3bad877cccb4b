import { toDate, type Temporal } from '@amiable/kernel';
import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Database, type TenantDb } from './database';
import { log } from './log';

/** An after-effect: what to do, once per key, not before a time. Written with the change it follows. */
export interface Effect {
  readonly topic: string;
  readonly key: string;
  readonly payload: Record<string, unknown>;
  readonly notBefore?: Temporal.Instant;
}

/** Writes an after-effect into the outbox, in the same transaction. The same key again changes nothing. */
export async function publish(db: TenantDb, ...effects: Effect[]): Promise<void> {
  await db.rows(
    `insert into outbox (client_id, topic, dedup_key, payload, not_before)
     select $1, e.topic, e.key, e.payload, coalesce(e.not_before, $3)
     from jsonb_to_recordset($2::jsonb) as e(topic text, key text, payload jsonb, not_before timestamptz)
     on conflict (client_id, dedup_key) do nothing`,
    [
      db.clientId,
      JSON.stringify(effects.map((e) => ({ topic: e.topic, key: e.key, payload: e.payload, not_before: e.notBefore?.toString() }))),
      toDate(db.clock.now()),
    ],
  );
}

/** One piece of work of the outbox as its handler gets it. It may come twice. */
export interface Work {
  readonly clientId: string;
  readonly id: string;
  readonly payload: Record<string, any>;
  readonly attempts: number;
}

/** Handles a batch of one topic; answers the ids that failed with their reason (they are tried again). */
export type BatchHandler = (works: readonly Work[]) => Promise<ReadonlyMap<string, Error> | void>;

const maxAttempts = 8;
const leaseSeconds = 120;

/** Takes due work by SKIP LOCKED with a lease; what a killed worker held comes back by itself. */
@Injectable()
export class OutboxWorker {
  private readonly handlers = new Map<string, { handle: BatchHandler; batch: number }>();

  constructor(private readonly database: Database) {}

  on(topic: string, handle: BatchHandler, batch = 20): void {
    this.handlers.set(topic, { handle, batch });
  }

  /** Works until nothing is due; answers how many pieces were done. Tests call it instead of waiting. */
  async drain(): Promise<number> {
    let done = 0;
    for (const topic of this.handlers.keys()) {
      for (let n = await this.workOn(topic); n > 0; n = await this.workOn(topic)) done += n;
    }
    return done;
  }

  /** Takes one batch of a topic and handles it; answers how many pieces it took. */
  async workOn(topic: string): Promise<number> {
    const { handle, batch } = this.handlers.get(topic)!;
    const now = toDate(this.database.clock.now());
    const works = await this.database.acrossClientsAsWorker((db) =>
      db.rows<{ client_id: string; id: string; payload: Record<string, unknown>; attempts: number }>(
        `update outbox o set attempts = o.attempts + 1, not_before = $2::timestamptz + make_interval(secs => $4)
         from (select client_id, id from outbox where topic = $1 and done_at is null and dead_at is null and not_before <= $2
               order by not_before, id limit $3 for update skip locked) due
         where o.client_id = due.client_id and o.id = due.id returning o.client_id, o.id, o.payload, o.attempts`,
        [topic, now, batch, leaseSeconds],
      ),
    );
    if (works.length === 0) return 0;
    const failures = await this.handleAll(
      handle,
      works.map((w) => ({ clientId: w.client_id, id: w.id, payload: w.payload, attempts: w.attempts })),
    );
    await this.settle(topic, works, failures, now);
    return works.length;
  }

  private async handleAll(handle: BatchHandler, works: Work[]): Promise<ReadonlyMap<string, Error>> {
    try {
      return (await handle(works)) ?? new Map();
    } catch (error) {
      return new Map(works.map((work) => [work.id, error as Error]));
    }
  }

  /** One statement for the whole batch: done, or tried again later; after the last try a dead letter, shown and replayable. */
  private async settle(
    topic: string,
    works: ReadonlyArray<{ client_id: string; id: string }>,
    failures: ReadonlyMap<string, Error>,
    now: Date,
  ): Promise<void> {
    for (const [id, error] of failures) log.warn({ topic, id, error: withoutAddresses(error.message) }, 'outbox work failed');
    const outcomes = works.map(({ client_id, id }) => ({ client_id, id, error: failures.get(id)?.message.slice(0, 500) ?? null }));
    await this.database.acrossClientsAsWorker((db) =>
      db.rows(
        `update outbox o set error = w.error, done_at = case when w.error is null then $2::timestamptz end,
           dead_at = case when w.error is not null and o.attempts >= $3 then $2::timestamptz end,
           not_before = case when w.error is null then o.not_before else $2::timestamptz + make_interval(secs => 5 * power(2, least(o.attempts, 10))) end
         from jsonb_to_recordset($1::jsonb) as w(client_id uuid, id uuid, error text)
         where o.client_id = w.client_id and o.id = w.id`,
        [JSON.stringify(outcomes), now, maxAttempts],
      ),
    );
  }
}

/** A mail server quotes addresses in its refusals; logs carry none. */
function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>]+@[^\s<>]+/g, '[address]');
}

/** Calls back whenever work is written, on any process; reconnects by itself. Answers how to stop it. */
export function onWorkWritten(database: Database, wake: () => void): () => Promise<void> {
  let stopped = false;
  let client: pg.Client | undefined;
  const listen = async (): Promise<void> => {
    try {
      client = await database.connect('amiable_worker');
      client.on('notification', wake);
      client.on('error', () => void client?.end().catch(() => undefined));
      client.on('end', () => {
        if (!stopped) setTimeout(() => void listen(), 1000).unref();
      });
      await client.query('listen amiable_work');
      wake();
    } catch (error) {
      log.warn({ error: (error as Error).message }, 'cannot listen for work, trying again');
      if (!stopped) setTimeout(() => void listen(), 2000).unref();
    }
  };
  void listen();
  return async () => {
    stopped = true;
    await client?.end().catch(() => undefined);
  };
}
