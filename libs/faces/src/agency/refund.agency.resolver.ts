import { Case } from '@amiable/cases';
import { AskRefund, DecideRefund, excessOf, mayDecide, RecordRefund, refundLimit } from '@amiable/payments';
import { Allowed, Ctx, Database, fromGlobalId, moneyOf, toGlobalId, type RequestContext, type TenantDb } from '@amiable/platform';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CasePage } from './case.agency.types';
import { CaseScreens } from './case-screens';
import { AskRefundInput, DecideRefundInput, RecordRefundInput, RefundDesk } from './refund.agency.types';

/** What was paid too much, and its way back. */
@Resolver(() => CasePage)
export class RefundAgencyResolver {
  constructor(
    private readonly database: Database,
    private readonly screens: CaseScreens,
    private readonly asking: AskRefund,
    private readonly deciding: DecideRefund,
    private readonly recording: RecordRefund,
  ) {}

  @ResolveField(() => RefundDesk)
  refunds(@Ctx() ctx: RequestContext, @Parent() theCase: CasePage): Promise<RefundDesk> {
    const { clientId, id } = fromGlobalId('Case', theCase.id);
    ctx.enter(clientId);
    return this.database.inTenant(clientId, (db) => readRefundDesk(db, ctx, id));
  }

  @Mutation(() => CasePage, {
    description: 'Sends money that settled nothing back the way it came; above a limit another person approves.',
  })
  @Allowed('ask', 'Refund')
  askRefund(@Ctx() ctx: RequestContext, @Args('input', { type: () => AskRefundInput }) input: AskRefundInput): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Case', input.caseId);
    return this.screens.write(ctx, clientId, this.asking, { caseId: id, amount: input.amount, reason: input.reason }, input.idempotencyKey);
  }

  @Mutation(() => CasePage)
  @Allowed('approve', 'Refund')
  decideRefund(@Ctx() ctx: RequestContext, @Args('input', { type: () => DecideRefundInput }) input: DecideRefundInput): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Refund', input.refundId);
    const { approved, reason, idempotencyKey } = input;
    return this.screens.write(ctx, clientId, this.deciding, { refundId: id, approved, reason }, idempotencyKey);
  }

  @Mutation(() => CasePage, { description: 'A refund that was transferred by hand, from the statement of the trust account.' })
  @Allowed('record', 'Movement')
  recordRefund(@Ctx() ctx: RequestContext, @Args('input', { type: () => RecordRefundInput }) input: RecordRefundInput): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Refund', input.refundId);
    const { paidOn, bankReference, idempotencyKey } = input;
    return this.screens.write(ctx, clientId, this.recording, { refundId: id, paidOn, bankReference }, idempotencyKey);
  }
}

async function readRefundDesk(db: TenantDb, ctx: RequestContext, caseId: string): Promise<RefundDesk> {
  const { currency } = await db.find(Case, caseId);
  const excess = await excessOf(db, db.clientId, caseId);
  const rows = await db.rows(
    `select r.*, m.method from refunds r join movements m on m.client_id = r.client_id and m.id = r.movement_id
     where r.client_id = $1 and r.case_id = $2 order by r.asked_at desc, r.id desc`,
    [db.clientId, caseId],
  );
  const mayApprove = ctx.can('approve', 'Refund');
  return {
    excess: moneyOf(excess, currency),
    twoPersonsFrom: moneyOf(await refundLimit(db), currency),
    refunds: rows.map((row) => ({
      id: toGlobalId('Refund', db.clientId, row.id),
      state: row.state,
      amount: moneyOf(row.amount_minor, row.currency),
      method: row.method,
      reason: row.reason,
      askedByName: row.asked_by_name,
      askedAt: new Date(row.asked_at).toISOString(),
      decidedByName: row.decided_by_name,
      decision: row.decision,
      failure: row.failure,
      mayDecide:
        row.state === 'asked' && mayDecide({ amountMinor: row.amount_minor, askedBy: row.asked_by }, ctx.actor.id ?? '', mayApprove),
      mayRecord: row.state === 'approved' && (row.method === 'transfer' || row.method === 'cheque') && ctx.can('record', 'Movement'),
    })),
  };
}
