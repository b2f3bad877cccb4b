import { newId } from '@amiable/kernel';
import { Performer, RequestContext, type UseCase } from '@amiable/platform';
import { openTestDatabase, plant, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import '../index';
import { LogCall, type LogCallInput } from '../call/log-call';
import { SendMessage, undoSeconds, type SendMessageInput } from './send-message';

let test: TestDatabase;
let cast: Cast;
let caseId: string;

beforeEach(async () => {
  test = await openTestDatabase();
  cast = await seatCast(test);
  ({ caseId } = cast.a.cases[0]);
});
afterEach(() => test.close());

const as = (role: 'collector' | 'accountant' = 'collector') =>
  new RequestContext('agency', { kind: 'staff', id: cast.staff.lea.id, name: cast.staff.lea.name, role, portfolio: 'all' }, 'fr');
const perform = <I, A>(useCase: UseCase<I, A>, input: I, ctx = as(), clientId = cast.a.id, key?: string) =>
  new Performer(test.database).perform(ctx, clientId, useCase, input, key);
const refused = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );
const send = (more: Partial<SendMessageInput> = {}, ctx = as(), clientId = cast.a.id, key?: string) =>
  perform(new SendMessage(), { caseId, template: 'reminder_1', note: null, ...more }, ctx, clientId, key);
const messages = () => test.owner(`select channel, template, state, body_note, created_by, not_before from messages`);

describe('a message by hand', () => {
  it('waits some seconds, so that it can be taken back, and is queued once however often it is clicked', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => send({ note: ' Bonjour ' }, as(), cast.a.id, 'one-key-for-all')));
    expect(new Set(answers.map((answer) => answer.messageId)).size).toBe(1);
    const leaves = new Date(test.clock.now().add({ seconds: undoSeconds }).epochMilliseconds);
    expect(await messages()).toEqual([
      {
        channel: 'email',
        template: 'reminder_1',
        state: 'queued',
        body_note: 'Bonjour',
        created_by: cast.staff.lea.id,
        not_before: leaves,
      },
    ]);
    expect(await test.owner(`select topic, not_before from outbox`)).toEqual([{ topic: 'email.send', not_before: leaves }]);
    expect(await refused(send({ note: 'Autre chose' }, as(), cast.a.id, 'one-key-for-all'))).toBe('IDEMPOTENCY_MISMATCH');
  });

  it('a formal notice goes as a letter', async () => {
    await send({ template: 'formal_notice' });
    expect(await messages()).toMatchObject([{ channel: 'letter', template: 'formal_notice' }]);
  });

  it('a reminder may go by post, in the words of the reminder', async () => {
    await send({ template: 'reminder_1_letter' });
    expect(await test.owner(`select channel, template from messages where channel = 'letter' and template <> 'formal_notice'`)).toEqual([
      { channel: 'letter', template: 'reminder_1' },
    ]);
  });

  it('goes to somebody at the company when one is chosen, of this debtor and with an address', async () => {
    const [mine, silent, others] = [newId(), newId(), newId()];
    const own = { client_id: cast.a.id, role: 'accountant', source: 'typed', recorded_at: '2026-11-01T08:00:00Z' };
    await plant(test, 'debtor_contacts', [
      { ...own, id: mine, debtor_id: cast.a.cases[0].debtorId, name: 'Claire Petit', email: 'claire@martin.example' },
      { ...own, id: silent, debtor_id: cast.a.cases[0].debtorId, name: 'Marc Diallo', email: null },
      { ...own, id: others, debtor_id: cast.a.cases[2].debtorId, name: 'Paul Roche', email: 'paul@garage.example' },
    ]);
    await send({ contactId: mine });
    expect(await test.owner(`select recipient from messages`)).toEqual([{ recipient: 'claire@martin.example' }]);
    expect(await refused(send({ contactId: silent }))).toBe('NOT_A_CONTACT_WITH_EMAIL');
    expect(await refused(send({ contactId: others }))).toBe('NOT_FOUND');
  });

  const closed = `update cases set state = 'closed', closed_on = '2026-11-02', close_reason = 'withdrawn'`;
  it.each<[string, Partial<SendMessageInput>, string]>([
    ['UNKNOWN_TEMPLATE', { template: 'love_letter' }, ''],
    ['UNKNOWN_TEMPLATE', { template: 'before_due' }, ''], // only the scenario sends it
    ['CHANNEL_NOT_IN_MANDATE', {}, `update mandates set channels = '{letter}'`],
    ['NO_EMAIL', {}, `update debtors set email = null`],
    ['NO_ADDRESS', { template: 'formal_notice' }, `update debtors set address_line = null`],
    ['CASE_CLOSED', {}, closed],
  ])('%s', async (code, input, before) => {
    if (before) await test.owner(before);
    expect(await refused(send(input))).toBe(code);
    expect(await messages()).toEqual([]);
    expect(await test.owner(`select id from outbox`)).toEqual([]);
  });

  it('nobody is written to while he pays; a page left behind does not count', async () => {
    const payment = {
      client_id: cast.a.id,
      id: newId(),
      case_id: caseId,
      provider: 'stripe',
      amount_minor: 1,
      currency: 'EUR',
      language: 'fr',
      state: 'started',
      created_at: '2026-11-02T07:50:00Z',
      expires_at: '2026-11-02T08:21:00Z',
    };
    await plant(test, 'payments', [payment]);
    expect(await refused(send())).toBe('PAYMENT_IN_FLIGHT');
    await test.owner(`update payments set expires_at = '2026-11-02T07:59:59Z'`);
    expect(await refused(send())).toBe('done');
    await test.owner(`update payments set state = 'processing'`);
    expect(await refused(send())).toBe('PAYMENT_IN_FLIGHT');
  });

  it('in the agency’s name no e-mail before the first letter; a letter may go', async () => {
    const theirs = cast.b.cases[0].caseId;
    expect(await refused(send({ caseId: theirs }, as(), cast.b.id))).toBe('TEMPLATE_NEEDS_FIRST_LETTER');
    expect(await refused(send({ caseId: theirs, template: 'reminder_1_letter' }, as(), cast.b.id))).toBe('done');
    await test.owner(`update cases set first_letter_reference = 'M-1', first_letter_on = '2026-10-20' where id = $1`, [theirs]);
    expect(await refused(send({ caseId: theirs }, as(), cast.b.id))).toBe('done');
  });

  it('not of an accountant, not on another client’s case', async () => {
    expect(await refused(send({}, as('accountant')))).toBe('FORBIDDEN');
    expect(await refused(send({ caseId: cast.b.cases[0].caseId }))).toBe('NOT_FOUND');
  });
});

