import { DayScalar, InstantScalar, Money } from '@amiable/platform';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { CaseState, Channel, StepTemplate, type WordOf } from './case.agency.enums';

@ObjectType({ description: 'What one step of a scenario proposes to send, and waits for a confirmation.' })
export class ProposalGroupFace {
  @Field(() => ID) scenarioId: string;
  @Field(() => Int) stepNo: number;
  @Field(() => String) clientName: string;
  @Field(() => String) scenarioName: string;
  @Field(() => String) stepName: string;
  @Field(() => Channel) channel: WordOf<typeof Channel>;
  @Field(() => StepTemplate) template: WordOf<typeof StepTemplate>;
  @Field(() => Int) cases: number;
  @Field(() => Money) open: Money;
  @Field(() => DayScalar, { description: 'The day of the oldest.' }) since: string;
}

@ObjectType()
export class ProposalFace {
  @Field(() => ID) actionId: string;
  @Field(() => ID) caseId: string;
  @Field(() => String) reference: string;
  @Field(() => String) debtorName: string;
  @Field(() => Money) open: Money;
  @Field(() => DayScalar) dueOn: string;
  @Field(() => CaseState) caseState: WordOf<typeof CaseState>;
  @Field(() => String, { nullable: true }) recipient: string | null;
}

@ObjectType({ description: 'The proposals of one step, as they stood at an instant.' })
export class ProposalList {
  @Field(() => InstantScalar, { description: 'Said again when confirming: what comes later is not confirmed with it.' }) seenAt: string;
  @Field(() => ProposalGroupFace, { nullable: true, description: 'Null when nothing waits any more.' }) group: ProposalGroupFace | null;
  @Field(() => [ProposalFace], { description: 'The first two hundred.' }) rows: ProposalFace[];
}

@InputType()
export class ConfirmStepsInput {
  @Field(() => ID) scenarioId: string;
  @Field(() => Int) stepNo: number;
  @Field(() => InstantScalar) seenAt: string;
  @Field(() => [ID], { nullable: true, description: 'Some of them; null: all that were there.' }) actionIds?: string[] | null;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class DiscardStepsInput extends ConfirmStepsInput {
  @Field(() => String) reason: string;
}
