import { Temporal } from '@amiable/kernel';
import { Performer } from '@amiable/platform';
import { openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import { idOf, plantCases, staffOf } from '../cases.fixture';
import { RunDay } from '../run/run-day';
import '../strategies.abilities';
import { ActivateDraft } from './activate-draft';
import { DraftScenario } from './draft-scenario';
import { DropDraft } from './drop-draft';
import { ReviseDraft } from './revise-draft';
import { RetireLine } from './retire-line';
import { readScenario, readScenarios } from './scenario.queries';
import type { ScenarioStep } from './scenario.rules';

let test: TestDatabase;
let cast: Cast;
beforeEach(async () => {
  test = await openTestDatabase(); // 2026-11-02
  cast = await seatCast(test);
  await test.owner(`update schedules set due_on = '2028-01-01'`);
});
afterEach(() => test.close());

const manager = () => staffOf(cast);
const perform = <I, A>(useCase: { run: (...args: any) => Promise<A> }, input: I, ctx = manager()): Promise<A> =>
  new Performer(test.database).perform(ctx, cast.a.id, useCase as never, input);
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code: string; facts?: object; field?: string }) => error.code,
  );
const read = (id: string) => test.database.inTenant(cast.a.id, (db) => readScenario(db, id));
const run = (day: string) => new RunDay(test.database).run(Temporal.PlainDate.from(day));
const scheduleOf = async (name: string) =>
  (
    await test.owner(`select scenario_id = $2 as former, step_no, due_on::text, round from schedules where case_id = $1`, [
      idOf(name),
      cast.a.scenarioId,
    ])
  )[0];

/** The next version of the standing scenario, with its steps changed. */
async function drawUp(change: (steps: readonly ScenarioStep[]) => ScenarioStep[]): Promise<{ scenarioId: string; revision: number }> {
  const { scenarioId } = await perform(new DraftScenario(), { fromId: cast.a.scenarioId, name: null });
  const { name, steps, revision } = await read(scenarioId);
  await perform(new ReviseDraft(), { scenarioId, revision, name, steps: change(steps) });
  return { scenarioId, revision: revision + 1 };
}

it('a draft begins as a copy, is there once, and is not overwritten by who read it before', async () => {
  const { scenarioId } = await perform(new DraftScenario(), { fromId: cast.a.scenarioId, name: null });
  expect(await perform(new DraftScenario(), { fromId: cast.a.scenarioId, name: null })).toEqual({ scenarioId });
  const draft = await read(scenarioId);
  expect(draft).toMatchObject({ state: 'draft', version: 2, lineId: cast.a.scenarioId, revision: 1 });
  expect(draft.steps.map(({ name }) => name)).toEqual((await read(cast.a.scenarioId)).steps.map(({ name }) => name));
  const edit = { scenarioId, revision: 1, name: 'Plus court', steps: draft.steps.slice(0, 2) };
  expect(await codeOf(perform(new ReviseDraft(), edit))).toBe('done');
  expect(await codeOf(perform(new ReviseDraft(), edit))).toBe('SCENARIO_DRAFT_STALE');
  expect(await codeOf(perform(new ActivateDraft(), { scenarioId, revision: 1, moveCases: true }))).toBe('SCENARIO_DRAFT_STALE');
  expect(await codeOf(perform(new ReviseDraft(), { ...edit, scenarioId: cast.a.scenarioId }))).toBe('SCENARIO_NOT_DRAFT');
  expect((await read(scenarioId)).steps).toHaveLength(2);
});

it('what stands against a scenario may be saved, not worked; a draft that is dropped leaves nothing', async () => {
  const draft = await drawUp((steps) => [{ ...steps[4]!, daysFromDue: 2 }]);
  expect(await codeOf(perform(new ActivateDraft(), { ...draft, moveCases: true }))).toBe('FORMAL_NOTICE_TOO_EARLY');
  await perform(new DropDraft(), draft);
  expect(await test.owner(`select 1 from scenario_steps where scenario_id = $1`, [draft.scenarioId])).toEqual([]);
  expect(await codeOf(perform(new DropDraft(), { scenarioId: cast.a.scenarioId }))).toBe('SCENARIO_NOT_DRAFT');
});

