import { Money } from '@amiable/platform';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { TwinReason, type WordOf } from './case.agency.enums';

@ObjectType()
export class TwinCase {
  @Field(() => ID) id: string;
  @Field(() => String) reference: string;
  @Field(() => Money) open: Money;
}

@ObjectType({ description: 'Another row that may be the same debtor, or that is joined with it.' })
export class DebtorTwin {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String) reference: string;
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true }) siren: string | null;
  @Field(() => String, { nullable: true }) vatNumber: string | null;
  @Field(() => String, { nullable: true }) ibanMasked: string | null;
  @Field(() => String, { nullable: true }) email: string | null;
  @Field(() => String, { nullable: true }) phone: string | null;
  @Field(() => String, { nullable: true }) address: string | null;
  @Field(() => [TwinReason]) reasons: Array<WordOf<typeof TwinReason>>;
  @Field(() => [TwinCase]) cases: TwinCase[];
  @Field(() => ID, { nullable: true, description: 'The joining that stands; null while it is only proposed.' }) jointId: string | null;
}

@InputType()
export class JoinDebtorsInput {
  @Field(() => ID) caseId: string;
  @Field(() => ID) twinId: string;
  @Field(() => Boolean, { description: 'Where both have data, those of the other are kept.' }) keepsOther: boolean;
  @Field(() => Int) expectedVersion: number;
  @Field(() => Int) twinVersion: number;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class SeparateDebtorsInput {
  @Field(() => ID) caseId: string;
  @Field(() => ID) jointId: string;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class TellTwinsApartInput {
  @Field(() => ID) caseId: string;
  @Field(() => ID) twinId: string;
  @Field(() => String) idempotencyKey: string;
}
