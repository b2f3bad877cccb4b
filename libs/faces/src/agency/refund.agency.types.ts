import { DayScalar, DecimalScalar, InstantScalar, Money } from '@amiable/platform';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { PaymentMethod, RefundState, type WordOf } from './case.agency.enums';

@ObjectType({ description: 'Money that settled nothing, on its way back to the payer.' })
export class RefundOfCase {
  @Field(() => ID) id: string;
  @Field(() => RefundState) state: WordOf<typeof RefundState>;
  @Field(() => Money) amount: Money;
  @Field(() => PaymentMethod, { description: 'How the money came, and goes back.' }) method: WordOf<typeof PaymentMethod>;
  @Field(() => String) reason: string;
  @Field(() => String) askedByName: string;
  @Field(() => InstantScalar) askedAt: string;
  @Field(() => String, { nullable: true }) decidedByName: string | null;
  @Field(() => String, { nullable: true }) decision: string | null;
  @Field(() => String, { nullable: true }) failure: string | null;
  @Field(() => Boolean, { description: 'May whoever asks approve or refuse it?' }) mayDecide: boolean;
  @Field(() => Boolean, { description: 'It waits for a transfer by hand, which whoever asks may enter.' }) mayRecord: boolean;
}

@ObjectType()
export class RefundDesk {
  @Field(() => Money, { description: 'What the case holds beyond what was owed and is not on its way back.' }) excess: Money;
  @Field(() => Money, { description: 'From this amount on it takes two persons.' }) twoPersonsFrom: Money;
  @Field(() => [RefundOfCase]) refunds: RefundOfCase[];
}

@InputType()
export class AskRefundInput {
  @Field(() => ID) caseId: string;
  @Field(() => DecimalScalar) amount: string;
  @Field(() => String) reason: string;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class DecideRefundInput {
  @Field(() => ID) refundId: string;
  @Field(() => Boolean) approved: boolean;
  @Field(() => String) reason: string;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class RecordRefundInput {
  @Field(() => ID) refundId: string;
  @Field(() => DayScalar) paidOn: string;
  @Field(() => String) bankReference: string;
  @Field(() => String) idempotencyKey: string;
}