describe('a call', () => {
  const log = (more: Partial<LogCallInput> = {}, ctx = as()) =>
    perform(new LogCall(), { caseId, outcome: 'no_answer', note: null, callBackOn: null, ...more }, ctx);
  const actions = () => test.owner(`select channel, state, outcome, note, staff_id, scenario_id is null as by_hand from actions`);
  const work = async () => (await test.owner(`select ready, due_on::text, why from work_items where case_id = $1`, [caseId]))[0];

  it('ends the call that was due', async () => {
    await plant(test, 'actions', [
      {
        client_id: cast.a.id,
        id: newId(),
        case_id: caseId,
        scenario_id: cast.a.scenarioId,
        step_no: 4,
        channel: 'call',
        due_on: '2026-11-01',
        state: 'due',
      },
    ]);
    await log({ outcome: 'promised', note: ' paie vendredi ' });
    expect(await actions()).toEqual([
      { channel: 'call', state: 'done', outcome: 'promised', note: 'paie vendredi', staff_id: cast.staff.lea.id, by_hand: false },
    ]);
    expect(await test.owner(`select kind, client_sees, facts ->> 'note' as note from timeline_events`)).toEqual([
      { kind: 'call.logged', client_sees: true, note: 'paie vendredi' },
    ]);
    expect(await work()).toEqual({ ready: false, due_on: '2026-11-09', why: 'call_back' });
  });

  it.each([
    ['no_answer', null, '2026-11-03'],
    ['voicemail', null, '2026-11-04'],
    ['wrong_number', null, '2026-11-05'],
    ['paid_already', null, '2026-11-09'],
    ['disputed', null, '2026-11-16'],
    ['call_back', '2026-11-20', '2026-11-20'],
    ['refused', '2026-11-02', '2026-11-02'],
  ] as const)('%s, call back on %s: comes back on %s', async (outcome, callBackOn, back) => {
    await log({ outcome, callBackOn });
    expect(await actions()).toMatchObject([{ state: 'done', outcome, by_hand: true }]); // one that nobody had planned
    expect(await work()).toMatchObject({ due_on: back, ready: back === '2026-11-02' });
  });

  it('not back into the past, not on a closed case, not of an accountant', async () => {
    expect(await refused(log({ callBackOn: '2026-11-01' }))).toBe('DAY_IN_PAST');
    expect(await refused(log({}, as('accountant')))).toBe('FORBIDDEN');
    await test.owner(`update cases set state = 'closed', closed_on = '2026-11-02', close_reason = 'withdrawn'`);
    expect(await refused(log())).toBe('CASE_CLOSED');
    expect(await actions()).toEqual([]);
  });
});
