import { DayScalar, DecimalScalar, FactsScalar, Money } from '@amiable/platform';
import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { PayerGrade, type WordOf } from './case.agency.enums';

@ObjectType({ description: 'One reason of a score, with the points it gave or took.' })
export class PayerReason {
  @Field(() => String) code: string;
  @Field(() => Int) points: number;
  @Field(() => FactsScalar) facts: Record<string, unknown>;
}

@ObjectType({ description: 'A score that somebody else gave, as it was given.' })
export class ExternalScore {
  @Field(() => String) source: string;
  @Field(() => String) value: string;
  @Field(() => String, { nullable: true }) scale: string | null;
  @Field(() => DayScalar) scoredOn: string;
}

@ObjectType({ description: 'What this client lets the debtor owe, and what of it is used.' })
export class CreditLimitFace {
  @Field(() => Money) amount: Money;
  @Field(() => Money, { description: 'All that the debtor owes this client, due or not.' }) exposure: Money;
  @Field(() => Int, { description: 'Percent of the limit, rounded up; of a limit of nothing 100 or more.' }) usedPercent: number;
  @Field(() => String) source: string;
  @Field(() => DayScalar, { nullable: true, description: 'The last day it holds.' }) until: string | null;
  @Field(() => Boolean, { description: 'Its last day has gone by.' }) isOver: boolean;
}

@ObjectType({ description: 'How the debtor has paid this client in two years; the score is 50 and the points of its reasons.' })
export class PayerProfile {
  @Field(() => Int, { nullable: true, description: 'Null while there is no history.' }) score: number | null;
  @Field(() => PayerGrade, { nullable: true }) grade: WordOf<typeof PayerGrade> | null;
  @Field(() => [PayerReason]) reasons: PayerReason[];
  @Field(() => Int, { description: 'Invoices paid in full.' }) settled: number;
  @Field(() => Int) onTime: number;
  @Field(() => Float, { description: 'Days late of those, weighted by amount.' }) daysLate: number;
  @Field(() => [ExternalScore]) external: ExternalScore[];
  @Field(() => CreditLimitFace, { nullable: true }) limit: CreditLimitFace | null;
}

@InputType()
export class RecordCreditLimitInput {
  @Field(() => ID) caseId: string;
  @Field(() => DecimalScalar) amount: string;
  @Field(() => String, { description: 'Who decided.' }) source: string;
  @Field(() => DayScalar, { nullable: true, description: 'The last day it holds; none: until another.' }) until?: string | null;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class RecordExternalScoreInput {
  @Field(() => ID) caseId: string;
  @Field(() => String) source: string;
  @Field(() => String) value: string;
  @Field(() => String, { nullable: true }) scale?: string | null;
  @Field(() => DayScalar) scoredOn: string;
  @Field(() => String) idempotencyKey: string;
}
