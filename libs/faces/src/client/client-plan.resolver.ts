import { Allowed, Ctx, Database, fromGlobalId, moneyOf, Performer, RequestContext, toGlobalId } from '@amiable/platform';
import { DecidePlan, instalmentsOf, openPlan } from '@amiable/resolution';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ClientCaseQueries } from './client-case.queries';
import { ClientCase } from './client-case.types';
import { ClientDecidePlanInput, ClientPlanRequest } from './client-plan.types';

/** Payment plans the company has to know of before they are agreed, and answers where its mandate says so. */
@Resolver(() => ClientCase)
export class ClientPlanResolver {
  constructor(
    private readonly database: Database,
    private readonly queries: ClientCaseQueries,
    private readonly performer: Performer,
    private readonly deciding: DecidePlan,
  ) {}

  @ResolveField(() => ClientPlanRequest, { nullable: true })
  async planRequest(@Ctx() ctx: RequestContext, @Parent() theCase: ClientCase): Promise<ClientPlanRequest | null> {
    const { clientId, id } = fromGlobalId('Case', theCase.id);
    ctx.enter(clientId);
    return this.database.inTenant(clientId, async (db) => {
      const plan = await openPlan(db, id);
      if (plan?.state !== 'requested') return null;
      const parts = await instalmentsOf(db, plan);
      return {
        id: toGlobalId('Plan', clientId, plan.id),
        frequency: plan.frequency,
        total: moneyOf(plan.totalMinor, plan.currency),
        parts: parts.map((i) => ({ number: i.number, dueOn: i.dueOn.toString(), amount: moneyOf(i.amountMinor, plan.currency) })),
        reason: plan.reason,
        answerBy: plan.answerBy!.toString(),
        waitsOnUs: plan.approver === 'client',
      };
    });
  }

  @Mutation(() => ClientCase, { description: 'Approves or refuses a payment plan outside the mandate; the debtor is told.' })
  @Allowed('decide', 'Plan')
  async decidePlan(@Ctx() ctx: RequestContext, @Args('input') input: ClientDecidePlanInput): Promise<ClientCase> {
    const { approved, reason, idempotencyKey } = input;
    const { clientId, id: planId } = fromGlobalId('Plan', input.planId);
    const { caseId } = await this.performer.perform(ctx, clientId, this.deciding, { planId, approved, reason }, idempotencyKey);
    return this.queries.theCase(ctx, caseId);
  }
}
