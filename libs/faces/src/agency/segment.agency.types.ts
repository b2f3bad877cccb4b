import { DebtorLanguageEnum, type DebtorLanguage } from '@amiable/identity';
import { DecimalScalar, Money } from '@amiable/platform';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DebtorKind, PaymentMethod, type WordOf } from './case.agency.enums';

@ObjectType({ description: 'What a segment asks for; what is null asks for nothing.' })
export class SegmentConditions {
  @Field(() => String) name: string;
  @Field(() => DebtorKind, { nullable: true }) debtorKind: WordOf<typeof DebtorKind> | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Open at least.' }) least: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Open at most.' }) most: string | null;
  @Field(() => Int, { nullable: true, description: 'Our score of the payer, 0 to 100.' }) leastScore: number | null;
  @Field(() => Int, { nullable: true }) mostScore: number | null;
  @Field(() => [DebtorLanguageEnum], { nullable: true }) languages: DebtorLanguage[] | null;
  @Field(() => [String], { nullable: true, description: 'One of them is enough.' }) tags: string[] | null;
  @Field(() => [PaymentMethod], { nullable: true, description: 'Of the debtor’s last payment.' })
  paymentMethods: Array<WordOf<typeof PaymentMethod>> | null;
}

@ObjectType({ description: 'Which cases follow which scenario, in its place, with what it holds.' })
export class SegmentFace extends SegmentConditions {
  @Field(() => ID) id: string;
  @Field(() => ID, { description: 'The line of the scenario its cases follow.' }) lineId: string;
  @Field(() => Int, { description: 'Open cases whose first match it is.' }) cases: number;
  @Field(() => Money) open: Money;
}

@InputType()
export class SegmentInput {
  @Field(() => ID, { nullable: true, description: 'Null for a new one.' }) segmentId?: string | null;
  @Field(() => String) name: string;
  @Field(() => ID, { description: 'Any version of the scenario its cases follow.' }) scenarioId: string;
  @Field(() => DebtorKind, { nullable: true }) debtorKind?: WordOf<typeof DebtorKind> | null;
  @Field(() => DecimalScalar, { nullable: true }) least?: string | null;
  @Field(() => DecimalScalar, { nullable: true }) most?: string | null;
  @Field(() => Int, { nullable: true }) leastScore?: number | null;
  @Field(() => Int, { nullable: true }) mostScore?: number | null;
  @Field(() => [DebtorLanguageEnum], { nullable: true }) languages?: DebtorLanguage[] | null;
  @Field(() => [String], { nullable: true }) tags?: string[] | null;
  @Field(() => [PaymentMethod], { nullable: true }) paymentMethods?: Array<WordOf<typeof PaymentMethod>> | null;
}
