import { Performer, RequestContext, type UseCase } from '@amiable/platform';
import { openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import { CloseDispute } from '../dispute/close-dispute';
import { RecordPromise } from '../promise/record-promise';
import { AskForCall } from './ask-for-call';
import { AskForCare } from './ask-for-care';
import { ClaimPaid, type ClaimPaidInput } from './claim-paid';
import { ContestInvoices } from './contest-invoices';
import { JoinedFile } from './joined-file';
import { AddProof } from './add-proof';
import { PromiseToPay } from './promise-to-pay';
import { ProposeContact } from './propose-contact';
import { SayNotMe } from './say-not-me';
import { SetPreferences } from './set-preferences';
import { SettleAnswer } from './settle-answer';
import { WriteToUs } from './write-to-us';
import '../index';

let test: TestDatabase;
let cast: Cast;
let caseId: string;

beforeEach(async () => {
  test = await openTestDatabase(); // Monday, 2 November 2026, 9:00
  cast = await seatCast(test);
  ({ caseId } = cast.a.cases[0]); // a company: 1,200.00 and 333.33
});
afterEach(() => test.close());

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
const staff = (role: 'collector' | 'accountant' = 'collector') =>
  new RequestContext('agency', { kind: 'staff', id: cast.staff.lea.id, name: cast.staff.lea.name, role, portfolio: 'all' }, 'fr');
const client = () =>
  new RequestContext('client', { kind: 'client', id: cast.a.owner.id, name: cast.a.owner.name, role: 'owner', clientId: cast.a.id }, 'fr');
const perform = <I, A>(useCase: UseCase<I, A>, input: I, ctx = debtor(), key?: string) =>
  new Performer(test.database).perform(ctx, cast.a.id, useCase, input, key);
const refused = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: { code: string; facts: object; field?: string }) => ({ code: error.code, field: error.field, ...error.facts }),
  );
const one = async (sql: string) => (await test.owner(sql, [caseId]))[0]!;
const theCase = () => one(`select state, hold_kind, hold_until::text from cases where id = $1`);
const work = () => one(`select ready, due_on::text, why from work_items where case_id = $1`);
const answers = () =>
  test.owner(`select kind, state, reply, follow_up_on::text from answers where case_id = $1 order by given_at, id`, [caseId]);
const kinds = async () =>
  (await test.owner<{ kind: string }>(`select kind from timeline_events where case_id = $1 order by id`, [caseId])).map((e) => e.kind);
const settle = (answerId: string, outcome: 'confirmed' | 'refused' | 'done', reply = 'Voici notre réponse.', ctx = staff()) =>
  perform(new SettleAnswer(), { answerId, outcome, reply }, ctx);
const replies = () =>
  test.owner(`select template, body_note, state, created_by from messages where case_id = $1 order by created_at, id`, [caseId]);
const proof = (text = 'preuve') => new JoinedFile('virement.pdf', 'application/pdf', Buffer.from(text));
const invoice = (n: number) => cast.a.cases[0].invoices[n]!;

