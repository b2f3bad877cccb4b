import { Temporal } from '@amiable/kernel';
import type { PromiseState } from './promise.states';

/** The farthest day a promise may name, days from today. */
export const farthestPromiseDays = 60;

/** How long whoever recorded a promise may take it back. */
export const undoSeconds = 60;

/** What a promise has become by a day: kept as soon as all is paid, otherwise judged after its day and grace (domain 4.3). */
export function judgePromise(
  promise: { amountMinor: bigint; paidMinor: bigint; dueOn: Temporal.PlainDate; graceDays: number },
  today: Temporal.PlainDate,
): PromiseState {
  if (promise.paidMinor >= promise.amountMinor) return 'kept';
  if (Temporal.PlainDate.compare(today, promise.dueOn.add({ days: promise.graceDays })) <= 0) return 'open';
  return promise.paidMinor > 0n ? 'partly_kept' : 'broken';
}
