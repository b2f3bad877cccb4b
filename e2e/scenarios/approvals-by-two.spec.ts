import { RecordTransfer } from '@amiable/payments';
import { toGlobalId } from '@amiable/platform';
import { openStage, type Ask, type Stage } from '../stage';
import { actsOn } from './acts.fixture';

/** One inbox for all that takes another person's word: who may say yes, that nobody says it to himself, and that who asked learns of it. */
jest.setTimeout(120_000);
let stage: Stage;
let keys = 0;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const { perform } = actsOn(() => stage);
const caseOf = (n: 0 | 1 | 2) => toGlobalId('Case', stage.cast.a.id, stage.cast.a.cases[n].caseId);
const as = (who: 'lea' | 'manager' | 'accountant' | 'admin') => stage.signIn('agency', stage.cast.staff[who].email);
const fields = `id kind state caseId reason askedByName answerBy isLate decidedByName decision method amount { amount } plan { instalments clauses approver }`;
const inbox = async (ask: Ask) =>
  (await ask(`{ approvals { waiting { ${fields} } mine { ${fields} } refundLimit { amount } } }`)).data.approvals;
const write = async (ask: Ask, name: string, input: object, answer = 'id') => {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const given = name === 'reviseRefundLimit' ? input : { ...input, idempotencyKey: `approvals-${++keys}` };
  const said = await ask(`mutation($input: ${type}!) { ${name}(input: $input) { ${answer} } }`, { input: given });
  return said.errors?.[0]?.extensions.code ?? 'done';
};
const plan = (n: 0 | 1 | 2) => ({
  caseId: caseOf(n),
  instalments: 24,
  firstDueOn: '2026-11-20',
  frequency: 'MONTHLY',
  rounding: 'LAST',
  reason: 'il reprend un emploi en décembre',
});

it('a plan outside the mandate waits for a manager, is answered by another person than who asked, and the asker reads why', async () => {
  const [lea, nadia, admin, paul] = [await as('lea'), await as('manager'), await as('admin'), await as('accountant')];
  expect(await write(lea, 'proposePlan', plan(0))).toBe('done');
  const waits = await inbox(nadia);
  expect(waits.mine).toEqual([]);
  expect(waits.waiting).toMatchObject([
    {
      kind: 'PLAN',
      state: 'WAITING',
      caseId: caseOf(0),
      reason: 'il reprend un emploi en décembre',
      askedByName: 'Léa Marchand',
      isLate: false,
      plan: { instalments: 24, approver: 'MANAGER' },
    },
  ]);
  expect(waits.waiting[0].plan.clauses).toContain('TOO_LONG');
  expect(waits.waiting[0].answerBy > '2026-11-02').toBe(true);
  const planId = waits.waiting[0].id;
  expect(await inbox(lea)).toMatchObject({ waiting: [], mine: [{ id: planId, state: 'WAITING' }] });
  expect((await inbox(paul)).waiting).toEqual([]); // plans are no matter of the accountant
  expect(await write(lea, 'decidePlan', { planId, approved: true, reason: 'oui' })).toBe('FORBIDDEN');
  expect(await write(nadia, 'decidePlan', { planId, approved: true, reason: ' ' })).toBe('TEXT_MISSING');
  expect(await write(nadia, 'decidePlan', { planId, approved: true, reason: 'accordé, il a prouvé son embauche' })).toBe('done');
  expect(await inbox(nadia)).toMatchObject({ waiting: [], mine: [] });
  expect((await inbox(lea)).mine).toMatchObject([
    { id: planId, state: 'APPROVED', decidedByName: 'Nadia Benali', decision: 'accordé, il a prouvé son embauche' },
  ]);
  const { timeline } = (await lea(`query($id: ID!) { case(caseId: $id) { timeline { kind } } }`, { id: caseOf(0) })).data.case;
  expect(timeline.map(({ kind }: { kind: string }) => kind)).toEqual(expect.arrayContaining(['plan.requested', 'plan.approved']));

  // A manager who asks herself is not asked: not in the list, not on the case, not by the mutation.
  expect(await write(nadia, 'proposePlan', plan(1))).toBe('done');
  const own = await inbox(nadia);
  expect(own).toMatchObject({ waiting: [], mine: [{ kind: 'PLAN', state: 'WAITING' }] });
  const desk = await nadia(`query($id: ID!) { case(caseId: $id) { plans { waiting { mayDecide } } } }`, { id: caseOf(1) });
  expect(desk.data.case.plans.waiting).toEqual({ mayDecide: false });
  const input = { planId: own.mine[0].id, approved: true, reason: 'je me l’accorde' };
  expect(await write(nadia, 'decidePlan', input)).toBe('PLAN_NEEDS_ANOTHER');
  expect(await write(admin, 'decidePlan', { ...input, approved: false, reason: 'trop long' })).toBe('done');
  expect((await inbox(nadia)).mine).toMatchObject([{ state: 'REFUSED', decidedByName: 'Inès Caron', decision: 'trop long' }]);
  // After two weeks it is history: the case keeps it.
  stage.on('2026-11-20');
  const later = await as('manager');
  expect((await inbox(later)).mine).toEqual([]);
});

