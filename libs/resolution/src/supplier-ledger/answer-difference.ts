import { actsOf, Case, compareLedgers, disputeOf, type DifferenceAct } from '@amiable/cases';
import { NotFound, Refusal, toDecimal } from '@amiable/kernel';
import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { ContestInvoices } from '../answer/contest-invoices';
import { PromiseToPay } from '../answer/promise-to-pay';
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

type Contested = NonNullable<ReturnType<typeof disputeOf>>;

/** `DIFFERENCE_GONE`: the books have moved since the page was read, or it was answered already. */
export class DifferenceRefused extends Refusal {}

/** Écart traité: a difference between the books becomes a contestation, "already paid", or a promise. Compared anew before it is acted on. */
@Injectable()
export class AnswerDifference extends UseCase<AnswerDifferenceInput, { caseId: string; answerId: string }> {
  constructor(
    private readonly contesting: ContestInvoices,
    private readonly promising: PromiseToPay,
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
    const { answerId } =
      act === 'promise'
        ? await this.promising.run(ctx, db, {
            caseId,
            source: 'promise',
            dueOn: onDay ?? '',
            invoiceIds: [difference.ours!.id],
            amount: '',
          })
        : await this.contest(ctx, db, caseId, disputeOf(difference, ours.invoices)!, noteOf(difference, ctx.language));
    await db.rows(`update supplier_ledgers set acted = array_append(acted, $3) where client_id = $1 and case_id = $2`, [
      db.clientId,
      caseId,
      key,
    ]);
    return { caseId, answerId };
  }

  private contest(ctx: RequestContext, db: TenantDb, caseId: string, { invoice, amount, reason }: Contested, note: string) {
    const part = amount === invoice.open ? '' : toDecimal(amount);
    return this.contesting.run(ctx, db, { caseId, reason, invoiceIds: [invoice.id], amount: part, rightAmount: '', note, files: [] });
  }
}
