import { Allowed, Ctx, Database, fromGlobalId, type RequestContext } from '@amiable/platform';
import { DecidePlan, ProposePlan } from '@amiable/resolution';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CasePage } from './case.agency.types';
import { CaseScreens } from './case-screens';
import { readPlanDesk } from './plan.agency.queries';
import { DecidePlanInput, PlanDesk, ProposePlanInput } from './plan.agency.types';

/** Plans on the console: proposed with a link, asked for outside the mandate, approved or refused. */
@Resolver(() => CasePage)
export class PlanAgencyResolver {
  constructor(
    private readonly database: Database,
    private readonly screens: CaseScreens,
    private readonly proposing: ProposePlan,
    private readonly deciding: DecidePlan,
  ) {}

  @ResolveField(() => PlanDesk)
  plans(@Ctx() ctx: RequestContext, @Parent() theCase: CasePage): Promise<PlanDesk> {
    const { clientId, id } = fromGlobalId('Case', theCase.id);
    ctx.enter(clientId);
    return this.database.inTenant(clientId, (db) => readPlanDesk(db, ctx, id));
  }

  @Mutation(() => CasePage)
  @Allowed('agree_plan', 'Case')
  proposePlan(@Ctx() ctx: RequestContext, @Args('input', { type: () => ProposePlanInput }) input: ProposePlanInput): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Case', input.caseId);
    const { instalments, firstDueOn, frequency, rounding, reason, idempotencyKey } = input;
    return this.screens.write(
      ctx,
      clientId,
      this.proposing,
      { caseId: id, instalments, firstDueOn, frequency, rounding, reason: reason ?? null },
      idempotencyKey,
    );
  }

  @Mutation(() => CasePage)
  @Allowed('decide', 'Plan')
  decidePlan(@Ctx() ctx: RequestContext, @Args('input', { type: () => DecidePlanInput }) input: DecidePlanInput): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Plan', input.planId);
    const { approved, reason, idempotencyKey } = input;
    return this.screens.write(ctx, clientId, this.deciding, { planId: id, approved, reason }, idempotencyKey);
  }
}
