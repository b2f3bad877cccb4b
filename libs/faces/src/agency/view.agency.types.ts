import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Filters, sort and columns of the list of cases, as its address says them.' })
export class SavedViewFace {
  @Field(() => String) id: string;
  @Field(() => String) name: string;
  @Field(() => String) query: string;
  @Field(() => Boolean, { description: 'The whole team may use it.' }) isShared: boolean;
  @Field(() => Boolean) isMine: boolean;
  @Field(() => Boolean, { description: 'The list opens with it.' }) isDefault: boolean;
  @Field(() => String) ownerName: string;
}

@InputType()
export class KeepViewInput {
  @Field(() => String, { nullable: true, description: 'A view of one’s own to write over.' }) viewId?: string | null;
  @Field(() => String) name: string;
  @Field(() => String) query: string;
  @Field(() => Boolean) isShared: boolean;
  @Field(() => Boolean) isDefault: boolean;
}

@ObjectType({ description: 'A colleague cases can be given to.' })
export class CollectorName {
  @Field(() => String) id: string;
  @Field(() => String) name: string;
  @Field(() => Boolean) isMe: boolean;
}

@InputType()
export class AssignCaseInput {
  @Field(() => ID) caseId: string;
  @Field(() => String, { nullable: true, description: 'A colleague; null for the shared queue.' }) owner?: string | null;
  @Field(() => String) idempotencyKey: string;
}
