import { DayScalar, InstantScalar, Money } from '@amiable/platform';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { InstalmentState, PaymentMethod, PlanApprover, PlanFrequency, PlanRounding, PlanState, type WordOf } from './case.agency.enums';

@ObjectType({ description: 'One instalment as it stands: money goes to the oldest first.' })
export class PlanInstalment {
  @Field(() => Int) number: number;
  @Field(() => DayScalar) dueOn: string;
  @Field(() => DayScalar, { description: 'The banking day it is collected on.' }) collectOn: string;
  @Field(() => Money) amount: Money;
  @Field(() => Money) covered: Money;
  @Field(() => InstalmentState) state: WordOf<typeof InstalmentState>;
}

@ObjectType({ description: 'A card or an account on file; its number is known to the provider alone.' })
export class PlanMeans {
  @Field(() => PaymentMethod) kind: WordOf<typeof PaymentMethod>;
  @Field(() => String, { nullable: true }) last4: string | null;
  @Field(() => DayScalar, { nullable: true }) expiresOn: string | null;
}

@ObjectType({ description: 'A plan of this case: the one that runs, or one that waits for an answer.' })
export class PlanVersion {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => PlanState) state: WordOf<typeof PlanState>;
  @Field(() => PlanFrequency) frequency: WordOf<typeof PlanFrequency>;
  @Field(() => Money) total: Money;
  @Field(() => Boolean, { description: 'Offered by the debtor himself.' }) byDebtor: boolean;
  @Field(() => DayScalar, { nullable: true }) agreedOn: string | null;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When the debtor accepted it on his page: an acknowledgement (C. civ. 2240).',
  })
  acceptedAt: string | null;
  @Field(() => ID, { nullable: true, description: 'The text he accepted, at /files/<id>.' }) acceptedTextId: string | null;
  @Field(() => [PlanInstalment]) instalments: PlanInstalment[];
  @Field(() => Boolean) onFile: boolean;
  @Field(() => PlanMeans, { nullable: true }) means: PlanMeans | null;
  @Field(() => DayScalar, { nullable: true, description: 'Late: the plan ends when nothing comes before.' }) payBy: string | null;
  @Field(() => [String], { description: 'Clauses of the mandate it is outside of.' }) clauses: string[];
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field(() => PlanApprover, { nullable: true }) approver: WordOf<typeof PlanApprover> | null;
  @Field(() => DayScalar, { nullable: true }) answerBy: string | null;
  @Field(() => String, { nullable: true }) answer: string | null;
  @Field(() => String, { nullable: true }) answeredBy: string | null;
  @Field(() => DayScalar, { nullable: true }) expiresOn: string | null;
  @Field(() => Boolean, { description: 'May the one who asks approve or refuse it?' }) mayDecide: boolean;
}

@ObjectType({ description: 'What the mandate lets a collector agree to without asking.' })
export class PlanEnvelope {
  @Field(() => Int) longestMonths: number;
  @Field(() => Money) smallestInstalment: Money;
  @Field(() => Money) smallestFirst: Money;
  @Field(() => Int) firstWithinDays: number;
  @Field(() => [PlanFrequency]) frequencies: Array<WordOf<typeof PlanFrequency>>;
  @Field(() => PlanRounding) rounding: keyof typeof PlanRounding;
  @Field(() => PlanApprover) approver: WordOf<typeof PlanApprover>;
  @Field(() => Int) answerDays: number;
}

@ObjectType({ description: 'Everything about plans on a case.' })
export class PlanDesk {
  @Field(() => Money, { description: 'What a plan made now would cover: open, not contested.' }) owed: Money;
  @Field(() => PlanVersion, { nullable: true }) running: PlanVersion | null;
  @Field(() => PlanVersion, { nullable: true }) waiting: PlanVersion | null;
  @Field(() => PlanEnvelope) envelope: PlanEnvelope;
  @Field(() => Boolean) partPayment: boolean;
  @Field(() => Money) smallestPayment: Money;
}

@InputType()
export class ProposePlanInput {
  @Field(() => ID) caseId: string;
  @Field(() => Int) instalments: number;
  @Field(() => DayScalar) firstDueOn: string;
  @Field(() => PlanFrequency) frequency: WordOf<typeof PlanFrequency>;
  @Field(() => PlanRounding) rounding: keyof typeof PlanRounding;
  @Field(() => String, { nullable: true, description: 'Needed outside the mandate.' }) reason?: string | null;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class DecidePlanInput {
  @Field(() => ID) planId: string;
  @Field(() => Boolean) approved: boolean;
  @Field(() => String) reason: string;
  @Field(() => String) idempotencyKey: string;
}
