import type { ContactStanding } from '@amiable/outreach';
import type { ContactBudgetOfCase } from './case.agency.types';

/** The contact policy as the screen shows it. */
export function contactOf({ policy, budget, zone, isWithinHours, callAllowedAt, isAskedFor }: ContactStanding): ContactBudgetOfCase {
  return {
    from: policy.from,
    until: policy.until,
    weekdays: [...policy.weekdays],
    zone,
    withinHours: isWithinHours,
    callAllowedAt: callAllowedAt?.toString() ?? null,
    askedFor: isAskedFor,
    caps: budget.caps.map(({ kind, used, most, days, freeOn }) => ({ kind, used, most, days, freeOn: freeOn.toString() })),
  };
}
