import type { Case } from '@amiable/cases';
import { Mandate } from '@amiable/clients';
import { dayOf, newId, NotFound, Refusal, toDate, toDecimal } from '@amiable/kernel';
import { publish, tell, type RequestContext, type TenantDb } from '@amiable/platform';
import type { DisputeReason } from './dispute.entity';

/** The day until which the client company answers what is contested now, as the mandate of the case says. */
export async function disputeAnswerBy(db: TenantDb, { mandateId }: Pick<Case, 'mandateId'>): Promise<string> {
  const { disputeAnswerDays } = await db.find(Mandate, mandateId);
  return dayOf(db.clock).add({ days: disputeAnswerDays }).toString();
}

export class DisputeRefused extends Refusal {}

/** What is contested of one invoice, minor units; null: all that is open. */
export interface ContestedInvoice {
  readonly invoiceId: string;
  readonly amountMinor: bigint | null;
  readonly rightMinor?: bigint | null;
}

export interface Contestation {
  readonly reason: DisputeReason;
  readonly note: string | null;
  readonly answerId: string | null;
  readonly invoices: readonly ContestedInvoice[];
}

/**
 * Litiges ouverts, one for each invoice, all or none: nothing more is asked for what is contested, and the client company is told by one
 * mail. The case is held by the caller. Answers their ids in the order given. Throws NotFound, DisputeRefused.
 */
export async function openDisputes(
  db: TenantDb,
  ctx: RequestContext,
  theCase: Pick<Case, 'id' | 'currency' | 'mandateId'>,
  { reason, note, answerId, invoices }: Contestation,
): Promise<string[]> {
  const found = await db.rows<{ id: string; number: string; open: bigint; contested: boolean }>(
    `select i.id, i.number, i.amount_minor - i.settled_minor as open,
       exists (select from disputes d where d.client_id = i.client_id and d.invoice_id = i.id and d.state = 'open') as contested
     from invoices i where i.client_id = $1 and i.case_id = $2 and i.id = any($3::uuid[]) for no key update of i`,
    [db.clientId, theCase.id, invoices.map(({ invoiceId }) => invoiceId)],
  );
  const known = new Map(found.map((invoice) => [invoice.id, invoice]));
  const today = dayOf(db.clock);
  const dueOn = await disputeAnswerBy(db, theCase);
  const words = note?.trim() || null;
  const disputes = invoices.map(({ invoiceId, amountMinor, rightMinor }) => {
    const invoice = known.get(invoiceId);
    if (!invoice) throw new NotFound('Invoice');
    const minor = amountMinor ?? invoice.open;
    if (minor <= 0n || minor > invoice.open)
      throw new DisputeRefused('DISPUTE_TOO_LARGE', { amount: toDecimal(invoice.open), currency: theCase.currency }, 'amount');
    if (invoice.contested) throw new DisputeRefused('DISPUTE_ALREADY_OPEN', {}, 'invoiceId');
    return { id: newId(), invoice_id: invoiceId, number: invoice.number, minor, right_minor: rightMinor?.toString() ?? null };
  });
  await db.rows(
    `with d as (select * from jsonb_to_recordset($3::jsonb) as d(id uuid, invoice_id uuid, minor bigint, right_minor bigint)),
     opened as (
       insert into disputes (client_id, id, case_id, invoice_id, reason, amount_minor, note, due_on, state, opened_by, opened_on, answer_id, right_minor, owner_id, created_at)
       select $1, id, $2, invoice_id, $4, minor, $5, $6, 'open', $7, $8, $9, right_minor, $10, $11 from d)
     update invoices i set disputed_minor = d.minor from d where i.client_id = $1 and i.id = d.invoice_id`,
    [
      db.clientId,
      theCase.id,
      JSON.stringify(disputes.map(({ minor, ...dispute }) => ({ ...dispute, minor: minor.toString() }))),
      reason,
      words,
      dueOn,
      ctx.actor.kind === 'debtor' ? 'debtor' : 'staff',
      today.toString(),
      answerId,
      await ownerAtClient(db),
      toDate(db.clock.now()),
    ],
  );
  const facts = { currency: theCase.currency, reason, note: words, dueOn };
  await tell(
    db,
    ctx,
    ...disputes.map(({ number, minor }) => ({
      caseId: theCase.id,
      kind: 'dispute.opened',
      facts: { invoiceNumber: number, amount: toDecimal(minor), ...facts },
    })),
  );
  const ids = disputes.map(({ id }) => id);
  await publish(db, { topic: 'dispute.inform_client', key: `dispute:${ids[0]!}`, payload: { caseId: theCase.id, disputeIds: ids } });
  return ids;
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
