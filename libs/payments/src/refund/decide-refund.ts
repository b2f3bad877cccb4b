import { toDecimal } from '@amiable/kernel';
import { move, publish, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { Refund } from './refund.entity';
import { RefundRefused } from './refund.errors';
import { mayDecide } from './refund.rules';
import { refundStates } from './refund.states';

export interface DecideRefundInput {
  readonly refundId: string;
  readonly approved: boolean;
  readonly reason: string;
}

/** Remboursement décidé by somebody else than who asked for it. Approved, it is sent by the worker. Throws Forbidden, RefundRefused, NoSuchTransition. */
@Injectable()
export class DecideRefund extends UseCase<DecideRefundInput, { caseId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { refundId, approved, reason }: DecideRefundInput) {
    const refund = await db.lock(Refund, refundId);
    ctx.may('approve', 'Refund');
    if (!mayDecide(refund, ctx.actor.id!, true)) throw new RefundRefused('REFUND_NEEDS_ANOTHER');
    const words = reason.trim().slice(0, 500);
    if (!approved && !words) throw new RefundRefused('TEXT_MISSING', {}, 'reason');
    const facts = { amount: toDecimal(refund.amountMinor), currency: refund.currency, note: words || null };
    await move(db, ctx, refundStates, refund, approved ? 'approved' : 'refused', {
      kind: approved ? 'refund.approved' : 'refund.refused',
      facts,
    });
    Object.assign(refund, { decidedBy: ctx.actor.id, decidedByName: ctx.actor.name, decidedAt: db.clock.now(), decision: words || null });
    await db.of(Refund).save(refund);
    if (approved) await publish(db, { topic: 'refund.send', key: `refund.send:${refund.id}`, payload: { refundId: refund.id } });
    return { caseId: refund.caseId };
  }
}
