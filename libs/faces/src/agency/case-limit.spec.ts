import { WatchLimits } from '@amiable/insights';
import { OutboxWorker, RequestContext } from '@amiable/platform';
import { castId, openTestDatabase, plant, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import { ExportCases } from './case-export.agency';
import { readCaseList } from './case-list.agency.queries';

/** Which cases stand at their limit, in the list and in its file. A's cases owe 1,533.33, 480.00 and 2,480.55. */
let test: TestDatabase;
let cast: Cast;
beforeEach(async () => {
  test = await openTestDatabase(); // 2026-11-02
  cast = await seatCast(test);
  await test.owner(`update alert_rules set threshold = 2500 where kind = 'limit_passed'`);
});
afterEach(() => test.close());

const lea = () =>
  new RequestContext(
    'agency',
    { kind: 'staff', id: cast.staff.lea.id, name: cast.staff.lea.name, role: 'collector', portfolio: [cast.a.id] },
    'fr',
  );
const limit = async (of: 0 | 1 | 2, amountMinor: bigint, more: object = {}) => {
  await plant(test, 'credit_limits', [
    {
      client_id: cast.a.id,
      id: castId(`limit ${of} ${amountMinor}`),
      debtor_id: cast.a.cases[of].debtorId,
      amount_minor: amountMinor,
      currency: 'EUR',
      source: 'Assureur',
      valid_from: '2026-10-01',
      recorded_at: '2026-10-01T08:00:00Z',
      ...more,
    },
  ]);
  await look();
};
/** Something happened: the worker follows what is owed. */
const look = async () => {
  await plant(test, 'outbox', [
    {
      client_id: cast.a.id,
      topic: 'exposure.changed',
      dedup_key: `exposure:${Math.random()}`,
      payload: {},
      not_before: '2026-11-01T08:00:00Z',
    },
  ]);
  const outbox = new OutboxWorker(test.database);
  new WatchLimits(outbox, test.database).onModuleInit();
  await outbox.drain();
};
const list = async (standing: 'within' | 'near' | 'passed' | null) => {
  const { nodes, totalCount } = await test.database.acrossClients(lea().portfolio, (db) =>
    readCaseList(db, lea(), { limit: standing }, 'largest', { first: 50 }),
  );
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ open, limit: holds }) => `${open.amount} ${holds?.standing} ${holds?.isOwn ? 'own' : 'house'}`);
};

it('a debtor’s own limit counts with all he owes, that of the house case by case; a share of either is near', async () => {
  await limit(0, 150_000n);
  await limit(1, 50_000n);
  expect(await list(null)).toEqual(['2480.55 near house', '1533.33 passed own', '480.00 near own']);
  expect(await list('passed')).toEqual(['1533.33 passed own']);
  expect(await list('near')).toEqual(['2480.55 near house', '480.00 near own']);
  expect(await list('within')).toEqual([]);
  await test.owner(`update alert_rules set threshold = 99 where kind = 'limit_near'`);
  expect(await list('near')).toEqual(['2480.55 near house']);
  expect(await list('within')).toEqual(['480.00 within own']);
});

it('all rows of a joined debtor stand at the limit of one of them', async () => {
  await test.owner(`select set_config('app.joining', 'on', false)`);
  await test.owner(`update debtors set joined_to = $1 where id = $2`, [cast.a.cases[0].debtorId, cast.a.cases[1].debtorId]);
  await limit(1, 200_000n); // owe 2,013.33 together
  expect(await list('passed')).toEqual(['1533.33 passed own', '480.00 passed own']);
});

it('a limit that ran out gives way to that of the house, and a closed case stands at none', async () => {
  await limit(0, 150_000n, { valid_until: '2026-11-01' });
  expect(await list('passed')).toEqual([]);
  await test.owner(`update alert_rules set threshold = 1500 where kind = 'limit_passed'`);
  expect(await list('passed')).toEqual(['2480.55 passed house', '1533.33 passed house']);
  await test.owner(`update cases set state = 'closed', closed_on = '2026-11-01', close_reason = 'withdrawn' where id = $1`, [
    cast.a.cases[0].caseId,
  ]);
  expect(await list('passed')).toEqual(['2480.55 passed house']);
  await test.owner(`update alert_rules set enabled = false where kind = 'limit_passed'`);
  expect(await list(null)).toEqual(['2480.55 undefined house', '1533.33 undefined house', '480.00 undefined house']);
});

it('stands in the file of the list, as numbers a table reckons with', async () => {
  await limit(0, 150_000n);
  let text = '';
  for await (const part of new ExportCases(test.database).csv(lea(), { limit: 'passed' }, 'largest', 'machine')) text += part.toString();
  const [titles, row, ...more] = text
    .replace(/^\ufeff/, '')
    .trim()
    .split(/\r?\n/);
  expect(more).toEqual([]);
  const cellsOf = (line: string) => line.split(',').map((cell) => cell.replaceAll('"', ''));
  const cells = Object.fromEntries(cellsOf(titles!).map((title, n) => [title, cellsOf(row!)[n]]));
  expect(cells).toMatchObject({
    'Encours autorisé': '1500.00',
    Encours: '1533.33',
    Limite: 'Dépassée',
    'Limite fixée pour': 'Ce débiteur',
  });
});
