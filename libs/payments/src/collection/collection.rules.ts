import { onTargetDay, type Temporal } from '@amiable/kernel';

/** Refusals of a bank that a second try may pass: an empty account may be filled. All others need the payer. */
const worthAnotherTry: readonly string[] = [
  'insufficient_funds',
  'processing_error',
  'try_again_later',
  'issuer_not_available',
  'generic_decline',
  'do_not_honor',
];

/** After so many tries an instalment is left to the payer; he is told each time. */
export const mostAttempts = 2;

/** Banking days between two tries of the same instalment. */
export const daysBetweenAttempts = 3;

/** Days before an instalment is collected that the payer is told. */
export const noticeDays = 3;

/** May this instalment be tried once more on its own, and on which banking day? Null: only the payer can pay it now. */
export function nextAttemptOn(attempts: number, failure: string | null, triedOn: Temporal.PlainDate): Temporal.PlainDate | null {
  if (attempts >= mostAttempts || !worthAnotherTry.includes(failure ?? '')) return null;
  return onTargetDay(triedOn.add({ days: daysBetweenAttempts }));
}
