import type { Temporal } from '@amiable/kernel';
import { isWorkingDay } from '@amiable/outreach';

export type AnswerKind =
  | 'already_paid'
  | 'promise'
  | 'payment_run'
  | 'dispute'
  | 'not_me'
  | 'contact_change'
  | 'hardship'
  | 'call_back'
  | 'message'
  | 'preferences';

/** Working days in which a person answers; what the page says is what is then due. */
export const workingDaysToAnswer: Readonly<Partial<Record<AnswerKind, number>>> = {
  already_paid: 5,
  not_me: 5,
  contact_change: 3,
  hardship: 3,
  message: 2,
};

/** The farthest day a debtor may promise by himself, or name for a payment run, as his case's mandate says; days from today. */
export function farthestDaysOf(
  source: 'promise' | 'payment_run',
  { promiseDays, paymentRunDays }: { readonly promiseDays: number; readonly paymentRunDays: number },
): number {
  return source === 'promise' ? promiseDays : paymentRunDays;
}

/** Care mode after a call for help: calendar days without calls nor letters, and of the pause when one is asked for. */
export const careDays = 90;
export const pauseDays = 30;

/** How far back a payment may lie that a debtor says he made, days. */
export const oldestPaymentDays = 3 * 365;

/** The day so many working days later; the day itself does not count. */
export function addWorkingDays(day: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let at = day;
  for (let left = count; left > 0;) {
    at = at.add({ days: 1 });
    if (isWorkingDay(at)) left--;
  }
  return at;
}

/** The day until which a person has answered; null where nobody needs to. */
export function followUpOf(kind: AnswerKind, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const days = workingDaysToAnswer[kind];
  return days === undefined ? null : addWorkingDays(today, days);
}

/** Files one answer may have, those joined afterwards too. */
export const mostProofs = 12;

/** May a file still be joined? Somebody has to look at it: what is answered takes none. */
export function mayTakeProof({ kind, state }: { readonly kind: AnswerKind; readonly state: string }): boolean {
  return state === 'open' && (kind === 'dispute' || kind === 'already_paid');
}

/** The reference said on the telephone and printed on the receipt of an answer. */
export function answerReferenceOf(answerId: string): string {
  return `R-${answerId.replaceAll('-', '').slice(-8).toUpperCase()}`;
}

/** How an open answer of each kind may end, in the words of the collector's buttons. */
export const endingsOf: Readonly<Partial<Record<AnswerKind, ReadonlyArray<'confirmed' | 'refused' | 'done'>>>> = {
  already_paid: ['confirmed', 'refused'],
  not_me: ['confirmed', 'refused'],
  contact_change: ['confirmed', 'refused'],
  hardship: ['confirmed', 'refused'],
  call_back: ['done'],
  message: ['done'],
};
