import { Case, requireNotClosed } from '@amiable/cases';
import { parseDecimal, toDecimal } from '@amiable/kernel';
import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import type { DisputeReason } from '../dispute/dispute.entity';
import { disputeAnswerBy, DisputeRefused, openDisputes } from '../dispute/open-disputes';
import { AnswerNotTaken } from './answer.errors';
import { invoicesOfCase, type OpenInvoice } from './invoices-of-case';
import type { JoinedFile } from './joined-file';
import { writeAnswer } from './write-answer';

export interface ContestInvoicesInput {
  readonly caseId: string;
  readonly reason: DisputeReason;
  readonly invoiceIds: readonly string[];
  /** The part contested; only with one invoice. Empty: all of what is open. */
  readonly amount: string;
  /** What would be right; only with one invoice. Contests what is above it. */
  readonly rightAmount: string;
  readonly note: string | null;
  readonly files: readonly JoinedFile[];
}

/**
 * Contestation by the debtor of one invoice, a part of it, or many at once: each becomes a dispute of its own and is frozen; the rest
 * goes on. Lines that are paid or contested already are left as they are. Answers how many were taken.
 */
@Injectable()
export class ContestInvoices extends UseCase<ContestInvoicesInput, { answerId: string; answered: number }> {
  async run(ctx: RequestContext, db: TenantDb, input: ContestInvoicesInput) {
    const theCase = await db.lock(Case, input.caseId);
    ctx.may('dispute', theCase);
    requireNotClosed(theCase);
    const invoices = await contestable(db, theCase.id, input.invoiceIds);
    const typed = input.rightAmount.trim() ? 'rightAmount' : input.amount.trim() ? 'amount' : null;
    if (typed && invoices.length > 1) throw new AnswerNotTaken('AMOUNT_NEEDS_ONE_INVOICE', {}, typed);
    if (input.reason === 'other' && !input.note?.trim()) throw new AnswerNotTaken('TEXT_MISSING', {}, 'note');
    const [first] = invoices;
    const rightMinor = typed === 'rightAmount' ? amountOf(input.rightAmount, 'rightAmount') : null;
    const limits = { amount: toDecimal(first!.openMinor), currency: theCase.currency };
    if (rightMinor !== null && rightMinor >= first!.openMinor) throw new AnswerNotTaken('RIGHT_AMOUNT_NOT_LESS', limits, 'rightAmount');
    const partMinor = rightMinor !== null ? first!.openMinor - rightMinor : typed ? amountOf(input.amount, 'amount') : null;
    const contested = partMinor ?? invoices.reduce((sum, { openMinor }) => sum + openMinor, 0n);
    const answer = await writeAnswer(db, ctx, theCase, {
      kind: 'dispute',
      state: 'open',
      facts: {
        reason: input.reason,
        invoiceNumbers: invoices.map(({ number }) => number).join(', '),
        amount: toDecimal(contested),
        currency: theCase.currency,
        rightAmount: rightMinor === null ? null : toDecimal(rightMinor),
        dueOn: await disputeAnswerBy(db, theCase),
      },
      note: input.note,
      files: input.files,
      clientSees: true,
    });
    await openDisputes(db, ctx, theCase, {
      reason: input.reason,
      note: input.note,
      answerId: answer.id,
      invoices: invoices.map(({ id }) => ({ invoiceId: id, amountMinor: partMinor, rightMinor })),
    });
    return { answerId: answer.id, answered: invoices.length };
  }
}

/** Of the invoices named, those that are open and not contested. Throws when none is left. */
async function contestable(db: TenantDb, caseId: string, ids: readonly string[]): Promise<OpenInvoice[]> {
  const chosen = await invoicesOfCase(db, caseId, ids);
  const open = chosen.filter(({ openMinor, askedMinor }) => openMinor > 0n && askedMinor === openMinor);
  if (open.length > 0) return open;
  if (chosen.some(({ openMinor, askedMinor }) => askedMinor < openMinor))
    throw new DisputeRefused('DISPUTE_ALREADY_OPEN', {}, 'invoiceIds');
  throw new AnswerNotTaken('NO_INVOICE_CHOSEN', {}, 'invoiceIds');
}

function amountOf(text: string, field: string): bigint {
  try {
    const minor = parseDecimal(text);
    if (minor >= 0n) return minor;
  } catch {
    // said below, with its field
  }
  throw new AnswerNotTaken('NOT_AN_AMOUNT', {}, field);
}
