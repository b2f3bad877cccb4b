/** Why a case comes to a collector, and when. */
export type WorkReason =
  | 'new_case'
  | 'call_step'
  | 'task_step'
  | 'manual_step'
  | 'call_back'
  | 'promise_due'
  | 'broken_promise'
  | 'dispute_answered'
  | 'hold_over'
  | 'snoozed'
  | 'letter_sent'
  | 'payment_claimed'
  | 'not_me'
  | 'contact_change'
  | 'hardship'
  | 'debtor_wrote'
  | 'follow_up';

/** What a minute on a case is worth: the same facts always give the same figure. */
export interface WorthFacts {
  readonly openMinor: bigint;
  readonly daysLate: number;
  readonly why: WorkReason;
  /** What snoozes took off, percent. */
  readonly rankPercent: number;
}

/** Tenths by which an occasion makes a minute worth more than an ordinary one: the debtor waits for us, or broke his word. */
export const occasionTenths: Readonly<Partial<Record<WorkReason, bigint>>> = {
  call_back: 20n,
  not_me: 18n,
  hardship: 18n,
  payment_claimed: 17n,
  debtor_wrote: 17n,
  broken_promise: 16n,
  dispute_answered: 14n,
  contact_change: 13n,
  call_step: 12n,
  task_step: 12n,
  manual_step: 12n,
};

/**
 * Valeur du dossier: open amount × chance of payment (60 % when fresh, one point less every six days, never under 5 %) × occasion × what
 * snoozes left of it. Minor units; the database computes the same in `case_score` and the queue is ordered by it, then by id.
 */
export function caseWorth({ openMinor, daysLate, why, rankPercent }: WorthFacts): bigint {
  const open = openMinor > 0n ? openMinor : 0n;
  const chance = BigInt(Math.max(60 - Math.floor(Math.max(daysLate, 0) / 6), 5));
  const worth = (((open * chance) / 100n) * (occasionTenths[why] ?? 10n)) / 10n;
  return (worth * BigInt(rankPercent)) / 100n;
}
