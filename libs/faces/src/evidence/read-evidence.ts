import { NotFound } from '@amiable/kernel';
import { toGlobalId, type TenantDb } from '@amiable/platform';

export const EvidenceKindWord = { INVOICE: 'invoice', DELIVERY_NOTE: 'delivery_note', TERMS: 'terms', OTHER: 'other' } as const;

/** A document on file for an invoice, as client and agency see it. */
export interface EvidenceRow {
  readonly id: string;
  readonly invoiceId: string;
  readonly invoiceNumber: string;
  readonly kind: (typeof EvidenceKindWord)[keyof typeof EvidenceKindWord];
  readonly filename: string;
  readonly debtorSees: boolean;
}

/** All documents of the invoices of a case, shown to the debtor or not. Throws NotFound. */
export async function readEvidence(db: TenantDb, caseId: string): Promise<EvidenceRow[]> {
  if (!(await db.row(`select 1 from cases where client_id = $1 and id = $2`, [db.clientId, caseId]))) throw new NotFound('Case');
  const rows = await db.rows<{
    id: string;
    invoice_id: string;
    number: string;
    kind: EvidenceRow['kind'];
    filename: string;
    debtor_sees: boolean;
  }>(
    `select e.id, e.invoice_id, i.number, e.kind, d.filename, e.debtor_sees
     from evidence e join documents d on d.client_id = e.client_id and d.id = e.id join invoices i on i.client_id = e.client_id and i.id = e.invoice_id
     where e.client_id = $1 and i.case_id = $2 and e.removed_at is null order by i.due_on, i.number, e.attached_at, e.id`,
    [db.clientId, caseId],
  );
  return rows.map((row) => ({
    id: toGlobalId('Document', db.clientId, row.id),
    invoiceId: toGlobalId('Invoice', db.clientId, row.invoice_id),
    invoiceNumber: row.number,
    kind: row.kind,
    filename: row.filename,
    debtorSees: row.debtor_sees,
  }));
}
