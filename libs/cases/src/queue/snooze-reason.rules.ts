/** Why a collector passes a case over now. */
export const snoozeReasons = [
  'payment_announced',
  'not_reachable',
  'bad_moment',
  'waits_for_client',
  'needs_a_colleague',
  'not_worth_it',
] as const;
export type SnoozeReason = (typeof snoozeReasons)[number];

/** What a reason says about the worth of an hour on the case, percent of its former rank, and for how many days it is put off at first. */
const learned: Readonly<Record<SnoozeReason, { readonly keepsPercent: number; readonly days: number }>> = {
  bad_moment: { keepsPercent: 100, days: 1 }, // says nothing about the case
  needs_a_colleague: { keepsPercent: 100, days: 1 },
  waits_for_client: { keepsPercent: 90, days: 7 },
  payment_announced: { keepsPercent: 80, days: 5 },
  not_reachable: { keepsPercent: 70, days: 3 },
  not_worth_it: { keepsPercent: 50, days: 30 },
};
/** A case is never forgotten: its rank does not fall below this. */
export const lowestPercent = 20;

/** The rank after one more such reason: reasons add up, and a conversation takes it back to a hundred. */
export function rankAfterSnooze(rankPercent: number, reason: SnoozeReason): number {
  return Math.max(lowestPercent, Math.floor((rankPercent * learned[reason].keepsPercent) / 100));
}

/** For how many days a reason puts a case off unless the collector says otherwise. */
export function daysOfSnooze(reason: SnoozeReason): number {
  return learned[reason].days;
}
