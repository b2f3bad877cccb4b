import { Forbidden, Temporal } from '@amiable/kernel';
import { Database, RequestContext, type StaffRole } from '@amiable/platform';
import { castId, openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import '../case/case.abilities';
import { lentSql } from './absence.queries';
import { Absences, type AbsenceWish } from './absences';

/** Léa goes on leave; Hugo and others stand in. */
let test: TestDatabase;
let cast: Cast;
let absences: Absences;
let keys = 0;
let mine: string[];
beforeEach(async () => {
  test = await openTestDatabase(); // 2026-11-02
  cast = await seatCast(test);
  absences = new Absences(test.database);
  await test.owner(`update staff_users set portfolio = null`);
  mine = await plantCases(6);
});
afterEach(() => test.close());

const as = (role: StaffRole) =>
  new RequestContext('agency', { kind: 'staff', id: cast.staff.manager.id, name: cast.staff.manager.name, role, portfolio: 'all' }, 'fr');
const wish = (more: Partial<AbsenceWish> = {}): AbsenceWish => ({
  staffId: cast.staff.lea.id,
  from: '2026-11-02',
  until: '2026-11-13',
  standIns: [cast.staff.hugo.id, cast.staff.manager.id],
  ...more,
});
const begin = (more: Partial<AbsenceWish> = {}, key = `absence-${++keys}`) => absences.begin(as('manager'), wish(more), key);
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );
const carry = (day: string) => absences.carry(Temporal.PlainDate.from(day));

/** Cases of Léa, half of them of each client, of 100 € and more. */
async function plantCases(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, n) => castId(`absence ${n}`));
  for (const [n, id] of ids.entries()) {
    const { id: clientId, mandateId, brandId } = n % 2 === 0 ? cast.a : cast.b;
    await test.owner(
      `with debtor as (insert into debtors (client_id, id, reference, kind, name) values ($1, gen_random_uuid(), 'A' || $3, 'company', 'A' || $3) returning id),
       planted as (insert into cases (client_id, id, reference, debtor_id, mandate_id, brand_id, hat, state, currency, fee_percent, opened_on, open_minor, owner_id)
         select $1, $2, 'ABS' || $3, id, $4, $5, 'client_name', 'open', 'EUR', 10, '2026-10-01', 10000 + $3::int * 1000, $6 from debtor returning id)
       insert into work_items (client_id, case_id, queue, owner_id, ready, due_on, why, score) select $1, id, 'amicable', $6, true, '2026-11-02', 'new_case', 1 from planted`,
      [clientId, id, n, mandateId, brandId, cast.staff.lea.id],
    );
  }
  return ids;
}

const owners = async (ids = mine) =>
  (
    await test.owner<{ owner: string | null }>(
      `select s.name as owner from unnest($1::uuid[]) with ordinality as n(id, place) join cases c on c.id = n.id left join staff_users s on s.id = c.owner_id order by place`,
      [ids],
    )
  ).map(({ owner }) => owner?.split(' ')[0] ?? null);
const told = (kind: string) =>
  test.owner<{ n: number }>(`select count(*)::int as n from timeline_events where kind = $1`, [kind]).then(([row]) => row!.n);

it('lends the cases to those who stand in, their place in the queue as well, and takes them back on the day of return, once', async () => {
  const preview = await absences.preview(as('manager'), wish());
  expect(preview).toMatchObject({ cases: 6, promisesDue: 0, callBacks: 0, shares: [{ cases: 3 }, { cases: 3 }] });
  expect(preview.shares.reduce((sum, { openMinor }) => sum + openMinor.get('EUR')!, 0n)).toBe(75_000n);
  await begin({}, 'the same key');
  await begin({}, 'the same key');
  const [hugo, manager] = [cast.staff.hugo, cast.staff.manager].map(({ name }) => name.split(' ')[0]!);
  expect((await owners()).filter((name) => name === hugo)).toHaveLength(3);
  expect((await owners()).filter((name) => name === manager)).toHaveLength(3);
  expect(
    await test.owner(
      `select 1 from work_items w join cases c on c.id = w.case_id where c.id = any($1) and w.owner_id is distinct from c.owner_id`,
      [mine],
    ),
  ).toEqual([]);
  expect(await told('case.lent')).toBe(6);
  // Two workers, each day, until the last of the absence: nothing more happens.
  for (const day of ['2026-11-03', '2026-11-13']) await Promise.all([carry(day), carry(day)]);
  expect([await told('case.lent'), await told('case.returned')]).toEqual([6, 0]);
  await Promise.all([carry('2026-11-14'), carry('2026-11-14')]);
  expect(await owners()).toEqual(mine.map(() => 'Léa'));
  expect([await told('case.returned'), await absences.open()]).toEqual([6, []]);
});

