import { Case, requireNotClosed } from '@amiable/cases';
import { dayOf, NotFound, Refusal, Temporal, toDate, toDecimal } from '@amiable/kernel';
import { move, tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { OpenDispute } from '../dispute/open-dispute';
import type { DisputeReason } from '../dispute/dispute.entity';
import { PromiseInPast, PromiseTooLate } from '../promise/promise.errors';
import { PaymentPromise } from '../promise/promise.entity';
import { farthestPromiseDays } from '../promise/promise.rules';
import { promiseStates } from '../promise/promise.states';
import { RecordPromise } from '../promise/record-promise';
import { nextPromiseOf } from './invoice-answer.rules';

export interface AnswerInvoicesInput {
  readonly caseId: string;
  readonly invoiceIds: readonly string[];
  readonly answer:
    | { readonly kind: 'promised' | 'in_process'; readonly onDay: string }
    | { readonly kind: 'disputed'; readonly reason: DisputeReason; readonly note?: string | null };
}

/** More lines than this are answered in two steps. */
export const mostAnsweredAtOnce = 500;

/** `NO_INVOICE_CHOSEN`: nothing chosen is still open and uncontested. `TOO_MANY_INVOICES`, `NOT_A_DAY`. */
export class AnswerRefused extends Refusal {}

interface Line {
  readonly id: string;
  readonly number: string;
  readonly open: bigint;
}

/**
 * Réponses ligne à ligne: many invoices at once promised for a day, in process for a payment run, or contested. Lines that are
 * paid or contested already are left as they are. All or nothing; the case's own promise follows the next day that was given.
 */
@Injectable()
export class AnswerInvoices extends UseCase<AnswerInvoicesInput, { caseId: string; answered: number }> {
  constructor(
    private readonly disputing: OpenDispute,
    private readonly promising: RecordPromise,
  ) {
    super();
  }

  async run(ctx: RequestContext, db: TenantDb, { caseId, invoiceIds, answer }: AnswerInvoicesInput) {
    const theCase = await db.lock(Case, caseId);
    ctx.may(answer.kind === 'disputed' ? 'dispute' : 'promise', theCase);
    requireNotClosed(theCase);
    const lines = await this.openLines(db, caseId, invoiceIds);
    if (answer.kind === 'disputed')
      for (const { id } of lines) await this.disputing.run(ctx, db, { caseId, invoiceId: id, reason: answer.reason, note: answer.note });
    else await this.promise(ctx, db, theCase, lines, answer);
    return { caseId, answered: lines.length };
  }

  private async openLines(db: TenantDb, caseId: string, invoiceIds: readonly string[]): Promise<Line[]> {
    const chosen = [...new Set(invoiceIds)];
    if (chosen.length > mostAnsweredAtOnce) throw new AnswerRefused('TOO_MANY_INVOICES', { most: mostAnsweredAtOnce });
    const found = await db.rows<Line & { disputed: bigint }>(
      `select id, number, amount_minor - settled_minor as open, disputed_minor as disputed from invoices
       where client_id = $1 and case_id = $2 and id = any($3::uuid[]) order by due_on, number for no key update`,
      [db.clientId, caseId, chosen],
    );
    if (found.length !== chosen.length) throw new NotFound('Invoice');
    const lines = found.filter(({ open, disputed }) => open > 0n && disputed === 0n);
    if (lines.length === 0) throw new AnswerRefused('NO_INVOICE_CHOSEN', {}, 'invoiceIds');
    return lines;
  }

  private async promise(
    ctx: RequestContext,
    db: TenantDb,
    theCase: Case,
    lines: readonly Line[],
    { kind, onDay }: { kind: 'promised' | 'in_process'; onDay: string },
  ): Promise<void> {
    const day = dayFrom(onDay);
    const ahead = dayOf(db.clock).until(day).days;
    if (ahead < 0) throw new PromiseInPast();
    if (ahead > farthestPromiseDays) throw new PromiseTooLate(farthestPromiseDays);
    await db.rows(
      `insert into invoice_answers (client_id, invoice_id, case_id, kind, on_day, given_at) select $1, l.id, $2, $3, $4, $5 from unnest($6::uuid[]) l(id)
       on conflict (client_id, invoice_id) do update set kind = excluded.kind, on_day = excluded.on_day, given_at = excluded.given_at`,
      [db.clientId, theCase.id, kind, day.toString(), toDate(db.clock.now()), lines.map(({ id }) => id)],
    );
    const sum = lines.reduce((total, { open }) => total + open, 0n);
    await tell(db, ctx, {
      caseId: theCase.id,
      kind: `invoices.${kind}`,
      facts: {
        count: lines.length,
        invoiceNumbers: lines
          .slice(0, 8)
          .map(({ number }) => number)
          .join(', '),
        amount: toDecimal(sum),
        currency: theCase.currency,
        dueOn: day.toString(),
      },
    });
    await this.keepInStep(ctx, db, theCase);
  }

  /** The promise of the case is the next of the days given line by line; one that says something else makes room. */
  private async keepInStep(ctx: RequestContext, db: TenantDb, theCase: Case): Promise<void> {
    const answered = await db.rows<{ onDay: string; open: bigint }>(
      `select a.on_day as "onDay", i.amount_minor - i.settled_minor - i.disputed_minor as open from invoice_answers a
       join invoices i on i.client_id = a.client_id and i.id = a.invoice_id where a.client_id = $1 and a.case_id = $2`,
      [db.clientId, theCase.id],
    );
    const next = nextPromiseOf(answered, dayOf(db.clock).toString());
    if (!next) return;
    const standing = await db.of(PaymentPromise).findOneBy({ clientId: db.clientId, caseId: theCase.id, state: 'open' });
    if (standing) {
      if (standing.dueOn.toString() === next.dueOn && standing.amountMinor === next.amount) return;
      const facts = { amount: toDecimal(standing.amountMinor), currency: standing.currency, dueOn: standing.dueOn.toString() };
      await move(db, ctx, promiseStates, standing, 'cancelled', { kind: 'promise.cancelled', facts });
      await db.of(PaymentPromise).save(standing);
    }
    const amount = next.amount < theCase.openMinor ? next.amount : theCase.openMinor;
    await this.promising.run(ctx, db, { caseId: theCase.id, amount: toDecimal(amount), dueOn: next.dueOn });
  }
}

function dayFrom(text: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    throw new AnswerRefused('NOT_A_DAY', {}, 'onDay');
  }
}
