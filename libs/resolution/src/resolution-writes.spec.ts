import { RecallMessage, SendMessage } from '@amiable/outreach';
import { Performer, RequestContext, type UseCase } from '@amiable/platform';
import { openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import { AgreePlan } from './plan/agree-plan';
import { CloseDispute } from './dispute/close-dispute';
import { OpenDispute } from './dispute/open-dispute';
import { RecordPromise } from './promise/record-promise';
import { UndoPromise } from './promise/undo-promise';
import './index';

let test: TestDatabase;
let cast: Cast;
let caseId: string;

beforeEach(async () => {
  test = await openTestDatabase();
  cast = await seatCast(test);
  ({ caseId } = cast.a.cases[0]); // 1,200.00 and 333.33
});
afterEach(() => test.close());

const staff = (role: 'collector' | 'accountant' = 'collector') =>
  new RequestContext('agency', { kind: 'staff', id: cast.staff.lea.id, name: cast.staff.lea.name, role, portfolio: 'all' }, 'fr');
const hugo = () =>
  new RequestContext(
    'agency',
    { kind: 'staff', id: cast.staff.hugo.id, name: cast.staff.hugo.name, role: 'collector', portfolio: 'all' },
    'fr',
  );
const debtor = (n: 0 | 1 = 0) =>
  new RequestContext(
    'debtor',
    {
      kind: 'debtor',
      id: cast.a.cases[n].debtorId,
      name: 'débiteur',
      clientId: cast.a.id,
      caseId: cast.a.cases[n].caseId,
      brandId: cast.a.brandId,
    },
    'fr',
  );
const clientUser = (role: 'owner' | 'reader') =>
  new RequestContext('client', { kind: 'client', id: cast.a.owner.id, name: cast.a.owner.name, role, clientId: cast.a.id }, 'fr');
const perform = <I, A>(useCase: UseCase<I, A>, input: I, ctx = staff()) =>
  new Performer(test.database).perform(ctx, cast.a.id, useCase, input);
const refused = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: { code: string; facts: object }) => ({ code: error.code, ...error.facts }),
  );
const rows = (sql: string) => test.owner(sql);
const work = async () => (await test.owner(`select ready, due_on::text, why from work_items where case_id = $1`, [caseId]))[0];
const close = () =>
  test.owner(`update cases set state = 'closed', closed_on = '2026-11-02', close_reason = 'withdrawn' where id = $1`, [caseId]);

