import { Temporal } from '@amiable/kernel';
import type { InstalmentDraft } from './schedule.rules';

/** How an instalment stands: kept, partly paid and still open, to come, due today, or late. */
export type InstalmentState = 'kept' | 'to_come' | 'due' | 'late';

export interface InstalmentStanding extends InstalmentDraft {
  /** What of it the money since the agreement covers; money goes to the oldest instalment first. */
  readonly coveredMinor: bigint;
  readonly state: InstalmentState;
}

/** Spreads the money that came over the instalments, oldest first: what is paid by hand is never collected again. */
export function standingOf(instalments: readonly InstalmentDraft[], paidMinor: bigint, today: Temporal.PlainDate): InstalmentStanding[] {
  let left = paidMinor > 0n ? paidMinor : 0n;
  return instalments.map((instalment) => {
    const coveredMinor = left < instalment.amountMinor ? left : instalment.amountMinor;
    left -= coveredMinor;
    const order = Temporal.PlainDate.compare(instalment.dueOn, today);
    const state = coveredMinor === instalment.amountMinor ? 'kept' : order > 0 ? 'to_come' : order === 0 ? 'due' : 'late';
    return { ...instalment, coveredMinor, state };
  });
}

/** Déchéance du terme (C. civ. 1305-5): what is owed at once when the plan is lost, split into what was missed and what was to come. */
export function dueAtOnce(
  instalments: readonly InstalmentDraft[],
  paidMinor: bigint,
  today: Temporal.PlainDate,
): { readonly missedMinor: bigint; readonly restMinor: bigint; readonly totalMinor: bigint } {
  let [missedMinor, restMinor] = [0n, 0n];
  for (const { amountMinor, coveredMinor, dueOn } of standingOf(instalments, paidMinor, today)) {
    if (Temporal.PlainDate.compare(dueOn, today) < 0) missedMinor += amountMinor - coveredMinor;
    else restMinor += amountMinor - coveredMinor;
  }
  return { missedMinor, restMinor, totalMinor: missedMinor + restMinor };
}
