import { Temporal } from '@amiable/kernel';
import { Performer } from '@amiable/platform';
import { openTestDatabase, plant, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import { idOf, plantCases, staffOf } from '../cases.fixture';
import { RunDay } from '../run/run-day';
import { ActivateDraft } from '../scenario/activate-draft';
import { DraftScenario } from '../scenario/draft-scenario';
import '../strategies.abilities';
import { ReviseSegments } from './revise-segments';
import { readSegments, segmentOfCase } from './segment.queries';
import { noConditions, type Segment } from './segment.rules';

let test: TestDatabase;
let cast: Cast;
let other: string;
beforeEach(async () => {
  test = await openTestDatabase(); // 2026-11-02
  cast = await seatCast(test);
  await test.owner(`update schedules set due_on = '2028-01-01'`);
  const drafted = await perform(new DraftScenario(), { fromId: null, name: 'Grands comptes' });
  other = (await perform(new ActivateDraft(), { scenarioId: drafted.scenarioId, revision: 1, moveCases: true })).scenarioId;
});
afterEach(() => test.close());

const perform = <I, A>(useCase: { run: (...args: any) => Promise<A> }, input: I, ctx = staffOf(cast)): Promise<A> =>
  new Performer(test.database).perform(ctx, cast.a.id, useCase as never, input);
const segment = (more: Partial<Segment>): Segment => ({
  id: null,
  name: 'Grands comptes',
  lineId: other,
  ...noConditions,
  ...more,
});
const rest = (): Segment => segment({ name: 'Tous les autres', lineId: cast.a.scenarioId });
const save = (segments: Segment[], moveWaiting = false) => perform(new ReviseSegments(), { segments, moveWaiting });
const refusal = (segments: Segment[]) =>
  save(segments).then(
    () => 'done',
    (error: { code: string; field: string }) => `${error.code} ${error.field}`,
  );
const list = () => test.database.inTenant(cast.a.id, readSegments);
const chosen = async (...names: string[]) =>
  Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [name, (await test.database.inTenant(cast.a.id, (db) => segmentOfCase(db, cast.a.id, idOf(name))))!.name]),
    ),
  );

it('the first segment that fits chooses the scenario of a new case, by every condition at once', async () => {
  await save([
    segment({ name: 'Particuliers', debtorKind: 'person' }),
    segment({ name: 'Grands comptes', leastMinor: 500_000n, debtorKind: 'company' }),
    segment({ name: 'Anglophones', languages: ['en'] }),
    segment({ name: 'Sensibles', tags: ['VIP '] }),
    segment({ name: 'Mauvais payeurs', mostScore: 30 }),
    segment({ name: 'Prélevés', paymentMethods: ['sepa_debit'] }),
    rest(),
  ]);
  await plantCases(test, cast, [
    { name: 'person', kind: 'person', amount: 900_000 },
    { name: 'large', amount: 500_000, language: 'en' },
    { name: 'just_below', amount: 499_999 },
    { name: 'english', language: 'en', tags: ['VIP'] },
    { name: 'tagged', tags: ['VIP'] },
    { name: 'slow' },
    { name: 'debited' },
    { name: 'plain' },
  ]);
  await plant(test, 'payer_scores', [
    { client_id: cast.a.id, debtor_id: idOf('debtor slow'), score: 30, scored_on: '2026-11-01' },
    { client_id: cast.a.id, debtor_id: idOf('debtor plain'), score: 31, scored_on: '2026-11-01' },
  ]);
  const paid = (name: string, method: string, on: string) => ({
    client_id: cast.a.id,
    id: idOf(`${name} ${method}`),
    case_id: idOf(name),
    kind: 'payment',
    method,
    source_key: `${name} ${method}`,
    amount_minor: 1,
    currency: 'EUR',
    effective_on: on,
  });
  await plant(test, 'movements', [
    paid('debited', 'card', '2026-10-10'),
    paid('debited', 'sepa_debit', '2026-10-20'),
    paid('plain', 'sepa_debit', '2026-10-10'),
    paid('plain', 'card', '2026-10-20'),
  ]);
  expect(await chosen('person', 'large', 'just_below', 'english', 'tagged', 'slow', 'debited', 'plain')).toEqual({
    person: 'Particuliers',
    large: 'Grands comptes',
    just_below: 'Tous les autres',
    english: 'Anglophones',
    tagged: 'Sensibles',
    slow: 'Mauvais payeurs',
    debited: 'Prélevés',
    plain: 'Tous les autres',
  });
  await new RunDay(test.database).run(Temporal.PlainDate.from('2026-11-02'));
  const lines = await test.owner<{ reference: string; other: boolean; segment: string }>(
    `select c.reference, s.scenario_id = $2 as other, g.name as segment from schedules s join cases c on c.client_id = s.client_id and c.id = s.case_id
     join segments g on g.client_id = s.client_id and g.id = s.segment_id where c.reference = any($1)`,
    [['large', 'just_below'], other],
  );
  expect(lines.sort((a, b) => (a.reference < b.reference ? -1 : 1))).toEqual([
    { reference: 'just_below', other: false, segment: 'Tous les autres' },
    { reference: 'large', other: true, segment: 'Grands comptes' },
  ]);
  const held = await list();
  expect(held.find(({ name }) => name === 'Grands comptes')).toMatchObject({ cases: 1, openMinor: 500_000n, position: 2 });
  expect(held.reduce((sum, { cases }) => sum + cases, 0)).toBe(
    Number((await test.owner(`select count(*) as n from cases where client_id = $1 and state <> 'closed'`, [cast.a.id]))[0]!.n),
  );
});

