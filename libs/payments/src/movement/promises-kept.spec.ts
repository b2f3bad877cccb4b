import { Temporal, toDecimal } from '@amiable/kernel';
import { Performer, RequestContext } from '@amiable/platform';
import { judgeDuePromises, RecordPromise } from '@amiable/resolution';
import { openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import type { MoneyFact } from './money-fact';
import { recordMovements } from './record-movements';

/** What becomes of a promise when money comes, goes elsewhere, or goes back (domain.md 4.3). */
let test: TestDatabase;
let cast: Cast;
let keys = 0;
beforeEach(async () => {
  test = await openTestDatabase(); // 2026-11-02
  cast = await seatCast(test);
});
afterEach(() => test.close());

const theCase = () => cast.a.cases[0];
const lea = () =>
  new RequestContext(
    'agency',
    { kind: 'staff', id: cast.staff.lea.id, name: cast.staff.lea.name, role: 'collector', portfolio: 'all' },
    'fr',
  );
const promise = (amountMinor: bigint, invoiceIds: readonly string[] = []) =>
  new Performer(test.database).perform(
    lea(),
    cast.a.id,
    new RecordPromise(),
    { caseId: theCase().caseId, amount: toDecimal(amountMinor), dueOn: '2026-11-10', invoiceIds },
    `promise ${++keys}`,
  );
const money = (amountMinor: bigint, more: Partial<MoneyFact> = {}) =>
  test.database.acrossClientsAsWorker((db) =>
    recordMovements(db, [
      {
        clientId: cast.a.id,
        caseId: theCase().caseId,
        kind: amountMinor > 0n ? 'payment' : 'refund',
        method: 'transfer',
        sourceKey: `bank:${++keys}`,
        amountMinor,
        providerFeeMinor: 0n,
        currency: 'EUR',
        effectiveOn: '2026-11-05',
        ...more,
      },
    ]),
  );
const judge = (day: string) =>
  test.database.acrossClientsAsWorker((db) => judgeDuePromises(db, RequestContext.system(), Temporal.PlainDate.from(day)));
const standing = async () => (await test.owner(`select state, paid_minor from promises`))[0];
const policy = (graceDays: number, tolerancePercent: string) =>
  test.owner(`update mandates set promise_grace_days = $1, promise_tolerance_percent = $2 where client_id = $3`, [
    graceDays,
    tolerancePercent,
    cast.a.id,
  ]);

it('made for one invoice, is kept by what is allocated to it: money on the other one keeps nothing', async () => {
  const [first, second] = theCase().invoices;
  await promise(second!.amountMinor, [second!.id]);
  await money(first!.amountMinor, { invoiceIds: [first!.id] });
  expect(await standing()).toEqual({ state: 'open', paid_minor: 0n });
  await money(second!.amountMinor - 100n, { invoiceIds: [second!.id] });
  expect(await standing()).toEqual({ state: 'open', paid_minor: second!.amountMinor - 100n });
  await judge('2026-11-13');
  expect(await standing()).toEqual({ state: 'partly_kept', paid_minor: second!.amountMinor - 100n });
});

it('made for the whole, is kept by money on any invoice', async () => {
  const [first] = theCase().invoices;
  await promise(first!.amountMinor);
  await money(first!.amountMinor);
  expect(await standing()).toEqual({ state: 'kept', paid_minor: first!.amountMinor });
});

it('is broken by money that went back within its time, and by money that came after it', async () => {
  const [first] = theCase().invoices;
  await promise(first!.amountMinor, [first!.id]);
  await money(first!.amountMinor - 1n, { invoiceIds: [first!.id], sourceKey: 'bank:p' });
  await money(-(first!.amountMinor - 1n), { reversesKey: 'bank:p', effectiveOn: '2026-11-11' });
  expect(await standing()).toEqual({ state: 'open', paid_minor: 0n });
  await money(first!.amountMinor, { effectiveOn: '2026-11-13', invoiceIds: [first!.id] }); // a day after the grace
  await judge('2026-11-13');
  expect(await standing()).toEqual({ state: 'broken', paid_minor: 0n });
});

it('that was kept early falls when its money goes back within its time, and not when what goes back was too much', async () => {
  const [first] = theCase().invoices;
  await promise(50_000n, [first!.id]);
  await money(60_000n, { invoiceIds: [first!.id], sourceKey: 'bank:p' });
  expect(await standing()).toEqual({ state: 'kept', paid_minor: 60_000n });
  await money(-10_000n, { reversesKey: 'bank:p', effectiveOn: '2026-11-06' });
  expect(await standing()).toEqual({ state: 'kept', paid_minor: 50_000n });
  await money(-1n, { reversesKey: 'bank:p', effectiveOn: '2026-11-06' });
  expect(await standing()).toEqual({ state: 'partly_kept', paid_minor: 49_999n });
  expect(await test.owner(`select why from work_items where case_id = $1`, [theCase().caseId])).toEqual([{ why: 'broken_promise' }]);
  expect(await test.owner(`select kind from timeline_events where kind like 'promise.%' order by id`)).toEqual(
    ['promise.recorded', 'promise.kept', 'promise.partly_kept'].map((kind) => ({ kind })),
  );
});

it('is judged by the policy of the day it was made: grace, and tolerance to the cent', async () => {
  await policy(5, '1');
  const [first] = theCase().invoices;
  await promise(10_000n, [first!.id]);
  await policy(0, '0');
  expect(await test.owner(`select grace_days, tolerance_minor from promises`)).toEqual([{ grace_days: 5, tolerance_minor: 100n }]);
  expect(await test.owner(`select due_on::text from work_items where case_id = $1`, [theCase().caseId])).toEqual([
    { due_on: '2026-11-16' },
  ]);
  await money(9_899n, { invoiceIds: [first!.id], effectiveOn: '2026-11-15' });
  await judge('2026-11-15');
  expect(await standing()).toEqual({ state: 'open', paid_minor: 9_899n });
  await money(1n, { invoiceIds: [first!.id], effectiveOn: '2026-11-15' });
  expect(await standing()).toEqual({ state: 'kept', paid_minor: 9_900n });
});

describe('a transfer that names no invoice', () => {
  const settled = async () => {
    const rows = await test.owner<{ id: string; settled: bigint }>(`select id, settled_minor as settled from invoices where case_id = $1`, [
      theCase().caseId,
    ]);
    return theCase().invoices.map(({ id }) => rows.find((row) => row.id === id)!.settled);
  };
  const received = async () =>
    (
      await test.owner<{ facts: { invoiceNumbers?: string } }>(
        `select facts from timeline_events where kind = 'payment.received' order by id`,
      )
    ).map(({ facts }) => facts.invoiceNumbers ?? null);

  it('and is just what was promised for a younger one, settles that one, keeps the promise, and the story says why', async () => {
    const [, second] = theCase().invoices;
    await promise(second!.amountMinor, [second!.id]);
    await money(second!.amountMinor);
    expect(await settled()).toEqual([0n, second!.amountMinor]);
    expect(await standing()).toEqual({ state: 'kept', paid_minor: second!.amountMinor });
    expect(await received()).toEqual([second!.number]);
  });

  it('goes to the oldest when it is another sum, a cent more or less', async () => {
    const [, second] = theCase().invoices;
    await promise(second!.amountMinor, [second!.id]);
    await money(second!.amountMinor - 1n);
    await money(second!.amountMinor + 1n);
    expect(await settled()).toEqual([2n * second!.amountMinor, 0n]);
    expect(await standing()).toEqual({ state: 'open', paid_minor: 0n });
  });

  it('and is what a promise still awaits after a part of it came, completes it', async () => {
    const [, second] = theCase().invoices;
    await promise(second!.amountMinor, [second!.id]);
    await money(10_000n, { invoiceIds: [second!.id] });
    await money(second!.amountMinor - 10_000n);
    expect(await settled()).toEqual([0n, second!.amountMinor]);
    expect((await standing())?.state).toBe('kept');
  });

  it('is guided by a promise once: the same sum again goes to the oldest, in one set or in two', async () => {
    const [, second] = theCase().invoices;
    await promise(second!.amountMinor, [second!.id]);
    const fact = (sourceKey: string): MoneyFact => ({
      clientId: cast.a.id,
      caseId: theCase().caseId,
      kind: 'payment',
      method: 'transfer',
      sourceKey,
      amountMinor: second!.amountMinor,
      providerFeeMinor: 0n,
      currency: 'EUR',
      effectiveOn: '2026-11-05',
    });
    await test.database.acrossClientsAsWorker((db) => recordMovements(db, [fact('bank:two'), fact('bank:one')]));
    await money(second!.amountMinor);
    expect(await settled()).toEqual([2n * second!.amountMinor, second!.amountMinor]);
    expect(await test.owner(`select source_key from movements where invoice_ids is not null`)).toEqual([{ source_key: 'bank:one' }]);
  });

  it('is not guided by a card, which asks for its invoices, nor by money of another time', async () => {
    const [, second] = theCase().invoices;
    await promise(second!.amountMinor, [second!.id]);
    await money(second!.amountMinor, { method: 'card' });
    await money(second!.amountMinor, { effectiveOn: '2026-11-01' });
    await money(second!.amountMinor, { effectiveOn: '2026-11-13' });
    expect(await received()).toEqual([null, null, null]);
    expect(await standing()).toEqual({ state: 'open', paid_minor: 0n });
  });

  it('goes back to where it came from: a refund opens the promised invoice again, and the promise falls', async () => {
    const [, second] = theCase().invoices;
    await promise(second!.amountMinor, [second!.id]);
    await money(second!.amountMinor, { sourceKey: 'bank:p' });
    await money(-second!.amountMinor, { reversesKey: 'bank:p', effectiveOn: '2026-11-06' });
    expect(await settled()).toEqual([0n, 0n]);
    expect((await standing())?.state).toBe('broken');
  });
});
