import type { WorkReason } from '@amiable/cases';
import type { Temporal } from '@amiable/kernel';

export type CallOutcome = 'promised' | 'paid_already' | 'call_back' | 'disputed' | 'refused' | 'voicemail' | 'no_answer' | 'wrong_number';

/** Days until the case comes back after an outcome; a promise or a dispute sets its own day after. */
const daysUntilBack: Record<CallOutcome, number> = {
  promised: 7,
  paid_already: 5,
  call_back: 1,
  disputed: 14,
  refused: 7,
  voicemail: 2,
  no_answer: 1,
  wrong_number: 3,
};

/** When a case returns to the queue after a call: the day agreed, or what the outcome calls for. */
export function nextWorkAfterCall(
  outcome: CallOutcome,
  today: Temporal.PlainDate,
  callBackOn: Temporal.PlainDate | null,
): { dueOn: Temporal.PlainDate; why: WorkReason } {
  return { dueOn: callBackOn ?? today.add({ days: daysUntilBack[outcome] }), why: 'call_back' };
}