it('only who answers for it may steer, and only at its own client', async () => {
  for (const role of ['collector', 'accountant'] as const)
    expect(await codeOf(perform(new DraftScenario(), { fromId: cast.a.scenarioId, name: null }, staffOf(cast, role)))).toBe('FORBIDDEN');
  expect(await codeOf(perform(new DraftScenario(), { fromId: cast.b.scenarioId, name: null }))).toBe('NOT_FOUND');
});

it('cases under way go on with what follows the step they have had, counted from the same due date; nobody gets the same words twice', async () => {
  await plantCases(test, cast, [
    { name: 'fresh', dueOn: '2026-10-30', step: { no: 2, on: '2026-11-02' } },
    { name: 'reminded', dueOn: '2026-10-20', step: { no: 3, on: '2026-11-04' } },
    { name: 'just_reminded', dueOn: '2026-10-28', step: { no: 3, on: '2026-11-12' } },
    { name: 'last', dueOn: '2026-10-01', step: { no: 5, on: '2026-11-05' } },
  ]);
  await test.owner(
    `insert into actions (client_id, case_id, scenario_id, step_no, channel, due_on, state, created_at) values ($1, $2, $3, 4, 'call', '2026-10-23', 'done', '2026-10-23')`,
    [cast.a.id, idOf('last'), cast.a.scenarioId],
  );
  // Reminders on days 5 and 10, a call on day 25 and nothing more.
  const draft = await drawUp(([, first, second, call]) => [
    { ...first!, daysFromDue: 5 },
    { ...second!, daysFromDue: 10 },
    { ...call!, daysFromDue: 25 },
  ]);
  await perform(new ActivateDraft(), { ...draft, moveCases: true });
  expect(await scheduleOf('fresh')).toEqual({ former: false, step_no: 1, due_on: '2026-11-04', round: 1 });
  expect(await scheduleOf('reminded')).toEqual({ former: false, step_no: 2, due_on: '2026-11-02', round: 1 }); // day 10 is past: today
  expect(await scheduleOf('just_reminded')).toEqual({ former: false, step_no: 2, due_on: '2026-11-07', round: 1 });
  expect(await scheduleOf('last')).toBeUndefined(); // had the call, and nothing follows it
  const [now, former] = (await test.database.inTenant(cast.a.id, readScenarios)).filter(({ lineId }) => lineId === cast.a.scenarioId);
  expect([now, former]).toMatchObject([
    { version: 2, state: 'active', activatedBy: cast.staff.lea.name },
    { version: 1, state: 'retired' },
  ]);
});

it('or they end with the version they began, and only what comes later gets the new one', async () => {
  await plantCases(test, cast, [{ name: 'begun', step: { no: 3, on: '2026-11-10' } }, { name: 'comes' }]);
  const draft = await drawUp((steps) => steps.slice(1, 3));
  await perform(new ActivateDraft(), { ...draft, moveCases: false });
  expect(await scheduleOf('begun')).toEqual({ former: true, step_no: 3, due_on: '2026-11-10', round: 1 });
  expect(await scheduleOf('comes')).toMatchObject({ former: false, step_no: 1 });
  expect((await run('2026-11-10')).planned).toMatchObject({ email: 2 });
});

