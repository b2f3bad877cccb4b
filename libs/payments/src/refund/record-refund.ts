import { dayOf, Temporal, toDecimal } from '@amiable/kernel';
import { move, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { recordMovements } from '../movement/record-movements';
import { Refund } from './refund.entity';
import { RefundRefused } from './refund.errors';
import { refundStates } from './refund.states';

export interface RecordRefundInput {
  readonly refundId: string;
  readonly paidOn: string;
  /** What the bank line says. */
  readonly bankReference: string;
}

/** Remboursement viré by hand: what came by transfer or cheque goes back from the trust account, entered from its statement. Throws RefundRefused. */
@Injectable()
export class RecordRefund extends UseCase<RecordRefundInput, { caseId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { refundId, paidOn, bankReference }: RecordRefundInput) {
    const refund = await db.lock(Refund, refundId);
    ctx.may('record', 'Movement');
    const reference = bankReference.trim();
    if (!reference) throw new RefundRefused('TEXT_MISSING', {}, 'bankReference');
    if (Temporal.PlainDate.compare(paidOn, dayOf(db.clock)) > 0) throw new RefundRefused('DAY_IN_FUTURE', {}, 'paidOn');
    const came = (await db.row<{ method: 'card' | 'sepa_debit' | 'transfer' | 'cheque'; source_key: string }>(
      `select method, source_key from movements where client_id = $1 and id = $2`,
      [db.clientId, refund.movementId],
    ))!;
    if (came.method !== 'transfer' && came.method !== 'cheque') throw new RefundRefused('REFUND_NOT_BY_HAND');
    const sourceKey = `bank:refund:${reference}`;
    const facts = { amount: toDecimal(refund.amountMinor), currency: refund.currency };
    await move(db, ctx, refundStates, refund, 'done', { kind: 'refund.sent', facts });
    const recorded = await recordMovements(
      db,
      [
        {
          clientId: db.clientId,
          caseId: refund.caseId,
          kind: 'refund',
          method: came.method,
          sourceKey,
          reversesKey: came.source_key,
          amountMinor: -refund.amountMinor,
          providerFeeMinor: 0n,
          currency: refund.currency,
          effectiveOn: paidOn,
        },
      ],
      undefined,
      ctx,
    );
    if (recorded === 0) throw new RefundRefused('NOTHING_TO_REFUND', {}, 'bankReference'); // this line is another refund's
    await db.of(Refund).save(Object.assign(refund, { providerRef: sourceKey }));
    return { caseId: refund.caseId };
  }
}
