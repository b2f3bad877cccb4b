import { DayScalar, DecimalScalar, Money } from '@amiable/platform';
import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { PlanApprover, PlanFrequency, PlanRounding, type WordOf } from './case.agency.enums';

@ObjectType({ description: 'What debtors may be granted without asking: the envelope of payment plans.' })
export class MandatePlan {
  @Field(() => Money) smallestInstalment: Money;
  @Field(() => Money) smallestFirst: Money;
  @Field(() => Int) firstWithinDays: number;
  @Field(() => [PlanFrequency]) frequencies: Array<WordOf<typeof PlanFrequency>>;
  @Field(() => Int) skips: number;
  @Field(() => Int) moves: number;
  @Field(() => Int) longestMoveDays: number;
  @Field(() => PlanRounding) rounding: keyof typeof PlanRounding;
  @Field(() => Int) graceDays: number;
  @Field(() => PlanApprover) approver: WordOf<typeof PlanApprover>;
  @Field(() => Int) answerDays: number;
}

@ObjectType({ description: 'What is claimed beside the principal, from companies alone (C. com. L441-10, D441-5; C. civ. 1231-5).' })
export class MandateLate {
  @Field(() => Boolean) interest: boolean;
  @Field(() => Boolean) indemnity: boolean;
  @Field(() => DecimalScalar) penaltyPercent: string;
}

@ObjectType({
  description: 'How far ahead a debtor may promise by himself, how promises are judged, and how long the client has to answer a dispute.',
})
export class MandateLimits {
  @Field(() => Int) promiseDays: number;
  @Field(() => Int) paymentRunDays: number;
  @Field(() => Int) disputeAnswerDays: number;
  @Field(() => Int, { description: 'Days after the day of a promise in which its money may come.' }) promiseGraceDays: number;
  @Field(() => DecimalScalar, { description: 'Percent of a promise that may be missing.' }) promiseTolerancePercent: string;
}

@ObjectType({ description: 'One version of the contract; cases keep the one they were placed under.' })
export class MandateVersion {
  @Field(() => String) reference: string;
  @Field(() => Int) version: number;
  @Field(() => DayScalar) signedOn: string;
  @Field(() => Int, { description: 'Cases not closed that run under it.' }) openCases: number;
}

@InputType()
export class MandatePlanInput {
  @Field(() => DecimalScalar) smallestInstalment: string;
  @Field(() => DecimalScalar) smallestFirst: string;
  @Field(() => Int) firstWithinDays: number;
  @Field(() => [PlanFrequency]) frequencies: Array<WordOf<typeof PlanFrequency>>;
  @Field(() => Int) skips: number;
  @Field(() => Int) moves: number;
  @Field(() => Int) longestMoveDays: number;
  @Field(() => PlanRounding) rounding: keyof typeof PlanRounding;
  @Field(() => Int) graceDays: number;
  @Field(() => PlanApprover) approver: WordOf<typeof PlanApprover>;
  @Field(() => Int) answerDays: number;
}

@InputType()
export class MandateLimitsInput {
  @Field(() => Int) promiseDays: number;
  @Field(() => Int) paymentRunDays: number;
  @Field(() => Int) disputeAnswerDays: number;
  @Field(() => Int, { description: 'Days after the day of a promise in which its money may come.' }) promiseGraceDays: number;
  @Field(() => DecimalScalar, { description: 'Percent of a promise that may be missing.' }) promiseTolerancePercent: string;
}

@InputType()
export class MandateLateInput {
  @Field(() => Boolean) interest: boolean;
  @Field(() => Boolean) indemnity: boolean;
  @Field(() => DecimalScalar) penaltyPercent: string;
}
