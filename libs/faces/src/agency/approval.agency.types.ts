import { DayScalar, DecimalScalar, InstantScalar, Money } from '@amiable/platform';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { BrandStripe } from './case-summary.agency.types';
import { ApprovalKind, ApprovalState, PaymentMethod, PlanApprover, PlanClause, PlanFrequency, type WordOf } from './case.agency.enums';

@ObjectType({ description: 'What a plan would change when it is approved.' })
export class ApprovalPlan {
  @Field(() => Int) instalments: number;
  @Field(() => PlanFrequency) frequency: WordOf<typeof PlanFrequency>;
  @Field(() => DayScalar) firstDueOn: string;
  @Field(() => DayScalar) lastDueOn: string;
  @Field(() => Money, { description: 'The smallest of its instalments.' }) smallest: Money;
  @Field(() => [PlanClause], { description: 'What of the mandate it is outside of.' }) clauses: Array<WordOf<typeof PlanClause>>;
  @Field(() => PlanApprover, { description: 'Whom the mandate asks.' }) approver: WordOf<typeof PlanApprover>;
}

@ObjectType({ description: 'Something that takes the word of another person than who asks for it.' })
export class Approval {
  @Field(() => ID, { description: 'Of the plan or of the refund.' }) id: string;
  @Field(() => ApprovalKind) kind: WordOf<typeof ApprovalKind>;
  @Field(() => ApprovalState) state: WordOf<typeof ApprovalState>;
  @Field(() => ID) caseId: string;
  @Field(() => String) reference: string;
  @Field(() => String) debtorName: string;
  @Field(() => String) clientName: string;
  @Field(() => BrandStripe) brand: BrandStripe;
  @Field(() => Money) amount: Money;
  @Field(() => String, { nullable: true, description: 'Why it is asked for, in the words of who asks.' }) reason: string | null;
  @Field(() => String, { nullable: true, description: 'The colleague who asks; none: the debtor himself does.' }) askedByName:
    | string
    | null;
  @Field(() => InstantScalar) askedAt: string;
  @Field(() => DayScalar, { nullable: true }) answerBy: string | null;
  @Field(() => Boolean, { description: 'The day for the answer is over.' }) isLate: boolean;
  @Field(() => ApprovalPlan, { nullable: true, description: 'Of a plan.' }) plan: ApprovalPlan | null;
  @Field(() => PaymentMethod, { nullable: true, description: 'Of a refund: how the money goes back.' })
  method: WordOf<typeof PaymentMethod> | null;
  @Field(() => String, { nullable: true }) decidedByName: string | null;
  @Field(() => InstantScalar, { nullable: true }) decidedAt: string | null;
  @Field(() => String, { nullable: true, description: 'The words of who decided.' }) decision: string | null;
}

@ObjectType({ description: 'What waits for the word of whoever asks, and what became of what he asked for himself.' })
export class ApprovalDesk {
  @Field(() => [Approval], { description: 'What he may decide on, the nearest deadline first, a hundred at most; never his own.' })
  waiting: Approval[];
  @Field(() => [Approval], { description: 'What he asked for: what waits, and what was decided in the last 14 days.' }) mine: Approval[];
  @Field(() => Money, { description: 'From this amount on a refund takes two persons.' }) refundLimit: Money;
}

@InputType()
export class ReviseRefundLimitInput {
  @Field(() => DecimalScalar) amount: string;
}
