import { toDecimal } from '@amiable/kernel';
import type { InstalmentDraft } from './schedule.rules';
import type { Plan } from './plan.entity';

/** The facts every sentence about a plan needs. */
export function planFacts(plan: Plan, instalments: readonly InstalmentDraft[]): Record<string, unknown> {
  return {
    planId: plan.id,
    amount: toDecimal(plan.totalMinor),
    currency: plan.currency,
    instalments: instalments.length,
    dueOn: instalments[0]?.dueOn.toString(),
    version: plan.version,
  };
}
