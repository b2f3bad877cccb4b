import { Case, requireNotClosed } from '@amiable/cases';
import { dayOf, newId, NotFound, parseDecimal, Refusal, toDecimal } from '@amiable/kernel';
import { tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { Dispute, type DisputeReason } from './dispute.entity';

/** Days the client company has to answer. */
export const daysToAnswer = 14;

export interface OpenDisputeInput {
  readonly caseId: string;
  readonly invoiceId: string;
  readonly reason: DisputeReason;
  readonly amount?: string | null;
  readonly note?: string | null;
  readonly answerId?: string | null;
  readonly rightAmount?: string | null;
}

export class DisputeRefused extends Refusal {}

/** Litige ouvert on an invoice or a part of it: nothing more is asked for that part until it is answered. */
@Injectable()
export class OpenDispute extends UseCase<OpenDisputeInput, { caseId: string; disputeId: string }> {
  async run(ctx: RequestContext, db: TenantDb, input: OpenDisputeInput) {
    const theCase = await db.lock(Case, input.caseId);
    ctx.may('dispute', theCase);
    requireNotClosed(theCase);
    const invoice = await db.row<{ number: string; open: bigint }>(
      `select number, amount_minor - settled_minor as open from invoices where client_id = $1 and id = $2 and case_id = $3 for no key update`,
      [db.clientId, input.invoiceId, theCase.id],
    );
    if (!invoice) throw new NotFound('Invoice');
    const amountMinor = input.amount ? parseDecimal(input.amount) : invoice.open;
    if (amountMinor <= 0n || amountMinor > invoice.open)
      throw new DisputeRefused('DISPUTE_TOO_LARGE', { amount: toDecimal(invoice.open), currency: theCase.currency }, 'amount');
    const open = await db.row(`select id from disputes where client_id = $1 and invoice_id = $2 and state = 'open'`, [
      db.clientId,
      input.invoiceId,
    ]);
    if (open) throw new DisputeRefused('DISPUTE_ALREADY_OPEN', {}, 'invoiceId');
    const today = dayOf(db.clock);
    const dispute = db.of(Dispute).create({
      clientId: db.clientId,
      id: newId(),
      caseId: theCase.id,
      invoiceId: input.invoiceId,
      reason: input.reason,
      amountMinor,
      note: input.note?.trim() || null,
      dueOn: today.add({ days: daysToAnswer }),
      state: 'open',
      answer: null,
      openedBy: ctx.actor.kind === 'debtor' ? 'debtor' : 'staff',
      openedOn: today,
      closedOn: null,
      answerId: input.answerId ?? null,
      rightMinor: input.rightAmount ? parseDecimal(input.rightAmount) : null,
      ownerId: await ownerAtClient(db),
      createdAt: db.clock.now(),
    });
    await db.of(Dispute).insert(dispute);
    await db.rows(`update invoices set disputed_minor = $3 where client_id = $1 and id = $2`, [
      db.clientId,
      input.invoiceId,
      amountMinor.toString(),
    ]);
    await tell(db, ctx, {
      caseId: theCase.id,
      kind: 'dispute.opened',
      facts: {
        invoiceNumber: invoice.number,
        amount: toDecimal(amountMinor),
        currency: theCase.currency,
        reason: input.reason,
        note: dispute.note,
        dueOn: dispute.dueOn.toString(),
      },
    });
    return { caseId: theCase.id, disputeId: dispute.id };
  }
}

/** Who at the client answers: its case manager, else its owner, else its finance; the one who has been there longest. */
async function ownerAtClient(db: TenantDb): Promise<string | null> {
  const owner = await db.row<{ id: string }>(
    `select id from client_users where client_id = $1 and active and role <> 'reader'
     order by array_position(array['manager', 'owner', 'finance'], role), created_at, id limit 1`,
    [db.clientId],
  );
  return owner?.id ?? null;
}
