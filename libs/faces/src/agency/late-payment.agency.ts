import { lateSums, readLatePayment } from '@amiable/cases';
import { dayOf } from '@amiable/kernel';
import { Ctx, Database, DayScalar, DecimalScalar, fromGlobalId, Money, moneyOf, type RequestContext } from '@amiable/platform';
import { Field, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CasePage } from './case.agency.types';

@ObjectType()
export class LateSegmentOfCase {
  @Field(() => DayScalar) from: string;
  @Field(() => DayScalar) until: string;
  @Field(() => Int) days: number;
  @Field(() => Money) base: Money;
  @Field(() => DecimalScalar) ratePercent: string;
}

@ObjectType()
export class LateLineOfCase {
  @Field(() => String) invoiceNumber: string;
  @Field(() => Int) days: number;
  @Field(() => Money) interest: Money;
  @Field(() => Money) indemnity: Money;
  @Field(() => Money) penalty: Money;
  @Field(() => [LateSegmentOfCase]) segments: LateSegmentOfCase[];
}

@ObjectType({
  description:
    'What has accrued beside the principal as of a day. Claimable, said apart, and taken on no page: payments go to the principal.',
})
export class LatePaymentOfCase {
  @Field(() => DayScalar) asOf: string;
  @Field(() => Money) interest: Money;
  @Field(() => Money) indemnity: Money;
  @Field(() => Money) penalty: Money;
  @Field(() => Money) total: Money;
  @Field(() => Boolean, { description: 'The rate of a half-year is not published yet; the last one is carried on.' }) provisional: boolean;
  @Field(() => String, { nullable: true, description: 'Why nothing is claimed: a code, translated by the screen.' }) nothing: string | null;
  @Field(() => [LateLineOfCase]) lines: LateLineOfCase[];
}

@Resolver(() => CasePage)
export class LatePaymentAgencyResolver {
  constructor(private readonly database: Database) {}

  @ResolveField(() => LatePaymentOfCase)
  async latePayment(@Ctx() ctx: RequestContext, @Parent() theCase: CasePage): Promise<LatePaymentOfCase> {
    const { clientId, id } = fromGlobalId('Case', theCase.id);
    ctx.enter(clientId);
    const late = await this.database.inTenant(clientId, (db) => readLatePayment(db, clientId, id, dayOf(db.clock)));
    const money = (minor: bigint) => moneyOf(minor, late.currency);
    return {
      ...lateSums(late, money),
      nothing: late.nothing,
      lines: late.lines.map((line) => ({
        invoiceNumber: line.number,
        days: line.days,
        interest: money(line.interestMinor),
        indemnity: money(line.indemnityMinor),
        penalty: money(line.penaltyMinor),
        segments: line.segments.map(({ baseMinor, ...segment }) => ({ ...segment, base: money(baseMinor) })),
      })),
    };
  }
}
