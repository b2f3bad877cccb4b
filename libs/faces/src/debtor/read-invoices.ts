import type { TenantDb } from '@amiable/platform';
import type { ListedInvoice } from './invoice-list.rules';
import { documentsOf, type ShownDocument } from './shown-documents';

/** Every invoice of a case with what was said of it and the documents its debtor may see; one statement. */
export async function readInvoices(
  db: TenantDb,
  caseId: string,
): Promise<Array<ListedInvoice & { readonly documents: readonly ShownDocument[] }>> {
  const rows = await db.rows<{
    id: string;
    number: string;
    issued_on: string;
    due_on: string;
    amount: bigint;
    open: bigint;
    disputed: bigint;
    description: string | null;
    kind: 'promised' | 'in_process' | null;
    on_day: string | null;
    documents: ShownDocument[] | null;
  }>(
    `select i.id, i.number, i.issued_on, i.due_on, i.amount_minor as amount, i.amount_minor - i.settled_minor as open, i.disputed_minor as disputed, i.description,
       a.kind, a.on_day, ${documentsOf('i')} as documents
     from invoices i
     left join invoice_answers a on a.client_id = i.client_id and a.invoice_id = i.id
     where i.client_id = $1 and i.case_id = $2 order by i.due_on, i.number`,
    [db.clientId, caseId],
  );
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    amount: row.amount,
    open: row.open,
    disputed: row.disputed,
    description: row.description,
    answer: row.kind ? { kind: row.kind, on: row.on_day! } : null,
    documents: row.documents ?? [],
  }));
}
