import { InstantScalar } from '@amiable/platform';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';

@InputType()
export class ViewAsInput {
  @Field(() => String, { nullable: true, description: 'A colleague, as `collectors` names them; or else:' }) staff?: string | null;
  @Field(() => ID, { nullable: true, description: 'A user of a client company.' }) clientUserId?: string | null;
  @Field(() => String, { description: 'Why; it stays on record. At least five characters.' }) reason: string;
}

@ObjectType({ description: 'One look through another user’s eyes, as it stays on record.' })
export class StaffViewFace {
  @Field(() => String) id: string;
  @Field(() => String) viewerName: string;
  @Field(() => String) viewedName: string;
  @Field(() => Boolean, { description: 'A user of a client company, in the portal.' }) inPortal: boolean;
  @Field(() => String) reason: string;
  @Field(() => InstantScalar) startedAt: string;
  @Field(() => InstantScalar, { nullable: true, description: 'Null: it goes on.' }) endedAt: string | null;
}