describe('“I have paid”', () => {
  const paid: Omit<ClaimPaidInput, 'caseId'> = {
    paidOn: '2026-10-28',
    means: 'transfer',
    amount: '1533.33',
    reference: 'VIR 88',
    invoiceIds: [],
    note: null,
    files: [],
  };
  const claim = (change: Partial<ClaimPaidInput> = {}, key?: string) =>
    perform(new ClaimPaid(), { caseId, ...paid, ...change }, debtor(), key);

  it('pauses the case until somebody has looked, five working days at most, and asks a collector to look', async () => {
    const { answerId } = await claim({ files: [proof()], invoiceIds: [invoice(0).id] });
    expect(await theCase()).toEqual({ state: 'on_hold', hold_kind: 'payment_claimed', hold_until: '2026-11-09' });
    expect(await work()).toEqual({ ready: true, due_on: '2026-11-02', why: 'payment_claimed' });
    expect(await answers()).toEqual([{ kind: 'already_paid', state: 'open', reply: null, follow_up_on: '2026-11-09' }]);
    expect(await kinds()).toEqual(['answer.already_paid', 'answer.file', 'case.held']);
    expect(
      await test.owner(
        `select d.kind, d.filename, d.case_id from answer_files f join documents d on d.client_id = f.client_id and d.id = f.document_id where f.answer_id = $1`,
        [answerId],
      ),
    ).toEqual([{ kind: 'debtor_file', filename: 'virement.pdf', case_id: caseId }]);
  });

  it('not found: the reminders go on, and the debtor is told why', async () => {
    const { answerId } = await claim();
    expect(await refused(settle(answerId, 'refused', '  '))).toMatchObject({ code: 'TEXT_MISSING' });
    expect(await refused(settle(answerId, 'refused', 'x', staff('accountant')))).toMatchObject({ code: 'FORBIDDEN' });
    await settle(answerId, 'refused', 'Nous ne trouvons pas ce virement.');
    expect(await theCase()).toEqual({ state: 'open', hold_kind: null, hold_until: null });
    expect(await answers()).toMatchObject([{ state: 'refused', reply: 'Nous ne trouvons pas ce virement.' }]);
    expect(await replies()).toEqual([
      { template: 'answer_reply', body_note: 'Nous ne trouvons pas ce virement.', state: 'queued', created_by: null },
    ]);
    expect(await work()).toEqual({ ready: false, due_on: '2026-11-09', why: 'follow_up' });
    expect(await refused(settle(answerId, 'confirmed'))).toMatchObject({ code: 'NO_SUCH_TRANSITION' });
    await claim(); // and he may say it again
  });

  it('said twice is said once: the same key gives the same answer, another finds the first one open', async () => {
    const [first, again] = await Promise.all([claim({ files: [proof()] }, 'answer-key-1'), claim({ files: [proof()] }, 'answer-key-1')]);
    expect(again).toEqual(first);
    expect(await refused(claim({ files: [proof('une autre')] }, 'answer-key-1'))).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
    expect(await refused(claim())).toMatchObject({ code: 'ANSWER_ALREADY_OPEN' });
    expect(await test.owner(`select count(*)::int as n from documents where kind = 'debtor_file'`)).toEqual([{ n: 1 }]);
  });

  it.each([
    [{ paidOn: '2026-11-03' }, { code: 'DAY_IN_FUTURE', field: 'paidOn' }],
    [{ paidOn: '2020-01-01' }, { code: 'DAY_TOO_OLD', field: 'paidOn' }],
    [{ amount: '0' }, { code: 'NOT_AN_AMOUNT', field: 'amount' }],
    [{ amount: 'beaucoup' }, { code: 'NOT_AN_AMOUNT' }],
  ])('%j: refused, nothing changes', async (change, refusal) => {
    expect(await refused(claim(change))).toMatchObject(refusal);
    expect(await refused(claim({ invoiceIds: [cast.a.cases[1].invoices[0]!.id] }))).toMatchObject({ code: 'NOT_FOUND' });
    expect([await answers(), await kinds(), (await theCase()).state]).toEqual([[], [], 'open']);
  });

  it('a longer hold by hand stays; somebody is asked to look all the same', async () => {
    await test.owner(
      `update cases set state = 'on_hold', hold_kind = 'staff', hold_reason = 'Attente', hold_until = '2026-12-24' where id = $1`,
      [caseId],
    );
    await claim();
    expect(await theCase()).toEqual({ state: 'on_hold', hold_kind: 'staff', hold_until: '2026-12-24' });
    expect((await work()).why).toBe('payment_claimed');
  });
});

