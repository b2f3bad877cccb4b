import { dayOf, Temporal } from '@amiable/kernel';
import { Performer, RequestContext, type StaffRole } from '@amiable/platform';
import { castId, openTestDatabase, plant, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import '../index';
import { AlertRules } from './alert-rules';
import type { AlertKind } from './alert.types';
import { raiseAlerts } from './raise-alerts';
import { SettleAlert } from './settle-alert';

let test: TestDatabase;
let cast: Cast;
beforeEach(async () => {
  test = await openTestDatabase(); // 2026-11-02
  cast = await seatCast(test);
  await test.owner(`update alert_rules set threshold = 5000 where kind = 'limit_passed'`); // B alone owes more, in two cases
});
afterEach(() => test.close());

const as = (role: StaffRole) =>
  new RequestContext('agency', { kind: 'staff', id: cast.staff.lea.id, name: cast.staff.lea.name, role, portfolio: 'all' }, 'fr');
const raise = (day?: string) =>
  test.database.acrossClientsAsWorker((db) => raiseAlerts(db, day ? Temporal.PlainDate.from(day) : dayOf(db.clock)));
const alerts = () =>
  test.owner<{ kind: string; facts: object; id: string }>(`select id, kind, facts from alerts order by kind, raised_at, subject`);
const refused = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );
const promise = (state: string, dueOn: string, more: object = {}) =>
  plant(test, 'promises', [
    {
      client_id: cast.a.id,
      id: castId(`promise ${dueOn}`),
      case_id: cast.a.cases[0].caseId,
      amount_minor: 50_000n,
      paid_minor: 0n,
      currency: 'EUR',
      due_on: dueOn,
      grace_days: 2,
      made_on: '2026-10-01',
      state,
      made_by: 'staff',
      source: 'promise',
      created_at: '2026-10-01T10:00:00Z',
      ...more,
    },
  ]);
const dispute = (dueOn: string) =>
  plant(test, 'disputes', [
    {
      client_id: cast.a.id,
      id: castId('dispute'),
      case_id: cast.a.cases[0].caseId,
      invoice_id: cast.a.cases[0].invoices[0]!.id,
      reason: 'defective',
      amount_minor: 10_000n,
      state: 'open',
      opened_by: 'staff',
      opened_on: '2026-10-20',
      due_on: dueOn,
    },
  ]);

it('tells of a broken promise, a deadline and a limit, each once, however many workers look', async () => {
  await promise('broken', '2026-10-29', { paid_minor: 12_345n });
  await dispute('2026-11-04');
  const counts = await Promise.all([raise(), raise(), raise()]);
  expect(counts.sort()).toEqual([0, 0, 4]);
  expect((await alerts()).map(({ kind, facts }) => ({ kind, ...facts }))).toEqual([
    expect.objectContaining({ kind: 'broken_promise', amount: '376.55', currency: 'EUR', dueOn: '2026-10-29' }),
    expect.objectContaining({ kind: 'dispute_deadline', dueOn: '2026-11-04', passed: false }),
    expect.objectContaining({ kind: 'limit_passed', total: '5000.00' }),
    expect.objectContaining({ kind: 'limit_passed', total: '5000.00' }),
  ]);
  // The deadline goes by: that is news again, once.
  expect([await raise('2026-11-05'), await raise('2026-11-06')]).toEqual([1, 0]);
});

it('measures a debtor who has a limit of his own by that, with all he owes, due or not; one that ran out counts no more', async () => {
  await test.owner(`update alert_rules set enabled = kind = 'limit_passed', threshold = 1000000`);
  const [first] = cast.a.cases;
  const limit = (amountMinor: bigint, until: string | null, recordedAt: string) =>
    plant(test, 'credit_limits', [
      {
        client_id: cast.a.id,
        id: castId(`limit ${recordedAt}`),
        debtor_id: first.debtorId,
        amount_minor: amountMinor,
        currency: 'EUR',
        source: 'Assureur',
        valid_from: '2026-10-01',
        valid_until: until,
        recorded_at: recordedAt,
      },
    ]);
  const owed = first.invoices.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  await limit(owed, null, '2026-10-01T08:00:00Z');
  expect(await raise()).toBe(0); // just within it
  await limit(owed - 1n, '2026-11-03', '2026-10-02T08:00:00Z');
  expect([await raise('2026-11-03'), await raise('2026-11-03')]).toEqual([1, 0]);
  expect((await alerts())[0]).toMatchObject({ kind: 'limit_passed', facts: { open: '1533.33', total: '1533.32', source: 'Assureur' } });
  await test.owner(`delete from alerts`);
  expect(await raise('2026-11-04')).toBe(0); // ran out: the limit of the house holds again
});

