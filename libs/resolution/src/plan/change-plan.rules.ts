import type { PlanEnvelope } from '@amiable/clients';
import { Temporal } from '@amiable/kernel';
import { dueDay, type InstalmentDraft } from './schedule.rules';
import type { InstalmentStanding } from './standing.rules';
import type { Plan } from './plan.entity';

/** What the mandate lets a debtor change of his plan by himself. */
export type PlanChange = { readonly act: 'skip' } | { readonly act: 'move'; readonly days: number };

type Changeable = Pick<Plan, 'frequency' | 'skipsUsed' | 'movesUsed' | 'state'>;

/** The instalment a change is about: the next one that is not paid and not late. */
export function nextInstalment(standing: readonly InstalmentStanding[]): InstalmentStanding | null {
  return standing.find((i) => i.state === 'to_come' || i.state === 'due') ?? null;
}

/** May the debtor skip or move the next instalment? A plan that is late is caught up first. */
export function mayChange(
  change: PlanChange['act'],
  plan: Changeable,
  standing: readonly InstalmentStanding[],
  envelope: PlanEnvelope,
): boolean {
  if (plan.state !== 'active' || standing.some((i) => i.state === 'late') || !nextInstalment(standing)) return false;
  return change === 'skip' ? plan.skipsUsed < envelope.skips : plan.movesUsed < envelope.moves && envelope.longestMoveDays > 0;
}

/**
 * What is left of a plan with its next instalment skipped (it comes at the end) or moved by some days, before the one that follows.
 * A part that is paid already stays paid: only what is open moves. Null when the day does not fit.
 */
export function changedInstalments(
  change: PlanChange,
  plan: Changeable,
  standing: readonly InstalmentStanding[],
  envelope: PlanEnvelope,
): InstalmentDraft[] | null {
  const open = standing.filter((i) => i.state !== 'kept').map((i) => ({ dueOn: i.dueOn, amountMinor: i.amountMinor - i.coveredMinor }));
  const [next, ...rest] = open;
  if (!next) return null;
  let changed: Array<{ dueOn: Temporal.PlainDate; amountMinor: bigint }>;
  if (change.act === 'skip') {
    const anchor = standing[0]!.dueOn;
    changed = [...rest, { dueOn: dueDay(anchor, plan.frequency, standing.length + plan.skipsUsed), amountMinor: next.amountMinor }];
    const last = rest.at(-1)?.dueOn ?? next.dueOn;
    if (Temporal.PlainDate.compare(changed.at(-1)!.dueOn, last) <= 0) changed.at(-1)!.dueOn = dueDay(last, plan.frequency, 1);
  } else {
    if (!Number.isInteger(change.days) || change.days < 1 || change.days > envelope.longestMoveDays) return null;
    const dueOn = next.dueOn.add({ days: change.days });
    if (rest[0] && Temporal.PlainDate.compare(dueOn, rest[0].dueOn) >= 0) return null;
    changed = [{ ...next, dueOn }, ...rest];
  }
  return changed.map((i, n) => ({ number: n + 1, ...i }));
}
