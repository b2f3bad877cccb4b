import { Refusal, type RoundingPolicy, Temporal } from '@amiable/kernel';
import type { FeeTier } from './fee-tiers.rules';
import type { PlanApprover, PlanFrequency } from './plan-envelope';

/** What the contract says; percentages are decimal text, amounts minor units. */
export interface MandateTerms {
  readonly hat: 'client_name' | 'agency';
  readonly signedOn: string;
  readonly settlement: 'trust' | 'direct';
  readonly remittance: 'net' | 'gross';
  readonly feeTiers: readonly FeeTier[];
  readonly vatPercent: string;
  readonly partPayment: boolean;
  readonly smallestPaymentMinor: bigint;
  readonly longestPlanMonths: number;
  readonly channels: readonly string[];
  /** What a debtor may be granted without asking; the usual envelope where nothing is said. */
  readonly plan?: PlanTerms;
  /** What is claimed from professionals beside the principal; nothing where nothing is said. */
  readonly late?: LateTerms;
  /** How far ahead a debtor may promise, and how long the client has to answer; the usual days where nothing is said. */
  readonly limits?: LimitTerms;
}

/** The envelope of payment plans (R124-5 CPCE: limits agreed beforehand); days are calendar days, amounts minor units. */
export interface PlanTerms {
  readonly smallestInstalmentMinor: bigint;
  readonly smallestFirstMinor: bigint;
  readonly firstWithinDays: number;
  readonly frequencies: readonly PlanFrequency[];
  readonly skips: number;
  readonly moves: number;
  readonly longestMoveDays: number;
  readonly rounding: RoundingPolicy;
  readonly graceDays: number;
  readonly approver: PlanApprover;
  readonly answerDays: number;
}

/** Délais in calendar days, 1 to 60; grace of promises 0 to 30 days; tolerance 0 to 20 percent of what was promised. */
export interface LimitTerms {
  readonly promiseDays: number;
  readonly paymentRunDays: number;
  readonly disputeAnswerDays: number;
  readonly promiseGraceDays: number;
  readonly promiseTolerancePercent: string;
}

/** Late payment between professionals (C. com. L441-10, D441-5; C. civ. 1231-5). */
export interface LateTerms {
  readonly interest: boolean;
  readonly indemnity: boolean;
  readonly penaltyPercent: string;
}

export type TermFault =
  | 'MANDATE_SIGNED_IN_FUTURE'
  | 'MANDATE_FEE_TIERS'
  | 'MANDATE_FEE_PERCENT'
  | 'MANDATE_VAT'
  | 'MANDATE_CHANNELS'
  | 'MANDATE_NEEDS_LETTER'
  | 'MANDATE_NEEDS_SETTLEMENT_IBAN'
  | 'MANDATE_NEEDS_BANK'
  | 'MANDATE_DIRECT_IS_GROSS'
  | 'MANDATE_PLAN_MONTHS'
  | 'MANDATE_SMALLEST_PAYMENT'
  | 'MANDATE_PLAN_ENVELOPE'
  | 'MANDATE_PENALTY'
  | 'MANDATE_LIMIT';

type TermField = keyof MandateTerms | keyof PlanTerms | keyof LateTerms | keyof LimitTerms;

/** A clause that cannot stand; the code names it. */
export class MandateRefused extends Refusal {
  constructor(code: TermFault, field: TermField) {
    super(code, {}, field);
  }
}

const percent = /^\d{1,2}(\.\d{1,2})?$/;

