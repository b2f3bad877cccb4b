/**
 * What a hold is about. `staff` is a collector's own reason, which only staff and the client read; the others are
 * codes that the debtor's page has words for. On the endless ones nothing is asked for until a person decides.
 */
export type HoldKind =
  | 'staff'
  | 'transfer_announced'
  | 'payment_claimed'
  | 'hardship'
  | 'not_me'
  | 'wrong_person'
  | 'overindebted'
  | 'deceased'
  | 'insolvent';

/**
 * Nobody may be asked for money any more: the heirs or the court decide (C. com. L622-21, L631-14), an over-indebted
 * person must not pay (C. conso L722-5), and who says he is another person is left alone until somebody has checked.
 */
export const endlessHolds: readonly HoldKind[] = ['not_me', 'wrong_person', 'overindebted', 'deceased', 'insolvent'];

/** Holds that follow from what a debtor said; the daily run and the messages name them. */
export const debtorPauses: readonly HoldKind[] = ['payment_claimed', 'hardship', 'not_me', 'wrong_person', 'overindebted'];