it('who has had the whole of the former version is not begun with anew, until an invoice comes later', async () => {
  await plantCases(test, cast, [{ name: 'through', dueOn: '2026-09-25', step: { no: 5, on: '2026-11-02' } }]);
  await run('2026-11-02');
  expect(await scheduleOf('through')).toBeUndefined();
  const draft = await drawUp((steps) => steps.slice(1));
  await perform(new ActivateDraft(), { ...draft, moveCases: true });
  expect(await scheduleOf('through')).toBeUndefined();
  test.clock.set('2026-11-20');
  await test.owner(
    `insert into invoices (client_id, id, number, debtor_id, case_id, kind, issued_on, due_on, amount_minor, currency)
     select client_id, gen_random_uuid(), 'F-later', debtor_id, case_id, 'invoice', '2026-11-10', '2026-11-19', 5000, 'EUR' from invoices where number = 'F-through'`,
  );
  await run('2026-11-20');
  expect(await scheduleOf('through')).toEqual({ former: false, step_no: 1, due_on: '2026-11-22', round: 2 });
});

it('two presses at once: one draft, one activation', async () => {
  const drafts = await Promise.all([1, 2, 3].map(() => perform(new DraftScenario(), { fromId: cast.a.scenarioId, name: null })));
  expect(new Set(drafts.map(({ scenarioId }) => scenarioId)).size).toBe(1);
  const input = { scenarioId: drafts[0]!.scenarioId, revision: 1, moveCases: true };
  const codes = await Promise.all([1, 2].map(() => codeOf(perform(new ActivateDraft(), input))));
  expect(codes.sort()).toEqual(['SCENARIO_NOT_DRAFT', 'done']);
});

it('a scenario that a segment leads to is not taken out of service', async () => {
  expect(await codeOf(perform(new RetireLine(), { scenarioId: cast.a.scenarioId }))).toBe('SCENARIO_IN_USE');
  const { scenarioId } = await perform(new DraftScenario(), { fromId: cast.a.scenarioId, name: 'À part' });
  await perform(new ActivateDraft(), { scenarioId, revision: 1, moveCases: true });
  expect(await codeOf(perform(new RetireLine(), { scenarioId }))).toBe('done');
});

it('a step is passed over where its condition does not hold', async () => {
  await plantCases(test, cast, [
    { name: 'small', amount: 4_000 },
    { name: 'large', amount: 60_000 },
    { name: 'person', amount: 60_000, kind: 'person' },
    { name: 'answered', amount: 60_000 },
  ]);
  const draft = await drawUp(([, first, second]) => [
    first!,
    { ...second!, daysFromDue: 5, leastOpenMinor: 50_000n, onlyKind: 'company', onlySilent: true },
    { ...second!, daysFromDue: 9 },
  ]);
  await perform(new ActivateDraft(), { ...draft, moveCases: true });
  expect((await run('2026-11-02')).planned).toEqual({ email: 4 });
  test.clock.set('2026-11-04');
  await test.owner(
    `insert into timeline_events (client_id, case_id, kind, at, actor_kind, actor_name) values ($1, $2, 'debtor.wrote', '2026-11-03T10:00:00Z', 'debtor', 'answered')`,
    [cast.a.id, idOf('answered')],
  );
  const report = await run('2026-11-04');
  expect(report).toMatchObject({ planned: { email: 1 }, skipped: { condition_not_met: 3 } });
  expect(await scheduleOf('small')).toMatchObject({ step_no: 3, due_on: '2026-11-08' });
});

it('a task and a step by hand come onto a desk, and nothing leaves by itself', async () => {
  await plantCases(test, cast, [{ name: 'theirs' }]);
  const draft = await drawUp(([, first, second]) => [
    { ...first!, name: 'Vérifier la commande', channel: 'task', template: null },
    { ...second!, daysFromDue: 5, mode: 'manual' },
  ]);
  await perform(new ActivateDraft(), { ...draft, moveCases: true });
  const desk = () => test.owner(`select why, ready from work_items where case_id = $1`, [idOf('theirs')]);
  expect((await run('2026-11-02')).planned).toEqual({ task: 1 });
  expect(await desk()).toEqual([{ why: 'task_step', ready: true }]);
  expect((await run('2026-11-04')).planned).toEqual({ email: 1 });
  expect(await desk()).toEqual([{ why: 'manual_step', ready: true }]);
  expect(await test.owner(`select 1 from messages`)).toEqual([]);
});
