import type { WorkReason } from '@amiable/cases';
import type { Temporal } from '@amiable/kernel';
import { isWorkingDay } from '../contact/french-holidays.rules';

export const callOutcomes = [
  'promised',
  'paid_already',
  'call_back',
  'disputed',
  'refused',
  'voicemail',
  'no_answer',
  'third_party',
  'not_me',
  'wrong_number',
] as const;
export type CallOutcome = (typeof callOutcomes)[number];

/** Days until the case comes back after an outcome; a promise or a dispute sets its own day after. */
const daysUntilBack: Record<CallOutcome, number> = {
  promised: 7,
  paid_already: 5,
  call_back: 1,
  disputed: 14,
  refused: 7,
  voicemail: 2,
  no_answer: 1,
  third_party: 2,
  not_me: 3,
  wrong_number: 3,
};

const nobodySpokenTo: readonly CallOutcome[] = ['voicemail', 'no_answer', 'third_party', 'not_me', 'wrong_number'];

/** Was the debtor spoken to? Otherwise the call was an attempt. */
export function isTalk(outcome: CallOutcome): boolean {
  return !nobodySpokenTo.includes(outcome);
}

const nobodyAnswered: readonly CallOutcome[] = ['voicemail', 'no_answer'];

/** Did anybody answer, the debtor or somebody else? */
export function isReached(outcome: CallOutcome): boolean {
  return !nobodyAnswered.includes(outcome);
}

/** When a case returns to the queue after a call: the day agreed, or the first working day from what the outcome calls for. */
export function nextWorkAfterCall(
  outcome: CallOutcome,
  today: Temporal.PlainDate,
  callBackOn: Temporal.PlainDate | null,
): { dueOn: Temporal.PlainDate; why: WorkReason } {
  let day = callBackOn ?? today.add({ days: daysUntilBack[outcome] });
  while (!callBackOn && !isWorkingDay(day)) day = day.add({ days: 1 });
  return { dueOn: day, why: 'call_back' };
}