it('adds up what the joined rows of one debtor owe, whichever of them the limit was recorded on', async () => {
  await test.owner(`update alert_rules set enabled = kind = 'limit_passed', threshold = 1000000`);
  const [first, second] = cast.a.cases;
  const owed = [first, second].flatMap(({ invoices }) => invoices).reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  await plant(test, 'credit_limits', [
    {
      client_id: cast.a.id,
      id: castId('limit of both'),
      debtor_id: second.debtorId,
      amount_minor: owed - 1n,
      currency: 'EUR',
      source: 'Assureur',
      valid_from: '2026-10-01',
      recorded_at: '2026-10-01T08:00:00Z',
    },
  ]);
  expect(await raise()).toBe(0); // each for itself is within it
  await test.owner(`select set_config('app.joining', 'on', false)`);
  await test.owner(`update debtors set joined_to = $1 where id = $2`, [first.debtorId, second.debtorId]);
  expect(await raise()).toBe(1);
});

it('is over when the limit is kept again, and told again when it is passed again; what somebody dismissed stays dismissed till then', async () => {
  await test.owner(
    `update alert_rules set enabled = kind in ('limit_passed', 'insolvency'), threshold = case kind when 'limit_passed' then 1000 else 0 end`,
  );
  await test.owner(`update cases set open_minor = 0 where client_id = $1`, [cast.b.id]);
  await test.owner(`update cases set open_minor = 0 where client_id = $1 and id <> $2`, [cast.a.id, cast.a.cases[0].caseId]);
  const owes = (minor: number) => test.owner(`update cases set open_minor = $1 where id = $2`, [minor, cast.a.cases[0].caseId]);
  const open = async () => (await test.owner<{ n: number }>(`select count(*)::int as n from alerts where dismissed_at is null`))[0]!.n;
  await owes(100_001);
  expect([await raise(), await open()]).toEqual([1, 1]);
  await test.owner(`update alerts set dismissed_at = now(), settled_at = now(), reason = 'vu'`);
  expect([await raise(), await open()]).toEqual([0, 0]);
  await owes(100_000);
  expect([await raise(), await open()]).toEqual([0, 0]);
  await owes(100_001);
  expect([await raise(), await open()]).toEqual([1, 1]);
  await owes(100_000);
  expect([await raise(), await open()]).toEqual([0, 0]);
});

it('tells once of a debtor who has become insolvent', async () => {
  await test.owner(`update alert_rules set enabled = kind = 'insolvency'`);
  await test.owner(`update cases set state = 'on_hold', hold_kind = 'insolvent', hold_reason = 'jugement du 30 octobre' where id = $1`, [
    cast.a.cases[0].caseId,
  ]);
  expect([await raise(), await raise()]).toEqual([1, 0]);
  expect((await alerts())[0]).toMatchObject({ kind: 'insolvency', facts: { open: '1533.33', currency: 'EUR' } });
});

it('does not tell of what is small, old, switched off or closed', async () => {
  await promise('broken', '2026-09-01');
  await dispute('2026-11-05');
  await test.owner(`update alert_rules set enabled = false where kind = 'limit_passed'`);
  expect(await raise()).toBe(0);
  await promise('broken', '2026-10-29');
  await test.owner(`update alert_rules set threshold = 501 where kind = 'broken_promise'`);
  expect(await raise()).toBe(0);
  await test.owner(`update cases set state = 'closed', closed_on = '2026-11-01', close_reason = 'withdrawn' where client_id = $1`, [
    cast.a.id,
  ]);
  await test.owner(`update alert_rules set threshold = 0 where kind = 'broken_promise'`);
  expect(await raise()).toBe(0);
});

