/**
 * What a hold is about. `staff` is a collector's own reason, which only staff and the client read; the others are
 * codes that the debtor's page has words for. On `deceased` and `insolvent` nothing is asked for, without end.
 */
export type HoldKind = 'staff' | 'transfer_announced' | 'payment_claimed' | 'hardship' | 'not_me' | 'deceased' | 'insolvent';

/** Nobody may be asked for money any more: the heirs or the court decide (C. com. L622-21, L631-14). */
export const endlessHolds: readonly HoldKind[] = ['deceased', 'insolvent'];