it('begins on its day, takes what is given to him meanwhile, and leaves alone what somebody decided otherwise', async () => {
  await begin({ from: '2026-11-05', standIns: [cast.staff.hugo.id] });
  await carry('2026-11-04');
  expect(await owners()).toEqual(mine.map(() => 'Léa'));
  await carry('2026-11-05');
  expect(await owners()).toEqual(mine.map(() => 'Hugo'));
  const [taken, closed, late] = mine as [string, string, string];
  await test.owner(`update cases set owner_id = $2 where id = $1`, [taken, cast.staff.manager.id]);
  await test.owner(`update cases set state = 'closed', close_reason = 'paid', closed_on = '2026-11-06' where id = $1`, [closed]);
  await test.owner(`update cases set owner_id = $2 where id = $1`, [late, cast.staff.lea.id]); // given to her while she is away
  await carry('2026-11-06');
  expect((await owners([late]))[0]).toBe('Hugo');
  await carry('2026-11-16');
  const manager = cast.staff.manager.name.split(' ')[0];
  expect(await owners()).toEqual([manager, 'Hugo', 'Léa', 'Léa', 'Léa', 'Léa']);
});

it('gives nobody a case of a client he may not enter: it waits in the shared queue and comes back like the others', async () => {
  await test.owner(`update staff_users set portfolio = $2 where id = $1`, [cast.staff.hugo.id, [cast.a.id]]);
  const only = { standIns: [cast.staff.hugo.id] };
  expect((await absences.preview(as('manager'), wish(only))).shares.map(({ staffId, cases }) => [staffId, cases])).toEqual([
    [cast.staff.hugo.id, 3],
    [null, 3],
  ]);
  expect((await absences.preview(as('manager'), wish(only))).nobodyMay).toEqual([
    { clientId: cast.b.id, clientName: expect.any(String), cases: 3 },
  ]);
  // With somebody beside him who may, or with nobody chosen at all, there is nothing to explain.
  expect((await absences.preview(as('manager'), wish())).nobodyMay).toEqual([]);
  expect((await absences.preview(as('manager'), wish({ standIns: [] }))).nobodyMay).toEqual([]);
  await begin(only);
  expect(await owners()).toEqual(['Hugo', null, 'Hugo', null, 'Hugo', null]);
  const [absence] = await absences.open();
  await absences.end(as('manager'), absence!.id);
  expect(await owners()).toEqual(mine.map(() => 'Léa'));
  expect(await codeOf(absences.end(as('manager'), absence!.id))).toBe('ABSENCE_OVER');
});

it('moves for good, which can be undone for a day', async () => {
  await begin({ until: null, standIns: [cast.staff.hugo.id] });
  expect(await owners()).toEqual(mine.map(() => 'Hugo'));
  await carry('2026-12-24');
  const [absence] = await absences.open();
  expect([await owners(), absence!.until]).toEqual([mine.map(() => 'Hugo'), null]);
  await absences.end(as('manager'), absence!.id);
  expect(await owners()).toEqual(mine.map(() => 'Léa'));
  await begin({ until: null, standIns: [cast.staff.hugo.id] });
  const [again] = await absences.open();
  test.clock.advance({ hours: 25 });
  expect(await codeOf(absences.end(as('manager'), again!.id))).toBe('TOO_LATE_TO_UNDO');
  expect(await owners()).toEqual(mine.map(() => 'Hugo'));
});

it('who stands in may go away too: what was lent goes on, and comes back to whoever it belongs to', async () => {
  await begin({ standIns: [cast.staff.hugo.id] });
  await begin({ staffId: cast.staff.hugo.id, from: '2026-11-02', until: '2026-11-20', standIns: [cast.staff.manager.id] });
  const manager = cast.staff.manager.name.split(' ')[0];
  expect(await owners()).toEqual(mine.map(() => manager));
  await carry('2026-11-14');
  expect(await owners()).toEqual(mine.map(() => 'Léa'));
  await carry('2026-11-21'); // Hugo is back as well: nothing of hers is his
  expect(await owners()).toEqual(mine.map(() => 'Léa'));
});

it('who stands in and comes back first has again what was lent to him, until its owner is back', async () => {
  await begin({ standIns: [cast.staff.hugo.id], until: '2026-11-20' });
  await begin({ staffId: cast.staff.hugo.id, until: '2026-11-10', standIns: [cast.staff.manager.id] });
  await carry('2026-11-11');
  expect(await owners()).toEqual(mine.map(() => 'Hugo'));
  await carry('2026-11-21');
  expect(await owners()).toEqual(mine.map(() => 'Léa'));
});

