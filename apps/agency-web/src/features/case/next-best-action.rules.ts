import type { CaseAct } from './case-acts';
import type { CaseStory } from './use-case';

/** What is worth doing now and why; the act is one of the page's own. */
export interface Advice {
  readonly act: CaseAct | null;
  readonly reason:
    | 'ANSWER_WAITS'
    | 'PLAN_WAITS'
    | 'DISPUTE_OVERDUE'
    | 'PROMISE_BROKEN'
    | 'PLAN_LATE'
    | 'CALL_DUE'
    | 'TASK_DUE'
    | 'STEP_BY_HAND'
    | 'CONFIRMATION_WAITS'
    | 'NO_WAY_TO_REACH'
    | 'NEVER_SPOKEN'
    | 'PROMISE_RUNS'
    | 'PLAN_RUNS'
    | 'ALL_DISPUTED'
    | 'SCENARIO_GOES_ON';
  readonly on?: string;
}

type Facts = Pick<
  CaseStory,
  'state' | 'answers' | 'plans' | 'disputes' | 'promises' | 'nextStep' | 'waitingSteps' | 'debtor' | 'timeline' | 'balance'
>;

const talks = new Set(['call.logged', 'debtor.wrote', 'answer.message', 'promise.recorded', 'plan.agreed']);

/**
 * Meilleure action: the first of these that holds, so that the same case always says the same. What somebody waits for comes first, then
 * what was broken, then what is due, then what nobody has tried; otherwise one waits, and the reason says for what. Null when nothing is left to do.
 */
export function adviceOf(theCase: Facts, today: string): Advice | null {
  const { promises, disputes, plans, nextStep, debtor } = theCase;
  if (theCase.state !== 'OPEN') return null;
  if (theCase.answers.some(({ state }) => state === 'OPEN')) return { act: null, reason: 'ANSWER_WAITS' };
  if (plans.waiting?.mayDecide) return { act: null, reason: 'PLAN_WAITS' };
  const overdue = disputes.find(({ state, dueOn }) => state === 'OPEN' && dueOn < today);
  if (overdue) return { act: 'closeDispute', reason: 'DISPUTE_OVERDUE', on: overdue.dueOn };
  const running = promises.find(({ state }) => state === 'OPEN');
  const [last] = promises;
  if (!running && (last?.state === 'BROKEN' || last?.state === 'PARTLY_KEPT') && !plans.running)
    return { act: 'logCall', reason: 'PROMISE_BROKEN', on: last.dueOn };
  if (plans.running?.state === 'LATE') return { act: 'logCall', reason: 'PLAN_LATE' };
  if (plans.running) return { act: null, reason: 'PLAN_RUNS' };
  if (running) return { act: null, reason: 'PROMISE_RUNS', on: running.dueOn };
  if (cents(theCase.balance.open.amount) > 0n && cents(theCase.balance.disputed.amount) >= cents(theCase.balance.open.amount))
    return { act: null, reason: 'ALL_DISPUTED' };
  if (nextStep?.channel === 'CALL' && nextStep.dueOn <= today) return { act: 'logCall', reason: 'CALL_DUE', on: nextStep.dueOn };
  const [step] = theCase.waitingSteps;
  if (step?.isProposed) return { act: null, reason: 'CONFIRMATION_WAITS', on: step.dueOn };
  if (step?.channel === 'CALL') return { act: 'logCall', reason: 'CALL_DUE', on: step.dueOn };
  if (step)
    return step.channel === 'TASK'
      ? { act: 'finishTask', reason: 'TASK_DUE', on: step.dueOn }
      : { act: 'sendMessage', reason: 'STEP_BY_HAND', on: step.dueOn };
  if (!debtor.phone && !debtor.email && !debtor.addressLine) return { act: 'addNote', reason: 'NO_WAY_TO_REACH' };
  if (!theCase.timeline.some(({ kind }) => talks.has(kind)))
    return { act: debtor.phone ? 'logCall' : 'sendMessage', reason: 'NEVER_SPOKEN' };
  return { act: null, reason: 'SCENARIO_GOES_ON', ...(nextStep && { on: nextStep.dueOn }) };
}

const cents = (amount: string) => BigInt(amount.replace('.', ''));
