import { RecordCreditLimit } from '@amiable/cases';
import { readCreditLimit } from '@amiable/insights';
import { Allowed, Ctx, Database, fromGlobalId, Performer, type RequestContext } from '@amiable/platform';
import { Args, InputType, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { creditLimitOf, CreditLimitFace, CreditLimitInput } from '../credit-limit.types';
import { ClientCaseQueries } from './client-case.queries';
import { ClientCase } from './client-case.types';

@ObjectType({ description: 'What the company lets this debtor owe, and what of it is used.' })
export class ClientCreditLimit extends CreditLimitFace {}

@InputType()
export class ClientCreditLimitInput extends CreditLimitInput {}

/** Encours autorisé: the company's own decision about its debtor. */
@Resolver(() => ClientCase)
export class ClientLimitResolver {
  constructor(
    private readonly database: Database,
    private readonly queries: ClientCaseQueries,
    private readonly performer: Performer,
    private readonly limiting: RecordCreditLimit,
  ) {}

  @ResolveField(() => ClientCreditLimit, { nullable: true })
  async creditLimit(@Ctx() ctx: RequestContext, @Parent() theCase: ClientCase): Promise<ClientCreditLimit | null> {
    const { clientId, id } = fromGlobalId('Case', theCase.id);
    ctx.enter(clientId);
    const limit = await this.database.inTenant(clientId, async (db) => {
      const row = await db.row<{ debtor_id: string }>(`select debtor_id from cases where client_id = $1 and id = $2`, [clientId, id]);
      return row ? readCreditLimit(db, row.debtor_id) : null;
    });
    return limit && creditLimitOf(limit);
  }

  @Mutation(() => ClientCase, { description: 'What the company lets the debtor owe from today on.' })
  @Allowed('limit', 'Case')
  async recordCreditLimit(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => ClientCreditLimitInput }) { caseId: asked, amount, source, until, idempotencyKey }: ClientCreditLimitInput,
  ): Promise<ClientCase> {
    const { clientId, id } = fromGlobalId('Case', asked);
    const { caseId } = await this.performer.perform(
      ctx,
      clientId,
      this.limiting,
      { caseId: id, amount, source, until: until ?? null },
      idempotencyKey,
    );
    return this.queries.theCase(ctx, caseId);
  }
}
