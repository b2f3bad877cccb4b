import { Refusal, toDate } from '@amiable/kernel';
import { Injectable } from '@nestjs/common';
import { Database } from './database';

/** A limit: so many hits per key in a window of so many seconds. */
export interface Limit {
  readonly name: string;
  readonly hits: number;
  readonly seconds: number;
}

/** Too many tries; says when to come back. */
export class TooManyTries extends Refusal {
  constructor(readonly retryAfterSeconds: number) {
    super('TOO_MANY_TRIES', { retryAfterSeconds });
  }
}

/** Counts tries in the database, so that several processes share one count and a restart forgets none. */
@Injectable()
export class Throttle {
  constructor(private readonly database: Database) {}

  /** Counts one try under each limit at once and throws TooManyTries when any is passed. */
  async hit(...tries: ReadonlyArray<{ limit: Limit; key: string }>): Promise<void> {
    const now = this.database.clock.now();
    const over = await this.database.outsideClients((db) =>
      db.row<{ wait: number }>(
        `with t as (select * from jsonb_to_recordset($1::jsonb) as t(key text, hits int, seconds int)),
         counted as (
           insert into throttles as c (key, window_start)
           select t.key, to_timestamp(floor(extract(epoch from $2::timestamptz) / t.seconds) * t.seconds) from t order by t.key
           on conflict (key, window_start) do update set hits = c.hits + 1 returning c.key, c.window_start, c.hits)
         select max(extract(epoch from counted.window_start) + t.seconds - extract(epoch from $2::timestamptz))::int as wait
         from counted join t using (key) where counted.hits > t.hits`,
        [
          JSON.stringify(tries.map(({ limit, key }) => ({ key: `${limit.name}:${key}`, hits: limit.hits, seconds: limit.seconds }))),
          toDate(now),
        ],
      ),
    );
    if (over && over.wait !== null) throw new TooManyTries(Math.max(1, over.wait));
  }

  /** Forgets the tries of a key, after a success. */
  async forget(limit: Limit, key: string): Promise<void> {
    await this.database.outsideClients((db) => db.rows(`delete from throttles where key = $1`, [`${limit.name}:${key}`]));
  }
}
