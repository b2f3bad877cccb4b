import type { PlanFrequency } from '@amiable/clients';
import { splitEqually, type RoundingPolicy, type Temporal } from '@amiable/kernel';

export interface InstalmentDraft {
  readonly number: number;
  readonly dueOn: Temporal.PlainDate;
  readonly amountMinor: bigint;
}

/** Days of one step; a month has none, it keeps its anchor day instead. */
const stepDays = { weekly: 7, fortnightly: 14 } as const;

/** The n-th due day (from 0). Months count from the anchor, not from the day before: 31 Jan, 28 Feb, 31 Mar (domain.md, section 8). */
export function dueDay(firstDueOn: Temporal.PlainDate, frequency: PlanFrequency, n: number): Temporal.PlainDate {
  return frequency === 'monthly' ? firstDueOn.add({ months: n }) : firstDueOn.add({ days: stepDays[frequency] * n });
}

/** Amounts on their due days, from the first one on. */
export function scheduleOf(amounts: readonly bigint[], firstDueOn: Temporal.PlainDate, frequency: PlanFrequency): InstalmentDraft[] {
  return amounts.map((amountMinor, i) => ({ number: i + 1, dueOn: dueDay(firstDueOn, frequency, i), amountMinor }));
}

export interface EqualPlan {
  readonly totalMinor: bigint;
  readonly instalments: number;
  readonly firstDueOn: Temporal.PlainDate;
  readonly frequency?: PlanFrequency;
  readonly rounding?: RoundingPolicy;
}

/** Échéancier à parts égales: the odd cents go where the mandate says (LAST, FIRST or SPREAD); the parts add up to the cent. */
export function equalInstalments({
  totalMinor,
  instalments,
  firstDueOn,
  frequency = 'monthly',
  rounding = 'LAST',
}: EqualPlan): InstalmentDraft[] {
  return scheduleOf(splitEqually(totalMinor, instalments, rounding), firstDueOn, frequency);
}
