import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { systemClock } from '@amiable/kernel';
import { addressFor, Database, readSettings, type DatabaseRole, type Settings } from '@amiable/platform';
import pg from 'pg';

/** Settings of this process; DATABASE_URL is the portfolio's. */
export const settings: Settings = readSettings();

export function openDatabase(): Database {
  return new Database(settings, systemClock);
}

/** A pool as large as the product's, for limits; as the owner (no row-level security) or as a role. */
export function openPool(role?: DatabaseRole, max = settings.DATABASE_POOL): pg.Pool {
  return new pg.Pool({
    connectionString: role ? addressFor(role, settings) : settings.DATABASE_URL,
    max,
    options: '-c jit=off -c synchronous_commit=on',
  });
}

/** The value below which this share of the times lies. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** How long a piece of work takes, milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** The times of so many hands doing the same work over and over for a while; the first tenth is warming up. */
export async function hammer(
  hands: number,
  seconds: number,
  work: (hand: number) => Promise<unknown>,
): Promise<{ perSecond: number; times: number[] }> {
  const times: number[] = [];
  const began = performance.now();
  const counted = began + seconds * 100;
  const end = began + seconds * 1_100;
  await Promise.all(
    Array.from({ length: hands }, async (_, hand) => {
      for (let now = performance.now(); now < end;) {
        await work(hand);
        const then = performance.now();
        if (now >= counted) times.push(then - now);
        now = then;
      }
    }),
  );
  return { perSecond: times.length / ((performance.now() - counted) / 1_000), times };
}

/** Does each piece once, so many at a time; answers the times. */
export async function each<T>(pieces: readonly T[], hands: number, work: (piece: T, n: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: hands }, async () => {
      for (let n = next++; n < pieces.length; n = next++) times.push(await timed(() => work(pieces[n]!, n)));
    }),
  );
  return times;
}

/** Peak memory of this process so far, MB. */
export function peakMb(): number {
  return process.resourceUsage().maxRSS / 1024;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** The times the statement log is asked for: every statement of this process, in order. */
export class StatementLog {
  readonly statements: Array<{ text: string; values: unknown[] }> = [];

  constructor() {
    const { statements } = this;
    const query = pg.Client.prototype.query as (this: pg.Client, ...args: unknown[]) => unknown; // eslint-disable-line typescript/unbound-method
    pg.Client.prototype.query = function logged(this: pg.Client, ...args: unknown[]) {
      const [first, second] = args as [string | { text?: string; values?: unknown[] }, unknown];
      const text = typeof first === 'string' ? first : first?.text;
      if (text) statements.push({ text, values: Array.isArray(second) ? second : ((first as { values?: unknown[] }).values ?? []) });
      return query.apply(this, args);
    } as never;
  }

  /** What was sent since the last call, without what only opens, scopes and ends transactions. */
  take(): { all: number; working: Array<{ text: string; values: unknown[] }> } {
    const taken = this.statements.splice(0);
    const working = taken.filter(({ text }) => !/^\s*(start transaction|begin|commit|rollback|select set_config|set )/i.test(text));
    return { all: taken.length, working };
  }
}
