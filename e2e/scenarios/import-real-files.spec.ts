import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { ImportInvoices } from '@amiable/cases';
import { reportAgeing, ageingJson } from '@amiable/insights';
import { Temporal } from '@amiable/kernel';
import { RequestContext } from '@amiable/platform';
import { openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';

/** Real files, with the figures of EXPECTED.md beside them. They are not in the repository: AMIABLE_SAMPLES says where they are. */
const samples = process.env.AMIABLE_SAMPLES ?? '';
const available = samples !== '' && existsSync(join(samples, 'EXPECTED.md'));
if (!available)
  process.stderr.write('AMIABLE_SAMPLES is not set to the folder of the real files: the imports of real files are skipped.\n');

const original = 'ar-history/WA_Fn-UseC_-Accounts-Receivable.csv';
const frenchTwin = 'ar-history/derived/ibm-ar-fr-cp1252-semicolon.csv';

/** EXPECTED.md, section 1, `aged_at`: not due, 1-30, and all of it. */
const aged: ReadonlyArray<
  readonly [asOf: string, notDue: readonly [number, string], upTo30: readonly [number, string], total: readonly [number, string]]
> = [
  ['2012-06-30', [83, '4594.36'], [15, '909.73'], [98, '5504.09']],
  ['2012-12-31', [86, '4936.32'], [13, '788.74'], [99, '5725.06']],
  ['2013-06-30', [72, '4284.29'], [12, '835.56'], [84, '5119.85']],
  ['2013-10-31', [68, '4476.18'], [11, '614.68'], [79, '5090.86']],
];

(available ? describe : describe.skip).each([
  ['the original', original],
  ['its French twin', frenchTwin],
])('2,466 invoices of two years, %s', (_, path) => {
  let test: TestDatabase;
  let cast: Cast;
  let clientId: string;
  const ctx = RequestContext.system();
  const place = (file = path) =>
    new ImportInvoices(test.database).importFromFile(
      ctx,
      { clientId, filename: file, source: () => createReadStream(join(samples, file)) },
      'all_or_nothing',
    );
  const count = async (sql: string) => (await test.owner<{ n: number }>(`select count(*)::int as n from ${sql}`, [clientId]))[0]!.n;
  const ageing = (asOf: string) =>
    test.database.acrossClientsAsAuditor(async (db) =>
      ageingJson(await reportAgeing(db, { clientId, asOf: Temporal.PlainDate.from(asOf) })),
    );

  beforeAll(async () => {
    test = await openTestDatabase();
    cast = await seatCast(test);
    clientId = cast.a.id;
    for (const table of ['work_items', 'schedules', 'debtor_links', 'invoices', 'cases', 'debtors'])
      await test.owner(`delete from ${table} where client_id = $1`, [clientId]);
  });
  afterAll(() => test.close());

  it('all come in settled, to the cent, and open nothing', async () => {
    expect(await place()).toMatchObject({
      counts: { lines: 2466, new: 2466, changed: 0, unchanged: 0, rejected: 0, settled: 2466, totals: 0, warnings: 0, disputed: 561 },
      sums: { amount: '147703.18', open: '0.00', settled: '147703.18', disputed: '36746.12' },
      currency: 'EUR',
      otherCurrencies: {},
      debtorsNew: 100,
      casesOpened: 0,
    });
    expect(await count(`invoices where client_id = $1 and settled_minor = amount_minor and case_id is null`)).toBe(2466);
    expect(await count(`invoices where client_id = $1 and extra->'disputed' = 'true'`)).toBe(561);
    expect(await count(`cases where client_id = $1`)).toBe(0);
  });

  it('the same file again changes nothing', async () => {
    const rows = () =>
      test.owner(
        `select (select sum(hashtext(i::text)) from invoices i where client_id = $1) as invoices, (select sum(hashtext(a::text)) from allocations a where client_id = $1) as allocations, (select sum(hashtext(d::text)) from debtors d where client_id = $1) as debtors`,
        [clientId],
      );
    const before = await rows();
    expect(await place()).toMatchObject({ counts: { new: 0, changed: 0, unchanged: 2466 }, debtorsNew: 0 });
    expect(await rows()).toEqual(before);
    expect(await count(`timeline_events where client_id = $1`)).toBe(0);
  });

  it.each(aged)('was open as expected on %s', async (asOf, notDue, upTo30, total) => {
    const of = ([n, amount]: readonly [number, string]) => ({ count: n, amount });
    const nothing = of([0, '0.00']);
    expect(await ageing(asOf)).toMatchObject({
      buckets: { notDue: of(notDue), '1-30': of(upTo30), '31-60': nothing, '61-90': nothing, '91+': nothing },
      creditNotes: nothing,
      total: of(total),
    });
  });

  it('the other writing of the same invoices owes and settles the same', async () => {
    expect(await place(path === original ? frenchTwin : original)).toMatchObject({
      counts: { new: 0, changed: 0, unchanged: 2466, rejected: 0 },
      sums: { amount: '147703.18' },
    });
    expect((await ageing('2013-06-30')).total).toEqual({ count: 84, amount: '5119.85' });
  });
});
