import { Case, formerWork, planWork, requireNotClosed } from '@amiable/cases';
import { Mandate } from '@amiable/clients';
import { dayOf, newId, NotFound, parseDecimal, Temporal, toDecimal } from '@amiable/kernel';
import { tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { PromiseAlreadyOpen, PromiseInPast, PromiseTooLarge, PromiseTooLate } from './promise.errors';
import { PaymentPromise } from './promise.entity';
import { farthestPromiseDays, toleranceOf } from './promise.rules';

export interface RecordPromiseInput {
  readonly caseId: string;
  readonly amount: string;
  readonly dueOn: string;
  readonly source?: 'promise' | 'payment_run';
  readonly invoiceIds?: readonly string[];
}

/** Promesse de paiement recorded: the reminders wait for its day. One promise at a time; throws when it is out of bounds. */
@Injectable()
export class RecordPromise extends UseCase<RecordPromiseInput, { caseId: string; promiseId: string }> {
  async run(ctx: RequestContext, db: TenantDb, input: RecordPromiseInput) {
    const theCase = await db.lock(Case, input.caseId);
    ctx.may('promise', theCase);
    requireNotClosed(theCase);
    const amountMinor = parseDecimal(input.amount);
    const dueOn = Temporal.PlainDate.from(input.dueOn);
    const today = dayOf(db.clock);
    const most = input.invoiceIds?.length ? await openOf(db, theCase.id, input.invoiceIds) : theCase.openMinor;
    if (amountMinor <= 0n || amountMinor > most || amountMinor > theCase.openMinor) throw new PromiseTooLarge(most, theCase.currency);
    if (Temporal.PlainDate.compare(dueOn, today) < 0) throw new PromiseInPast();
    if (today.until(dueOn).days > farthestPromiseDays) throw new PromiseTooLate(farthestPromiseDays);
    const open = await db.row(`select id from promises where client_id = $1 and case_id = $2 and state = 'open'`, [
      db.clientId,
      theCase.id,
    ]);
    if (open) throw new PromiseAlreadyOpen();
    const mandate = await db.find(Mandate, theCase.mandateId);
    const promise = db.of(PaymentPromise).create({
      clientId: db.clientId,
      id: newId(),
      caseId: theCase.id,
      amountMinor,
      paidMinor: 0n,
      currency: theCase.currency,
      dueOn,
      graceDays: mandate.promiseGraceDays,
      toleranceMinor: toleranceOf(amountMinor, mandate.promiseTolerancePercent),
      madeOn: today,
      state: 'open',
      madeBy: ctx.actor.kind === 'debtor' ? 'debtor' : 'staff',
      staffId: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
      source: input.source ?? 'promise',
      invoiceIds: input.invoiceIds?.length ? [...input.invoiceIds] : null,
      createdAt: db.clock.now(),
    });
    const former = await formerWork(db, theCase.id);
    await db.of(PaymentPromise).insert(promise);
    await tell(db, ctx, {
      caseId: theCase.id,
      kind: 'promise.recorded',
      facts: { amount: toDecimal(amountMinor), currency: theCase.currency, dueOn: dueOn.toString(), former },
    });
    await planWork(db, { caseId: theCase.id, dueOn: dueOn.add({ days: promise.graceDays + 1 }), why: 'promise_due' });
    return { caseId: theCase.id, promiseId: promise.id };
  }
}

/** What some invoices of a case still owe together, minor units. Throws NotFound for an invoice of another case. */
async function openOf(db: TenantDb, caseId: string, invoiceIds: readonly string[]): Promise<bigint> {
  const row = (await db.row<{ found: number; minor: bigint }>(
    `select count(*)::int as found, coalesce(sum(amount_minor - settled_minor), 0)::bigint as minor from invoices where client_id = $1 and case_id = $2 and id = any($3)`,
    [db.clientId, caseId, invoiceIds],
  ))!;
  if (row.found !== new Set(invoiceIds).size) throw new NotFound('Invoice');
  return row.minor;
}
