import { Forbidden, NotFound } from '@amiable/kernel';
import { Database, Performer, RequestContext } from '@amiable/platform';
import { castId, openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import '../case/case.abilities';
import { SnoozeCase } from '../case/snooze-case';
import { CollectorSkills } from './collector-skills';
import { leaseMinutes, TakeNextCase } from './take-next-case';

const [takers, cases] = [16, 200];
let test: TestDatabase;
let cast: Cast;
let processes: Database[];

beforeEach(async () => {
  test = await openTestDatabase();
  cast = await seatCast(test);
  processes = Array.from({ length: 3 }, () => new Database(test.settings, test.clock));
  await test.owner(`update work_items set ready = false, due_on = '2028-01-01'`);
});
afterEach(async () => {
  await Promise.all(processes.map((database) => database.close()));
  await test.close();
});

/** Ready cases of client A, the best first by number. */
async function plantWork(count: number): Promise<string[]> {
  const rows = await test.owner<{ id: string }>(
    `with debtor as (insert into debtors (client_id, id, reference, kind, name) select $1, gen_random_uuid(), 'W' || n, 'company', 'W' || n from generate_series(1, $2::int) n returning id, reference),
     planted as (insert into cases (client_id, id, reference, debtor_id, mandate_id, brand_id, hat, state, currency, fee_percent, opened_on)
       select $1, gen_random_uuid(), reference, id, $3, $4, 'client_name', 'open', 'EUR', 10, '2026-11-01' from debtor returning client_id, id, reference),
     queued as (insert into work_items (client_id, case_id, queue, ready, due_on, why, score) select client_id, id, 'amicable', true, '2026-11-02', 'new_case', 100000 - substr(reference, 2)::int from planted)
     select id from planted order by substr(reference, 2)::int`,
    [cast.a.id, count, cast.a.mandateId, cast.a.brandId],
  );
  return rows.map((row) => row.id);
}

const staffId = (n: number) => castId(`taker ${n}`);
const take = (n: number, skip: string | null = null) => new TakeNextCase(processes[n % processes.length]!).take(staffId(n), 'all', skip);
const performer = () => new Performer(test.database);
const lea = () =>
  new RequestContext(
    'agency',
    { kind: 'staff', id: cast.staff.lea.id, name: cast.staff.lea.name, role: 'collector', portfolio: 'all' },
    'fr',
  );

const manager = () =>
  new RequestContext(
    'agency',
    { kind: 'staff', id: cast.staff.manager.id, name: cast.staff.manager.name, role: 'manager', portfolio: 'all' },
    'fr',
  );

it('sixteen collectors work off two hundred cases: each case comes to one of them, once', async () => {
  const planted = await plantWork(cases);
  const held = new Map<string, number>(); // who holds what at this moment
  const worked: string[] = [];
  await Promise.all(
    Array.from({ length: takers }, async (_, n) => {
      for (let taken = await take(n); taken; taken = await take(n)) {
        expect(held.get(taken.caseId)).toBeUndefined();
        held.set(taken.caseId, n);
        await performer().perform(lea(), taken.clientId, new SnoozeCase(), {
          caseId: taken.caseId,
          until: '2026-11-10',
          reason: 'rappeler',
        });
        worked.push(taken.caseId);
        held.delete(taken.caseId);
      }
    }),
  );
  expect(worked).toHaveLength(cases);
  expect([...worked].sort()).toEqual([...planted].sort());
});

it('sixteen clicks at one moment: sixteen cases, the best sixteen; twenty clicks of one collector hold one case', async () => {
  const planted = await plantWork(cases);
  const taken = await Promise.all(Array.from({ length: takers }, (_, n) => take(n)));
  expect(new Set(taken.map((one) => one!.caseId))).toEqual(new Set(planted.slice(0, takers)));
  await Promise.all(Array.from({ length: 60 }, (_, i) => new TakeNextCase(processes[i % processes.length]!).take(staffId(0), 'all')));
  const held = await test.owner<{ n: number }>(`select count(*)::int as n from work_items where claimed_by = $1`, [staffId(0)]);
  expect(held).toEqual([{ n: 1 }]);
});

it('the best first; what another holds is passed over until its lease is over; a skipped case is not offered again at once', async () => {
  const [first, second, third] = await plantWork(3);
  expect(await take(1)).toMatchObject({ clientId: cast.a.id, caseId: first });
  expect(await take(2)).toMatchObject({ caseId: second });
  expect(await take(2, second)).toMatchObject({ caseId: third }); // and lets the second go
  expect(await take(3)).toMatchObject({ caseId: second });
  expect(await take(4)).toBeNull();
  test.clock.advance({ minutes: leaseMinutes, seconds: 1 });
  expect(await take(4)).toMatchObject({ caseId: first });
});

it('only of the own portfolio, and never what belongs to a colleague', async () => {
  const [first, second] = await plantWork(2);
  await test.owner(`update work_items set owner_id = $2 where case_id = $1`, [first, staffId(9)]);
  const taking = new TakeNextCase(test.database);
  expect(await taking.take(staffId(1), [cast.b.id])).toBeNull();
  expect(await taking.take(staffId(1), [])).toBeNull();
  expect(await taking.take(staffId(1), [cast.a.id])).toMatchObject({ caseId: second });
  expect(await taking.peek(staffId(9), 'all', second!)).toMatchObject({ caseId: first });
  expect(await taking.take(staffId(9), 'all')).toMatchObject({ caseId: first });
});

it('a part of the queue: the best of it, for all who work it, and nothing once it is worked off', async () => {
  const planted = await plantWork(12);
  await test.owner(`update debtors d set language = 'en' from cases c where c.debtor_id = d.id and c.id = any($1)`, [
    [planted[4], planted[7], planted[9]],
  ]);
  const english = (params: unknown[]) => {
    params.push('en');
    return [`(select d.language from debtors d where d.client_id = c.client_id and d.id = c.debtor_id) = $${params.length}`];
  };
  const takeEnglish = (n: number, skip: string | null = null) =>
    new TakeNextCase(processes[n % processes.length]!).take(staffId(n), 'all', skip, english);
  const taking = new TakeNextCase(test.database);
  expect(await taking.peek(staffId(5), 'all', planted[4]!, english)).toMatchObject({ caseId: planted[7] });
  const taken = await Promise.all([1, 2, 3, 4].map((n) => takeEnglish(n)));
  expect(taken.map((one) => one?.caseId ?? null).sort()).toEqual([planted[4], planted[7], planted[9], null].sort());
  expect(await take(5)).toMatchObject({ caseId: planted[0] }); // the whole queue is still there
});

it('of the shared queue only what a collector can do: the languages he works in, and the tags that ask for a skill; his own comes always', async () => {
  const [german, tagged, tangled, plain, own] = await plantWork(5);
  await test.owner(`update debtors d set language = 'de' from cases c where c.debtor_id = d.id and c.id = any($1)`, [
    [german, tangled, own],
  ]);
  await test.owner(
    `insert into case_tags (client_id, case_id, tag, added_at) select client_id, id, 'bâtiment', now() from cases where id = any($1)`,
    [[tagged, tangled, own]],
  );
  await test.owner(`update work_items set owner_id = $2 where case_id = $1`, [own, cast.staff.lea.id]);
  const { lea: ana, hugo } = cast.staff;
  const skills = new CollectorSkills(test.database);
  const set = (staffId: string, languages: string[] | null, tags: string[]) => skills.set(manager(), { staffId, languages, skills: tags });
  const taking = new TakeNextCase(test.database);
  const order = async (who: string) => {
    const seen: string[] = [];
    await test.owner(`update work_items set claimed_by = null, claimed_until = null`);
    for (let taken = await taking.take(who, 'all'); taken; taken = await taking.take(who, 'all')) {
      seen.push(taken.caseId);
      await test.owner(`update work_items set ready = false where case_id = $1`, [taken.caseId]);
    }
    await test.owner(`update work_items set ready = true where case_id = any($1)`, [[german, tagged, tangled, plain, own]]);
    return seen;
  };
  expect(await order(ana.id)).toEqual([german, tagged, tangled, plain, own]); // nobody has said anything: all
  await set(ana.id, ['fr', 'en'], []);
  expect(await order(ana.id)).toEqual([tagged, plain, own]);
  await set(hugo.id, ['de'], [' bâtiment ', 'bâtiment']);
  expect(await order(hugo.id)).toEqual([german, tangled]);
  expect(await order(ana.id)).toEqual([plain, own]); // the building trade is Hugo's now
  expect(await taking.peek(ana.id, 'all', own!)).toMatchObject({ caseId: plain });
  await test.owner(`update staff_users set active = false where id = $1`, [hugo.id]);
  await set(ana.id, ['fr', 'en'], []);
  expect(await order(ana.id)).toEqual([tagged, plain, own]); // who has left keeps nothing from the others
  await expect(set(hugo.id, null, [])).rejects.toThrow(NotFound);
  await expect(skills.set(lea(), { staffId: ana.id, languages: null, skills: [] })).rejects.toThrow(Forbidden);
});
