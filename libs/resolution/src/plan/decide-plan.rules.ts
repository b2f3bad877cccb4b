/** Règle des quatre yeux: nobody decides on a plan he asked for himself; what a debtor asked for is open to all who may. */
export function mayDecidePlan(plan: { readonly askedBy: string | null }, actorId: string | null): boolean {
  return plan.askedBy === null || plan.askedBy !== actorId;
}
