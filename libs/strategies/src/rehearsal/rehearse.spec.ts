import { newId, Temporal } from '@amiable/kernel';
import { Performer } from '@amiable/platform';
import { openTestDatabase, plant, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import { idOf, plantCases, staffOf } from '../cases.fixture';
import { ConfirmSteps } from '../confirm/confirm-steps';
import { readProposalGroups } from '../confirm/proposal.queries';
import { RunDay } from '../run/run-day';
import { ActivateDraft } from '../scenario/activate-draft';
import { DraftScenario } from '../scenario/draft-scenario';
import { ReviseDraft } from '../scenario/revise-draft';
import { readScenario } from '../scenario/scenario.queries';
import { ReviseSegments, type ReviseSegmentsInput } from '../segment/revise-segments';
import { noConditions } from '../segment/segment.rules';
import '../strategies.abilities';
import type { Rehearsal } from './rehearsal.rules';
import { rehearse, type Change } from './rehearse';

let test: TestDatabase;
let cast: Cast;
beforeEach(async () => {
  test = await openTestDatabase(); // 2026-11-02
  cast = await seatCast(test);
});
afterEach(() => test.close());

const perform = <I, A>(useCase: { run: (...args: any) => Promise<A> }, input: I): Promise<A> =>
  new Performer(test.database).perform(staffOf(cast), cast.a.id, useCase as never, input);
const tryOut = (change: Change, days = 45): Promise<Rehearsal> => test.database.inTenant(cast.a.id, (db) => rehearse(db, { change, days }));

/** A portfolio with everything that a day moves: holds that end, promises that lapse, disputes, plans, people in care, cases of all ages. */
async function plantPortfolio(): Promise<void> {
  const names = Array.from({ length: 40 }, (_, i) => `c${i}`);
  await plantCases(
    test,
    cast,
    names.map((name, i) => ({
      name,
      dueOn: Temporal.PlainDate.from('2026-09-20').add({ days: i }).toString(),
      amount: 2_000 + i * 1_500,
      kind: i % 3 === 0 ? 'person' : 'company',
      email: i % 7 === 0 ? null : `${name}@example.org`,
      language: i % 5 === 0 ? 'en' : 'fr',
      step:
        i % 4 === 0
          ? {
              no: 3,
              on: Temporal.PlainDate.from('2026-10-30')
                .add({ days: i % 11 })
                .toString(),
            }
          : null,
    })),
  );
  const own = (name: string) => ({ client_id: cast.a.id, case_id: idOf(name) });
  await test.owner(
    `update cases set state = 'on_hold', hold_kind = 'staff', hold_reason = 'x', hold_until = '2026-11-09' where reference in ('c3', 'c9')`,
  );
  await test.owner(`update debtors set care_until = '2026-11-20' where reference in ('c5', 'c6')`);
  await plant(test, 'promises', [
    {
      ...own('c11'),
      id: newId(),
      amount_minor: 100,
      currency: 'EUR',
      due_on: '2026-11-07',
      made_on: '2026-11-01',
      state: 'open',
      made_by: 'staff',
    },
  ]);
  const plan = newId();
  await plant(test, 'plans', [{ ...own('c13'), id: plan, total_minor: 2_000, currency: 'EUR', state: 'active', agreed_on: '2026-10-20' }]);
  await plant(test, 'instalments', [{ client_id: cast.a.id, plan_id: plan, number: 1, due_on: '2026-11-05', amount_minor: 2_000 }]);
  await plant(test, 'disputes', [
    {
      ...own('c17'),
      id: newId(),
      invoice_id: idOf('invoice c17'),
      reason: 'other',
      amount_minor: 2_000 + 17 * 1_500,
      due_on: '2026-11-20',
      state: 'open',
      opened_by: 'debtor',
      opened_on: '2026-11-01',
    },
  ]);
}

/** A next version: other days, a condition, a step to confirm and one for the desk. */
async function drawUp(): Promise<{ scenarioId: string; revision: number }> {
  const { scenarioId } = await perform(new DraftScenario(), { fromId: cast.a.scenarioId, name: null });
  const { name, steps, revision } = await test.database.inTenant(cast.a.id, (db) => readScenario(db, scenarioId));
  const [before, first, second, call, notice] = steps;
  await perform(new ReviseDraft(), {
    scenarioId,
    revision,
    name,
    steps: [
      before!,
      { ...first!, daysFromDue: 5 },
      { ...second!, daysFromDue: 11, mode: 'automatic', leastOpenMinor: 20_000n },
      { ...second!, name: 'Contrôle', channel: 'task', template: null, stage: 'reminder', daysFromDue: 14 },
      { ...call!, daysFromDue: 20, onlyKind: 'company' },
      { ...notice!, daysFromDue: 30, mode: 'confirmed' },
      { ...notice!, name: 'Dernier rappel', daysFromDue: 34 },
    ],
  });
  return { scenarioId, revision: revision + 1 };
}

/** What really happens when the days are run, in the shape of the rehearsal. */
async function live(days: number): Promise<string[]> {
  const first = Temporal.PlainDate.from('2026-11-02');
  for (let n = 0; n < days; n++) {
    const day = first.add({ days: n });
    test.clock.set(day.toString());
    await new RunDay(test.database).run(day);
    for (const { scenarioId, stepNo } of await test.database.acrossClients('all', readProposalGroups))
      await perform(new ConfirmSteps(), { scenarioId, stepNo, seenAt: test.clock.now().toString(), actionIds: null });
  }
  const rows = await test.owner<{ what: string }>(
    `select c.reference || ' ' || a.due_on || ' ' || a.step_no || ' ' || a.channel || ' ' || coalesce(a.template, '') as what
     from actions a join cases c on c.client_id = a.client_id and c.id = a.case_id where a.client_id = $1 and a.due_on >= $2::date`,
    [cast.a.id, first.toString()],
  );
  return rows.map(({ what }) => what).sort();
}
const told = ({ steps }: Rehearsal) => steps.map((s) => `${s.reference} ${s.day} ${s.stepNo} ${s.channel} ${s.template ?? ''}`).sort();

/** Every row of what a day could write. */
const everything = async () => {
  const tables = [
    'cases',
    'scenarios',
    'scenario_steps',
    'segments',
    'schedules',
    'actions',
    'messages',
    'outbox',
    'timeline_events',
    'work_items',
    'run_skips',
    'promises',
    'plans',
    'runs',
    'experiment_cases',
  ];
  return Promise.all(
    tables.map(async (table) => [
      table,
      await test.owner(`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from ${table} t`),
    ]),
  );
};

it('says item by item what the later real run does, and changes nothing by saying it', async () => {
  await plantPortfolio();
  const draft = await drawUp();
  const before = await everything();
  const rehearsal = await tryOut({ kind: 'draft', scenarioId: draft.scenarioId, moveCases: true });
  expect(await everything()).toEqual(before);
  await perform(new ActivateDraft(), { ...draft, moveCases: true });
  const lived = await live(45);
  expect(told(rehearsal)).toEqual(lived);
  expect(lived.length).toBeGreaterThan(80);
  for (const what of ['task', 'call', 'letter formal_notice', 'email reminder_2'])
    expect(lived.some((line) => line.includes(what))).toBe(true);
});

it('says it for cases that end with their own version, too', async () => {
  await plantPortfolio();
  const draft = await drawUp();
  const rehearsal = await tryOut({ kind: 'draft', scenarioId: draft.scenarioId, moveCases: false }, 30);
  await perform(new ActivateDraft(), { ...draft, moveCases: false });
  expect(told(rehearsal)).toEqual(await live(30));
});

it('says it for other segments', async () => {
  await plantPortfolio();
  const { scenarioId } = await perform(new DraftScenario(), { fromId: null, name: 'Patient' });
  const { steps } = await test.database.inTenant(cast.a.id, (db) => readScenario(db, scenarioId));
  await perform(new ReviseDraft(), {
    scenarioId,
    revision: 1,
    name: 'Patient',
    steps: steps.map((s, i) => ({ ...s, daysFromDue: s.daysFromDue + i * 3 })),
  });
  await perform(new ActivateDraft(), { scenarioId, revision: 2, moveCases: true });
  const input: ReviseSegmentsInput = {
    moveWaiting: true,
    segments: [
      { ...noConditions, id: null, name: 'Particuliers', lineId: scenarioId, debtorKind: 'person' },
      { ...noConditions, id: null, name: 'Tous les autres', lineId: cast.a.scenarioId },
    ],
  };
  const rehearsal = await tryOut({ kind: 'segments', ...input }, 30);
  await perform(new ReviseSegments(), input);
  expect(told(rehearsal)).toEqual(await live(30));
  expect(rehearsal.otherCases).toBeGreaterThan(0);
});

it('lays both side by side: totals, postage, days, who gets something else', async () => {
  await plantPortfolio();
  await test.owner(`update agency set letter_cost_minor = 165`);
  const draft = await drawUp();
  const rehearsal = await tryOut({ kind: 'draft', scenarioId: draft.scenarioId, moveCases: true });
  const { asIs, changed } = rehearsal;
  expect(changed.byChannel.task).toBeGreaterThan(0);
  expect(asIs.byChannel.task).toBeUndefined();
  expect(changed.postageMinor).toBe(BigInt(changed.byChannel.letter!) * 165n);
  expect(changed.proposed).toBe(rehearsal.steps.filter(({ stepNo }) => stepNo === 6).length);
  expect(changed.proposed).toBeGreaterThan(0);
  expect(rehearsal.days.reduce((sum, day) => sum + day.changed, 0)).toBe(rehearsal.steps.length);
  expect(rehearsal.blocks.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['disputed', 'plan_active']));
  const same = await tryOut({ kind: 'segments', segments: await segmentsAsTheyAre(), moveWaiting: false });
  expect(same).toMatchObject({ otherCases: 0, asIs: { byChannel: same.changed.byChannel } });
});

it('a draft that may not be worked is not rehearsed, nor another client’s', async () => {
  const { scenarioId } = await perform(new DraftScenario(), { fromId: cast.a.scenarioId, name: null });
  const { steps } = await test.database.inTenant(cast.a.id, (db) => readScenario(db, scenarioId));
  await perform(new ReviseDraft(), { scenarioId, revision: 1, name: 'x', steps: steps.slice(4) });
  await expect(tryOut({ kind: 'draft', scenarioId, moveCases: true })).rejects.toMatchObject({ code: 'FORMAL_NOTICE_TOO_EARLY' });
  await expect(tryOut({ kind: 'draft', scenarioId: cast.b.scenarioId, moveCases: true })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

const segmentsAsTheyAre = async () => {
  const [segment] = await test.owner<{ id: string; name: string; line_id: string }>(
    `select id, name, line_id from segments where client_id = $1`,
    [cast.a.id],
  );
  return [{ ...noConditions, id: segment!.id, name: segment!.name, lineId: segment!.line_id }];
};