it('a list that lets cases fall through, or hides a segment, is refused with its place', async () => {
  expect(await refusal([])).toBe('SEGMENTS_COUNT segments.0.name');
  expect(await refusal([segment({ leastMinor: 1n })])).toBe('LAST_SEGMENT_TAKES_ALL segments.0.name');
  expect(await refusal([segment({}), rest()])).toBe('SEGMENT_TAKES_ALL segments.0.name');
  expect(await refusal([segment({ leastMinor: 2n, mostMinor: 1n }), rest()])).toBe('SEGMENT_AMOUNTS segments.0.most');
  expect(await refusal([segment({ leastScore: 60, mostScore: 20 }), rest()])).toBe('SEGMENT_SCORES segments.0.leastScore');
  expect(await refusal([segment({ name: 'tous les AUTRES', tags: ['x'] }), rest()])).toBe('SEGMENT_NAME_TWICE segments.1.name');
  expect(await refusal([segment({ languages: ['tlh'] }), rest()])).toBe('SEGMENT_LANGUAGE_UNKNOWN segments.0.languages');
  expect(await refusal([segment({ lineId: cast.b.scenarioId, tags: ['x'] }), rest()])).toBe(
    'SEGMENT_SCENARIO_NOT_ACTIVE segments.0.scenarioId',
  );
  expect(await refusal([segment({ id: idOf('of nobody'), tags: ['x'] }), rest()])).toBe('NOT_FOUND undefined');
  expect(await list()).toHaveLength(1);
});

it('a segment keeps its id while it is renamed and moved', async () => {
  await save([segment({ name: 'Un', tags: ['un'] }), segment({ name: 'Deux', tags: ['deux'] }), rest()]);
  const [one, two, all] = await list();
  await save([{ ...two!, name: 'Deuxième' }, one!, all!]);
  expect((await list()).map(({ id, name }) => [id, name])).toEqual([
    [two!.id, 'Deuxième'],
    [one!.id, 'Un'],
    [all!.id, 'Tous les autres'],
  ]);
});

it('cases that have had nothing yet go over when asked to; who is under way stays', async () => {
  await plantCases(test, cast, [
    { name: 'waits', amount: 900_000, step: { no: 2, on: '2026-11-05' } },
    { name: 'begun', amount: 900_000, step: { no: 3, on: '2026-11-05' } },
  ]);
  await test.owner(
    `insert into actions (client_id, case_id, scenario_id, step_no, channel, template, due_on, state) values ($1, $2, $3, 2, 'email', 'reminder_1', '2026-10-25', 'done')`,
    [cast.a.id, idOf('begun'), cast.a.scenarioId],
  );
  const scenarioOf = async (name: string) =>
    (await test.owner(`select scenario_id from schedules where case_id = $1`, [idOf(name)]))[0]!.scenario_id;
  const segments = [segment({ leastMinor: 500_000n }), rest()];
  expect(await save(segments)).toEqual({ moved: 0 });
  expect(await scenarioOf('waits')).toBe(cast.a.scenarioId);
  expect(
    (
      await save(
        segments.map((s) => ({ ...s })),
        true,
      )
    ).moved,
  ).toBe(1);
  expect(await scenarioOf('waits')).toBe(other);
  expect(await scenarioOf('begun')).toBe(cast.a.scenarioId);
});
