import { DayScalar, FactsScalar } from '@amiable/platform';
import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { CreditLimitFace, CreditLimitInput } from '../credit-limit.types';
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
export class CreditLimit extends CreditLimitFace {}

@InputType()
export class RecordCreditLimitInput extends CreditLimitInput {}

@ObjectType({ description: 'How the debtor has paid this client in two years; the score is 50 and the points of its reasons.' })
export class PayerProfile {
  @Field(() => Int, { nullable: true, description: 'Null while there is no history.' }) score: number | null;
  @Field(() => PayerGrade, { nullable: true }) grade: WordOf<typeof PayerGrade> | null;
  @Field(() => [PayerReason]) reasons: PayerReason[];
  @Field(() => Int, { description: 'Invoices paid in full.' }) settled: number;
  @Field(() => Int) onTime: number;
  @Field(() => Float, { description: 'Days late of those, weighted by amount.' }) daysLate: number;
  @Field(() => [ExternalScore]) external: ExternalScore[];
  @Field(() => CreditLimit, { nullable: true }) limit: CreditLimit | null;
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
