import { newId, Temporal } from '@amiable/kernel';
import { Database } from '@amiable/platform';
import { castId, openTestDatabase, plant, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import { plantCases } from '../cases.fixture';
import { RunDay } from './run-day';

let test: TestDatabase;
let cast: Cast;
const day = '2026-11-02';

beforeEach(async () => {
  test = await openTestDatabase();
  cast = await seatCast(test);
  await test.owner(`update schedules set due_on = '2028-01-01'`);
});
afterEach(() => test.close());

const run = (on = day, database = test.database) => new RunDay(database).run(Temporal.PlainDate.from(on));
const skips = () =>
  test.owner(
    `select c.reference, s.reason, s.step_no from run_skips s join cases c on c.client_id = s.client_id and c.id = s.case_id where s.day = $1 order by 1`,
    [day],
  );
const scheduleOf = async (reference: string) =>
  (
    await test.owner(
      `select step_no, due_on::text from schedules s join cases c on c.client_id = s.client_id and c.id = s.case_id where reference = $1`,
      [reference],
    )
  )[0];

/** Cases of client A whose step is due today, one per name. */
const plantDue = (names: readonly string[], step = 2) =>
  plantCases(
    test,
    cast,
    names.map((name) => ({ name, step: { no: step, on: day }, ...(name === 'no_email' && { email: null }) })),
  );

const own = (name: string) => ({ client_id: cast.a.id, case_id: castId(name) });
const stops: Record<string, () => Promise<unknown>> = {
  on_hold: () => test.owner(`update cases set state = 'on_hold', hold_reason = 'x', hold_until = '2026-11-03' where reference = 'on_hold'`),
  nothing_owed: () => test.owner(`update invoices set settled_minor = amount_minor where number = 'F-nothing_owed'`),
  payment_in_flight: () =>
    plant(test, 'payments', [
      {
        ...own('payment_in_flight'),
        id: newId(),
        provider: 'stripe',
        amount_minor: 1,
        currency: 'EUR',
        language: 'fr',
        state: 'started',
        created_at: '2026-11-02T07:50:00Z',
        expires_at: '2026-11-02T08:21:00Z',
      },
    ]),
  promise_open: () =>
    plant(test, 'promises', [
      {
        ...own('promise_open'),
        id: newId(),
        amount_minor: 1,
        currency: 'EUR',
        due_on: '2026-11-01',
        made_on: '2026-11-01',
        state: 'open',
        made_by: 'staff',
      },
    ]),
  plan_active: async () => {
    const id = newId();
    await plant(test, 'plans', [{ ...own('plan_active'), id, total_minor: 2, currency: 'EUR', state: 'active', agreed_on: '2026-10-20' }]);
    await plant(test, 'instalments', [{ client_id: cast.a.id, plan_id: id, number: 1, due_on: '2026-11-01', amount_minor: 2 }]);
  },
  disputed: () =>
    plant(test, 'disputes', [
      {
        ...own('disputed'),
        id: newId(),
        invoice_id: castId('invoice disputed'),
        reason: 'other',
        amount_minor: 10_000,
        due_on: '2026-11-20',
        state: 'open',
        opened_by: 'debtor',
        opened_on: '2026-11-01',
      },
    ]),
  payment_claimed: () =>
    test.owner(
      `update cases set state = 'on_hold', hold_kind = 'payment_claimed', hold_reason = 'x', hold_until = '2026-11-03' where reference = 'payment_claimed'`,
    ),
  email_refused: () => test.owner(`update debtors set refuses_email = true where reference = 'email_refused'`),
  no_email: async () => undefined,
};

it('names the reason for every case it skips; what cannot be mended by waiting goes on to the next step', async () => {
  const names = Object.keys(stops);
  await plantDue([...names, 'free']);
  for (const stop of Object.values(stops)) await stop();
  const report = await run();
  expect(report.skipped).toEqual(Object.fromEntries(names.map((name) => [name, 1])));
  expect(report.planned).toEqual({ email: 1 });
  expect(await skips()).toEqual([...names].sort().map((reason) => ({ reference: reason, reason, step_no: 2 })));
  expect(await scheduleOf('free')).toEqual({ step_no: 3, due_on: '2026-11-14' });
  expect(await scheduleOf('no_email')).toEqual({ step_no: 3, due_on: '2026-11-14' });
  expect(await scheduleOf('email_refused')).toEqual({ step_no: 3, due_on: '2026-11-14' });
  for (const name of names.filter((n) => !['no_email', 'email_refused'].includes(n)))
    expect(await scheduleOf(name)).toEqual({ step_no: 2, due_on: day });
  expect(await test.owner(`select stage from cases where reference = 'free'`)).toEqual([{ stage: 'reminder' }]);
});

it('the switch of the client, the mandate and a missing address have their say', async () => {
  await plantDue(['letter'], 5);
  await plantDue(['mail']);
  await test.owner(`update clients set sending_stopped_at = now() where client_id = $1`, [cast.a.id]);
  expect((await run()).skipped).toEqual({ sending_stopped: 2 });
  await test.owner(`update clients set sending_stopped_at = null`);
  await test.owner(`update mandates set channels = '{letter}' where client_id = $1`, [cast.a.id]);
  await test.owner(`update debtors set postcode = null where reference = 'letter'`);
  expect((await run()).skipped).toEqual({ no_address: 1, channel_not_in_mandate: 1 });
  expect(await scheduleOf('letter')).toBeUndefined(); // it was the last step
  expect(await test.owner(`select count(*)::int as n from messages`)).toEqual([{ n: 0 }]);
});

it('a payment that was left behind holds nothing up', async () => {
  await plantDue(['payment_in_flight']);
  await stops.payment_in_flight!();
  await test.owner(`update payments set expires_at = '2026-11-02T07:59:00Z'`);
  expect((await run()).planned).toEqual({ email: 1 });
});

it('two workers at once, and again: each step once', async () => {
  const names = Array.from({ length: 300 }, (_, i) => `n${i}`);
  await plantDue(names);
  const other = new Database(test.settings, test.clock);
  try {
    const reports = await Promise.all([run(), run(day, other), run(), run(day, other)]);
    expect(reports.reduce((sum, report) => sum + (report.planned.email ?? 0), 0)).toBe(names.length);
    await run();
  } finally {
    await other.close();
  }
  expect(await test.owner(`select count(*)::int as actions, count(distinct case_id)::int as cases from actions`)).toEqual([
    { actions: 300, cases: 300 },
  ]);
  expect(await test.owner(`select count(*)::int as n from messages`)).toEqual([{ n: 300 }]);
  expect(await test.owner(`select count(*)::int as n from outbox where topic = 'email.send'`)).toEqual([{ n: 300 }]);
  expect(await test.owner(`select kind, day::text, counts -> 'planned' as planned from runs`)).toEqual([{ kind: 'day', day, planned: {} }]);
});

it('a run that was missed is made up for: one step, not all at once', async () => {
  await plantDue(['late']);
  const late = await run('2026-12-24');
  expect(late.planned).toEqual({ email: 1 });
  expect(await scheduleOf('late')).toEqual({ step_no: 3, due_on: '2027-01-05' }); // the distance between steps stays
  expect((await run('2026-12-24')).planned).toEqual({});
});

it('in care nobody is called nor written a letter; who wants no calls gets the next step', async () => {
  await plantDue(['care_call', 'quiet'], 4);
  await plantDue(['care_letter'], 5);
  await plantDue(['care_mail']);
  await test.owner(`update debtors set care_until = '2026-11-02' where reference like 'care%'`);
  await test.owner(`update debtors set refuses_calls = true where reference = 'quiet'`);
  const report = await run();
  expect(report.skipped).toEqual({ care_mode: 2, calls_refused: 1 });
  expect(report.planned).toEqual({ email: 1 });
  expect(await scheduleOf('care_call')).toEqual({ step_no: 4, due_on: day });
  expect(await scheduleOf('quiet')).toMatchObject({ step_no: 5 });
});

it('a pause whose day has come waits for whoever looks at what the debtor said', async () => {
  await plantDue(['claimed', 'paused']);
  await test.owner(
    `update cases set state = 'on_hold', hold_kind = 'payment_claimed', hold_reason = 'x', hold_until = '2026-11-02' where reference in ('claimed', 'paused')`,
  );
  await plant(test, 'answers', [{ ...own('claimed'), id: newId(), kind: 'already_paid', state: 'open', given_at: '2026-10-26T09:00:00Z' }]);
  expect((await run()).skipped).toEqual({ payment_claimed: 1 });
  expect(await test.owner(`select reference, state from cases where reference in ('claimed', 'paused') order by 1`)).toEqual([
    { reference: 'claimed', state: 'on_hold' },
    { reference: 'paused', state: 'open' },
  ]);
});

it('a call comes onto a desk', async () => {
  await plantDue(['call'], 4);
  expect((await run()).planned).toEqual({ call: 1 });
  expect(await test.owner(`select ready, why, due_on::text from work_items where case_id = $1`, [castId('call')])).toEqual([
    { ready: true, why: 'call_step', due_on: day },
  ]);
  expect(await test.owner(`select channel, state from actions`)).toEqual([{ channel: 'call', state: 'due' }]);
});