it('a refund above the limit stands in the same list; the limit is the administrator’s to set', async () => {
  await perform(stage.cast.a.id, RecordTransfer, {
    caseId: stage.cast.a.cases[0].caseId,
    amount: '1900',
    receivedOn: '2026-11-02',
    bankReference: 'VIR 1900',
    direct: false,
  });
  const [lea, nadia, admin, paul] = [await as('lea'), await as('manager'), await as('admin'), await as('accountant')];
  expect(await write(lea, 'askRefund', { caseId: caseOf(0), amount: '10.00', reason: 'payé deux fois' })).toBe('done');
  expect(await write(paul, 'askRefund', { caseId: caseOf(0), amount: '250.00', reason: 'le reste' })).toBe('done');
  expect((await inbox(paul)).waiting).toMatchObject([{ kind: 'REFUND', amount: { amount: '10.00' }, method: 'TRANSFER', plan: null }]);
  expect((await inbox(paul)).mine).toMatchObject([{ state: 'WAITING', amount: { amount: '250.00' } }]);
  const both = await inbox(nadia);
  expect(both.waiting.map((one: { amount: { amount: string } }) => one.amount.amount)).toEqual(['10.00', '250.00']);
  expect(both.refundLimit).toEqual({ amount: '200.00' });
  expect(await write(paul, 'decideRefund', { refundId: both.waiting[1].id, approved: true, reason: '' })).toBe('REFUND_NEEDS_ANOTHER');
  expect(await write(nadia, 'decideRefund', { refundId: both.waiting[1].id, approved: false, reason: 'attendre l’avoir' })).toBe('done');
  expect((await inbox(paul)).mine).toMatchObject([{ state: 'REFUSED', decision: 'attendre l’avoir' }]);

  for (const who of [lea, nadia, paul])
    expect(await write(who, 'reviseRefundLimit', { amount: '300.00' }, 'refundLimit { amount }')).toBe('FORBIDDEN');
  expect(await write(admin, 'reviseRefundLimit', { amount: '-1.00' }, 'refundLimit { amount }')).toBe('LIMIT_OUT_OF_BOUNDS');
  expect(await write(admin, 'reviseRefundLimit', { amount: '300.00' }, 'refundLimit { amount }')).toBe('done');
  expect(await write(paul, 'askRefund', { caseId: caseOf(0), amount: '250.00', reason: 'avoir reçu' })).toBe('done');
  expect((await inbox(nadia)).waiting).toHaveLength(1); // it went at once, on his own word: no request
  expect((await inbox(paul)).mine).toHaveLength(1);
  expect(await write(admin, 'reviseRefundLimit', { amount: '0.00' }, 'refundLimit { amount }')).toBe('done');
  expect(await write(paul, 'askRefund', { caseId: caseOf(0), amount: '1.00', reason: 'centimes' })).toBe('done');
  expect((await inbox(nadia)).waiting).toHaveLength(2);
});