describe('a promise of the debtor', () => {
  const promise = (change: Partial<Parameters<PromiseToPay['run']>[2]> = {}) =>
    perform(new PromiseToPay(new RecordPromise()), {
      caseId,
      source: 'promise',
      dueOn: '2026-11-20',
      invoiceIds: [],
      amount: '',
      ...change,
    });

  it('for all, for invoices or for a part; a message confirms it', async () => {
    await promise({ invoiceIds: [invoice(1).id], source: 'payment_run' });
    expect(await test.owner(`select amount_minor, due_on::text, source, invoice_ids, made_by from promises`)).toEqual([
      { amount_minor: 33_333n, due_on: '2026-11-20', source: 'payment_run', invoice_ids: [invoice(1).id], made_by: 'debtor' },
    ]);
    expect(await replies()).toMatchObject([{ template: 'promise_confirmation', created_by: null }]);
    expect(await work()).toEqual({ ready: false, due_on: '2026-11-23', why: 'promise_due' });
    expect(await refused(promise())).toMatchObject({ code: 'PROMISE_ALREADY_OPEN' });
  });

  it('as far ahead as the mandate of the case lets him, and the client answers a contestation in the days it names', async () => {
    await test.owner(`update mandates set promise_days = 10, payment_run_days = 12, dispute_answer_days = 5`);
    expect(await refused(promise({ dueOn: '2026-11-13' }))).toMatchObject({ code: 'PROMISE_TOO_LATE', days: 10 });
    expect(await refused(promise({ dueOn: '2026-11-15', source: 'payment_run' }))).toMatchObject({ code: 'PROMISE_TOO_LATE', days: 12 });
    await promise({ dueOn: '2026-11-12' });
    const input = { caseId, reason: 'price' as const, invoiceIds: [invoice(0).id], amount: '', rightAmount: '', note: null, files: [] };
    await perform(new ContestInvoices(), input);
    expect(await test.owner(`select due_on::text from disputes`)).toEqual([{ due_on: '2026-11-07' }]);
  });

  it('inside the policy only, and never for what is contested', async () => {
    expect(await refused(promise({ dueOn: '2026-12-03' }))).toMatchObject({ code: 'PROMISE_TOO_LATE', days: 30 });
    expect(await refused(promise({ dueOn: '2026-12-18', source: 'payment_run' }))).toMatchObject({ code: 'PROMISE_TOO_LATE', days: 45 });
    expect(await refused(promise({ dueOn: '2026-11-01' }))).toMatchObject({ code: 'PROMISE_IN_PAST' });
    await test.owner(`update invoices set disputed_minor = 120000 where id = $1`, [invoice(0).id]);
    expect(await refused(promise({ amount: '333.34' }))).toMatchObject({ code: 'PROMISE_TOO_LARGE', amount: '333.33' });
    expect(await refused(promise({ invoiceIds: [invoice(0).id] }))).toMatchObject({ code: 'NOTHING_OWED' });
    expect(await answers()).toEqual([]);
    await promise();
    expect(await test.owner(`select amount_minor from promises`)).toEqual([{ amount_minor: 33_333n }]);
  });
});

