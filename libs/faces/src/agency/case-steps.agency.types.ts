import { Field, ID, InputType, Int } from '@nestjs/graphql';

@InputType()
export class FinishTaskInput {
  @Field(() => ID) caseId: string;
  @Field(() => ID) actionId: string;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class SkipStepInput {
  @Field(() => ID) caseId: string;
  @Field(() => Int, { description: 'The step on the screen; another is not left out in its place.' }) stepNo: number;
  @Field(() => String) reason: string;
  @Field(() => String) idempotencyKey: string;
}
