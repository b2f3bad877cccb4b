import { Case, requireNotClosed } from '@amiable/cases';
import { Mandate } from '@amiable/clients';
import { dayOf, parseDecimal, Temporal, toDecimal } from '@amiable/kernel';
import { queueMessage } from '@amiable/outreach';
import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { promiseLines } from '../invoice-answer/promise-lines';
import { PromiseInPast, PromiseTooLarge, PromiseTooLate } from '../promise/promise.errors';
import { RecordPromise } from '../promise/record-promise';
import { AnswerNotTaken } from './answer.errors';
import { farthestDaysOf } from './answer.rules';
import { invoicesOfCase, type OpenInvoice } from './invoices-of-case';
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
 * Promesse made by the debtor himself, inside the policy: nobody reminds him before its day, and a message confirms it. For lines it is
 * the last word on each of them, and the case promises the next of all days given; for the whole case one promise stands at a time.
 * Throws PromiseTooLarge, PromiseTooLate, PromiseInPast, PromiseAlreadyOpen, AnswerNotTaken.
 */
@Injectable()
export class PromiseToPay extends UseCase<PromiseToPayInput, { answerId: string; answered: number }> {
  constructor(private readonly recording: RecordPromise) {
    super();
  }

  async run(ctx: RequestContext, db: TenantDb, input: PromiseToPayInput) {
    const { caseId, source } = input;
    const theCase = await db.lock(Case, caseId);
    ctx.may('promise', theCase);
    requireNotClosed(theCase);
    const { amountMinor, invoices } = await wantedAmount(db, theCase, input);
    const dueOn = dayFrom(input.dueOn);
    const ahead = dayOf(db.clock).until(dueOn).days;
    if (ahead < 0) throw new PromiseInPast();
    const farthest = farthestDaysOf(source, await db.find(Mandate, theCase.mandateId));
    if (ahead > farthest) throw new PromiseTooLate(farthest);
    const wanted =
      invoices.length === 0
        ? { amountMinor, dueOn: dueOn.toString(), invoiceIds: [] }
        : await promiseLines(db, ctx, theCase, {
            invoiceIds: invoices.map(({ id }) => id),
            kind: source === 'promise' ? 'promised' : 'in_process',
            onDay: dueOn.toString(),
          });
    if (wanted) await this.recording.run(ctx, db, { ...wanted, caseId, source, amount: toDecimal(wanted.amountMinor) });
    const answer = await writeAnswer(db, ctx, theCase, {
      kind: source,
      state: 'done',
      facts: {
        amount: toDecimal(amountMinor),
        currency: theCase.currency,
        dueOn: dueOn.toString(),
        invoiceNumbers: invoices.map(({ number }) => number).join(', ') || null,
      },
      clientSees: true,
    });
    if (wanted) await queueMessage(db, { caseId, template: 'promise_confirmation', note: null });
    return { answerId: answer.id, answered: invoices.length };
  }
}

function dayFrom(text: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    throw new AnswerNotTaken('NOT_A_DAY', {}, 'dueOn');
  }
}

/** What the promise is worth, minor units: the invoices chosen, the part typed, or all that is asked for now. */
export async function wantedAmount(
  db: TenantDb,
  theCase: Case,
  { invoiceIds, amount }: Pick<PromiseToPayInput, 'invoiceIds' | 'amount'>,
): Promise<{ amountMinor: bigint; invoices: readonly OpenInvoice[] }> {
  const disputed = (await db.row<{ minor: bigint }>(
    `select coalesce(sum(disputed_minor), 0)::bigint as minor from invoices where client_id = $1 and case_id = $2`,
    [db.clientId, theCase.id],
  ))!.minor;
  const asked = theCase.openMinor - disputed;
  if (asked <= 0n) throw new AnswerNotTaken('NOTHING_OWED');
  if (invoiceIds.length === 0) {
    const amountMinor = amount.trim() ? parseDecimal(amount) : asked;
    if (amountMinor <= 0n || amountMinor > asked) throw new PromiseTooLarge(asked, theCase.currency);
    return { amountMinor, invoices: [] };
  }
  const invoices = (await invoicesOfCase(db, theCase.id, invoiceIds)).filter(({ askedMinor }) => askedMinor > 0n);
  const sum = invoices.reduce((total, { askedMinor }) => total + askedMinor, 0n);
  // A credit note of the case may leave less than its invoices add up to.
  if (sum <= 0n) throw new AnswerNotTaken('NOTHING_OWED', {}, 'invoiceIds');
  return { amountMinor: sum > asked ? asked : sum, invoices };
}
