import { DayScalar } from '@amiable/platform';
import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ExperimentArm, ExperimentVerdict, type WordOf } from './case.agency.enums';

@ObjectType({ description: 'What became of the cases of one arm; beside the champion, the difference with its interval of 95 %.' })
export class ExperimentArmFace {
  @Field(() => ExperimentArm) arm: WordOf<typeof ExperimentArm>;
  @Field(() => Int, { description: 'Drawn for it.' }) cases: number;
  @Field(() => Int, { description: 'Of them, those whose days are over.' }) observed: number;
  @Field(() => Int, { description: 'Of those, paid in full within their days.' }) paid: number;
  @Field(() => Float, { nullable: true, description: 'Share paid, percent.' }) rate: number | null;
  @Field(() => Float, { nullable: true, description: 'Against the champion, points of percent.' }) difference: number | null;
  @Field(() => Float, { nullable: true }) low: number | null;
  @Field(() => Float, { nullable: true }) high: number | null;
  @Field(() => ExperimentVerdict, { nullable: true }) verdict: keyof typeof ExperimentVerdict | null;
}

@ObjectType({ description: 'New cases drawn by lot: the champion, another scenario, or none at all.' })
export class ExperimentFace {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String) championName: string;
  @Field(() => String, { nullable: true }) challengerName: string | null;
  @Field(() => Int) challengerPercent: number;
  @Field(() => Int) holdoutPercent: number;
  @Field(() => Int, { description: 'Days after which a case is judged.' }) horizonDays: number;
  @Field(() => DayScalar) startedOn: string;
  @Field(() => DayScalar, { nullable: true }) endedOn: string | null;
  @Field(() => Int, { description: 'Fewer observed cases on either side say nothing.' }) fewestObserved: number;
  @Field(() => [ExperimentArmFace]) arms: ExperimentArmFace[];
}

@InputType()
export class StartExperimentInput {
  @Field(() => String) name: string;
  @Field(() => ID, { description: 'The champion: an active scenario.' }) scenarioId: string;
  @Field(() => ID, { nullable: true, description: 'Another active scenario; null: a hold-out alone.' }) challengerId?: string | null;
  @Field(() => Int) challengerPercent: number;
  @Field(() => Int) holdoutPercent: number;
  @Field(() => Int) horizonDays: number;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class EndExperimentInput {
  @Field(() => ID) experimentId: string;
  @Field(() => String) idempotencyKey: string;
}
