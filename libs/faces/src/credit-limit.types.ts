import type { CreditLimit } from '@amiable/insights';
import { DayScalar, DecimalScalar, Money, moneyOf } from '@amiable/platform';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

/** What both audiences see of a limit; each has a type of its own. */
@ObjectType({ isAbstract: true })
export abstract class CreditLimitFace {
  @Field(() => Money) amount: Money;
  @Field(() => Money, { description: 'All that the debtor owes this client, due or not.' }) exposure: Money;
  @Field(() => Int, { description: 'Percent of the limit, rounded up; of a limit of nothing 100 or more.' }) usedPercent: number;
  @Field(() => String) source: string;
  @Field(() => DayScalar, { nullable: true, description: 'The last day it holds.' }) until: string | null;
  @Field(() => Boolean, { description: 'Its last day has gone by.' }) isOver: boolean;
}

@InputType({ isAbstract: true })
export abstract class CreditLimitInput {
  @Field(() => ID) caseId: string;
  @Field(() => DecimalScalar) amount: string;
  @Field(() => String, { description: 'Who decided.' }) source: string;
  @Field(() => DayScalar, { nullable: true, description: 'The last day it holds; none: until another.' }) until?: string | null;
  @Field(() => String) idempotencyKey: string;
}

export function creditLimitOf({ amountMinor, exposureMinor, currency, source, until, isOver }: CreditLimit): CreditLimitFace {
  return {
    amount: moneyOf(amountMinor, currency),
    exposure: moneyOf(exposureMinor, currency),
    usedPercent: amountMinor === 0n ? (exposureMinor > 0n ? 101 : 100) : Number((exposureMinor * 100n + amountMinor - 1n) / amountMinor),
    source,
    until,
    isOver,
  };
}
