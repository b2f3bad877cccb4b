import { DayScalar, DecimalScalar, InstantScalar, Money } from '@amiable/platform';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { CaseStage, Channel, DebtorKind, Hat, ScenarioState, StepChannel, StepMode, StepTemplate, type WordOf } from './case.agency.enums';
import { ExperimentFace } from './experiment.agency.types';
import { SegmentFace, SegmentInput } from './segment.agency.types';

@ObjectType({ description: 'Days count from the due date of the oldest open invoice, negative before it.' })
export class StepFace {
  @Field(() => String) name: string;
  @Field(() => StepChannel) channel: WordOf<typeof StepChannel>;
  @Field(() => StepTemplate, { nullable: true, description: 'Null for calls and tasks.' }) template: WordOf<typeof StepTemplate> | null;
  @Field(() => CaseStage) stage: WordOf<typeof CaseStage>;
  @Field(() => Int) daysFromDue: number;
  @Field(() => StepMode) mode: WordOf<typeof StepMode>;
  @Field(() => DecimalScalar, { description: 'Passed over when less is open.' }) leastOpen: string;
  @Field(() => DebtorKind, { nullable: true, description: 'Passed over for the other kind of debtor.' }) onlyKind: WordOf<
    typeof DebtorKind
  > | null;
  @Field(() => Boolean, { description: 'Passed over when the debtor has said something since the former step.' }) onlySilent: boolean;
}

@ObjectType({ description: 'What stands against working a draft, by step and field.' })
export class StepProblemFace {
  @Field(() => Int, { description: 'From 1.' }) stepNo: number;
  @Field(() => String) field: string;
  @Field(() => String) code: string;
}

@ObjectType({ description: 'One version of a scenario.' })
export class ScenarioFace {
  @Field(() => ID) id: string;
  @Field(() => ID, { description: 'Its first version: the same for all versions.' }) lineId: string;
  @Field(() => String) name: string;
  @Field(() => Int) version: number;
  @Field(() => ScenarioState) state: WordOf<typeof ScenarioState>;
  @Field(() => Int, { description: 'Said again with every write: nobody overwrites a colleague.' }) revision: number;
  @Field(() => InstantScalar) createdAt: string;
  @Field(() => InstantScalar, { nullable: true }) activatedAt: string | null;
  @Field(() => String, { nullable: true }) activatedByName: string | null;
  @Field(() => [StepFace]) steps: StepFace[];
  @Field(() => Int, { description: 'Open cases with a step of it before them.' }) underWay: number;
  @Field(() => [StepProblemFace], { description: 'Of a draft; empty when it may be worked.' }) problems: StepProblemFace[];
}

@ObjectType({ description: 'How one client’s cases are worked: scenarios with all versions, segments, trials.' })
export class Strategy {
  @Field(() => ID) clientId: string;
  @Field(() => String) clientName: string;
  @Field(() => String) currency: string;
  @Field(() => Hat, { nullable: true, description: 'Of the newest mandate; null before there is one.' }) hat: WordOf<typeof Hat> | null;
  @Field(() => [Channel], { description: 'Those of the newest mandate.' }) channels: Array<WordOf<typeof Channel>>;
  @Field(() => [ScenarioFace], { description: 'Line by line, the newest version first.' }) scenarios: ScenarioFace[];
  @Field(() => [SegmentFace], { description: 'The first that fits wins; the last takes all.' }) segments: SegmentFace[];
  @Field(() => [ExperimentFace], { description: 'The running ones first.' }) experiments: ExperimentFace[];
  @Field(() => [String], { description: 'Tags in use on cases of this client.' }) tags: string[];
}

@ObjectType()
export class DraftedScenario {
  @Field(() => ID) scenarioId: string;
  @Field(() => Strategy) strategy: Strategy;
}

@ObjectType()
export class MovedCases {
  @Field(() => Int, { description: 'Cases that changed their place.' }) moved: number;
  @Field(() => Strategy) strategy: Strategy;
}

