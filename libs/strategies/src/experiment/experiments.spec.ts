import { Temporal } from '@amiable/kernel';
import { Performer } from '@amiable/platform';
import { openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import { idOf, plantCases, staffOf } from '../cases.fixture';
import { RunDay } from '../run/run-day';
import { ActivateDraft } from '../scenario/activate-draft';
import { DraftScenario } from '../scenario/draft-scenario';
import '../strategies.abilities';
import { EndExperiment } from './end-experiment';
import { readExperiments } from './experiment.queries';
import { verdictOf, type Arm } from './experiment.rules';
import { StartExperiment, type StartExperimentInput } from './start-experiment';

let test: TestDatabase;
let cast: Cast;
let challengerId: string;
beforeEach(async () => {
  test = await openTestDatabase(); // 2026-11-02
  cast = await seatCast(test);
  await test.owner(`update schedules set due_on = '2028-01-01'`);
  const drafted = await perform(new DraftScenario(), { fromId: null, name: 'Ferme' });
  challengerId = (await perform(new ActivateDraft(), { scenarioId: drafted.scenarioId, revision: 1, moveCases: true })).scenarioId;
});
afterEach(() => test.close());

const perform = <I, A>(useCase: { run: (...args: any) => Promise<A> }, input: I, ctx = staffOf(cast)): Promise<A> =>
  new Performer(test.database).perform(ctx, cast.a.id, useCase as never, input);
const start = (more: Partial<StartExperimentInput> = {}) =>
  perform(new StartExperiment(), {
    name: 'Plus ferme',
    championId: cast.a.scenarioId,
    challengerId,
    challengerPercent: 40,
    holdoutPercent: 20,
    horizonDays: 30,
    ...more,
  });
const run = (day: string) => new RunDay(test.database).run(Temporal.PlainDate.from(day));
const results = async () => (await test.database.inTenant(cast.a.id, readExperiments))[0]!;
const names = (count: number) => Array.from({ length: count }, (_, i) => `case ${i}`);
const drawn = async () =>
  new Map(
    (
      await test.owner<{ arm: Arm; ids: string[] }>(
        `select arm, array_agg(case_id::text order by case_id) as ids from experiment_cases group by 1`,
      )
    ).map(({ arm, ids }) => [arm, ids]),
  );

it('draws new cases once, near the shares that were asked for; who is held out gets no step', async () => {
  await start();
  await plantCases(
    test,
    cast,
    names(400).map((name) => ({ name })),
  );
  await run('2026-11-02');
  const arms = await drawn();
  expect(arms.get('challenger')!.length).toBeGreaterThan(120);
  expect(arms.get('challenger')!.length).toBeLessThan(200);
  expect(arms.get('holdout')!.length).toBeGreaterThan(50);
  expect(arms.get('holdout')!.length).toBeLessThan(115);
  const steps = await test.owner<{ arm: Arm; scenario_id: string | null; n: number }>(
    `select x.arm, a.scenario_id, count(distinct x.case_id)::int as n from experiment_cases x left join actions a on a.client_id = x.client_id and a.case_id = x.case_id group by 1, 2 order by 1`,
  );
  expect(steps).toEqual([
    { arm: 'challenger', scenario_id: challengerId, n: arms.get('challenger')!.length },
    { arm: 'champion', scenario_id: cast.a.scenarioId, n: arms.get('champion')!.length },
    { arm: 'holdout', scenario_id: null, n: arms.get('holdout')!.length },
  ]);
  await run('2026-11-03');
  expect(await drawn()).toEqual(arms); // the lot is not drawn again
});

it('cases from before the trial are not drawn, and those held out begin when it ends', async () => {
  await plantCases(test, cast, [{ name: 'before' }]);
  await run('2026-11-02');
  const { experimentId } = await start({ challengerId: null, challengerPercent: 0, holdoutPercent: 50 });
  await plantCases(
    test,
    cast,
    names(60).map((name) => ({ name })),
  );
  await run('2026-11-03');
  const held = (await drawn()).get('holdout')!;
  expect(held).not.toContain(idOf('before'));
  test.clock.set('2026-11-20');
  await perform(new EndExperiment(), { experimentId });
  expect(await test.owner(`select 1 from schedules where case_id = any($1::uuid[])`, [held])).toHaveLength(held.length);
  await expect(perform(new EndExperiment(), { experimentId })).rejects.toMatchObject({ code: 'EXPERIMENT_ENDED' });
});

it('finds an effect that was put there, and none where there is none', async () => {
  await start({ challengerPercent: 50, holdoutPercent: 0 });
  await plantCases(
    test,
    cast,
    names(600).map((name) => ({ name })),
  );
  await run('2026-11-02');
  const arms = await drawn();
  const pay = (arm: Arm, share: number, on: string) =>
    test.owner(
      `insert into allocations (client_id, invoice_id, case_id, source_kind, source_id, amount_minor, effective_on)
       select i.client_id, i.id, i.case_id, 'client_declared', i.id, i.amount_minor, $2 from invoices i where i.case_id = any($1::uuid[])`,
      [arms.get(arm)!.slice(0, Math.round(arms.get(arm)!.length * share)), on],
    );
  await pay('champion', 0.4, '2026-11-12');
  await pay('challenger', 0.55, '2026-11-12');
  expect((await results()).arms.every(({ observed }) => observed === 0)).toBe(true); // nobody has had his thirty days
  test.clock.set('2026-12-02');
  const [champion, challenger] = (await results()).arms;
  expect(champion).toMatchObject({
    arm: 'champion',
    observed: arms.get('champion')!.length,
    paid: Math.round(arms.get('champion')!.length * 0.4),
  });
  expect(verdictOf(challenger!, champion!)).toBe('BETTER');
  // The rest of the champion's pays after its thirty days: it counts for nothing.
  await test.owner(
    `insert into allocations (client_id, invoice_id, case_id, source_kind, source_id, amount_minor, effective_on)
     select i.client_id, i.id, i.case_id, 'client_declared', i.id, i.amount_minor, '2026-12-03' from invoices i where i.case_id = any($1::uuid[]) and i.settled_minor = 0`,
    [arms.get('champion')!],
  );
  expect((await results()).arms[0]!.paid).toBe(champion!.paid);
});

it('is refused with its reason when it cannot be held', async () => {
  const code = (more: Partial<StartExperimentInput>) =>
    start(more).then(
      () => 'done',
      (error: { code: string }) => error.code,
    );
  expect(await code({ name: ' ' })).toBe('EXPERIMENT_NAME_MISSING');
  expect(await code({ challengerPercent: 80, holdoutPercent: 20 })).toBe('EXPERIMENT_SHARES');
  expect(await code({ challengerId: null })).toBe('EXPERIMENT_SHARES');
  expect(await code({ horizonDays: 5 })).toBe('EXPERIMENT_HORIZON');
  expect(await code({ challengerId: cast.a.scenarioId })).toBe('EXPERIMENT_SAME_SCENARIO');
  expect(await code({ challengerId: cast.b.scenarioId })).toBe('NOT_FOUND');
  expect(await code({})).toBe('done');
  expect(await code({ name: 'Encore un' })).toBe('EXPERIMENT_RUNS');
});
