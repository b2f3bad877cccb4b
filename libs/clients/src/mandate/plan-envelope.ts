import type { RoundingPolicy } from '@amiable/kernel';
import type { Mandate } from './mandate.entity';

export type PlanFrequency = 'weekly' | 'fortnightly' | 'monthly';

/** Who decides on a plan outside the envelope. */
export type PlanApprover = 'manager' | 'client';

/**
 * What a mandate lets a debtor agree to at once, without asking the client each time (R124-5 CPCE: pre-authorised limits).
 * A mandate has one row per version, so a case keeps the envelope it was placed under. Amounts in minor units.
 */
export interface PlanEnvelope {
  readonly longestMonths: number;
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

/** The envelope of a mandate. An instalment is a payment: it is never smaller than the smallest payment. */
export function envelopeOf(mandate: Mandate): PlanEnvelope {
  const { smallestPaymentMinor, planSmallestInstalmentMinor } = mandate;
  return {
    longestMonths: mandate.longestPlanMonths,
    smallestInstalmentMinor: planSmallestInstalmentMinor > smallestPaymentMinor ? planSmallestInstalmentMinor : smallestPaymentMinor,
    smallestFirstMinor: mandate.planSmallestFirstMinor,
    firstWithinDays: mandate.planFirstWithinDays,
    frequencies: mandate.planFrequencies,
    skips: mandate.planSkips,
    moves: mandate.planMoves,
    longestMoveDays: mandate.planLongestMoveDays,
    rounding: mandate.planRounding,
    graceDays: mandate.planGraceDays,
    approver: mandate.planApprover,
    answerDays: mandate.planAnswerDays,
  };
}
