import { DebtorLanguageEnum } from '@amiable/identity';
import { DayScalar, DecimalScalar, Money } from '@amiable/platform';
import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { CaseStage, type WordOf } from './case.agency.enums';
import { ClientName } from './case-summary.agency.types';

@ObjectType({ description: 'Shares in percent with two decimals; null where there is nothing to have a share of. Sums are those in euro.' })
export class CollectionRatesFace {
  @Field(() => DecimalScalar, { nullable: true, description: 'Calls in which the debtor was spoken to, of all calls.' })
  talksOfCalls: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'The same, of the calls that anybody answered.' }) talksOfReached:
    | string
    | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Promises taken, of those calls.' }) promisesOfTalks: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'By number: promises kept whole, of those judged.' }) keptOfJudged:
    | string
    | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'By amount: what was paid in time, of what the promises judged promised.' })
  honoured: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'By amount: only promises kept whole.' }) keptAmount: string | null;
}

@ObjectType({ description: 'Load: the open cases of now. Results: those of the month.' })
export class TeamFiguresFace {
  @Field(() => Int) openCases: number;
  @Field(() => [Money], { description: 'Open sums, by currency.' }) open: Money[];
  @Field(() => Int, { description: 'Cases of the queue that are to be worked now.' }) toWork: number;
  @Field(() => Int, { description: 'Open cases on which nothing was done for the days asked about.' }) untouched: number;
  @Field(() => Int) calls: number;
  @Field(() => Int, { description: 'Calls in which the debtor was spoken to.' }) talks: number;
  @Field(() => Int, { description: 'Mails and letters that collectors wrote and that left.' }) messages: number;
  @Field(() => Int, { description: 'Promises taken in the month.' }) promisesMade: number;
  @Field(() => Int, { description: 'Promises that came due in the month and were judged.' }) promisesJudged: number;
  @Field(() => Int, { description: 'Those of them that were kept whole.' }) promisesKept: number;
  @Field(() => CollectionRatesFace) rates: CollectionRatesFace;
  @Field(() => [Money], { description: 'What came in, less what went back, by currency.' }) collected: Money[];
}

@ObjectType({ description: 'What a collector is to do in a month, and what that asks of each working day that is left.' })
export class CollectorGoalFace {
  @Field(() => DayScalar, { description: 'The first day of the month it was set for.' }) since: string;
  @Field(() => Money, { nullable: true }) collected: Money | null;
  @Field(() => Money, { nullable: true, description: 'To collect on each working day left; null when it is met.' })
  collectedPerDay: Money | null;
  @Field(() => Int, { nullable: true }) calls: number | null;
  @Field(() => Int, { nullable: true, description: 'Calls to make on each working day left; null when it is met.' }) callsPerDay:
    | number
    | null;
}

@ObjectType({ description: 'Who is away, or will be.' })
export class AbsenceFace {
  @Field(() => String) id: string;
  @Field(() => DayScalar) from: string;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'The last day away; null: the cases were moved for good, and can still be given back.',
  })
  until: string | null;
  @Field(() => [String], { description: 'Names of who stands in; none: the shared queue.' }) standIns: readonly string[];
  @Field(() => Boolean, { description: 'Not begun yet.' }) isPlanned: boolean;
}

@ObjectType()
export class CollectorFigures {
  @Field(() => String, { nullable: true, description: 'As `collectors` names them; null: the cases that nobody is responsible for.' }) id:
    | string
    | null;
  @Field(() => String, { nullable: true }) name: string | null;
  @Field(() => Boolean, { description: 'Has an account that works.' }) isAtWork: boolean;
  @Field(() => TeamFiguresFace) figures: TeamFiguresFace;
  @Field(() => CollectorGoalFace, { nullable: true }) goal: CollectorGoalFace | null;
  @Field(() => AbsenceFace, { nullable: true }) absence: AbsenceFace | null;
  @Field(() => [DebtorLanguageEnum], { nullable: true, description: 'Only debtors of these come to him from the shared queue; null: all.' })
  languages: readonly string[] | null;
  @Field(() => [String], { description: 'Tags; a case that has one comes from the shared queue only to those who have the skill.' })
  skills: readonly string[];
}

@ObjectType()
export class ClientFigures {
  @Field(() => ClientName) client: ClientName;
  @Field(() => TeamFiguresFace) figures: TeamFiguresFace;
}

@ObjectType()
export class StageFigures {
  @Field(() => CaseStage) stage: WordOf<typeof CaseStage>;
  @Field(() => TeamFiguresFace) figures: TeamFiguresFace;
}

@ObjectType({ description: 'The team in a month: load and results by collector, client and stage, against goals.' })
export class Team {
  @Field(() => DayScalar, { description: 'The first day of the month.' }) month: string;
  @Field(() => Int, { description: 'Working days left in the month, today among them; 0 when it is over.' }) workingDaysLeft: number;
  @Field(() => Int) silentDays: number;
  @Field(() => TeamFiguresFace) total: TeamFiguresFace;
  @Field(() => [CollectorFigures]) collectors: CollectorFigures[];
  @Field(() => [ClientFigures]) clients: ClientFigures[];
  @Field(() => [StageFigures]) stages: StageFigures[];
}

@InputType()
export class AbsenceInput {
  @Field(() => String, { description: 'Who is away, as `collectors` names them.' }) staff: string;
  @Field(() => DayScalar, { description: 'The first day away, today at the earliest.' }) from: string;
  @Field(() => DayScalar, { nullable: true, description: 'The last day away; none: the cases stay with who gets them.' }) until?:
    | string
    | null;
  @Field(() => [String], { description: 'Who stands in, as `collectors` names them; none: the shared queue.' }) standIns: string[];
}

@ObjectType()
export class AbsenceShareFace {
  @Field(() => String, { nullable: true, description: 'Null: the shared queue.' }) name: string | null;
  @Field(() => Int) cases: number;
  @Field(() => [Money]) open: Money[];
}

@ObjectType({ description: 'Cases of a client that none of those chosen may enter.' })
export class AbsenceObstacleFace {
  @Field(() => ClientName) client: ClientName;
  @Field(() => Int) cases: number;
}

@ObjectType({ description: 'What an absence would do.' })
export class AbsencePreviewFace {
  @Field(() => Int) cases: number;
  @Field(() => [AbsenceShareFace]) shares: AbsenceShareFace[];
  @Field(() => [AbsenceObstacleFace], { description: 'Why some go to the shared queue though somebody was chosen.' })
  nobodyMay: AbsenceObstacleFace[];
  @Field(() => Int, { description: 'Promises that come due meanwhile.' }) promisesDue: number;
  @Field(() => Int, { description: 'Agreed calls meanwhile.' }) callBacks: number;
}

@InputType()
export class ReviseCollectorSkillsInput {
  @Field(() => String, { description: 'As `collectors` names them.' }) staff: string;
  @Field(() => [DebtorLanguageEnum], { nullable: true, description: 'None said: all.' }) languages?: string[] | null;
  @Field(() => [String]) skills: string[];
}

@InputType()
export class ReviseCollectorGoalInput {
  @Field(() => String, { description: 'As `collectors` names them.' }) staff: string;
  @Field(() => DayScalar, { description: 'Any day of the first month it holds for; not one gone by.' }) month: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'Euros to collect in the month.' }) collected?: string | null;
  @Field(() => Int, { nullable: true }) calls?: number | null;
}
