import { CloseCase, ImportInvoices, JoinDebtors, RecordCreditLimit, SeparateDebtors } from '@amiable/cases';
import { recordMovements, type MoneyFact } from '@amiable/payments';
import { OutboxWorker, Performer, RequestContext } from '@amiable/platform';
import { CloseDispute, OpenDispute } from '@amiable/resolution';
import { openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import '../index';
import { WatchLimits } from './watch-limits';

/** Limits are looked at when something happens to what is owed, not when the day begins. */
let test: TestDatabase;
let cast: Cast;
let keys = 0;
let outbox: OutboxWorker;
beforeEach(async () => {
  test = await openTestDatabase(); // 2026-11-02
  cast = await seatCast(test);
  await test.owner(`update alert_rules set enabled = kind in ('limit_near', 'limit_passed')`);
  outbox = new OutboxWorker(test.database);
  new WatchLimits(outbox, test.database).onModuleInit();
});
afterEach(() => test.close());

const theCase = () => cast.a.cases[0]; // owes 1,533.33
const owed = () => theCase().invoices.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
const nadia = () =>
  new RequestContext(
    'agency',
    { kind: 'staff', id: cast.staff.manager.id, name: cast.staff.manager.name, role: 'manager', portfolio: 'all' },
    'fr',
  );
const limit = (amount: string, caseId: string = theCase().caseId) =>
  new Performer(test.database).perform(
    nadia(),
    cast.a.id,
    new RecordCreditLimit(),
    { caseId, amount, source: 'Assureur', until: null },
    `credit-limit ${++keys}`,
  );
const money = (amountMinor: bigint, more: Partial<MoneyFact> = {}) =>
  test.database.acrossClientsAsWorker((db) =>
    recordMovements(db, [
      {
        clientId: cast.a.id,
        caseId: theCase().caseId,
        kind: amountMinor > 0n ? 'payment' : 'chargeback',
        method: 'card',
        sourceKey: `bank:${++keys}`,
        amountMinor,
        providerFeeMinor: 0n,
        currency: 'EUR',
        effectiveOn: '2026-11-02',
        ...more,
      },
    ]),
  );
/** What the worker tells of what has happened: the open alerts, by kind and open sum. */
const told = async () => {
  await outbox.drain();
  const rows = await test.owner<{ kind: string; open: string }>(
    `select kind, facts->>'open' as open from alerts where dismissed_at is null order by raised_at, kind, facts->>'open'`,
  );
  return rows.map(({ kind, open }) => `${kind} ${open}`);
};

it('tells of a new limit that is passed already, of one that is near, and of neither once there is room', async () => {
  await limit('1500');
  expect(await told()).toEqual(['limit_passed 1533.33']);
  await limit('1600'); // 95.8 %
  expect(await told()).toEqual(['limit_near 1533.33']);
  expect((await test.owner(`select facts from alerts where dismissed_at is null`))[0]).toEqual({
    facts: { open: '1533.33', total: '1600.00', percent: 95, currency: 'EUR', source: 'Assureur' },
  });
  await limit('1703.70'); // 90 % to the cent
  expect(await told()).toEqual(['limit_near 1533.33']);
  await limit('1703.71');
  expect(await told()).toEqual([]);
  await limit('0');
  expect(await told()).toEqual(['limit_passed 1533.33']); // nothing on account
});

it('the share that is near is the manager’s, and he who switches it off hears only when it is passed', async () => {
  await limit('2000'); // 76.7 %
  expect(await told()).toEqual([]);
  await test.owner(`update alert_rules set threshold = 76 where kind = 'limit_near'`);
  await money(100n);
  expect(await told()).toEqual(['limit_near 1532.33']);
  await test.owner(`update alert_rules set enabled = false where kind = 'limit_near'`);
  await test.owner(`delete from alerts`);
  await money(100n);
  expect(await told()).toEqual([]);
});

it('a payment makes room, and one that goes back takes it: told at once, each time, and never twice for one happening', async () => {
  await limit('1500');
  await told();
  await money(5_000n, { sourceKey: 'card:p' });
  expect(await told()).toEqual(['limit_near 1483.33']);
  await money(-5_000n, { reversesKey: 'card:p' });
  expect(await told()).toEqual(['limit_passed 1533.33']);
  await test.owner(`update outbox set done_at = null where topic = 'exposure.changed'`); // a worker that died before it said so
  expect(await told()).toEqual(['limit_passed 1533.33']);
  expect((await test.owner(`select kind from alerts order by kind, raised_at`)).map(({ kind }) => kind)).toEqual([
    'limit_near',
    'limit_passed',
    'limit_passed',
  ]);
});

it('what the client gives up makes room too: a dispute that is upheld, a case that is closed', async () => {
  await limit('1500');
  expect(await told()).toEqual(['limit_passed 1533.33']);
  const system = RequestContext.system();
  await test.database.inTenant(cast.a.id, async (db) => {
    const { disputeId } = await new OpenDispute().run(system, db, {
      caseId: theCase().caseId,
      invoiceId: theCase().invoices[0]!.id,
      reason: 'price',
      amount: '100',
    });
    await new CloseDispute().run(system, db, { disputeId, upheld: true, answer: 'Avoir' });
  });
  expect(await told()).toEqual(['limit_near 1433.33']);
  await new Performer(test.database).perform(nadia(), cast.a.id, new CloseCase(), {
    caseId: theCase().caseId,
    reason: 'withdrawn',
    expectedVersion: (await test.owner<{ version: number }>(`select version from cases where id = $1`, [theCase().caseId]))[0]!.version,
  });
  expect(await told()).toEqual([]);
  expect(await test.owner(`select exposure_minor from exposures`)).toEqual([{ exposure_minor: 0n }]);
});

it('an invoice that a file brings is told as soon as it is placed; a file that changes nothing looks at nothing', async () => {
  await limit('1600');
  await told();
  const [{ reference }] = (await test.owner(`select reference from debtors where id = $1`, [theCase().debtorId])) as [
    { reference: string },
  ];
  const file = {
    clientId: cast.a.id,
    filename: 'factures.csv',
    source: async function* () {
      yield Buffer.from(`N° facture;Code client;Date facture;Échéance;Montant TTC\nF-900;${reference};01/10/2026;01/11/2026;100,00\n`);
    },
  };
  await new ImportInvoices(test.database).importFromFile(nadia(), file, 'all_or_nothing');
  expect(await told()).toEqual(['limit_passed 1633.33']);
  await new ImportInvoices(test.database).importFromFile(nadia(), file, 'all_or_nothing');
  expect(await test.owner(`select count(*)::int as n from outbox where dedup_key like 'exposure:import:%'`)).toEqual([{ n: 1 }]);
});

it('rows of one debtor that are joined owe together, and apart each for itself again', async () => {
  const [first, second] = cast.a.cases;
  await limit('2000', second.caseId);
  await test.owner(`update debtors set kind = 'company' where client_id = $1`, [cast.a.id]);
  expect(await told()).toEqual([]);
  const joined = await new Performer(test.database).perform(
    nadia(),
    cast.a.id,
    new JoinDebtors(),
    { caseId: first.caseId, twinId: second.debtorId, keepsOther: false, ...(await versions(first.debtorId, second.debtorId)) },
    `join-debtors ${++keys}`,
  );
  expect(await told()).toEqual(['limit_passed 2013.33']);
  expect(await test.owner(`select debtor_id, exposure_minor from exposures`)).toEqual([
    { debtor_id: first.debtorId, exposure_minor: 201_333n },
  ]);
  await new Performer(test.database).perform(
    nadia(),
    cast.a.id,
    new SeparateDebtors(),
    { caseId: first.caseId, jointId: joined.jointId },
    `separate-debtors ${++keys}`,
  );
  expect(await told()).toEqual([]);
  expect(await test.owner(`select debtor_id, exposure_minor from exposures`)).toEqual([
    { debtor_id: second.debtorId, exposure_minor: 48_000n },
  ]);
});

it('looks only at whom something happened to, and case by case at who has no limit of his own', async () => {
  await test.owner(`update alert_rules set threshold = 1500 where kind = 'limit_passed'`); // others of the cast are above it too
  await money(1_000n);
  expect(owed()).toBe(153_333n);
  expect(await told()).toEqual(['limit_passed 1523.33']);
  await money(3_000n);
  expect(await told()).toEqual(['limit_near 1493.33']);
  await limit('100000');
  expect(await told()).toEqual([]);
});

async function versions(debtor: string, twin: string) {
  const rows = await test.owner<{ id: string; version: number }>(`select id, version from debtors where id in ($1, $2)`, [debtor, twin]);
  const of = (wanted: string) => rows.find(({ id }) => id === wanted)!.version;
  return { expectedVersion: of(debtor), twinVersion: of(twin) };
}
