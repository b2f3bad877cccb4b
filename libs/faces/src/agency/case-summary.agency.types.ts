import { DayScalar, FactsScalar, InstantScalar, Money } from '@amiable/platform';
import { PageInfo } from '@amiable/platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CaseStage, CaseState, DebtorKind, Hat, LimitStanding, type WordOf } from './case.agency.enums';

@ObjectType({ description: 'A case that somebody stands in for while its own collector is away.' })
export class LentCase {
  @Field(() => String, { description: 'Whose it is.' }) name: string;
  @Field(() => DayScalar, { description: 'The last day away.' }) until: string;
}

@ObjectType()
export class ClientName {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
}

@ObjectType({ description: 'A brand as a coloured, named stripe on row, header and composer.' })
export class BrandStripe {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String) colour: string;
  @Field(() => String) onColour: string;
}

@ObjectType()
export class Reason {
  @Field(() => String) code: string;
  @Field(() => FactsScalar) facts: Record<string, unknown>;
}

@ObjectType({ description: 'What the debtor may owe: his own limit with all that he owes, or that of the house with the case alone.' })
export class CaseLimit {
  @Field(() => Money) amount: Money;
  @Field(() => Money) exposure: Money;
  @Field(() => LimitStanding) standing: WordOf<typeof LimitStanding>;
  @Field(() => Boolean, { description: 'The debtor’s own; otherwise that of the house.' }) isOwn: boolean;
}

@ObjectType({ description: 'One case in a queue or a list, with the plain reasons for its rank.' })
export class CaseSummary {
  @Field(() => ID) id: string;
  @Field(() => String) reference: string;
  @Field(() => ClientName) client: ClientName;
  @Field(() => BrandStripe) brand: BrandStripe;
  @Field(() => Hat) hat: WordOf<typeof Hat>;
  @Field(() => CaseState) state: WordOf<typeof CaseState>;
  @Field(() => CaseStage) stage: WordOf<typeof CaseStage>;
  @Field(() => String) debtorName: string;
  @Field(() => DebtorKind) debtorKind: WordOf<typeof DebtorKind>;
  @Field(() => String, { nullable: true }) city: string | null;
  @Field(() => Money) open: Money;
  @Field(() => DayScalar, { nullable: true }) oldestDueOn: string | null;
  @Field(() => Int) daysLate: number;
  @Field(() => String, { nullable: true }) nextStep: string | null;
  @Field(() => DayScalar, { nullable: true }) nextStepOn: string | null;
  @Field(() => String, { nullable: true }) ownerName: string | null;
  @Field(() => LentCase, { nullable: true }) lent: LentCase | null;
  @Field(() => [String]) tags: string[];
  @Field(() => String) language: string;
  @Field(() => Int, { description: 'How complete the file of the debtor is, 0 to 100.' }) dataQuality: number;
  @Field(() => CaseLimit, { nullable: true, description: 'None on a closed case, or where the house has no limit.' })
  limit: CaseLimit | null;
  @Field(() => InstantScalar, { nullable: true, description: 'The last act that was done.' }) lastContactAt: string | null;
  @Field(() => [Reason], { description: 'Why this case, now: codes with facts, translated by the screen. At most three.' })
  reasons: Reason[];
}

@ObjectType({ description: 'A case that the queue gave to a collector, who alone works it until then.' })
export class TakenCase {
  @Field(() => ID) id: string;
  @Field(() => InstantScalar) claimedUntil: string;
}

@ObjectType()
export class CaseEdge {
  @Field(() => String) cursor: string;
  @Field(() => CaseSummary) node: CaseSummary;
}

@ObjectType()
export class CaseConnection {
  @Field(() => [CaseEdge]) edges: CaseEdge[];
  @Field(() => [CaseSummary]) nodes: CaseSummary[];
  @Field(() => PageInfo) pageInfo: PageInfo;
  @Field(() => Int, { nullable: true, description: 'Null above 10,000.' }) totalCount: number | null;
}
