import { recordMovements, type MoneyFact } from '@amiable/payments';
import { Performer, RequestContext, type StaffRole } from '@amiable/platform';
import { openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import '../billing.abilities';
import { MarkRemittancePaidOut } from './mark-remittance-paid-out';
import { OrderRemittance } from './order-remittance';

let test: TestDatabase;
let cast: Cast;

beforeEach(async () => {
  test = await openTestDatabase();
  cast = await seatCast(test);
});
afterEach(() => test.close());

const as = (role: StaffRole) =>
  new RequestContext(
    'agency',
    { kind: 'staff', id: cast.staff.accountant.id, name: cast.staff.accountant.name, role, portfolio: 'all' },
    'fr',
  );
const perform = () => new Performer(test.database);
const order = (asOf: string, role: StaffRole = 'accountant') => perform().perform(as(role), cast.a.id, new OrderRemittance(), { asOf });
const payOut = (remittanceId: string, paidOutOn = '2026-11-02') =>
  perform().perform(as('accountant'), cast.a.id, new MarkRemittancePaidOut(), { remittanceId, paidOutOn });
const refused = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: { code: string; message: string }) => error.code,
  );
const fact = (sourceKey: string, amountMinor: bigint, effectiveOn: string, more: Partial<MoneyFact> = {}): MoneyFact => ({
  clientId: cast.a.id,
  caseId: cast.a.cases[0].caseId,
  kind: amountMinor > 0n ? 'payment' : 'refund',
  method: 'transfer',
  sourceKey,
  amountMinor,
  providerFeeMinor: 0n,
  currency: 'EUR',
  effectiveOn,
  ...more,
});
const record = (...facts: MoneyFact[]) => test.database.acrossClientsAsWorker((db) => recordMovements(db, facts));
const remittances = () =>
  test.owner(`select number, funds_minor, fees_minor, vat_minor, paid_out_minor, state from remittances order by number`);
const balance = async (account: string) =>
  (
    await test.owner<{ balance_minor: bigint }>(`select balance_minor from ledger_balances where client_id = $1 and account = $2`, [
      cast.a.id,
      account,
    ])
  )[0]?.balance_minor ?? 0n;

it('takes what came until the day, each movement once, whoever orders at the same time', async () => {
  await record(fact('one', 10_000n, '2026-10-30'), fact('two', 5_000n, '2026-11-02'));
  const orders = await Promise.all(Array.from({ length: 6 }, () => refused(order('2026-10-31'))));
  expect(orders.sort()).toEqual([
    'NOTHING_TO_REMIT',
    'NOTHING_TO_REMIT',
    'NOTHING_TO_REMIT',
    'NOTHING_TO_REMIT',
    'NOTHING_TO_REMIT',
    'done',
  ]);
  expect(await remittances()).toEqual([
    { number: 'R-2026-00001', funds_minor: 10_000n, fees_minor: 1_000n, vat_minor: 200n, paid_out_minor: 8_800n, state: 'ordered' },
  ]);
  expect(await balance('CLIENT_PAYABLE')).toBe(-5_000n); // what came later stays
  await order('2026-11-02');
  expect((await remittances())[1]).toMatchObject({ number: 'R-2026-00002', funds_minor: 5_000n, paid_out_minor: 4_400n });
  expect(await test.owner(`select count(*)::int as n, count(distinct movement_id)::int as movements from remittance_lines`)).toEqual([
    { n: 2, movements: 2 },
  ]);
});

it('money that comes while it is reckoned is in this remittance or in the next, never in none', async () => {
  await record(fact('first', 10_000n, '2026-11-02'));
  await Promise.all([
    order('2026-11-02'),
    ...Array.from({ length: 12 }, (_, i) =>
      record(fact(`later ${i}`, 1_000n, '2026-11-02'), fact(`back ${i}`, -400n, '2026-11-02', { reversesKey: `later ${i}` })),
    ),
  ]);
  await refused(order('2026-11-02'));
  const [sum] = await test.owner(`select sum(funds_minor)::bigint as minor from remittances`);
  expect(sum).toEqual({ minor: 17_200n });
  expect([await balance('CLIENT_PAYABLE'), await balance('CHARGEBACK_RECOVERABLE')]).toEqual([0n, 0n]);
});

it('is of the accountant and the administrator; not in the future; not without an account to pay to', async () => {
  await record(fact('one', 10_000n, '2026-11-01'));
  for (const role of ['collector', 'manager'] as const) expect(await refused(order('2026-11-01', role))).toBe('FORBIDDEN');
  expect(await refused(order('2026-11-03'))).toBe('DAY_IN_FUTURE');
  await test.owner(`update clients set settlement_iban = null where client_id = $1`, [cast.a.id]);
  expect(await refused(order('2026-11-01'))).toBe('NO_SETTLEMENT_IBAN');
  expect(await remittances()).toEqual([]);
  expect(await test.owner(`select name from counters where name like 'remittance%' and value > 0`)).toEqual([]); // no number is lost
});

it('direct payments alone: fees are invoiced, nothing is paid out', async () => {
  await record(fact('direct', 20_000n, '2026-11-01', { method: 'direct' }));
  const { remittanceId } = await order('2026-11-01');
  expect(await remittances()).toMatchObject([{ funds_minor: 0n, fees_minor: 2_000n, vat_minor: 400n, paid_out_minor: 0n }]);
  expect(await balance('CLIENT_FEES_RECEIVABLE')).toBe(2_400n); // stays to be paid by the client
  await payOut(remittanceId);
  expect([await balance('CLIENT_FEES_RECEIVABLE'), await balance('BANK_OWN')]).toEqual([0n, 2_400n]);
});

it('is paid out once, not in the future, and only with money that is in the bank', async () => {
  await record(fact('card', 10_000n, '2026-11-01', { method: 'card', providerFeeMinor: 175n }));
  const { remittanceId } = await order('2026-11-01');
  expect(await refused(payOut(remittanceId))).toBe('REMITTANCE_NOT_COVERED');
  await record(fact('bank', 20_000n, '2026-11-02'));
  expect(await refused(payOut(remittanceId, '2026-11-03'))).toBe('DAY_IN_FUTURE');
  const both = await Promise.all([refused(payOut(remittanceId)), refused(payOut(remittanceId))]);
  expect(both.sort()).toEqual(['NO_SUCH_TRANSITION', 'done']);
  expect(await balance('IN_TRANSIT')).toBe(0n);
});

it('a refund of a later day has eaten what was due for an earlier one: no more is paid than is there', async () => {
  await record(fact('old', 10_000n, '2026-10-15'));
  await order('2026-10-31');
  await record(fact('new', 10_000n, '2026-10-31'));
  await record(fact('back', -4_000n, '2026-11-02', { reversesKey: 'old' }));
  expect(await refused(order('2026-10-31'))).not.toBe('done'); // 100.00 by that day, of which 40.00 went back since
  expect(await remittances()).toHaveLength(1);
  await order('2026-11-02');
  expect((await remittances())[1]).toMatchObject({ funds_minor: 6_000n });
});
