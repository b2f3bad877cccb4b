import { castId, openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import fc from 'fast-check';
import type { MoneyFact } from './money-fact';
import { PaymentNotKnownYet, recordMovements } from './record-movements';

let test: TestDatabase;
let cast: Cast;
let serial = 0;

beforeAll(async () => {
  test = await openTestDatabase();
  cast = await seatCast(test);
});
afterAll(() => test.close());

const fact = (key: string, amountMinor: bigint, more: Partial<MoneyFact> = {}): MoneyFact => ({
  clientId: cast.a.id,
  caseId: cast.a.cases[0].caseId,
  kind: amountMinor > 0n ? 'payment' : 'refund',
  method: 'card',
  sourceKey: key,
  amountMinor,
  providerFeeMinor: 0n,
  currency: 'EUR',
  effectiveOn: '2026-11-02',
  ...more,
});
const record = (facts: readonly MoneyFact[]) => test.database.acrossClientsAsWorker((db) => recordMovements(db, facts));

it('a refund of a payment that is not known yet waits for it, and writes nothing', async () => {
  await expect(record([fact('re_early', -100n, { reversesKey: 'ch_late' })])).rejects.toBeInstanceOf(PaymentNotKnownYet);
  expect(await test.owner(`select count(*)::int as n from movements`)).toEqual([{ n: 0 }]);
  expect(await record([fact('re_early', -100n, { reversesKey: 'ch_late' }), fact('ch_late', 1_000n)])).toBe(2); // together they may come in any order
});

/** Money of four payments, each with what was taken back of it: a bank may return a debit that was refunded in part. */
const families = (client: string, run: number): MoneyFact[][] => {
  const own = { clientId: client, caseId: castId(`order case ${run}`) };
  const back = (of: string, key: string, minor: bigint, kind: MoneyFact['kind'] = 'refund') =>
    fact(`${run} ${key}`, minor, { ...own, kind, reversesKey: `${run} ${of}` });
  return [
    [fact(`${run} p1`, 10_000n, { ...own, providerFeeMinor: 35n }), back('p1', 'r1', -3_000n), back('p1', 'd1', -10_000n, 'chargeback')],
    [fact(`${run} p2`, 7_001n, own), back('p2', 'd2', -7_001n, 'chargeback')],
    [fact(`${run} p3`, 2_000n, own), back('p3', 'r3', -500n), back('p3', 'r4', -500n)],
    [fact(`${run} p4`, 9_999n, { ...own, method: 'transfer' })],
  ];
};

/** Copies rows of a client with other values; columns that the database works out are left to it. */
async function copyRows(table: string, clientId: string, values: object, id?: string): Promise<void> {
  const [{ columns }] = (await test.owner<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ') as columns from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  )) as [{ columns: string }];
  await test.owner(
    `insert into ${table} (${columns}) select ${columns} from (
       select (jsonb_populate_record(x, $1::jsonb)).* from ${table} x where x.client_id = $2 and ($3::uuid is null or to_jsonb(x)->>'id' = $3::text)) copied`,
    [JSON.stringify(values), clientId, id ?? null],
  );
}

it('whatever order payments become known in, the balances are the same', async () => {
  const { b } = cast;
  const seen = new Map<string, string>();
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), async (order) => {
      const run = (serial += 1);
      const client = castId(`order client ${run}`);
      await test.owner(
        `insert into clients (client_id, name, legal_name, siren, address_line, postcode, city, email, phone) select $1, name, legal_name, siren, address_line, postcode, city, email, phone from clients where client_id = $2`,
        [client, b.id],
      );
      for (const table of ['brands', 'mandates', 'debtors']) await copyRows(table, b.id, { client_id: client });
      await copyRows('cases', b.id, { client_id: client, id: castId(`order case ${run}`), open_minor: 0 }, b.cases[0].caseId);
      for (const i of order) await record(families(client, run)[i]!);
      const balances = await test.owner(
        `select account, balance_minor from ledger_balances where client_id = $1 and balance_minor <> 0 order by 1`,
        [client],
      );
      const text = balances.map((row) => `${row.account} ${row.balance_minor}`).join(', ');
      seen.set(text, order.join());
      expect([...seen.keys()]).toEqual([text]);
    }),
    { numRuns: 12, seed: 7 },
  );
});
