import { Case, requireNotClosed } from '@amiable/cases';
import { dayOf, parseDecimal, Temporal, toDecimal } from '@amiable/kernel';
import { queueMessage } from '@amiable/outreach';
import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { PromiseTooLarge, PromiseTooLate } from '../promise/promise.errors';
import { RecordPromise } from '../promise/record-promise';
import { AnswerNotTaken } from './answer.errors';
import { farthestDays } from './answer.rules';
import { invoicesOfCase } from './invoices-of-case';
import { writeAnswer } from './write-answer';

export interface PromiseToPayInput {
  readonly caseId: string;
  /** A day of the debtor's choice, or the day of a company's payment run. */
  readonly source: 'promise' | 'payment_run';
  readonly dueOn: string;
  /** For these invoices; empty for all. */
  readonly invoiceIds: readonly string[];
  /** Only without invoices: a part of the whole. Empty: all that is asked for. */
  readonly amount: string;
}

/**
 * Promesse made by the debtor himself, inside the policy: nobody reminds him before its day, and a message confirms it.
 * Throws PromiseTooLarge, PromiseTooLate, PromiseInPast, PromiseAlreadyOpen, AnswerNotTaken.
 */
@Injectable()
export class PromiseToPay extends UseCase<PromiseToPayInput, { answerId: string }> {
  constructor(private readonly recording: RecordPromise) {
    super();
  }

  async run(ctx: RequestContext, db: TenantDb, input: PromiseToPayInput) {
    const { caseId, source } = input;
    const theCase = await db.lock(Case, caseId);
    ctx.may('promise', theCase);
    requireNotClosed(theCase);
    const { amountMinor, numbers } = await wantedAmount(db, theCase, input);
    const dueOn = Temporal.PlainDate.from(input.dueOn);
    if (dayOf(db.clock).until(dueOn).days > farthestDays[source]) throw new PromiseTooLate(farthestDays[source]);
    await this.recording.run(ctx, db, {
      caseId,
      amount: toDecimal(amountMinor),
      dueOn: dueOn.toString(),
      source,
      invoiceIds: input.invoiceIds,
    });
    const answer = await writeAnswer(db, ctx, theCase, {
      kind: source,
      state: 'done',
      facts: {
        amount: toDecimal(amountMinor),
        currency: theCase.currency,
        dueOn: dueOn.toString(),
        invoiceNumbers: numbers.join(', ') || null,
      },
      clientSees: true,
    });
    await queueMessage(db, { caseId, template: 'promise_confirmation', note: null });
    return { answerId: answer.id };
  }
}

/** What the promise is worth, minor units: the invoices chosen, the part typed, or all that is asked for now. */
export async function wantedAmount(
  db: TenantDb,
  theCase: Case,
  { invoiceIds, amount }: Pick<PromiseToPayInput, 'invoiceIds' | 'amount'>,
): Promise<{ amountMinor: bigint; numbers: string[] }> {
  const disputed = (await db.row<{ minor: bigint }>(
    `select coalesce(sum(disputed_minor), 0)::bigint as minor from invoices where client_id = $1 and case_id = $2`,
    [db.clientId, theCase.id],
  ))!.minor;
  const asked = theCase.openMinor - disputed;
  if (asked <= 0n) throw new AnswerNotTaken('NOTHING_OWED');
  if (invoiceIds.length === 0) {
    const amountMinor = amount.trim() ? parseDecimal(amount) : asked;
    if (amountMinor <= 0n || amountMinor > asked) throw new PromiseTooLarge(asked, theCase.currency);
    return { amountMinor, numbers: [] };
  }
  const invoices = (await invoicesOfCase(db, theCase.id, invoiceIds)).filter(({ askedMinor }) => askedMinor > 0n);
  const sum = invoices.reduce((total, { askedMinor }) => total + askedMinor, 0n);
  // A credit note of the case may leave less than its invoices add up to.
  if (sum <= 0n) throw new AnswerNotTaken('NOTHING_OWED', {}, 'invoiceIds');
  return { amountMinor: sum > asked ? asked : sum, numbers: invoices.map(({ number }) => number) };
}
