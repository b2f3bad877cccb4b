import { Refusal, Temporal, dayOf, type Clock } from '@amiable/kernel';
import type { ContactStanding } from './contact-standing.queries';

/** The contact policy stands in the way: outside the hours, or too often; says from when on it does not. */
export class ContactRefused extends Refusal {}

/** Throws ContactRefused CALL_OUT_OF_HOURS or CALL_TOO_OFTEN. Whoever asked to be called is called. */
export function requireCallAllowed({ budget, mayLogCall, isAskedFor, policy, callAllowedAt }: ContactStanding, clock: Clock): void {
  const today = dayOf(clock);
  if (!isAskedFor && Temporal.PlainDate.compare(budget.callFrom, today) > 0)
    throw new ContactRefused('CALL_TOO_OFTEN', { from: budget.callFrom.toString() });
  if (!mayLogCall)
    throw new ContactRefused('CALL_OUT_OF_HOURS', { from: policy.from, until: policy.until, at: callAllowedAt?.toString() ?? null });
}

/** Throws ContactRefused WRITTEN_TOO_OFTEN. */
export function requireWritingAllowed({ budget }: ContactStanding, clock: Clock): void {
  if (Temporal.PlainDate.compare(budget.writeFrom, dayOf(clock)) > 0)
    throw new ContactRefused('WRITTEN_TOO_OFTEN', { from: budget.writeFrom.toString() });
}
