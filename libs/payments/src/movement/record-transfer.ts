import { Case } from '@amiable/cases';
import { dayOf, parseDecimal, Refusal, Temporal } from '@amiable/kernel';
import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { invoicesNamedBy } from '../transfer-reference/reference-invoices';
import { rfReferencesIn } from '../transfer-reference/selection-reference.rules';
import { recordMovements } from './record-movements';

export interface RecordTransferInput {
  readonly caseId: string;
  readonly amount: string;
  readonly receivedOn: string;
  /** What the bank line says; an RF reference in it that was given for chosen invoices settles these. */
  readonly bankReference: string;
  /** Paid to the client itself: no trust money moves, the fee is due all the same. */
  readonly direct: boolean;
}

export class BadReceipt extends Refusal {}

/** Virement reçu (or payment made directly to the client), entered by the accountant from the bank statement. */
@Injectable()
export class RecordTransfer extends UseCase<RecordTransferInput, { caseId: string }> {
  async run(ctx: RequestContext, db: TenantDb, input: RecordTransferInput) {
    const theCase = await db.lock(Case, input.caseId);
    ctx.may('record', 'Movement');
    const amountMinor = parseDecimal(input.amount);
    if (amountMinor <= 0n) throw new BadReceipt('NOT_AN_AMOUNT', { value: input.amount }, 'amount');
    if (Temporal.PlainDate.compare(input.receivedOn, dayOf(db.clock)) > 0) throw new BadReceipt('DAY_IN_FUTURE', {}, 'receivedOn');
    if (!input.bankReference.trim()) throw new BadReceipt('TEXT_MISSING', {}, 'bankReference');
    const recorded = await recordMovements(
      db,
      [
        {
          clientId: db.clientId,
          caseId: theCase.id,
          kind: 'payment',
          method: input.direct ? 'direct' : 'transfer',
          sourceKey: `${input.direct ? 'client_declared' : 'bank'}:${input.bankReference.trim()}`,
          amountMinor,
          providerFeeMinor: 0n,
          currency: theCase.currency,
          invoiceIds: await invoicesNamedBy(db, theCase.id, rfReferencesIn(input.bankReference)),
          effectiveOn: input.receivedOn,
        },
      ],
      undefined,
      ctx,
    );
    if (recorded === 0) throw new BadReceipt('RECEIPT_KNOWN', { value: input.bankReference }, 'bankReference');
    return { caseId: theCase.id };
  }
}
