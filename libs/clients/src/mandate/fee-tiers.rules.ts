import { Temporal } from '@amiable/kernel';

/** A rung of a success-fee plan: debts placed up to so many months after their due date earn this percentage. */
export interface FeeTier {
  readonly upToMonths: number | null; // null: any age
  readonly percent: string;
}

/** The success fee of a debt by its age on the day it is placed (golden 5-A: tier 1 up to 6 months, tier 2 older). */
export function feePercentOnPlacement(tiers: readonly FeeTier[], oldestDueOn: Temporal.PlainDate, placedOn: Temporal.PlainDate): string {
  const tier = tiers.find(
    (t) => t.upToMonths === null || Temporal.PlainDate.compare(oldestDueOn.add({ months: t.upToMonths }), placedOn) >= 0,
  );
  if (!tier) throw new Error('a fee plan needs a last tier without an upper age');
  return tier.percent;
}
