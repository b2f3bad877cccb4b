import type { Temporal } from '@amiable/kernel';
import { isWorkingDay } from '@amiable/outreach';

/** The first day of the month of this day. */
export const monthOf = (day: Temporal.PlainDate): Temporal.PlainDate => day.with({ day: 1 });

/** Jours ouvrés: working days from `day` to the end of its month, the day itself among them. */
export function workingDaysLeft(day: Temporal.PlainDate): number {
  let left = 0;
  for (let each = day; each.month === day.month; each = each.add({ days: 1 })) if (isWorkingDay(each)) left++;
  return left;
}

/**
 * What is still to do on each working day that is left so that the goal of the month is met: rounded up, so that whoever keeps the pace
 * meets it. Null when it is met, or when no day is left.
 */
export function pacePerDay(goal: bigint, done: bigint, daysLeft: number): bigint | null {
  const rest = goal - done;
  if (rest <= 0n || daysLeft <= 0) return null;
  const days = BigInt(daysLeft);
  return (rest + days - 1n) / days;
}
