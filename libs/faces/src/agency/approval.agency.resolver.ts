import { ReviseRefundLimit } from '@amiable/payments';
import { Allowed, Ctx, Database, type RequestContext } from '@amiable/platform';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { readApprovals } from './approval.agency.queries';
import { ApprovalDesk, ReviseRefundLimitInput } from './approval.agency.types';

/** Approbations: one list of all that waits for another person's word. What is decided on is `decidePlan` and `decideRefund`. */
@Resolver(() => ApprovalDesk)
export class ApprovalAgencyResolver {
  constructor(
    private readonly database: Database,
    private readonly limit: ReviseRefundLimit,
  ) {}

  @Query(() => ApprovalDesk)
  @Allowed('read', 'Approval')
  approvals(@Ctx() ctx: RequestContext): Promise<ApprovalDesk> {
    return this.database.acrossClients(ctx.portfolio, (db) => readApprovals(db, ctx));
  }

  @Mutation(() => ApprovalDesk, { description: 'From which amount on a refund takes two persons, for the whole house.' })
  @Allowed('set', 'ApprovalLimit')
  async reviseRefundLimit(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => ReviseRefundLimitInput }) { amount }: ReviseRefundLimitInput,
  ): Promise<ApprovalDesk> {
    await this.limit.run(ctx, amount);
    return this.approvals(ctx);
  }
}
