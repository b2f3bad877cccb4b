import { Temporal } from '@amiable/kernel';
import { Performer } from '@amiable/platform';
import { openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import { idOf, plantCases, staffOf } from '../cases.fixture';
import { RunDay } from '../run/run-day';
import '../strategies.abilities';
import { ConfirmSteps, type ProposalChoice } from './confirm-steps';
import { readProposalGroups, readProposals } from './proposal.queries';
import { DiscardSteps } from './discard-steps';

let test: TestDatabase;
let cast: Cast;
beforeEach(async () => {
  test = await openTestDatabase(); // 2026-11-02
  cast = await seatCast(test);
  await test.owner(`update schedules set due_on = '2028-01-01'`);
  await test.owner(`update scenario_steps set mode = 'confirmed' where scenario_id = $1 and step_no = 2`, [cast.a.scenarioId]);
});
afterEach(() => test.close());

const perform = <I, A>(useCase: { run: (...args: any) => Promise<A> }, input: I, ctx = staffOf(cast)): Promise<A> =>
  new Performer(test.database).perform(ctx, cast.a.id, useCase as never, input);
const run = (day: string) => new RunDay(test.database).run(Temporal.PlainDate.from(day));
const plantDue = (...names: string[]) =>
  plantCases(
    test,
    cast,
    names.map((name) => ({ name, step: { no: 2, on: '2026-11-02' } })),
  );
const all = (more: Partial<ProposalChoice> = {}): ProposalChoice => ({
  scenarioId: cast.a.scenarioId,
  stepNo: 2,
  seenAt: test.clock.now().toString(),
  actionIds: null,
  ...more,
});
const proposals = () =>
  test.database.inTenant(cast.a.id, (db) => readProposals(db, { scenarioId: cast.a.scenarioId, stepNo: 2, limit: 50 }));
const queued = () =>
  test.owner(
    `select c.reference from messages m join cases c on c.client_id = m.client_id and c.id = m.case_id where m.state = 'queued' order by 1`,
  );
const scheduleOf = async (name: string) =>
  (await test.owner(`select step_no, due_on::text from schedules where case_id = $1`, [idOf(name)]))[0];

it('nothing leaves before somebody has confirmed it, and the case waits without a second step', async () => {
  await plantDue('ada', 'bo');
  expect((await run('2026-11-02')).planned).toEqual({ email: 2 });
  expect(await queued()).toEqual([]);
  expect(await test.database.acrossClients('all', readProposalGroups)).toMatchObject([
    {
      clientName: expect.any(String),
      stepNo: 2,
      channel: 'email',
      template: 'reminder_1',
      cases: 2,
      openMinor: 20_000n,
      since: '2026-11-02',
    },
  ]);
  expect((await run('2026-11-14')).skipped).toEqual({ confirmation_waits: 2 });
  test.clock.set('2026-11-14');
  const [first] = await proposals();
  expect(await perform(new ConfirmSteps(), all({ actionIds: [first!.actionId] }))).toEqual({ count: 1 });
  expect(await queued()).toEqual([{ reference: first!.reference }]);
  // The next step keeps its twelve days, from the day on which this one left.
  expect(await scheduleOf(first!.reference)).toEqual({ step_no: 3, due_on: '2026-11-26' });
  expect(await test.owner(`select topic from outbox where topic = 'email.send'`)).toHaveLength(1);
});

it('what came after the list was looked at was not seen, and is not confirmed with it', async () => {
  await plantDue('seen');
  await run('2026-11-02');
  const seenAt = test.clock.now().toString();
  test.clock.set('2026-11-03');
  await plantDue('later');
  await run('2026-11-03');
  expect(await perform(new ConfirmSteps(), all({ seenAt }))).toEqual({ count: 1 });
  expect(await queued()).toEqual([{ reference: 'seen' }]);
  expect((await proposals()).map(({ reference }) => reference)).toEqual(['later']);
});

it('two colleagues press at once, and again: each leaves once', async () => {
  await plantDue('ada', 'bo', 'cy');
  await run('2026-11-02');
  const counts = await Promise.all([1, 2, 3].map(() => perform(new ConfirmSteps(), all())));
  expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(3);
  expect(await queued()).toHaveLength(3);
});

it('set aside with a reason: the step is left out, the story says by whom and why, the scenario goes on', async () => {
  await plantDue('ada');
  await run('2026-11-02');
  const aside = (reason: string) => perform(new DiscardSteps(), { ...all(), reason });
  await expect(aside('  ')).rejects.toMatchObject({ code: 'REASON_MISSING' });
  expect(await aside('Virement annoncé au téléphone')).toEqual({ count: 1 });
  expect(
    await test.owner(`select actor_name, facts ->> 'reason' as reason, client_sees from timeline_events where kind = 'step.discarded'`),
  ).toEqual([{ actor_name: cast.staff.lea.name, reason: 'Virement annoncé au téléphone', client_sees: false }]);
  expect(await queued()).toEqual([]);
  expect((await run('2026-11-14')).planned).toEqual({ email: 1 });
});

it('an accountant confirms nothing, and nobody what is another client’s', async () => {
  await plantDue('ada');
  await run('2026-11-02');
  await expect(perform(new ConfirmSteps(), all(), staffOf(cast, 'accountant'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(new Performer(test.database).perform(staffOf(cast), cast.b.id, new ConfirmSteps(), all())).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await expect(perform(new ConfirmSteps(), all({ actionIds: [idOf('of nobody')] }))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await perform(new ConfirmSteps(), all({ actionIds: [] }))).toEqual({ count: 0 });
});