describe('a contestation', () => {
  const contest = (change: Partial<Parameters<ContestInvoices['run']>[2]> = {}) =>
    perform(new ContestInvoices(), {
      caseId,
      reason: 'defective',
      invoiceIds: [invoice(0).id, invoice(1).id],
      amount: '',
      rightAmount: '',
      note: 'Cassé',
      files: [],
      ...change,
    });

  it('of several invoices with a photo: each is frozen, the client knows who answers, the debtor hears once all are answered', async () => {
    const { answerId } = await contest({ files: [proof()] });
    expect(await test.owner(`select amount_minor, answer_id, owner_id, due_on::text from disputes order by amount_minor`)).toEqual([
      { amount_minor: 33_333n, answer_id: answerId, owner_id: expect.any(String), due_on: '2026-11-16' },
      { amount_minor: 120_000n, answer_id: answerId, owner_id: expect.any(String), due_on: '2026-11-16' },
    ]);
    const disputes = await test.owner<{ id: string }>(`select id from disputes order by amount_minor`);
    await perform(new CloseDispute(), { disputeId: disputes[0]!.id, upheld: true, answer: 'Avoir' }, client());
    expect([await answers(), await replies()]).toMatchObject([[{ state: 'open' }], []]);
    await perform(new CloseDispute(), { disputeId: disputes[1]!.id, upheld: false, answer: 'Livré le 3' }, client());
    expect(await answers()).toMatchObject([{ state: 'done', reply: 'Livré le 3' }]);
    expect(await replies()).toMatchObject([{ template: 'answer_reply', body_note: 'Livré le 3' }]);
  });

  it('takes a proof afterwards, of its own debtor, until it is answered', async () => {
    const { answerId } = await contest({ reason: 'already_paid' });
    const join = (files = [proof()], ctx = debtor()) => perform(new AddProof(), { answerId, files }, ctx);
    expect(await refused(join([]))).toMatchObject({ code: 'FILE_MISSING' });
    expect(await refused(join([proof()], debtor(1)))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refused(join(Array.from({ length: 13 }, (_, n) => proof(`${n}`))))).toMatchObject({ code: 'TOO_MANY_FILES' });
    await join();
    expect(await test.owner(`select count(*)::int as n from answer_files where answer_id = $1`, [answerId])).toEqual([{ n: 1 }]);
    expect((await kinds()).at(-1)).toBe('answer.file');
    for (const { id } of await test.owner<{ id: string }>(`select id from disputes`))
      await perform(new CloseDispute(), { disputeId: id, upheld: false, answer: 'Rien trouvé' }, client());
    expect(await refused(join([proof('tard')]))).toMatchObject({ code: 'ANSWER_SETTLED' });
  });

  it('of a wrong amount: what is above the right one is frozen, the rest goes on', async () => {
    await contest({ invoiceIds: [invoice(0).id], reason: 'wrong_amount', rightAmount: '1000.00' });
    expect(await test.owner(`select amount_minor, right_minor from disputes`)).toEqual([{ amount_minor: 20_000n, right_minor: 100_000n }]);
    expect(await test.owner(`select disputed_minor from invoices where id = $1`, [invoice(0).id])).toEqual([{ disputed_minor: 20_000n }]);
  });

  it.each([
    [{ invoiceIds: [] as string[] }, { code: 'NO_INVOICE_CHOSEN' }],
    [{ amount: '10' }, { code: 'AMOUNT_NEEDS_ONE_INVOICE', field: 'amount' }],
    [
      { reason: 'other' as const, note: ' ' },
      { code: 'TEXT_MISSING', field: 'note' },
    ],
  ])('%j: refused, nothing is frozen', async (change, refusal) => {
    expect(await refused(contest(change))).toMatchObject(refusal);
    expect(await refused(contest({ invoiceIds: [invoice(1).id], rightAmount: '333.33' }))).toMatchObject({ code: 'RIGHT_AMOUNT_NOT_LESS' });
    expect(await refused(contest({ invoiceIds: [invoice(1).id], amount: 'x' }))).toMatchObject({ code: 'NOT_AN_AMOUNT', field: 'amount' });
    expect([await test.owner(`select id from disputes`), await answers()]).toEqual([[], []]);
  });
});

describe('“it is not me”', () => {
  const say = () => perform(new SayNotMe(), { caseId, why: 'identity_theft', note: null });
  const doubtful = async () =>
    (await one(`select contact_doubtful_at is not null as doubtful from debtors d join cases c on c.debtor_id = d.id where c.id = $1`))
      .doubtful;

  it('stops everything without end; a person decides', async () => {
    const { answerId } = await say();
    expect(await theCase()).toEqual({ state: 'on_hold', hold_kind: 'not_me', hold_until: null });
    expect([await doubtful(), (await work()).why]).toEqual([true, 'not_me']);
    await settle(answerId, 'confirmed');
    expect(await theCase()).toEqual({ state: 'on_hold', hold_kind: 'wrong_person', hold_until: null });
  });

  it('it was him after all: the case goes on', async () => {
    const { answerId } = await say();
    await settle(answerId, 'refused');
    expect([(await theCase()).state, await doubtful()]).toEqual(['open', false]);
  });
});

describe('hardship', () => {
  const ask = (change: object = {}) => perform(new AskForCare(), { caseId, pause: false, overindebted: false, note: null, ...change });
  const care = async () =>
    (await one(`select care_until::text from debtors d join cases c on c.debtor_id = d.id where c.id = $1`)).care_until;

  it('care at once, a pause when asked for, nothing of it told to the client', async () => {
    const { answerId } = await ask({ pause: true });
    expect(await theCase()).toEqual({ state: 'on_hold', hold_kind: 'hardship', hold_until: '2026-12-02' });
    expect([await care(), (await work()).why]).toEqual(['2027-01-31', 'hardship']);
    expect(await test.owner(`select client_sees from timeline_events where kind = 'answer.hardship'`)).toEqual([{ client_sees: false }]);
    await settle(answerId, 'refused');
    expect([(await theCase()).state, await care()]).toEqual(['open', null]);
  });

  it('over-indebtedness: no end, no payment', async () => {
    await ask({ overindebted: true, pause: true });
    expect(await theCase()).toEqual({ state: 'on_hold', hold_kind: 'overindebted', hold_until: null });
  });
});