it('tells of a score that fell by so many points, against how it stood when it was last looked at', async () => {
  await test.owner(`update alert_rules set enabled = kind = 'falling_score'`);
  await promise('broken', '2026-10-30');
  expect(await raise()).toBe(0); // the first look only remembers
  const [kept] = await test.owner<{ score: number }>(`select score from payer_scores where client_id = $1`, [cast.a.id]);
  await test.owner(`update payer_scores set score = $1`, [kept!.score + 14]);
  expect(await raise()).toBe(0);
  await test.owner(`update payer_scores set score = $1`, [kept!.score + 15]);
  expect(await raise()).toBe(1);
  expect((await alerts())[0]).toMatchObject({ kind: 'falling_score', facts: { former: kept!.score + 15, score: kept!.score } });
  expect(await raise()).toBe(0);
});

it('is dismissed or put off with a reason that stays in the story; a colleague of the books may not', async () => {
  await dispute('2026-11-04');
  await test.owner(`update alert_rules set enabled = kind = 'dispute_deadline'`);
  await raise();
  const alertId = (await alerts())[0]!.id;
  const settle = (reason: string, until: string | null, role: StaffRole = 'collector') =>
    refused(new Performer(test.database).perform(as(role), cast.a.id, new SettleAlert(), { alertId, reason, until }));
  expect(await settle('vu', null, 'accountant')).toBe('FORBIDDEN');
  expect(await settle('  ', null)).toBe('TEXT_MISSING');
  expect(await settle('plus tard', '2026-11-02')).toBe('DAY_IN_PAST');
  expect(await settle('le client répond demain', '2026-11-03')).toBe('done');
  expect(await settle('réglé par téléphone', null)).toBe('done');
  expect(await settle('encore', null)).toBe('NOT_FOUND');
  expect(
    await test.owner(`select kind, facts->>'note' as note, client_sees from timeline_events where kind like 'alert.%' order by id`),
  ).toEqual([
    { kind: 'alert.snoozed', note: 'le client répond demain', client_sees: false },
    { kind: 'alert.dismissed', note: 'réglé par téléphone', client_sees: false },
  ]);
});

it('a digest of the day leaves for the kinds that are wanted by mail, one a client, and none unless somebody asked', async () => {
  const digests = () => test.owner(`select client_id, payload from outbox where topic = 'alerts.digest' order by client_id`);
  await dispute('2026-11-04');
  await raise();
  expect(await digests()).toEqual([]);
  await test.owner(`update alert_rules set by_mail = true where kind = 'broken_promise'`);
  await promise('broken', '2026-10-29');
  await promise('broken', '2026-10-30');
  await raise();
  await raise();
  expect(await digests()).toEqual([{ client_id: cast.a.id, payload: { counts: { broken_promise: 2 } } }]);
  // What is told in the course of the day is in the digest of the next morning, once.
  await plant(test, 'alerts', [
    {
      client_id: cast.a.id,
      id: castId('told at noon'),
      case_id: cast.a.cases[0].caseId,
      kind: 'broken_promise',
      subject: 'noon',
      facts: {},
      raised_at: '2026-11-02T11:00:00Z',
    },
  ]);
  await raise();
  test.clock.set('2026-11-03');
  await raise();
  await raise();
  expect((await digests()).map(({ payload }) => payload)).toEqual([{ counts: { broken_promise: 2 } }, { counts: { broken_promise: 1 } }]);
});

it('rules are the manager’s', async () => {
  const rules = new AlertRules(test.database);
  const set = (role: StaffRole, threshold: number, kind: AlertKind = 'limit_passed') =>
    refused(Promise.resolve().then(() => rules.set(as(role), { kind, enabled: true, threshold, byMail: false })));
  expect([await set('collector', 1), await set('manager', -1), await set('manager', 7_500)]).toEqual([
    'FORBIDDEN',
    'THRESHOLD_OUT_OF_BOUNDS',
    'done',
  ]);
  expect([await set('manager', 0, 'limit_near'), await set('manager', 100, 'limit_near')]).toEqual([
    'THRESHOLD_OUT_OF_BOUNDS',
    'THRESHOLD_OUT_OF_BOUNDS',
  ]);
  expect((await rules.list()).map(({ kind, threshold }) => [kind, threshold])).toEqual([
    ['broken_promise', 0],
    ['instalment_missed', 0],
    ['dispute_deadline', 2],
    ['falling_score', 15],
    ['limit_near', 90],
    ['limit_passed', 7_500],
    ['insolvency', 0],
  ]);
});
