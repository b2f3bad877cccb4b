import { Case, requireNotClosed } from '@amiable/cases';
import { parseDecimal } from '@amiable/kernel';
import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import type { DisputeReason } from './dispute.entity';
import { openDisputes } from './open-disputes';

export interface OpenDisputeInput {
  readonly caseId: string;
  readonly invoiceId: string;
  readonly reason: DisputeReason;
  readonly amount?: string | null;
  readonly note?: string | null;
}

/** Litige ouvert by a collector on an invoice or a part of it: nothing more is asked for that part until it is answered. */
@Injectable()
export class OpenDispute extends UseCase<OpenDisputeInput, { caseId: string; disputeId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId, invoiceId, reason, amount, note }: OpenDisputeInput) {
    const theCase = await db.lock(Case, caseId);
    ctx.may('dispute', theCase);
    requireNotClosed(theCase);
    const invoices = [{ invoiceId, amountMinor: amount ? parseDecimal(amount) : null }];
    const [disputeId] = await openDisputes(db, ctx, theCase, { reason, note: note ?? null, answerId: null, invoices });
    return { caseId: theCase.id, disputeId: disputeId! };
  }
}
