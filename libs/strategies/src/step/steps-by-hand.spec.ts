import { Temporal } from '@amiable/kernel';
import { RecallMessage, SendMessage } from '@amiable/outreach';
import { Performer } from '@amiable/platform';
import { openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import { idOf, plantCases, staffOf } from '../cases.fixture';
import { RunDay } from '../run/run-day';
import '../strategies.abilities';
import { FinishTask } from './finish-task';
import { SkipStep } from './skip-step';

let test: TestDatabase;
let cast: Cast;
beforeEach(async () => {
  test = await openTestDatabase(); // 2026-11-02
  cast = await seatCast(test);
  await test.owner(`update schedules set due_on = '2028-01-01'`);
});
afterEach(() => test.close());

const perform = <I, A>(useCase: { run: (...args: any) => Promise<A> }, input: I, ctx = staffOf(cast, 'collector')): Promise<A> =>
  new Performer(test.database).perform(ctx, cast.a.id, useCase as never, input);
const run = (day: string) => new RunDay(test.database).run(Temporal.PlainDate.from(day));
const theCase = { caseId: idOf('ada') };
const plantStep = (no: number) => plantCases(test, cast, [{ name: 'ada', step: { no, on: '2026-11-02' } }]);
const desk = async () => (await test.owner(`select why, ready, due_on::text from work_items where case_id = $1`, [theCase.caseId]))[0];
const schedule = async () => (await test.owner(`select step_no, due_on::text from schedules where case_id = $1`, [theCase.caseId]))[0];

it('a task is done once, with its result, and the case leaves the desk', async () => {
  await test.owner(`update scenario_steps set channel = 'task', template = null where scenario_id = $1 and step_no = 2`, [
    cast.a.scenarioId,
  ]);
  await plantStep(2);
  await run('2026-11-02');
  const [task] = await test.owner<{ id: string }>(`select id from actions where case_id = $1`, [theCase.caseId]);
  const finish = () => perform(new FinishTask(), { ...theCase, actionId: task!.id, note: 'Bon de commande retrouvé' });
  await finish();
  expect(await test.owner(`select state, note from actions where id = $1`, [task!.id])).toEqual([
    { state: 'done', note: 'Bon de commande retrouvé' },
  ]);
  expect(await test.owner(`select facts ->> 'stepName' as step, client_sees from timeline_events where kind = 'task.done'`)).toEqual([
    { step: expect.stringContaining('Première relance'), client_sees: false },
  ]);
  expect(await desk()).toEqual({ why: 'follow_up', ready: false, due_on: '2026-11-16' });
  await expect(finish()).rejects.toMatchObject({ code: 'NO_SUCH_TRANSITION' });
  await expect(perform(new FinishTask(), { ...theCase, actionId: idOf('nothing'), note: null })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

it('a message by hand is what the step asked for: it is not asked for twice', async () => {
  await test.owner(`update scenario_steps set mode = 'manual' where scenario_id = $1 and step_no = 2`, [cast.a.scenarioId]);
  await plantStep(2);
  await run('2026-11-02');
  expect(await desk()).toMatchObject({ why: 'manual_step', ready: true });
  const { messageId } = await perform(new SendMessage(), { ...theCase, template: 'reminder_1', note: null });
  const stepOf = () => test.owner(`select state from actions where case_id = $1`, [theCase.caseId]);
  expect(await desk()).toEqual({ why: 'letter_sent', ready: false, due_on: '2026-11-12' });
  expect(
    await test.owner(
      `select m.state, a.step_no from messages m join actions a on a.client_id = m.client_id and a.id = m.action_id where m.case_id = $1`,
      [theCase.caseId],
    ),
  ).toEqual([{ state: 'queued', step_no: 2 }]);
  // Taken back within its ten seconds, it waits for a hand again.
  await perform(new RecallMessage(), { messageId });
  expect(await stepOf()).toEqual([{ state: 'due' }]);
  await perform(new SendMessage(), { ...theCase, template: 'reminder_1', note: null });
  expect(await test.owner(`select count(action_id)::int as n from messages where case_id = $1`, [theCase.caseId])).toEqual([{ n: 1 }]);
});

it('a step that is left out stays out: the next keeps its day, and a scenario that is at its end does not begin anew', async () => {
  await plantStep(4);
  const skip = (stepNo: number, reason = 'Déjà appelé hier') => perform(new SkipStep(), { ...theCase, stepNo, reason }, staffOf(cast));
  await expect(skip(4, ' ')).rejects.toMatchObject({ code: 'REASON_MISSING' });
  await expect(skip(3)).rejects.toMatchObject({ code: 'NO_STEP_TO_SKIP' }); // not the one on the screen
  await skip(4);
  expect(await schedule()).toEqual({ step_no: 5, due_on: '2026-11-15' });
  await skip(5);
  expect(await schedule()).toBeUndefined();
  await run('2026-11-03');
  expect(await schedule()).toBeUndefined();
  expect(await test.owner(`select step_no, state, reason from actions where case_id = $1 order by step_no`, [theCase.caseId])).toEqual([
    { step_no: 4, state: 'cancelled', reason: 'skipped' },
    { step_no: 5, state: 'cancelled', reason: 'skipped' },
  ]);
});
