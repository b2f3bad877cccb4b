import { Case, pauseCase, planWork, requireNotClosed } from '@amiable/cases';
import { dayOf, parseDecimal, Temporal, toDecimal } from '@amiable/kernel';
import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { AnswerNotTaken } from './answer.errors';
import { oldestPaymentDays } from './answer.rules';
import { invoicesOfCase } from './invoices-of-case';
import type { JoinedFile } from './joined-file';
import { writeAnswer } from './write-answer';

export const paidBy = ['transfer', 'card', 'sepa_debit', 'cheque', 'cash', 'other'] as const;

export interface ClaimPaidInput {
  readonly caseId: string;
  readonly paidOn: string;
  readonly means: (typeof paidBy)[number];
  readonly amount: string;
  readonly reference: string | null;
  /** The invoices it was for; empty for the whole case. */
  readonly invoiceIds: readonly string[];
  readonly note: string | null;
  readonly files: readonly JoinedFile[];
}

/** « J’ai déjà payé »: nobody is reminded while somebody looks for the money; a collector is asked to look. */
@Injectable()
export class ClaimPaid extends UseCase<ClaimPaidInput, { answerId: string }> {
  async run(ctx: RequestContext, db: TenantDb, input: ClaimPaidInput) {
    const theCase = await db.lock(Case, input.caseId);
    ctx.may('answer', theCase);
    requireNotClosed(theCase);
    const today = dayOf(db.clock);
    const amountMinor = parseDecimal(input.amount);
    if (amountMinor <= 0n) throw new AnswerNotTaken('NOT_AN_AMOUNT', {}, 'amount');
    const paidOn = Temporal.PlainDate.from(input.paidOn);
    if (Temporal.PlainDate.compare(paidOn, today) > 0) throw new AnswerNotTaken('DAY_IN_FUTURE', {}, 'paidOn');
    if (paidOn.until(today).days > oldestPaymentDays) throw new AnswerNotTaken('DAY_TOO_OLD', {}, 'paidOn');
    const invoices = await invoicesOfCase(db, theCase.id, input.invoiceIds);
    const answer = await writeAnswer(db, ctx, theCase, {
      kind: 'already_paid',
      state: 'open',
      facts: {
        paidOn: paidOn.toString(),
        means: input.means,
        amount: toDecimal(amountMinor),
        currency: theCase.currency,
        bankReference: input.reference?.trim().slice(0, 100) || null,
        invoiceNumbers: invoices.map(({ number }) => number).join(', ') || null,
      },
      note: input.note,
      files: input.files,
      clientSees: true,
    });
    await pauseCase(db, ctx, theCase, { kind: 'payment_claimed', until: answer.followUpOn });
    await planWork(db, { caseId: theCase.id, dueOn: today, why: 'payment_claimed' });
    return { answerId: answer.id };
  }
}