describe('the rest', () => {
  it('a corrected address counts once a person has confirmed it', async () => {
    const propose = (change: object) =>
      perform(new ProposeContact(), { caseId, email: '', phone: '', addressLine: '', postcode: '', city: '', note: null, ...change });
    expect(await refused(propose({}))).toMatchObject({ code: 'NOTHING_SAID' });
    expect(await refused(propose({ addressLine: '1 rue Basse' }))).toMatchObject({ code: 'ADDRESS_INCOMPLETE' });
    expect(await refused(propose({ email: 'pas une adresse' }))).toMatchObject({ code: 'NOT_AN_EMAIL' });
    expect(await refused(propose({ phone: '12' }))).toMatchObject({ code: 'NOT_A_PHONE' });
    const { answerId } = await propose({ phone: '+33 6 12 34 56 78', addressLine: '1 rue Basse', postcode: '59000', city: 'Lille' });
    const contacts = () =>
      one(
        `select d.phone, d.postcode, d.city, d.email is not null as email from debtors d join cases c on c.debtor_id = d.id where c.id = $1`,
      );
    expect((await contacts()).postcode).toBe('69003');
    await settle(answerId, 'confirmed');
    expect(await contacts()).toEqual({ phone: '06 12 34 56 78', postcode: '59000', city: 'Lille', email: true });
  });

  it('a call inside the hours becomes work at that hour, not before', async () => {
    const ask = (slot: string, phone = '') => perform(new AskForCall(), { caseId, slot, phone, note: null });
    expect(await refused(ask('2026-11-08T10:00:00Z'))).toMatchObject({ code: 'SLOT_NOT_OFFERED' }); // a Sunday
    await ask('2026-11-02T11:30:00Z', '06 12 34 56 78'); // 12:30 in Paris, today
    expect(await work()).toEqual({ ready: false, due_on: '2026-11-02', why: 'call_back' });
    expect(await test.owner(`select topic, not_before from outbox where topic = 'call_back.due'`)).toEqual([
      { topic: 'call_back.due', not_before: new Date('2026-11-02T11:30:00Z') },
    ]);
  });

  it('a message is replied to, and both stay', async () => {
    expect(await refused(perform(new WriteToUs(), { caseId, note: ' ', files: [] }))).toMatchObject({ code: 'TEXT_MISSING' });
    const { answerId } = await perform(new WriteToUs(), { caseId, note: 'Une question', files: [proof()] });
    await perform(new WriteToUs(), { caseId, note: 'Et encore', files: [] });
    expect((await work()).why).toBe('debtor_wrote');
    await settle(answerId, 'done', 'Oui.');
    expect(await answers()).toMatchObject([{ state: 'done', reply: 'Oui.' }, { state: 'open' }]);
  });

  it('preferences are kept, and nobody sets those of another', async () => {
    await perform(new SetPreferences(), { caseId, language: 'en', email: false, calls: false });
    expect(
      await one(`select d.language, refuses_email, refuses_calls from debtors d join cases c on c.debtor_id = d.id where c.id = $1`),
    ).toEqual({
      language: 'en',
      refuses_email: true,
      refuses_calls: true,
    });
    for (const refusal of await Promise.all([
      refused(perform(new SetPreferences(), { caseId, language: 'fr', email: true, calls: true }, debtor(1))),
      refused(perform(new WriteToUs(), { caseId, note: 'x', files: [] }, debtor(1))),
      refused(perform(new SayNotMe(), { caseId, why: 'other_person', note: null }, debtor(1))),
      refused(perform(new AskForCare(), { caseId, pause: true, overindebted: false, note: null }, debtor(1))),
    ]))
      expect(refusal).toMatchObject({ code: 'FORBIDDEN' });
  });
});
