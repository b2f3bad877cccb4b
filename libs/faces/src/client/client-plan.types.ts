import { DayScalar, Money } from '@amiable/platform';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ValueOf } from './client-face.enums';

export const ClientPlanFrequency = { WEEKLY: 'weekly', FORTNIGHTLY: 'fortnightly', MONTHLY: 'monthly' } as const;
registerEnumType(ClientPlanFrequency, { name: 'ClientPlanFrequency' });

@ObjectType()
export class ClientPlanPart {
  @Field(() => Int) number: number;
  @Field(() => DayScalar) dueOn: string;
  @Field(() => Money) amount: Money;
}

@ObjectType({ description: 'A payment plan outside what the mandate allows beforehand (R124-5 CPCE): who answers it, and by when.' })
export class ClientPlanRequest {
  @Field(() => ID) id: string;
  @Field(() => ClientPlanFrequency) frequency: ValueOf<typeof ClientPlanFrequency>;
  @Field(() => Money) total: Money;
  @Field(() => [ClientPlanPart]) parts: ClientPlanPart[];
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field(() => DayScalar) answerBy: string;
  @Field(() => Boolean, { description: 'It waits on this company; otherwise the agency answers it.' }) waitsOnUs: boolean;
}

@InputType()
export class ClientDecidePlanInput {
  @Field(() => ID) planId: string;
  @Field(() => Boolean) approved: boolean;
  @Field(() => String) reason: string;
  @Field(() => String) idempotencyKey: string;
}
