import { InstantScalar } from '@amiable/platform';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

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
  @Field(() => Int, { description: 'How often something was read.' }) reads: number;
  @Field(() => [String], { description: 'What was read: names of fields and addresses of files, each once.' }) looks: readonly string[];
}

@ObjectType({ description: 'Somebody of the agency looked at the portal as one of our users.' })
export class AgencyViewFace {
  @Field(() => String) viewerName: string;
  @Field(() => String) viewedName: string;
  @Field(() => String) reason: string;
  @Field(() => InstantScalar) startedAt: string;
  @Field(() => InstantScalar, { nullable: true, description: 'Null: it goes on.' }) endedAt: string | null;
}
