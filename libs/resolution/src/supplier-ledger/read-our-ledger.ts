import type { OurLedger } from '@amiable/cases';
import type { TenantDb } from '@amiable/platform';

/** Our side of a case, as a supplier ledger is set against it. */
export async function readOurLedger(db: TenantDb, caseId: string): Promise<OurLedger> {
  const invoices = await db.rows<{
    id: string;
    number: string;
    kind: 'invoice' | 'credit_note';
    issued_on: string;
    due_on: string;
    amount: bigint;
    open: bigint;
    currency: string;
    disputed: boolean;
  }>(
    `select id, number, kind, issued_on, due_on, amount_minor as amount, amount_minor - settled_minor as open, currency, disputed_minor > 0 as disputed
     from invoices where client_id = $1 and case_id = $2 order by due_on, number`,
    [db.clientId, caseId],
  );
  const payments = await db.rows<{ on: string; amount: bigint }>(
    `select effective_on as on, amount_minor as amount from movements where client_id = $1 and case_id = $2 and kind = 'payment'`,
    [db.clientId, caseId],
  );
  return {
    invoices: invoices.map(({ issued_on, due_on, ...invoice }) => ({ ...invoice, issuedOn: issued_on, dueOn: due_on })),
    payments,
  };
}
