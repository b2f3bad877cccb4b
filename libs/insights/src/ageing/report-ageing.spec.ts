import { Temporal } from '@amiable/kernel';
import { castId, openTestDatabase, plant, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import { agedL, ledgerL } from './ledger-l.fixture';
import { ageingJson, reportAgeing } from './report-ageing';

let test: TestDatabase;
let cast: Cast;
const day = (text: string) => Temporal.PlainDate.from(text);
const client = castId('client L');

beforeAll(async () => {
  test = await openTestDatabase();
  cast = await seatCast(test);
  await test.owner(
    `insert into clients select (jsonb_populate_record(c, jsonb_build_object('client_id', $1::text, 'name', 'L'))).* from clients c where c.client_id = $2`,
    [client, cast.a.id],
  );
  await test.owner(
    `insert into brands select (jsonb_populate_record(b, jsonb_build_object('client_id', $1::text))).* from brands b where b.client_id = $2`,
    [client, cast.a.id],
  );
  await test.owner(
    `insert into mandates select (jsonb_populate_record(m, jsonb_build_object('client_id', $1::text))).* from mandates m where m.client_id = $2`,
    [client, cast.a.id],
  );
  const debtors = [...new Set(ledgerL.map(([, debtor]) => debtor))];
  await plant(
    test,
    'debtors',
    debtors.map((name) => ({ client_id: client, id: castId(`L ${name}`), reference: name, kind: 'company', name })),
  );
  await plant(
    test,
    'cases',
    debtors.map((name) => ({
      client_id: client,
      id: castId(`L case ${name}`),
      reference: `L-${name}`,
      debtor_id: castId(`L ${name}`),
      mandate_id: cast.a.mandateId,
      brand_id: cast.a.brandId,
      hat: 'client_name',
      state: 'open',
      currency: 'EUR',
      fee_percent: '10',
      opened_on: '2026-05-12',
    })),
  );
  await plant(
    test,
    'invoices',
    ledgerL.map(([number, debtor, issued_on, due_on, amount_minor]) => ({
      client_id: client,
      id: castId(`L ${number}`),
      number,
      debtor_id: castId(`L ${debtor}`),
      case_id: castId(`L case ${debtor}`),
      kind: 'invoice',
      issued_on,
      due_on,
      amount_minor,
      currency: 'EUR',
    })),
  );
  await plant(
    test,
    'allocations',
    ledgerL.flatMap(([number, , , , , paid]) =>
      paid.map(([effective_on, amount_minor]) => ({
        client_id: client,
        invoice_id: castId(`L ${number}`),
        source_kind: 'client_declared',
        source_id: castId(`L paid ${number}`),
        amount_minor,
        effective_on,
      })),
    ),
  );
  await plant(test, 'disputes', [
    {
      client_id: client,
      id: castId('L dispute'),
      case_id: castId('L case C'),
      invoice_id: castId('L F09'),
      reason: 'defective',
      amount_minor: 240000n,
      due_on: '2026-09-20',
      state: 'open',
      opened_by: 'debtor',
      opened_on: '2026-09-03',
    },
  ]);
});
afterAll(() => test.close());

const aged = (asOf: string, clientId: string | null = client) =>
  test.database.acrossClientsAsAuditor(async (db) => ageingJson(await reportAgeing(db, { clientId, asOf: day(asOf) })));

it.each(agedL)('golden ledger L as of %s', async (asOf, ...amounts) => {
  const { buckets, total } = await aged(asOf);
  expect([...Object.values(buckets), total].map(({ amount }) => amount)).toEqual(amounts);
});

it('says whose, of which day, and shows what is disputed apart, from its day on', async () => {
  expect(await aged('2026-09-30')).toEqual({
    client: 'L',
    asOf: '2026-09-30',
    currency: 'EUR',
    buckets: {
      notDue: { count: 2, amount: '5220.00' },
      '1-30': { count: 2, amount: '3720.00' },
      '31-60': { count: 1, amount: '3600.00' },
      '61-90': { count: 1, amount: '2800.00' },
      '91+': { count: 1, amount: '960.00' },
    },
    creditNotes: { count: 0, amount: '0.00' },
    disputed: { count: 1, amount: '2400.00' },
    total: { count: 7, amount: '16300.00' },
  });
  expect((await aged('2026-09-02')).disputed).toEqual({ count: 0, amount: '0.00' });
});

it('keeps a credit note in its own column', async () => {
  await plant(test, 'invoices', [
    {
      client_id: client,
      id: castId('L A1'),
      number: 'A1',
      debtor_id: castId('L D'),
      case_id: castId('L case D'),
      kind: 'credit_note',
      issued_on: '2026-10-01',
      due_on: '2026-10-01',
      amount_minor: -50000n,
      currency: 'EUR',
    },
  ]);
  expect((await aged('2026-09-30')).total.amount).toBe('16300.00');
  const report = await aged('2026-10-01');
  expect(report.creditNotes).toEqual({ count: 1, amount: '-500.00' });
  expect(report.total.amount).toBe('15800.00');
  expect(report.buckets['61-90'].amount).toBe('2800.00');
});

it('sees what the role sees: everybody for the auditor, one client for a tenant', async () => {
  const all = await aged('2026-11-02', null);
  expect(all.total.amount).toBe('35645.16');
  const own = await test.database.inTenant(cast.a.id, async (db) =>
    ageingJson(await reportAgeing(db, { clientId: null, asOf: day('2026-11-02') })),
  );
  expect(own.total.amount).toBe('4493.88');
});