describe('a promise', () => {
  const promise = (amount: string, dueOn: string, ctx = staff()) => perform(new RecordPromise(), { caseId, amount, dueOn }, ctx);

  it('is written down with who made it, and the case comes back the day after its grace', async () => {
    await promise('500.5', '2026-11-10');
    expect(await rows(`select amount_minor, due_on::text, made_on::text, grace_days, state, made_by, staff_id from promises`)).toEqual([
      {
        amount_minor: 50_050n,
        due_on: '2026-11-10',
        made_on: '2026-11-02',
        grace_days: 2,
        state: 'open',
        made_by: 'staff',
        staff_id: cast.staff.lea.id,
      },
    ]);
    expect(await work()).toEqual({ ready: false, due_on: '2026-11-13', why: 'promise_due' });
    expect(await rows(`select kind, facts from timeline_events`)).toEqual([
      { kind: 'promise.recorded', facts: expect.objectContaining({ amount: '500.50', currency: 'EUR', dueOn: '2026-11-10' }) },
    ]);
  });

  it('is for some invoices: never more than they owe, never one of another case', async () => {
    const [first] = cast.a.cases[0].invoices;
    const some = (amount: string, invoiceIds: string[]) =>
      refused(perform(new RecordPromise(), { caseId, amount, dueOn: '2026-11-10', invoiceIds }));
    expect(await some('1200.01', [first!.id])).toEqual({ code: 'PROMISE_TOO_LARGE', amount: '1200.00', currency: 'EUR' });
    expect(await some('10', [cast.a.cases[2].invoices[0]!.id])).toMatchObject({ code: 'NOT_FOUND' });
    expect(await some('1200', [first!.id])).toBe('done');
    expect(await rows(`select invoice_ids from promises`)).toEqual([{ invoice_ids: [first!.id] }]);
  });

  it('is taken back some seconds later by whoever recorded it, with its message, and the case stands as it did', async () => {
    const undo = (ctx = staff()) => refused(perform(new UndoPromise(new RecallMessage()), { caseId }, ctx));
    const before = await work();
    await promise('500.5', '2026-11-10');
    await perform(new SendMessage(), { caseId, template: 'promise_confirmation', note: null });
    expect(await undo(hugo())).toMatchObject({ code: 'NOTHING_TO_UNDO' }); // somebody else's
    expect(await undo()).toBe('done');
    expect([await rows(`select state from promises`), await rows(`select state from messages`)]).toEqual([
      [{ state: 'cancelled' }],
      [{ state: 'cancelled' }],
    ]);
    expect(await work()).toEqual(before);
    expect(await undo()).toMatchObject({ code: 'NOTHING_TO_UNDO' });
  });

  it('stays once its confirmation has left, or a minute has gone', async () => {
    const undo = () => refused(perform(new UndoPromise(new RecallMessage()), { caseId }));
    await promise('500.5', '2026-11-10');
    await perform(new SendMessage(), { caseId, template: 'promise_confirmation', note: null });
    await test.owner(`update messages set state = 'sent', sent_at = now()`);
    expect(await undo()).toMatchObject({ code: 'NOTHING_TO_UNDO' });
    await test.owner(`update messages set state = 'cancelled', sent_at = null`);
    test.clock.advance({ seconds: 61 });
    expect(await undo()).toMatchObject({ code: 'NOTHING_TO_UNDO' });
  });

  it('one at a time, also when two people write at once; the debtor may make it too', async () => {
    const both = await Promise.all([refused(promise('10', '2026-11-10')), refused(promise('20', '2026-11-11', debtor()))]);
    expect(both).toContain('done');
    expect(both).toContainEqual({ code: 'PROMISE_ALREADY_OPEN' });
    expect(await rows(`select count(*)::int as n from promises`)).toEqual([{ n: 1 }]);
  });

  it.each([
    ['1533.34', '2026-11-10', { code: 'PROMISE_TOO_LARGE', amount: '1533.33', currency: 'EUR' }],
    ['0', '2026-11-10', { code: 'PROMISE_TOO_LARGE' }],
    ['-1', '2026-11-10', { code: 'PROMISE_TOO_LARGE' }],
    ['ten', '2026-11-10', { code: 'NOT_AN_AMOUNT' }],
    ['10', '2026-11-01', { code: 'PROMISE_IN_PAST' }],
    ['10', '2027-01-02', { code: 'PROMISE_TOO_LATE', days: 60 }],
  ])('%s by %s: refused', async (amount, dueOn, refusal) => {
    expect(await refused(promise(amount, dueOn))).toMatchObject(refusal);
    expect(await rows(`select id from promises`)).toEqual([]);
    expect(await rows(`select id from timeline_events`)).toEqual([]);
  });

  it('not of an accountant, not on another debtor’s case, not on a closed one', async () => {
    expect(await refused(promise('10', '2026-11-10', staff('accountant')))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refused(promise('10', '2026-11-10', debtor(1)))).toMatchObject({ code: 'FORBIDDEN' });
    await close();
    expect(await refused(promise('10', '2026-11-10'))).toMatchObject({ code: 'CASE_CLOSED' });
  });
});

describe('a plan', () => {
  const agree = (instalments: number, firstDueOn = '2026-11-30') => perform(new AgreePlan(), { caseId, instalments, firstDueOn });

  it('is the whole balance in equal months, the odd cents last', async () => {
    await agree(4, '2026-11-30');
    const parts = await rows(`select number, due_on::text, amount_minor from instalments order by number`);
    expect(parts.map((part) => part.due_on)).toEqual(['2026-11-30', '2026-12-30', '2027-01-30', '2027-02-28']);
    expect(parts.map((part) => part.amount_minor)).toEqual([38_333n, 38_333n, 38_333n, 38_334n]);
    expect(await rows(`select total_minor, state from plans`)).toEqual([{ total_minor: 153_333n, state: 'active' }]);
    expect(await work()).toMatchObject({ ready: false, due_on: '2026-12-05' });
    expect(await refused(agree(3))).toMatchObject({ code: 'PLAN_ALREADY_ACTIVE' });
  });

  it('stays inside the mandate', async () => {
    expect(await refused(agree(1))).toMatchObject({ code: 'PLAN_TOO_LONG' });
    expect(await refused(agree(7))).toMatchObject({ code: 'PLAN_TOO_LONG', most: 6 });
    expect(await refused(agree(3, '2026-11-01'))).toMatchObject({ code: 'PLAN_START_OUT_OF_RANGE' });
    expect(await refused(agree(3, '2026-12-18'))).toMatchObject({ code: 'PLAN_START_OUT_OF_RANGE', days: 45 });
    await test.owner(`update mandates set smallest_payment_minor = 60000`);
    expect(await refused(agree(3))).toMatchObject({ code: 'PLAN_INSTALMENT_TOO_SMALL', amount: '600.00' });
    await close();
    expect(await refused(agree(2))).toMatchObject({ code: 'CASE_CLOSED' });
    expect(await rows(`select id from plans`)).toEqual([]);
  });
});

