import { Performer, RequestContext, type UseCase } from '@amiable/platform';
import { openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import './case.abilities';
import { Case } from './case.entity';
import { CloseCase } from './close-case';
import { HoldCase } from './hold-case';
import { ResumeCase } from './resume-case';
import { SnoozeCase } from './snooze-case';

let test: TestDatabase;
let cast: Cast;
let caseId: string;

beforeEach(async () => {
  test = await openTestDatabase();
  cast = await seatCast(test);
  ({ caseId } = cast.a.cases[0]);
});
afterEach(() => test.close());

const as = (name: 'lea' | 'hugo' | 'accountant', role: 'collector' | 'accountant' = 'collector') =>
  new RequestContext(
    'agency',
    { kind: 'staff', id: cast.staff[name].id, name: cast.staff[name].name, role, portfolio: name === 'hugo' ? [cast.a.id] : 'all' },
    'fr',
  );
const perform = <I, A>(useCase: UseCase<I, A>, input: I, ctx = as('lea'), clientId = cast.a.id) =>
  new Performer(test.database).perform(ctx, clientId, useCase, input);
const refused = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: { code: string; facts: object }) => ({ code: error.code, ...error.facts }),
  );
const theCase = async () =>
  (
    await test.owner(`select state, close_reason, closed_on::text, hold_reason, hold_until::text, version from cases where id = $1`, [
      caseId,
    ])
  )[0]!;
const work = async () => (await test.owner(`select ready, due_on::text, why, claimed_by from work_items where case_id = $1`, [caseId]))[0];
const story = () =>
  test.owner(`select kind, facts, actor_kind, actor_name, client_sees from timeline_events where case_id = $1 order by id`, [caseId]);
const untouched = { state: 'open', close_reason: null, closed_on: null, hold_reason: null, hold_until: null, version: 1 };

describe('closing', () => {
  const close = (reason: 'paid' | 'withdrawn' | 'uncollectible', expectedVersion = 1) =>
    perform(new CloseCase(), { caseId, reason, expectedVersion });

  it('ends work and schedule, tells its story, and says so to what is planned', async () => {
    await close('withdrawn');
    expect(await theCase()).toMatchObject({ state: 'closed', close_reason: 'withdrawn', closed_on: '2026-11-02', version: 2 });
    expect(await work()).toBeUndefined();
    expect(await story()).toEqual([
      {
        kind: 'case.closed',
        facts: { reason: 'withdrawn', from: 'open', to: 'closed' },
        actor_kind: 'staff',
        actor_name: cast.staff.lea.name,
        client_sees: true,
      },
    ]);
    expect(await test.owner(`select topic, payload from outbox order by topic`)).toEqual([
      { topic: 'case.closed', payload: { caseId } },
      { topic: 'exposure.changed', payload: { debtorIds: [cast.a.cases[0].debtorId] } },
    ]);
    expect(await refused(close('withdrawn', 2))).toMatchObject({ code: 'NO_SUCH_TRANSITION', from: 'closed', to: 'closed' });
  });

  it('as paid needs a zero balance', async () => {
    expect(await refused(close('paid'))).toEqual({ code: 'CASE_STILL_OWED', amount: '1533.33', currency: 'EUR' });
    expect(await theCase()).toEqual(untouched);
    await test.owner(`update invoices set settled_minor = amount_minor where case_id = $1`, [caseId]);
    await close('paid');
    expect(await theCase()).toMatchObject({ state: 'closed', close_reason: 'paid' });
  });

  it('two who close it at once: one does, the other learns that the case changed', async () => {
    const both = await Promise.all([refused(close('withdrawn')), refused(close('uncollectible'))]);
    expect(both).toContain('done');
    expect(both).toContainEqual({ code: 'STALE_VERSION', currentVersion: 2 });
    expect(await story()).toHaveLength(1);
  });

  it('is not for the accountant, nor for another’s case', async () => {
    expect(
      await refused(perform(new CloseCase(), { caseId, reason: 'withdrawn', expectedVersion: 1 }, as('accountant', 'accountant'))),
    ).toMatchObject({ code: 'FORBIDDEN' });
    expect(
      await refused(perform(new CloseCase(), { caseId: cast.b.cases[0].caseId, reason: 'withdrawn', expectedVersion: 1 })),
    ).toMatchObject({ code: 'NOT_FOUND' });
    expect(
      await refused(
        perform(new CloseCase(), { caseId: cast.b.cases[0].caseId, reason: 'withdrawn', expectedVersion: 1 }, as('hugo'), cast.b.id),
      ),
    ).toMatchObject({ code: 'NOT_FOUND' }); // out of his portfolio
    expect(await theCase()).toEqual(untouched);
  });
});

