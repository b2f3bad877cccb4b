import { openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import type { Database } from './database';

let test: TestDatabase;
let cast: Cast;
let database: Database;

beforeAll(async () => {
  test = await openTestDatabase();
  cast = await seatCast(test);
  ({ database } = test);
});
afterAll(() => test.close());

const clientsSeen = `select array_agg(client_id::text order by client_id) as seen from clients`;

describe('statements that travel at once', () => {
  it('see the clients of the portfolio, and no others', async () => {
    const [all] = await database.acrossClientsAtOnce<{ seen: string[] }>('all', [clientsSeen, []]);
    expect(all!.seen).toEqual(expect.arrayContaining([cast.a.id, cast.b.id]));
    const [onlyA] = await database.acrossClientsAtOnce<{ seen: string[] }>([cast.a.id], [clientsSeen, []]);
    expect(onlyA!.seen).toEqual([cast.a.id]);
  });

  it('leave no scope behind on the connection that others use next', async () => {
    await Promise.all(Array.from({ length: 40 }, () => database.acrossClientsAtOnce('all', [clientsSeen, []])));
    const seen = await Promise.all(
      Array.from({ length: 40 }, () => database.acrossClients([], (db) => db.row<{ seen: string[] | null }>(clientsSeen))),
    );
    expect(new Set(seen.map((row) => row!.seen))).toEqual(new Set([null]));
  });

  it('are undone together when a later one fails, and the connection is good again', async () => {
    const before = await test.owner(`select case_id, score from work_items order by case_id`);
    await expect(
      database.acrossClientsAtOnce('all', [`update work_items set score = score + 1`, []], [`select 1 / 0`, []]),
    ).rejects.toThrow('division by zero');
    expect(await test.owner(`select case_id, score from work_items order by case_id`)).toEqual(before);
    expect(before.length).toBeGreaterThan(0);
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) => database.acrossClientsAtOnce<{ n: number }>('all', [`select $1::int as n`, [n]])),
    );
    expect(answers.map(([row]) => row!.n)).toEqual(Array.from({ length: 40 }, (_, n) => n));
  });

  it('two that lock each other out are both done in the end', async () => {
    const [one, two] = [`hold one`, `hold two`];
    const hold = (first: string, second: string) =>
      database.acrossClientsAtOnce<{ done: boolean }>(
        'all',
        [`select pg_advisory_xact_lock(hashtext($1))`, [first]],
        [`select pg_sleep(0.2)`, []],
        [`select pg_advisory_xact_lock(hashtext($1))`, [second]],
        [`select true as done`, []],
      );
    expect((await Promise.all([hold(one, two), hold(two, one)])).flat()).toEqual([{ done: true }, { done: true }]);
  });
});

describe('a transaction of one client company', () => {
  it('has its scope before its first statement, however quickly that is sent', async () => {
    const seen = await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        database.inTenant([cast.a.id, cast.b.id][n % 2]!, (db) => db.row<{ seen: string[] }>(clientsSeen)),
      ),
    );
    expect(seen.map((row) => row!.seen)).toEqual(Array.from({ length: 60 }, (_, n) => [[cast.a.id, cast.b.id][n % 2]]));
  });

  it('undoes what it wrote when the work throws after it', async () => {
    const before = await test.owner(`select name from debtors where client_id = $1 order by id`, [cast.a.id]);
    await expect(
      database.inTenant(cast.a.id, async (db) => {
        await db.rows(`update debtors set name = 'gone' where client_id = $1`, [cast.a.id]);
        throw new Error('on purpose');
      }),
    ).rejects.toThrow('on purpose');
    expect(await test.owner(`select name from debtors where client_id = $1 order by id`, [cast.a.id])).toEqual(before);
  });
});
