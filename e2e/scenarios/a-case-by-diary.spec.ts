import { HoldCase } from '@amiable/cases';
import { verifyInvariants } from '@amiable/insights';
import { Temporal } from '@amiable/kernel';
import { LogCall } from '@amiable/outreach';
import { RecordTransfer } from '@amiable/payments';
import { toGlobalId } from '@amiable/platform';
import { AgreePlan, OpenDispute, RecordPromise } from '@amiable/resolution';
import { RunDay } from '@amiable/strategies';
import { castId, plant, type CastCase } from '@amiable/testing';
import { plantCases } from '../faults/portfolio.fixture';
import { openStage, type Stage } from '../stage';
import { actsOn, refusal } from './acts.fixture';
import { everyDay, liveUntil } from './diary.fixture';

/** Cases day by day: what leaves, what does not, and why. Each story has a stage of its own. */
jest.setTimeout(180_000); // on a machine that is busy with other things
let stage: Stage;
const { perform } = actsOn(() => stage);

beforeEach(async () => {
  stage = await openStage();
  await stage.test.owner(`update schedules set due_on = '2028-01-01'`); // only the case of the story moves
});
afterEach(async () => {
  const findings = await verifyInvariants(stage.test.database);
  await stage.close();
  expect(findings.filter((finding) => !finding.ok)).toEqual([]);
});

const begin = (theCase: CastCase, step: number, dueOn: string) =>
  stage.test.owner(`update schedules set step_no = $2, due_on = $3 where case_id = $1`, [theCase.caseId, step, dueOn]);
const mailsTo = async (theCase: { email: string | null }) =>
  (await stage.mails()).filter((mail) => mail.to.includes(theCase.email!)).reverse();
const plain = (html: string) =>
  html
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&nbsp;|&#160;|\s/g, '');
const transfer = (theCase: { caseId: string }, amount: string, receivedOn: string) =>
  perform(stage.cast.a.id, RecordTransfer, {
    caseId: theCase.caseId,
    amount,
    receivedOn,
    bankReference: `VIR ${receivedOn}`,
    direct: false,
  });

