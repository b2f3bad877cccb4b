import { actsOf, Case, compareLedgers, disputeOf, type DifferenceAct } from '@amiable/cases';
import { NotFound, Refusal, toDecimal } from '@amiable/kernel';
import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { OpenDispute } from '../dispute/open-dispute';
import { AnswerInvoices } from '../invoice-answer/answer-invoices';
import { noteOf } from './difference-note';
import { storedLedgerOf } from './keep-supplier-ledger';
import { readOurLedger } from './read-our-ledger';

export interface AnswerDifferenceInput {
  readonly caseId: string;
  /** Key of the difference, as the comparison names it. */
  readonly difference: string;
  readonly act: DifferenceAct;
  /** For a promise: its day, `yyyy-mm-dd`. */
  readonly onDay?: string | null;
}

/** `DIFFERENCE_GONE`: the books have moved since the page was read, or it was answered already. */
export class DifferenceRefused extends Refusal {}

/** Écart traité: a difference between the books becomes a contestation, "already paid", or a promise. Compared anew before it is acted on. */
@Injectable()
export class AnswerDifference extends UseCase<AnswerDifferenceInput, { caseId: string }> {
  constructor(
    private readonly disputing: OpenDispute,
    private readonly answering: AnswerInvoices,
  ) {
    super();
  }

  async run(ctx: RequestContext, db: TenantDb, { caseId, difference: key, act, onDay }: AnswerDifferenceInput) {
    await db.lock(Case, caseId);
    const theirs = await storedLedgerOf(db, caseId);
    if (!theirs) throw new NotFound('Case');
    const ours = await readOurLedger(db, caseId);
    const difference = compareLedgers(ours, theirs.lines).differences.find((one) => one.key === key);
    if (!difference || theirs.acted.includes(key) || !actsOf(difference, ours.invoices).includes(act))
      throw new DifferenceRefused('DIFFERENCE_GONE');
    if (act === 'promise')
      await this.answering.run(ctx, db, { caseId, invoiceIds: [difference.ours!.id], answer: { kind: 'promised', onDay: onDay ?? '' } });
    else {
      const { invoice, amount, reason } = disputeOf(difference, ours.invoices)!;
      await this.disputing.run(ctx, db, {
        caseId,
        invoiceId: invoice.id,
        reason,
        amount: toDecimal(amount),
        note: noteOf(difference, ctx.language),
      });
    }
    await db.rows(`update supplier_ledgers set acted = array_append(acted, $3) where client_id = $1 and case_id = $2`, [
      db.clientId,
      caseId,
      key,
    ]);
    return { caseId };
  }
}
