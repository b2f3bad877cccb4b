import { NotFound } from '@amiable/kernel';
import type { TenantDb } from '@amiable/platform';
import { AnswerNotTaken } from './answer.errors';

/** An open invoice of a case, minor units; `askedMinor` is open less what is contested. */
export interface OpenInvoice {
  readonly id: string;
  readonly number: string;
  readonly openMinor: bigint;
  readonly askedMinor: bigint;
}

/** More lines than this are answered in two steps. */
export const mostAnsweredAtOnce = 500;

/** The invoices named, all of this case. Throws NotFound: an invoice of another case does not exist here; AnswerNotTaken TOO_MANY_INVOICES. */
export async function invoicesOfCase(db: TenantDb, caseId: string, ids: readonly string[]): Promise<OpenInvoice[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  if (wanted.length > mostAnsweredAtOnce) throw new AnswerNotTaken('TOO_MANY_INVOICES', { most: mostAnsweredAtOnce }, 'invoiceIds');
  const rows = await db.rows<{ id: string; number: string; open: bigint; asked: bigint }>(
    `select id, number, amount_minor - settled_minor as open, greatest(amount_minor - settled_minor - disputed_minor, 0) as asked
     from invoices where client_id = $1 and case_id = $2 and id = any($3) order by due_on, number`,
    [db.clientId, caseId, wanted],
  );
  if (rows.length !== wanted.length) throw new NotFound('Invoice');
  return rows.map(({ id, number, open, asked }) => ({ id, number, openMinor: open, askedMinor: asked }));
}
