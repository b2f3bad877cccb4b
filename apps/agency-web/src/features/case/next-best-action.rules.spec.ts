import { adviceOf } from './next-best-action.rules';

const today = '2026-11-26';
const quiet = {
  state: 'OPEN',
  answers: [],
  plans: { running: null, waiting: null },
  disputes: [],
  promises: [],
  nextStep: { channel: 'EMAIL', dueOn: '2026-11-30' },
  waitingSteps: [],
  debtor: { phone: '0140000000', email: 'a@b.example', addressLine: '1 rue' },
  timeline: [{ kind: 'call.logged' }],
  balance: { open: { amount: '100.00' }, disputed: { amount: '0.00' } },
};
const advice = (more: object) => adviceOf({ ...quiet, ...more } as never, today);
const broken = { state: 'BROKEN', dueOn: '2026-11-20' };

it.each([
  [
    'somebody waits for an answer, before all else',
    { answers: [{ state: 'OPEN' }], promises: [broken] },
    { act: null, reason: 'ANSWER_WAITS' },
  ],
  [
    'a dispute nobody answered',
    { disputes: [{ state: 'OPEN', dueOn: '2026-11-25' }] },
    { act: 'closeDispute', reason: 'DISPUTE_OVERDUE', on: '2026-11-25' },
  ],
  ['a broken promise', { promises: [broken] }, { act: 'logCall', reason: 'PROMISE_BROKEN', on: '2026-11-20' }],
  [
    'another promise since',
    { promises: [{ state: 'OPEN', dueOn: '2026-12-01' }, broken] },
    { act: null, reason: 'PROMISE_RUNS', on: '2026-12-01' },
  ],
  ['a plan that is late', { plans: { running: { state: 'LATE' }, waiting: null } }, { act: 'logCall', reason: 'PLAN_LATE' }],
  [
    'a plan that is kept, after a promise that was not',
    { plans: { running: { state: 'ACTIVE' }, waiting: null }, promises: [broken] },
    { act: null, reason: 'PLAN_RUNS' },
  ],
  [
    'all of it contested',
    { balance: { open: { amount: '100.00' }, disputed: { amount: '100.00' } } },
    { act: null, reason: 'ALL_DISPUTED' },
  ],
  ['a call of the scenario', { nextStep: { channel: 'CALL', dueOn: today } }, { act: 'logCall', reason: 'CALL_DUE', on: today }],
  [
    'a step of the scenario that waits for a confirmation',
    { waitingSteps: [{ channel: 'LETTER', dueOn: today, isProposed: true }] },
    { act: null, reason: 'CONFIRMATION_WAITS', on: today },
  ],
  [
    'a letter to be written by hand',
    { waitingSteps: [{ channel: 'LETTER', dueOn: today, isProposed: false }] },
    { act: 'sendMessage', reason: 'STEP_BY_HAND', on: today },
  ],
  [
    'a task inside the house',
    { waitingSteps: [{ channel: 'TASK', dueOn: today, isProposed: false }] },
    { act: 'finishTask', reason: 'TASK_DUE', on: today },
  ],
  [
    'a call that the daily run put onto the desk',
    { waitingSteps: [{ channel: 'CALL', dueOn: today, isProposed: false }] },
    { act: 'logCall', reason: 'CALL_DUE', on: today },
  ],
  ['no way to reach anybody', { debtor: { phone: null, email: null, addressLine: null } }, { act: 'addNote', reason: 'NO_WAY_TO_REACH' }],
  ['never spoken, no number', { timeline: [], debtor: { ...quiet.debtor, phone: null } }, { act: 'sendMessage', reason: 'NEVER_SPOKEN' }],
  ['nothing in between', {}, { act: null, reason: 'SCENARIO_GOES_ON', on: '2026-11-30' }],
])('%s', (_, more, told) => {
  expect(advice(more)).toEqual(told);
});

it('advises nothing on a case that rests or is closed', () => {
  expect([advice({ state: 'ON_HOLD' }), advice({ state: 'CLOSED' })]).toEqual([null, null]);
});
