import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { StopReason, type WordOf } from './case.agency.enums';

@InputType()
export class StopAskingInput {
  @Field(() => ID) caseId: string;
  @Field(() => StopReason) why: WordOf<typeof StopReason>;
  @Field(() => String) note: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class RevokeLinksInput {
  @Field(() => ID) caseId: string;
  @Field(() => String) idempotencyKey: string;
}