it('left alone: a reminder before the day, two after it, a call, and a formal notice on paper', async () => {
  const theCase = stage.cast.a.cases[1];
  await begin(theCase, 1, '2026-11-02'); // the invoice falls due on 7 November
  const diary = await liveUntil(stage, theCase.caseId, '2026-12-31');
  expect(diary).toEqual({
    '2026-11-02': ['email before_due'],
    '2026-11-10': ['email reminder_1'],
    '2026-11-22': ['email reminder_2'],
    '2026-11-29': ['call'],
    '2026-12-12': ['letter formal_notice'],
  });
  expect(await mailsTo(theCase)).toHaveLength(3);
  const [letter] = await stage.test.owner<{ bytes: Buffer; kind: string; sound: boolean }>(
    `select d.bytes, d.kind, sha256(d.bytes) = d.sha256 as sound from messages m join documents d on d.client_id = m.client_id and d.id = m.document_id where m.case_id = $1 and m.channel = 'letter'`,
    [theCase.caseId],
  );
  expect(letter).toMatchObject({ kind: 'letter', sound: true });
  expect(letter!.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(await stage.test.owner(`select stage from cases where id = $1`, [theCase.caseId])).toEqual([{ stage: 'formal_notice' }]);
  // The call stays due until somebody makes it, and stands on a desk.
  expect(await stage.test.owner(`select state from actions where case_id = $1 and channel = 'call'`, [theCase.caseId])).toEqual([
    { state: 'due' },
  ]);
  expect(await stage.test.owner(`select ready from work_items where case_id = $1`, [theCase.caseId])).toEqual([{ ready: true }]);

  // The scenario has ended. An invoice that falls due later is reminded of in a round of its own; the notice stays given.
  await plant(stage.test, 'invoices', [
    {
      client_id: stage.cast.a.id,
      id: castId('a later invoice'),
      number: 'FA-LATER',
      debtor_id: (await stage.test.owner<{ debtor_id: string }>(`select debtor_id from cases where id = $1`, [theCase.caseId]))[0]!
        .debtor_id,
      case_id: theCase.caseId,
      kind: 'invoice',
      issued_on: '2026-12-20',
      due_on: '2027-01-19',
      amount_minor: 9_900,
      currency: 'EUR',
    },
  ]);
  stage.on('2027-01-01');
  expect(await liveUntil(stage, theCase.caseId, '2027-02-05')).toEqual({
    '2027-01-22': ['email reminder_1'],
    '2027-02-03': ['email reminder_2'],
  });
  expect(await stage.test.owner(`select stage from cases where id = $1`, [theCase.caseId])).toEqual([{ stage: 'formal_notice' }]);
});

it('stopped at the door: the step is taken again on the day after the reason has passed', async () => {
  const theCase = stage.cast.a.cases[1];
  await begin(theCase, 2, '2026-11-02');
  await stage.worker.get(RunDay).run(Temporal.PlainDate.from('2026-11-02')); // queued, not yet sent
  await stage.test.owner(`update clients set sending_stopped_at = now() where client_id = $1`, [stage.cast.a.id]);
  await stage.settle();
  expect(await mailsTo(theCase)).toEqual([]);
  expect(await liveUntil(stage, theCase.caseId, '2026-11-03')).toMatchObject({ '2026-11-03': ['skipped sending_stopped'] });
  await stage.test.owner(`update clients set sending_stopped_at = null where client_id = $1`, [stage.cast.a.id]);
  stage.on('2026-11-04');
  expect(await liveUntil(stage, theCase.caseId, '2026-11-16')).toEqual({
    '2026-11-04': ['email reminder_1'],
    '2026-11-16': ['email reminder_2'],
  });
  expect(await mailsTo(theCase)).toHaveLength(2);
});

it('on hold, contested in part, promised three times', async () => {
  const theCase = stage.cast.a.cases[0]; // 1,200.00 and 333.33
  const { id } = stage.cast.a;
  const { caseId } = theCase;
  await begin(theCase, 2, '2026-11-02');
  await perform(id, HoldCase, { caseId, reason: 'Attente du client', until: '2026-11-09', expectedVersion: 1 });
  expect(await liveUntil(stage, caseId, '2026-11-11')).toEqual({
    ...everyDay('2026-11-02', '2026-11-08', 'skipped on_hold'),
    '2026-11-09': ['email reminder_1', 'case.resumed'], // the hold ends by itself, and the step that waited leaves
  });

  // Contested in part: the rest goes on, and only the rest is asked for.
  await perform(id, OpenDispute, { caseId, invoiceId: theCase.invoices[1]!.id, reason: 'wrong_amount', amount: '200' });
  stage.on('2026-11-12');
  expect(await liveUntil(stage, caseId, '2026-11-22')).toEqual({ '2026-11-21': ['email reminder_2'] });
  const asked = plain((await mailsTo(theCase))[1]!.html);
  expect(asked).toContain('1333,33');
  expect(asked).not.toContain('1533,33');

  // A promise kept: the call that fell due meanwhile waits, then is made.
  stage.on('2026-11-23');
  await perform(id, RecordPromise, { caseId, amount: '500', dueOn: '2026-11-29' });
  expect(await liveUntil(stage, caseId, '2026-11-28')).toEqual({ '2026-11-28': ['skipped promise_open'] });
  await transfer(theCase, '500', '2026-11-28');
  stage.on('2026-11-29');
  expect(await liveUntil(stage, caseId, '2026-11-30')).toEqual({ '2026-11-29': ['call'] });
  expect(await stage.test.owner(`select state, paid_minor from promises where case_id = $1`, [caseId])).toEqual([
    { state: 'kept', paid_minor: 50_000n },
  ]);

  // Kept in part, then broken, each judged by itself after its day and two days of grace.
  stage.on('2026-12-01');
  await perform(id, LogCall, { caseId, outcome: 'promised', note: null, callBackOn: null });
  await perform(id, RecordPromise, { caseId, amount: '300', dueOn: '2026-12-04' });
  expect(await refusal(perform(id, RecordPromise, { caseId, amount: '10', dueOn: '2026-12-09' }))).toBe('PROMISE_ALREADY_OPEN');
  await transfer(theCase, '100', '2026-12-01');
  expect(await liveUntil(stage, caseId, '2026-12-08')).toEqual({ '2026-12-07': ['promise.partly_kept'] });
  await perform(id, RecordPromise, { caseId, amount: '100', dueOn: '2026-12-11' });
  expect(await liveUntil(stage, caseId, '2026-12-20')).toEqual({
    '2026-12-12': ['skipped promise_open'],
    '2026-12-13': ['skipped promise_open'],
    '2026-12-14': ['letter formal_notice', 'promise.broken'],
  });
  expect(await stage.test.owner(`select state from promises where case_id = $1 order by made_on`, [caseId])).toEqual([
    { state: 'kept' },
    { state: 'partly_kept' },
    { state: 'broken' },
  ]);
  expect(await stage.test.owner(`select why from work_items where case_id = $1`, [caseId])).toEqual([{ why: 'broken_promise' }]);
});

it('an instalment plan holds the reminders back until it is broken', async () => {
  const [theCase] = await plantCases(stage.test, stage.cast.a, {
    name: 'plan',
    count: 1,
    amountMinor: 90_000n,
    step: { no: 2, dueOn: '2026-11-05' },
  });
  const { caseId } = theCase!;
  stage.on('2026-11-04');
  await perform(stage.cast.a.id, AgreePlan, { caseId, instalments: 3, firstDueOn: '2026-11-10' });
  await transfer(theCase!, '300', '2026-11-04');
  const diary = await liveUntil(stage, caseId, '2026-12-25');
  expect(diary).toEqual({
    ...everyDay('2026-11-05', '2026-12-18', 'skipped plan_active'),
    '2026-12-19': ['email reminder_1', 'plan.broken'],
  }); // 10 December and eight days
  expect((await mailsTo(theCase!)).filter((mail) => !mail.attachments.length)).toHaveLength(3); // the notice, the end of the plan, the reminder
});

it('a plan that is paid is completed, and the case closes without another word', async () => {
  const [theCase] = await plantCases(stage.test, stage.cast.a, {
    name: 'paid',
    count: 1,
    amountMinor: 90_000n,
    step: { no: 2, dueOn: '2026-11-05' },
  });
  const { caseId } = theCase!;
  await perform(stage.cast.a.id, AgreePlan, { caseId, instalments: 3, firstDueOn: '2026-11-10' });
  for (const day of ['2026-11-10', '2026-12-10', '2027-01-08']) {
    await liveUntil(stage, caseId, day);
    await transfer(theCase!, '300', day);
  }
  await stage.settle();
  stage.on('2027-01-09');
  const after = await liveUntil(stage, caseId, '2027-02-01');
  expect(after).toEqual({ '2027-01-09': ['plan.completed'] });
  expect(
    await stage.test.owner(
      `select c.state, c.close_reason, p.state as plan from cases c join plans p on p.case_id = c.id where c.id = $1`,
      [caseId],
    ),
  ).toEqual([{ state: 'closed', close_reason: 'paid', plan: 'completed' }]);
  expect((await mailsTo(theCase!)).filter((mail) => !mail.attachments.length)).toEqual([]); // receipts only
});

it('the kill switch of a client stops everything, also what is queued; a step that was not planned yet waits', async () => {
  const [theCase] = await plantCases(stage.test, stage.cast.a, {
    name: 'stopped',
    count: 1,
    amountMinor: 90_000n,
    step: { no: 2, dueOn: '2026-11-03' },
  });
  const { caseId } = theCase!;
  const collector = await stage.signIn('agency', stage.cast.staff.lea.email);
  const stop = (at: string | null) =>
    stage.test.owner(`update clients set sending_stopped_at = $2 where client_id = $1`, [stage.cast.a.id, at]);
  const sent = await collector(`mutation($input: SendMessageInput!) { sendMessage(input: $input) { id } }`, {
    input: { caseId: toGlobalId('Case', stage.cast.a.id, caseId), template: 'free_message', note: 'Bonjour', idempotencyKey: 'by-hand-1' },
  });
  expect(sent.errors).toBeUndefined();
  await stop('2026-11-02T10:00:00Z');
  stage.on('2026-11-02', '12:00');
  await stage.settle();
  expect(await stage.test.owner(`select state, reason from messages where case_id = $1`, [caseId])).toEqual([
    { state: 'cancelled', reason: 'sending_stopped' },
  ]);
  expect(await liveUntil(stage, caseId, '2026-11-05')).toEqual(everyDay('2026-11-03', '2026-11-05', 'skipped sending_stopped'));
  await stop(null);
  stage.on('2026-11-06');
  expect(await liveUntil(stage, caseId, '2026-11-12')).toEqual({ '2026-11-06': ['email reminder_1'] });
  expect(await mailsTo(theCase!)).toHaveLength(1);
});