/** Clauses that contradict the law, each other or the client's own file. Throws MandateRefused at the first. */
export function requireSoundTerms(
  terms: MandateTerms,
  known: { readonly today: Temporal.PlainDate; readonly hasSettlementIban: boolean; readonly hasBankDetails: boolean },
): void {
  const refuse = (code: TermFault, field: TermField): never => {
    throw new MandateRefused(code, field);
  };
  if (Temporal.PlainDate.compare(Temporal.PlainDate.from(terms.signedOn), known.today) > 0) refuse('MANDATE_SIGNED_IN_FUTURE', 'signedOn');
  if (!areTiersOrdered(terms.feeTiers)) refuse('MANDATE_FEE_TIERS', 'feeTiers');
  if (terms.feeTiers.some((tier) => !percent.test(tier.percent) || Number(tier.percent) > 60)) refuse('MANDATE_FEE_PERCENT', 'feeTiers');
  if (!percent.test(terms.vatPercent) || Number(terms.vatPercent) > 30) refuse('MANDATE_VAT', 'vatPercent');
  const channels = new Set(terms.channels);
  if (channels.size === 0 || [...channels].some((channel) => !['email', 'letter', 'call'].includes(channel)))
    refuse('MANDATE_CHANNELS', 'channels');
  // R124-4 CPCE: in the agency's name the first word is a letter.
  if (terms.hat === 'agency' && !channels.has('letter')) refuse('MANDATE_NEEDS_LETTER', 'channels');
  if (terms.settlement === 'trust' && !known.hasSettlementIban) refuse('MANDATE_NEEDS_SETTLEMENT_IBAN', 'settlement');
  if (terms.settlement === 'direct' && !known.hasBankDetails) refuse('MANDATE_NEEDS_BANK', 'settlement');
  // Nothing passes through the agency's hands that fees could be kept from.
  if (terms.settlement === 'direct' && terms.remittance === 'net') refuse('MANDATE_DIRECT_IS_GROSS', 'remittance');
  if (!Number.isInteger(terms.longestPlanMonths) || terms.longestPlanMonths < 1 || terms.longestPlanMonths > 24)
    refuse('MANDATE_PLAN_MONTHS', 'longestPlanMonths');
  if (terms.smallestPaymentMinor < 1n || terms.smallestPaymentMinor > 100_000n) refuse('MANDATE_SMALLEST_PAYMENT', 'smallestPaymentMinor');
  const outOfBounds = terms.plan && planFieldOutOfBounds(terms.plan);
  if (outOfBounds) refuse('MANDATE_PLAN_ENVELOPE', outOfBounds);
  if (terms.late && (!percent.test(terms.late.penaltyPercent) || Number(terms.late.penaltyPercent) > 20))
    refuse('MANDATE_PENALTY', 'penaltyPercent');
  for (const field of ['promiseDays', 'paymentRunDays', 'disputeAnswerDays'] as const) {
    const days = terms.limits?.[field] ?? 1;
    if (!Number.isInteger(days) || days < 1 || days > 60) refuse('MANDATE_LIMIT', field);
  }
  const { promiseGraceDays: grace = 0, promiseTolerancePercent: tolerance = '0' } = terms.limits ?? {};
  if (!Number.isInteger(grace) || grace < 0 || grace > 30) refuse('MANDATE_LIMIT', 'promiseGraceDays');
  if (!percent.test(tolerance) || Number(tolerance) > 20) refuse('MANDATE_LIMIT', 'promiseTolerancePercent');
}

/** The bounds of each number of the envelope, as the table holds them. */
const planBounds = {
  firstWithinDays: [0, 366],
  skips: [0, 12],
  moves: [0, 12],
  longestMoveDays: [0, 60],
  graceDays: [0, 60],
  answerDays: [1, 60],
} as const satisfies Partial<Record<keyof PlanTerms, readonly [number, number]>>;

function planFieldOutOfBounds(plan: PlanTerms): keyof PlanTerms | null {
  if (plan.smallestInstalmentMinor < 1n) return 'smallestInstalmentMinor';
  if (plan.smallestFirstMinor < 0n) return 'smallestFirstMinor';
  if (plan.frequencies.length === 0) return 'frequencies';
  return (
    (Object.keys(planBounds) as Array<keyof typeof planBounds>).find((field) => {
      const [least, most] = planBounds[field];
      return !Number.isInteger(plan[field]) || plan[field] < least || plan[field] > most;
    }) ?? null
  );
}

/** Ages rise, and the last tier takes all that is older. */
function areTiersOrdered(tiers: readonly FeeTier[]): boolean {
  if (tiers.length === 0 || tiers.length > 8 || tiers.at(-1)!.upToMonths !== null) return false;
  const ages = tiers.slice(0, -1).map((tier) => tier.upToMonths);
  return ages.every((age, i) => age !== null && Number.isInteger(age) && age > (i === 0 ? 0 : ages[i - 1]!) && age <= 240);
}