describe('holding and resuming', () => {
  const hold = (until: string, reason = ' Attente du client ', expectedVersion = 1) =>
    perform(new HoldCase(), { caseId, reason, until, expectedVersion });

  it('keeps the case off the desk until its day, for a reason that is named; resuming brings it back today', async () => {
    await hold('2026-11-20');
    expect(await theCase()).toMatchObject({ state: 'on_hold', hold_reason: 'Attente du client', hold_until: '2026-11-20', version: 2 });
    expect(await work()).toEqual({ ready: false, due_on: '2026-11-20', why: 'hold_over', claimed_by: null });
    expect(await refused(hold('2026-11-25', 'encore', 2))).toMatchObject({ code: 'NO_SUCH_TRANSITION' });
    expect(await refused(perform(new ResumeCase(), { caseId, expectedVersion: 1 }))).toMatchObject({ code: 'STALE_VERSION' });
    await perform(new ResumeCase(), { caseId, expectedVersion: 2 });
    expect(await theCase()).toEqual({ ...untouched, version: 3 });
    expect(await work()).toEqual({ ready: true, due_on: '2026-11-02', why: 'hold_over', claimed_by: null });
    expect((await story()).map((event) => event.kind)).toEqual(['case.held', 'case.resumed']);
    expect(await refused(perform(new ResumeCase(), { caseId, expectedVersion: 3 }))).toMatchObject({ code: 'NO_SUCH_TRANSITION' });
  });

  it.each([
    ['2026-11-02', 'x', 'DAY_IN_PAST'], // today is no day to wait for
    ['2026-11-01', 'x', 'DAY_IN_PAST'],
    ['2026-11-03', '  ', 'TEXT_MISSING'],
  ])('until %s because "%s": %s', async (until, reason, code) => {
    expect(await refused(hold(until, reason))).toMatchObject({ code });
    expect(await theCase()).toEqual(untouched);
    expect(await story()).toEqual([]);
  });
});

describe('snoozing', () => {
  const snooze = (until: string) => perform(new SnoozeCase(), { caseId, until, reason: 'rappeler' });

  it('takes the case off the desk until a day and lets its holder go; the scenario goes on', async () => {
    await test.owner(`update work_items set claimed_by = $2, claimed_until = '2026-11-02T10:00:00Z' where case_id = $1`, [
      caseId,
      cast.staff.lea.id,
    ]);
    const schedule = await test.owner(`select * from schedules where case_id = $1`, [caseId]);
    await snooze('2026-11-05');
    expect(await work()).toEqual({ ready: false, due_on: '2026-11-05', why: 'snoozed', claimed_by: null });
    expect(await test.owner(`select * from schedules where case_id = $1`, [caseId])).toEqual(schedule);
    expect(await story()).toMatchObject([{ kind: 'case.snoozed', client_sees: false }]);
    expect(await theCase()).toEqual(untouched);
  });

  it('not until today, and not a closed case', async () => {
    expect(await refused(snooze('2026-11-02'))).toMatchObject({ code: 'DAY_IN_PAST' });
    await perform(new CloseCase(), { caseId, reason: 'withdrawn', expectedVersion: 1 });
    expect(await refused(snooze('2026-11-05'))).toMatchObject({ code: 'CASE_CLOSED' });
    expect(await work()).toBeUndefined();
  });
});

it('a case that is held keeps out who would hold or change it, and nobody who writes what only points to it', async () => {
  const done: string[] = [];
  const inTenant = test.database.inTenant.bind(test.database, cast.a.id);
  let letGo = () => {};
  const until = new Promise<void>((resolve) => (letGo = resolve));
  let held = () => {};
  const isHeld = new Promise<void>((resolve) => (held = resolve));
  const holder = inTenant(async (db) => {
    await db.lock(Case, caseId);
    held();
    await until;
    done.push('let go');
  });
  await isHeld;
  const second = inTenant((db) => db.lock(Case, caseId)).then(() => done.push('held by the second'));
  const change = inTenant((db) => db.rows(`update cases set stage = 'call' where id = $1`, [caseId])).then(() => done.push('changed'));
  await inTenant((db) =>
    db.rows(
      `insert into timeline_events (client_id, case_id, kind, at, actor_kind, actor_name, facts) values ($1, $2, 'note', now(), 'system', 'test', '{}')`,
      [cast.a.id, caseId],
    ),
  ); // would wait for ever if the case kept it out
  done.push('told');
  letGo();
  await Promise.all([holder, second, change]);
  expect(done.slice(0, 2)).toEqual(['told', 'let go']);
  expect(done.slice(2).sort()).toEqual(['changed', 'held by the second']);
});