it('a case that a manager gave to another stays that one’s: it is lent no more, and comes back to him when he was away himself', async () => {
  const [given] = mine as [string];
  const lent = async () =>
    (await test.owner<{ name: string }>(`select l.name from cases c cross join lateral (${lentSql}) l where c.id = $1`, [given])).map(
      ({ name }) => name.split(' ')[0],
    );
  await begin({ standIns: [cast.staff.hugo.id], until: '2026-11-20' });
  expect(await lent()).toEqual(['Léa']);
  await test.owner(`update cases set owner_id = $2 where id = $1`, [given, cast.staff.manager.id]);
  expect(await lent()).toEqual([]);
  await begin({ staffId: cast.staff.manager.id, until: '2026-11-10', standIns: [cast.staff.hugo.id] });
  expect([await owners([given]), await lent()]).toEqual([['Hugo'], [cast.staff.manager.name.split(' ')[0]]]);
  await carry('2026-11-11');
  await carry('2026-11-21');
  expect(await owners([given])).toEqual([cast.staff.manager.name.split(' ')[0]]);
});

it('a move that was planned ahead can be undone for a day from when it was done', async () => {
  await begin({ from: '2026-11-05', until: null, standIns: [cast.staff.hugo.id] });
  test.clock.advance({ hours: 72 });
  await carry('2026-11-05');
  expect(await owners()).toEqual(mine.map(() => 'Hugo'));
  test.clock.advance({ hours: 23 });
  const [absence] = await absences.open();
  await absences.end(as('manager'), absence!.id);
  expect(await owners()).toEqual(mine.map(() => 'Léa'));
});

it('ended while the worker begins it: whoever is first, the cases are back and stay', async () => {
  for (let n = 0; n < 5; n++) {
    await begin({ from: '2026-11-05', standIns: [cast.staff.hugo.id] });
    const [absence] = await absences.open();
    await Promise.all([carry('2026-11-05'), absences.end(as('manager'), absence!.id)]);
    await carry('2026-11-06');
    expect([await owners(), await absences.open()]).toEqual([mine.map(() => 'Léa'), []]);
  }
});

it('what was stopped half-way is finished by the worker', async () => {
  await begin({ standIns: [cast.staff.hugo.id] });
  await test.owner(`update absences set state = 'over', ended_at = $1`, [test.clock.now().toString()]); // and then nothing more
  await carry('2026-11-03');
  expect(await owners()).toEqual(mine.map(() => 'Léa'));
});

it('says what is wrong, and changes nothing', async () => {
  const attempts: Array<[Partial<AbsenceWish>, string]> = [
    [{ from: '2026-11-01' }, 'DAY_IN_PAST'],
    [{ until: '2026-11-01' }, 'UNTIL_BEFORE_FROM'],
    [{ standIns: [cast.staff.lea.id] }, 'STANDS_IN_FOR_SELF'],
    [{ standIns: [castId('nobody')] }, 'NOT_FOUND'],
    [{ standIns: [cast.staff.accountant.id] }, 'NOT_FOUND'],
  ];
  for (const [more, code] of attempts) expect([more, await codeOf(begin(more))]).toEqual([more, code]);
  await begin({ from: '2026-11-09' });
  expect(await codeOf(begin())).toBe('ABSENT_ALREADY');
  expect(await codeOf(begin({ staffId: cast.staff.hugo.id, from: '2026-11-10', standIns: [cast.staff.lea.id] }))).toBe('STAND_IN_ABSENT');
  expect(await owners()).toEqual(mine.map(() => 'Léa'));
  await expect(absences.begin(as('collector'), wish(), 'not allowed')).rejects.toThrow(Forbidden);
  await expect(absences.end(as('accountant'), (await absences.open())[0]!.id)).rejects.toThrow(Forbidden);
});

it('two managers at one moment: one absence', async () => {
  const processes = Array.from({ length: 3 }, () => new Database(test.settings, test.clock));
  const codes = await Promise.all(
    processes.map((database, n) => codeOf(new Absences(database).begin(as('manager'), wish(), `at once ${n}`))),
  );
  await Promise.all(processes.map((database) => database.close()));
  expect(codes.sort()).toEqual(['ABSENT_ALREADY', 'ABSENT_ALREADY', 'done']);
  expect(await told('case.lent')).toBe(6);
});
