import { DayColumn, InstantColumn, MinorColumn } from '@amiable/platform';
import type { RoundingPolicy, Temporal } from '@amiable/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FeeTier } from './fee-tiers.rules';
import type { PlanApprover, PlanFrequency } from './plan-envelope';

export type Hat = 'client_name' | 'agency';

/** Mandat: the contract of a client with the agency, one row per version (R124-3 CPCE). */
@Entity('mandates')
export class Mandate {
  @PrimaryColumn('uuid', { name: 'client_id' }) clientId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') reference: string;
  @Column('int') version: number;
  @Column('text') hat: Hat;
  @Column('uuid', { name: 'brand_id' }) brandId: string;
  @DayColumn('signed_on') signedOn: Temporal.PlainDate;
  @DayColumn('ends_on', { nullable: true }) endsOn: Temporal.PlainDate | null;
  @Column('text') settlement: 'trust' | 'direct';
  @Column('text') remittance: 'net' | 'gross';
  @Column('jsonb', { name: 'fee_tiers' }) feeTiers: FeeTier[];
  @Column('numeric', { name: 'vat_percent', precision: 5, scale: 2 }) vatPercent: string;
  @Column('boolean', { name: 'part_payment' }) partPayment: boolean;
  @MinorColumn('smallest_payment_minor') smallestPaymentMinor: bigint;
  @Column('int', { name: 'longest_plan_months' }) longestPlanMonths: number;
  @MinorColumn('plan_smallest_instalment_minor') planSmallestInstalmentMinor: bigint;
  @MinorColumn('plan_smallest_first_minor') planSmallestFirstMinor: bigint;
  @Column('int', { name: 'plan_first_within_days' }) planFirstWithinDays: number;
  @Column('text', { name: 'plan_frequencies', array: true }) planFrequencies: PlanFrequency[];
  @Column('int', { name: 'plan_skips' }) planSkips: number;
  @Column('int', { name: 'plan_moves' }) planMoves: number;
  @Column('int', { name: 'plan_longest_move_days' }) planLongestMoveDays: number;
  @Column('text', { name: 'plan_rounding' }) planRounding: RoundingPolicy;
  @Column('int', { name: 'plan_grace_days' }) planGraceDays: number;
  @Column('text', { name: 'plan_approver' }) planApprover: PlanApprover;
  @Column('int', { name: 'plan_answer_days' }) planAnswerDays: number;
  /** Late-payment interest at the rate of the law (C. com. L441-10), from professionals alone. */
  @Column('boolean', { name: 'late_interest' }) lateInterest: boolean;
  /** The fixed 40 EUR per late invoice (C. com. D441-5), from professionals alone. */
  @Column('boolean', { name: 'late_indemnity' }) lateIndemnity: boolean;
  /** Clause pénale of the client's terms (C. civ. 1231-5), percent of what was late; 0 for none. */
  @Column('numeric', { name: 'penalty_percent', precision: 5, scale: 2 }) penaltyPercent: string;
  /** How far ahead a debtor may promise by himself, and name the day of his payment run; days. */
  @Column('int', { name: 'promise_days' }) promiseDays: number;
  @Column('int', { name: 'payment_run_days' }) paymentRunDays: number;
  /** How many days after a promise's day the money may come, and what share of the promise may be missing. */
  @Column('int', { name: 'promise_grace_days' }) promiseGraceDays: number;
  @Column('numeric', { name: 'promise_tolerance_percent', precision: 5, scale: 2 }) promiseTolerancePercent: string;
  /** Days the client company has to answer a dispute. */
  @Column('int', { name: 'dispute_answer_days' }) disputeAnswerDays: number;
  @Column('text', { array: true }) channels: string[];
  @Column('int', { name: 'remit_within_days' }) remitWithinDays: number;
  @InstantColumn('created_at') createdAt: Temporal.Instant;
}
