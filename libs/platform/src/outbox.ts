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
    await this.settle(
      topic,
      works.map((w) => w.id),
      failures,
      now,
    );
    return works.length;
  }

  private async handleAll(handle: BatchHandler, works: Work[]): Promise<ReadonlyMap<string, Error>> {
    try {
      return (await handle(works)) ?? new Map();
    } catch (error) {
      return new Map(works.map((work) => [work.id, error as Error]));
    }
  }

  private async settle(topic: string, ids: string[], failures: ReadonlyMap<string, Error>, now: Date): Promise<void> {
    const done = ids.filter((id) => !failures.has(id));
    await this.database.acrossClientsAsWorker(async (db) => {
      if (done.length > 0) await db.rows(`update outbox set done_at = $2, error = null where id = any($1)`, [done, now]);
      for (const [id, error] of failures) {
        log.warn({ topic, id, error: error.message }, 'outbox work failed');
        // Doubles from 10 seconds; after the eighth try it is a dead letter, shown and replayable.
        await db.rows(
          `update outbox set error = $2, dead_at = case when attempts >= $3 then $4::timestamptz end,
             not_before = $4::timestamptz + make_interval(secs => 5 * power(2, least(attempts, 10))) where id = $1`,
          [id, error.message.slice(0, 500), maxAttempts, now],
        );
      }
    });
  }
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