describe('a dispute', () => {
  const invoice = (n: number) => cast.a.cases[0].invoices[n]!;
  const open = (amount?: string, ctx = debtor(), n = 0) =>
    perform(new OpenDispute(), { caseId, invoiceId: invoice(n).id, reason: 'wrong_amount', amount, note: ' trop ' }, ctx);
  const answer = (disputeId: string, upheld: boolean, ctx = clientUser('owner'), words = 'Vu') =>
    perform(new CloseDispute(), { disputeId, upheld, answer: words }, ctx);
  const money = async () =>
    (
      await test.owner(
        `select i.settled_minor, i.disputed_minor, c.open_minor, c.state from invoices i join cases c on c.id = i.case_id where i.id = $1`,
        [invoice(0).id],
      )
    )[0];

  it('sets a part aside; the client rejects it, and the whole is owed as before', async () => {
    const { disputeId } = await open('200');
    expect(await money()).toMatchObject({ disputed_minor: 20_000n, open_minor: 153_333n });
    expect(await rows(`select opened_by, due_on::text, note, state from disputes`)).toEqual([
      { opened_by: 'debtor', due_on: '2026-11-16', note: 'trop', state: 'open' },
    ]);
    await answer(disputeId, false);
    expect(await money()).toMatchObject({ settled_minor: 0n, disputed_minor: 0n, open_minor: 153_333n });
    expect(await work()).toEqual({ ready: true, due_on: '2026-11-02', why: 'dispute_answered' });
    expect(await refused(answer(disputeId, true))).toMatchObject({ code: 'NO_SUCH_TRANSITION' });
    await open('100'); // another one may follow
  });

  it('upheld: that part is credited, once, and never more than is left', async () => {
    const { disputeId } = await open('200');
    const both = await Promise.all([refused(answer(disputeId, true)), refused(answer(disputeId, true))]);
    expect(both).toContain('done');
    expect(await money()).toMatchObject({ settled_minor: 20_000n, disputed_minor: 0n, open_minor: 133_333n });
    expect(await rows(`select source_kind, amount_minor from allocations`)).toEqual([
      { source_kind: 'credit_note', amount_minor: 20_000n },
    ]);
    const second = await open();
    await test.owner(`update invoices set settled_minor = 110000 where id = $1`, [invoice(0).id]);
    await answer(second.disputeId, true);
    expect(await money()).toMatchObject({ settled_minor: 120_000n, disputed_minor: 0n });
  });

  it('not more than is owed, not twice at once, not on another’s invoice, not without words, not of a reader', async () => {
    expect(await refused(open('1200.01'))).toMatchObject({ code: 'DISPUTE_TOO_LARGE', amount: '1200.00' });
    expect(await refused(open('0'))).toMatchObject({ code: 'DISPUTE_TOO_LARGE' });
    expect(
      await refused(perform(new OpenDispute(), { caseId, invoiceId: cast.a.cases[1].invoices[0]!.id, reason: 'other' }, debtor())),
    ).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refused(open('10', debtor(1)))).toMatchObject({ code: 'FORBIDDEN' });
    const both = await Promise.all([refused(open('10')), refused(open('20'))]);
    expect(both).toContainEqual({ code: 'DISPUTE_ALREADY_OPEN' });
    const [{ id }] = (await test.owner<{ id: string }>(`select id from disputes`)) as [{ id: string }];
    expect(await refused(answer(id, true, clientUser('reader')))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refused(answer(id, true, clientUser('owner'), '  '))).toMatchObject({ code: 'TEXT_MISSING' });
    expect(await rows(`select state from disputes`)).toEqual([{ state: 'open' }]);
  });
});
