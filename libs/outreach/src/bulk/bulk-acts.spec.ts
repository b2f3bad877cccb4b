import { OutboxWorker, Performer, RequestContext, type Portfolio } from '@amiable/platform';
import { openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import '@amiable/cases';
import '../outreach.abilities';
import { SendMessage } from '../message/send-message';
import { previewBulk, readBulkProgress } from './bulk.queries';
import type { BulkActKind, BulkInput } from './bulk.types';
import { DoBulkAct } from './do-bulk-act';
import { StartBulkAct } from './start-bulk-act';
import { UndoBulkAct } from './undo-bulk-act';

let test: TestDatabase;
let cast: Cast;
let doing: DoBulkAct;
let outbox: OutboxWorker;
let keys = 0;
const nothing: BulkInput = { ownerId: null, reason: null, until: null, template: null, tag: null };

beforeEach(async () => {
  test = await openTestDatabase();
  cast = await seatCast(test);
  outbox = new OutboxWorker(test.database);
  doing = new DoBulkAct(test.database, outbox, new Performer(test.database), new SendMessage());
  doing.onModuleInit();
});
afterEach(() => test.close());

const as = (
  name: 'lea' | 'hugo' | 'manager',
  role: 'collector' | 'manager' | 'accountant' = 'manager',
  portfolio: Portfolio = name === 'hugo' ? [cast.a.id] : 'all',
) => new RequestContext('agency', { kind: 'staff', id: cast.staff[name].id, name: cast.staff[name].name, role, portfolio }, 'fr');
const allCases = () => [cast.a, cast.b].flatMap(({ id, cases }) => cases.map(({ caseId }) => ({ clientId: id, caseId })));
const start = async (
  act: BulkActKind,
  input: Partial<BulkInput>,
  { cases = allCases(), ctx = as('manager'), key = `bulk-spec-${++keys}` } = {},
) => {
  const bulkId = await new StartBulkAct(test.database, doing).start(ctx, act, { ...nothing, ...input }, cases, key);
  return progress(bulkId, ctx);
};
const progress = (bulkId: string, ctx = as('manager')) =>
  test.database.acrossClients(ctx.portfolio, (db) => readBulkProgress(db, ctx, bulkId));
const undo = (bulkId: string, ctx = as('manager')) => new UndoBulkAct(test.database).undo(ctx, bulkId);
const owners = () =>
  test.owner<{ reference: string; owner: string | null; work: string | null }>(
    `select c.reference, o.name as owner, wo.name as work from cases c left join staff_users o on o.id = c.owner_id left join work_items w on w.client_id = c.client_id and w.case_id = c.id left join staff_users wo on wo.id = w.owner_id order by 1`,
  );

describe('assigning many cases', () => {
  it('moves them and their place in the queue, tells each story, leaves out what is not open', async () => {
    await test.owner(`update cases set state = 'closed', close_reason = 'withdrawn', closed_on = '2026-11-01' where id = $1`, [
      cast.a.cases[2].caseId,
    ]);
    const done = await start('assign', { ownerId: cast.staff.lea.id });
    expect(done).toMatchObject({
      total: 6,
      done: 5,
      waiting: 0,
      canUndo: true,
      excluded: [{ reason: 'CASE_CLOSED', count: 1, examples: [cast.a.cases[2].reference] }],
    });
    const moved = (await owners()).filter(({ reference }) => reference !== cast.a.cases[2].reference);
    expect(moved.every(({ owner, work }) => owner === cast.staff.lea.name && (work === null || work === owner))).toBe(true);
    const told = await test.owner(
      `select distinct kind, facts->>'name' as name, client_sees from timeline_events where kind = 'case.assigned'`,
    );
    expect(told).toEqual([{ kind: 'case.assigned', name: cast.staff.lea.name, client_sees: false }]);
  });

  it('does the same by the same key once, and is taken back to whoever had each case', async () => {
    await start('assign', { ownerId: cast.staff.hugo.id }, { cases: allCases().slice(0, 2) });
    const before = await owners();
    const first = await start('assign', { ownerId: cast.staff.lea.id }, { key: 'the same key' });
    const again = await start('assign', { ownerId: cast.staff.lea.id }, { key: 'the same key' });
    expect(again).toEqual(first);
    expect(await test.owner(`select count(*)::int as n from timeline_events where kind = 'case.assigned'`)).toEqual([{ n: 8 }]);
    await undo(first.bulkId);
    expect(await owners()).toEqual(before);
    expect(await progress(first.bulkId)).toMatchObject({ undone: 6, done: 0, canUndo: false });
    await expect(undo(first.bulkId)).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
  });

  it('does not take back what somebody changed since', async () => {
    const { bulkId } = await start('assign', { ownerId: cast.staff.lea.id });
    await start('assign', { ownerId: cast.staff.manager.id }, { cases: allCases().slice(0, 1) });
    await undo(bulkId);
    const names = (await owners()).map(({ owner }) => owner);
    expect(names.filter((name) => name === cast.staff.manager.name)).toHaveLength(1);
    expect(names.filter((name) => name === null)).toHaveLength(5);
  });

  it('gives nobody a case of a client out of his reach', async () => {
    const { done, excluded } = await start('assign', { ownerId: cast.staff.hugo.id });
    expect({ done, excluded: excluded.map(({ reason, count }) => [reason, count]) }).toEqual({ done: 3, excluded: [['OUT_OF_REACH', 3]] });
  });

  it('is for who may, on clients within reach, and seen by who ordered it alone', async () => {
    await expect(start('assign', {}, { ctx: as('lea', 'accountant') })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(start('assign', { ownerId: cast.staff.hugo.id }, { ctx: as('hugo', 'collector') })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const { bulkId } = await start('tag', { tag: 'à revoir' });
    await expect(progress(bulkId, as('lea'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(undo(bulkId, as('lea'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(progress('nonsense')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('holding, tagging, writing to many', () => {
  const holds = () =>
    test.owner(`select state, hold_reason, hold_until::text, count(*)::int as n from cases group by 1, 2, 3 order by 4 desc`);

  it('holds until a day for a reason, and lets go again', async () => {
    const { bulkId, done } = await start('hold', { reason: 'vacances', until: '2026-11-20' });
    expect(done).toBe(6);
    expect(await holds()).toEqual([{ state: 'on_hold', hold_reason: 'vacances', hold_until: '2026-11-20', n: 6 }]);
    expect(await test.owner(`select distinct ready, due_on::text, why from work_items`)).toEqual([
      { ready: false, due_on: '2026-11-20', why: 'hold_over' },
    ]);
    await undo(bulkId);
    expect(await holds()).toEqual([{ state: 'open', hold_reason: null, hold_until: null, n: 6 }]);
  });

  it.each([
    ['hold', { reason: ' ', until: '2026-11-20' }, 'TEXT_MISSING'],
    ['hold', { reason: 'x', until: '2026-11-02' }, 'DAY_IN_PAST'],
    ['message', { template: 'free_message' }, 'UNKNOWN_TEMPLATE'],
    ['tag', { tag: '  ' }, 'TEXT_MISSING'],
  ] as const)('%s with %j is refused: %s', (act, input, code) => expect(start(act, input)).rejects.toMatchObject({ code }));

  it('tags, and takes the tag off again where it was put', async () => {
    await start('tag', { tag: 'VIP' }, { cases: allCases().slice(0, 1) });
    const { bulkId, done, excluded } = await start('tag', { tag: ' VIP ' });
    expect([done, excluded.map(({ reason }) => reason)]).toEqual([5, ['ALREADY_SO']]);
    await undo(bulkId);
    expect(await test.owner(`select case_id, tag from case_tags`)).toEqual([{ case_id: cast.a.cases[0].caseId, tag: 'VIP' }]);
  });

  it('writes to each who may be written to, says why not to the others, and recalls what has not left', async () => {
    const before = await test.database.acrossClients('all', (db) =>
      previewBulk(db, 'message', { ...nothing, template: 'reminder_1' }, allCases()),
    );
    const { bulkId, done, excluded } = await start('message', { template: 'reminder_1' });
    expect({ included: done, excluded }).toEqual(before);
    expect(excluded.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['NO_EMAIL', 'TEMPLATE_NEEDS_FIRST_LETTER']));
    const states = () => test.owner(`select state, count(*)::int as n from messages group by 1`);
    expect(await states()).toEqual([{ state: 'queued', n: done }]);
    await undo(bulkId);
    expect(await states()).toEqual([{ state: 'cancelled', n: done }]);
  });

  it('cannot recall a message that has left its ten seconds', async () => {
    const { bulkId, done } = await start('message', { template: 'reminder_1' });
    test.clock.advance({ seconds: 11 });
    await undo(bulkId);
    expect(await progress(bulkId)).toMatchObject({ done, undone: 0 });
  });
});

it('a large act is the worker’s, piece by piece, each once', async () => {
  await test.owner(
    `with d as (insert into debtors (client_id, id, reference, kind, name) select $1, gen_random_uuid(), 'X' || n, 'company', 'X' || n from generate_series(1, 450) n returning id, reference)
     insert into cases (client_id, id, reference, debtor_id, mandate_id, brand_id, hat, state, currency, fee_percent, opened_on)
     select $1, gen_random_uuid(), d.reference, d.id, m.id, m.brand_id, m.hat, 'open', 'EUR', 10, '2026-11-01' from d, mandates m where m.client_id = $1`,
    [cast.a.id],
  );
  const cases = await test.owner<{ clientId: string; caseId: string }>(`select client_id as "clientId", id as "caseId" from cases`);
  const begun = await start('tag', { tag: 'lot' }, { cases });
  expect(begun).toMatchObject({ total: 456, waiting: 456, done: 0, canUndo: false });
  await outbox.drain();
  expect(await progress(begun.bulkId)).toMatchObject({ total: 456, waiting: 0, done: 456 });
  await Promise.all([0, 1, 2].map((chunk) => doing.work(cast.a.id, begun.bulkId, chunk)));
  expect(await progress(begun.bulkId)).toMatchObject({ done: 456 });
  await expect(start('tag', { tag: 'x' }, { cases: [] })).rejects.toMatchObject({ code: 'NOTHING_SELECTED' });
});
