import { Temporal } from '@amiable/kernel';
import type { PromiseState } from './promise.states';

/** The farthest day a promise may name, days from today. */
export const farthestPromiseDays = 60;

/** How long whoever recorded a promise may take it back. */
export const undoSeconds = 60;

/** What may be missing of a promise that counts as kept: the mandate's percent of it, down to the whole cent. Minor units. */
export function toleranceOf(amountMinor: bigint, percent: string): bigint {
  const [whole, part = ''] = percent.split('.');
  const hundredths = BigInt(whole!) * 100n + BigInt(part.padEnd(2, '0').slice(0, 2));
  return (amountMinor * hundredths) / 10_000n;
}

/** What a promise has become by a day: kept as soon as all but the tolerance is paid, otherwise judged after its day and grace (domain 4.3). */
export function judgePromise(
  promise: { amountMinor: bigint; paidMinor: bigint; toleranceMinor: bigint; dueOn: Temporal.PlainDate; graceDays: number },
  today: Temporal.PlainDate,
): PromiseState {
  if (promise.paidMinor >= promise.amountMinor - promise.toleranceMinor) return 'kept';
  if (Temporal.PlainDate.compare(today, promise.dueOn.add({ days: promise.graceDays })) <= 0) return 'open';
  return promise.paidMinor > 0n ? 'partly_kept' : 'broken';
}
