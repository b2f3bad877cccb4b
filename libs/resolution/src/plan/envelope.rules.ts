import type { PlanEnvelope, PlanFrequency } from '@amiable/clients';
import { Temporal } from '@amiable/kernel';
import type { InstalmentDraft } from './schedule.rules';

/** The clauses of the mandate a plan can be outside of. */
export type EnvelopeClause = 'TOO_LONG' | 'INSTALMENT_TOO_SMALL' | 'FIRST_TOO_SMALL' | 'FIRST_TOO_LATE' | 'FREQUENCY';

export interface ProposedSchedule {
  readonly instalments: readonly InstalmentDraft[];
  readonly frequency: PlanFrequency;
}

/** Which clauses of the envelope a schedule breaks; none when the debtor may have it at once. */
export function clausesBroken(
  { instalments, frequency }: ProposedSchedule,
  envelope: PlanEnvelope,
  today: Temporal.PlainDate,
): EnvelopeClause[] {
  const broken: EnvelopeClause[] = [];
  const first = instalments[0]!;
  const total = instalments.reduce((sum, i) => sum + i.amountMinor, 0n);
  const atLeast = (limit: bigint) => (limit < total ? limit : total); // a debt below the limit is paid at once
  if (Temporal.PlainDate.compare(instalments.at(-1)!.dueOn, first.dueOn.add({ months: envelope.longestMonths })) >= 0)
    broken.push('TOO_LONG');
  if (instalments.some((i) => i.amountMinor < atLeast(envelope.smallestInstalmentMinor))) broken.push('INSTALMENT_TOO_SMALL');
  if (first.amountMinor < atLeast(envelope.smallestFirstMinor)) broken.push('FIRST_TOO_SMALL');
  if (today.until(first.dueOn).days > envelope.firstWithinDays) broken.push('FIRST_TOO_LATE');
  if (instalments.length > 1 && !envelope.frequencies.includes(frequency)) broken.push('FREQUENCY');
  return broken;
}

/** The most instalments the duration allows. */
export function mostInstalments(envelope: PlanEnvelope, frequency: PlanFrequency, firstDueOn: Temporal.PlainDate): number {
  if (frequency === 'monthly') return envelope.longestMonths;
  const days = firstDueOn.until(firstDueOn.add({ months: envelope.longestMonths }), { largestUnit: 'days' }).days;
  return Math.ceil(days / (frequency === 'weekly' ? 7 : 14));
}
