import type { Actor, StaffRole } from '@amiable/platform';

/** Minutes a view lasts; it is not prolonged. */
export const viewMinutes = 30;

const ranks: Readonly<Record<StaffRole, number>> = { collector: 1, accountant: 1, manager: 2, admin: 3 };

/** Nobody looks through the eyes of somebody who may more than himself. */
export function mayViewAs(viewer: StaffRole, viewed: StaffRole): boolean {
  return ranks[viewer] >= ranks.manager && ranks[viewed] <= ranks[viewer];
}

/** The same at each request: a view ends when the viewed rises above the viewer, or the client leaves his portfolio. */
export function mayLookAs(viewer: Extract<Actor, { kind: 'staff' }>, viewed: Actor): boolean {
  if (viewed.kind === 'staff') return mayViewAs(viewer.role, viewed.role);
  return viewed.kind === 'client' && (viewer.portfolio === 'all' || viewer.portfolio.includes(viewed.clientId));
}

/** What both reach: a view never shows a client that its viewer is not in charge of. */
export function commonPortfolio(one: readonly string[] | null, other: readonly string[] | null): readonly string[] | null {
  if (one === null) return other;
  return other === null ? one : one.filter((id) => other.includes(id));
}
