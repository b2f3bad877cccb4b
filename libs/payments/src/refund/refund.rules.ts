/** A refund as the rule looks at it. */
export interface RefundFacts {
  readonly amountMinor: bigint;
  readonly askedBy: string;
}

/** May whoever asks for it also let it go? Only who may approve at all, and only below the limit. */
export function goesAtOnce(amountMinor: bigint, mayApprove: boolean, twoPersonsFromMinor: bigint): boolean {
  return mayApprove && amountMinor < twoPersonsFromMinor;
}

/** Règle des quatre yeux: nobody approves what he asked for. */
export function mayDecide(refund: RefundFacts, actorId: string, mayApprove: boolean): boolean {
  return mayApprove && refund.askedBy !== actorId;
}
