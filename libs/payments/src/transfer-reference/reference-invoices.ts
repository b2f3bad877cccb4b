import { Case, requireNotClosed } from '@amiable/cases';
import { NotFound, toDate } from '@amiable/kernel';
import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { PaymentRefused } from '../payment/start-payment';
import { selectionReferenceOf } from './selection-reference.rules';

export interface ReferenceInvoicesInput {
  readonly caseId: string;
  readonly invoiceIds: readonly string[];
}

/**
 * Référence de virement for chosen invoices: one RF reference bound to them, so that the money settles them and no others.
 * The same choice gets the same reference. Throws PaymentRefused.
 */
@Injectable()
export class ReferenceInvoices extends UseCase<ReferenceInvoicesInput, { reference: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId, invoiceIds }: ReferenceInvoicesInput) {
    const theCase = await db.lock(Case, caseId);
    ctx.may('pay', theCase);
    requireNotClosed(theCase);
    const chosen = [...new Set(invoiceIds)].sort();
    const rows = await db.rows<{ id: string; open: bigint }>(
      `select id, amount_minor - settled_minor - disputed_minor as open from invoices where client_id = $1 and case_id = $2 and id = any($3::uuid[]) order by id`,
      [db.clientId, caseId, chosen],
    );
    if (rows.length !== chosen.length) throw new NotFound('Invoice');
    const owed = rows.filter(({ open }) => open > 0n).map(({ id }) => id);
    if (owed.length === 0) throw new PaymentRefused('NO_INVOICE_CHOSEN', {}, 'invoiceIds');
    const known = await db.rows<{ reference: string; same: boolean }>(
      `select reference, invoice_ids = $3::uuid[] as same from transfer_references where client_id = $1 and case_id = $2`,
      [db.clientId, caseId, owed],
    );
    const same = known.find((row) => row.same);
    if (same) return { reference: same.reference };
    const reference = selectionReferenceOf(theCase.reference, known.length + 1);
    await db.rows(`insert into transfer_references (client_id, reference, case_id, invoice_ids, made_at) values ($1, $2, $3, $4, $5)`, [
      db.clientId,
      reference,
      caseId,
      owed,
      toDate(db.clock.now()),
    ]);
    return { reference };
  }
}

/** The invoices a transfer was meant for, by the RF reference its text carries; null when it names none of this case. */
export async function invoicesNamedBy(db: TenantDb, caseId: string, references: readonly string[]): Promise<string[] | null> {
  if (references.length === 0) return null;
  const found = await db.row<{ invoice_ids: string[] }>(
    `select invoice_ids from transfer_references where client_id = $1 and case_id = $2 and reference = any($3::text[]) order by made_at desc limit 1`,
    [db.clientId, caseId, [...references]],
  );
  return found?.invoice_ids ?? null;
}