@InputType()
export class StepInput {
  @Field(() => String) name: string;
  @Field(() => StepChannel) channel: WordOf<typeof StepChannel>;
  @Field(() => StepTemplate, { nullable: true }) template?: WordOf<typeof StepTemplate> | null;
  @Field(() => CaseStage) stage: WordOf<typeof CaseStage>;
  @Field(() => Int) daysFromDue: number;
  @Field(() => StepMode) mode: WordOf<typeof StepMode>;
  @Field(() => DecimalScalar) leastOpen: string;
  @Field(() => DebtorKind, { nullable: true }) onlyKind?: WordOf<typeof DebtorKind> | null;
  @Field(() => Boolean) onlySilent: boolean;
}

@InputType()
export class DraftScenarioInput {
  @Field(() => ID) clientId: string;
  @Field(() => ID, { nullable: true, description: 'The version whose steps are copied; null: the standard steps.' }) scenarioId?:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'A scenario of its own under this name; null: the next version of the same.' })
  name?: string | null;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class ReviseDraftInput {
  @Field(() => ID) scenarioId: string;
  @Field(() => Int) revision: number;
  @Field(() => String) name: string;
  @Field(() => [StepInput]) steps: StepInput[];
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class ActivateDraftInput {
  @Field(() => ID) scenarioId: string;
  @Field(() => Int) revision: number;
  @Field(() => Boolean, { description: 'Cases under way go on with the new version.' }) moveCases: boolean;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class ScenarioInput {
  @Field(() => ID) scenarioId: string;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class ReviseSegmentsInput {
  @Field(() => ID) clientId: string;
  @Field(() => [SegmentInput]) segments: SegmentInput[];
  @Field(() => Boolean, { description: 'Cases that have had no step yet go to the scenario that is theirs now.' }) moveWaiting: boolean;
  @Field(() => String) idempotencyKey: string;
}

@ObjectType()
export class ChannelCount {
  @Field(() => StepChannel) channel: WordOf<typeof StepChannel>;
  @Field(() => Int) steps: number;
}

@ObjectType()
export class RehearsalTotalsFace {
  @Field(() => [ChannelCount]) byChannel: ChannelCount[];
  @Field(() => Int) cases: number;
  @Field(() => Int, { description: 'Steps that would wait for a confirmation.' }) proposed: number;
  @Field(() => Money, { description: 'Printing and posting.' }) postage: Money;
}

@ObjectType()
export class RehearsedDay {
  @Field(() => DayScalar) day: string;
  @Field(() => Int) asIs: number;
  @Field(() => Int) changed: number;
}

@ObjectType()
export class RehearsalBlock {
  @Field(() => String) reason: string;
  @Field(() => Int) cases: number;
}

@ObjectType({ description: 'One step that would be taken: who gets what, when.' })
export class RehearsedStepFace {
  @Field(() => ID) caseId: string;
  @Field(() => String) reference: string;
  @Field(() => String) debtorName: string;
  @Field(() => Money) open: Money;
  @Field(() => DayScalar) day: string;
  @Field(() => StepChannel) channel: WordOf<typeof StepChannel>;
  @Field(() => String) stepName: string;
  @Field(() => String) scenarioName: string;
  @Field(() => Boolean) isProposed: boolean;
}

@ObjectType({ description: 'The coming days worked on copies, as things are and with the change; nobody pays or answers meanwhile.' })
export class RehearsalFace {
  @Field(() => DayScalar) from: string;
  @Field(() => DayScalar) until: string;
  @Field(() => RehearsalTotalsFace) asIs: RehearsalTotalsFace;
  @Field(() => RehearsalTotalsFace) changed: RehearsalTotalsFace;
  @Field(() => [RehearsedDay]) days: RehearsedDay[];
  @Field(() => [RehearsalBlock], { description: 'Why cases stand still at the end.' }) blocks: RehearsalBlock[];
  @Field(() => Int) sameCases: number;
  @Field(() => Int) otherCases: number;
  @Field(() => Int) stepCount: number;
  @Field(() => [RehearsedStepFace], { description: 'The first five hundred, by day.' }) steps: RehearsedStepFace[];
}
