import { Case } from '@amiable/cases';
import { newId, parseDecimal, toDecimal } from '@amiable/kernel';
import { publish, tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { Refund } from './refund.entity';
import { RefundRefused } from './refund.errors';
import { excessOf, refundableMovements } from './refund.queries';
import { goesAtOnce } from './refund.rules';
import { refundLimit } from './revise-refund-limit';

export interface AskRefundInput {
  readonly caseId: string;
  readonly amount: string;
  readonly reason: string;
}

/**
 * Remboursement demandé: what a payer gave beyond what he owed goes back the way it came (C. civ. 1302). Below the limit whoever may
 * approve lets it go at once; otherwise another person decides. Throws Forbidden, RefundRefused.
 */
@Injectable()
export class AskRefund extends UseCase<AskRefundInput, { caseId: string; refundId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId, amount, reason }: AskRefundInput) {
    const theCase = await db.lock(Case, caseId);
    ctx.may('ask', 'Refund');
    const amountMinor = parseDecimal(amount);
    const words = reason.trim().slice(0, 500);
    if (!words) throw new RefundRefused('TEXT_MISSING', {}, 'reason');
    if (amountMinor <= 0n) throw new RefundRefused('NOT_AN_AMOUNT', { value: amount }, 'amount');
    const excess = await excessOf(db, db.clientId, caseId);
    const { currency } = theCase;
    if (excess === 0n) throw new RefundRefused('NOTHING_TO_REFUND');
    if (amountMinor > excess) throw new RefundRefused('REFUND_TOO_LARGE', { amount: toDecimal(excess), currency }, 'amount');
    const movements = await refundableMovements(db, db.clientId, caseId);
    const movement = movements.find(({ left_minor }) => left_minor >= amountMinor);
    if (!movement) {
      const most = movements.reduce((largest, { left_minor }) => (left_minor > largest ? left_minor : largest), 0n);
      throw new RefundRefused('REFUND_SPLIT', { amount: toDecimal(most), currency }, 'amount');
    }
    const atOnce = goesAtOnce(amountMinor, ctx.can('approve', 'Refund'), await refundLimit(db));
    const now = db.clock.now();
    const refund = db.of(Refund).create({
      clientId: db.clientId,
      id: newId(),
      caseId,
      movementId: movement.id,
      state: atOnce ? 'approved' : 'asked',
      amountMinor,
      currency,
      reason: words,
      askedBy: ctx.actor.id!,
      askedByName: ctx.actor.name ?? '',
      askedAt: now,
      decidedBy: atOnce ? ctx.actor.id : null,
      decidedByName: atOnce ? ctx.actor.name : null,
      decidedAt: atOnce ? now : null,
      decision: null,
      providerRef: null,
      failure: null,
    });
    await db.of(Refund).insert(refund);
    await tell(db, ctx, {
      caseId,
      kind: atOnce ? 'refund.approved' : 'refund.asked',
      facts: { amount: toDecimal(amountMinor), currency, note: words },
    });
    if (atOnce) await publish(db, { topic: 'refund.send', key: `refund.send:${refund.id}`, payload: { refundId: refund.id } });
    return { caseId, refundId: refund.id };
  }
}
