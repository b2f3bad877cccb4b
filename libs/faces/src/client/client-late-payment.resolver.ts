import { lateSums, readLatePayment } from '@amiable/cases';
import { dayOf } from '@amiable/kernel';
import { Ctx, Database, DayScalar, fromGlobalId, Money, moneyOf, type RequestContext } from '@amiable/platform';
import { Field, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ClientCase } from './client-case.types';

@ObjectType({ description: 'What has accrued beside the principal as of a day: claimable, said apart, part of no other figure.' })
export class ClientLatePayment {
  @Field(() => DayScalar) asOf: string;
  @Field(() => Money) interest: Money;
  @Field(() => Money) indemnity: Money;
  @Field(() => Money) penalty: Money;
  @Field(() => Money) total: Money;
  @Field(() => Boolean, { description: 'At the last published rate.' }) provisional: boolean;
}

@Resolver(() => ClientCase)
export class ClientLatePaymentResolver {
  constructor(private readonly database: Database) {}

  @ResolveField(() => ClientLatePayment)
  async latePayment(@Ctx() ctx: RequestContext, @Parent() theCase: ClientCase): Promise<ClientLatePayment> {
    const { clientId, id } = fromGlobalId('Case', theCase.id);
    ctx.enter(clientId);
    const late = await this.database.inTenant(clientId, (db) => readLatePayment(db, clientId, id, dayOf(db.clock)));
    return lateSums(late, (minor) => moneyOf(minor, late.currency));
  }
}
