import type { ReadDb } from '@amiable/platform';
import type { MoneyFact } from './money-fact';
import { guidedBy, type GuidingPromise } from './promised-invoices.rules';

/** A payment whose invoices a promise names. */
export interface GuidedFact extends MoneyFact {
  /** Numbers of the invoices it was promised for; told in the story. */
  readonly promisedNumbers?: string;
}

/** Gives payments without chosen invoices those of the promise they are the money of, one statement for the set; the cases are held. */
export async function guideByPromises(db: ReadDb, facts: readonly MoneyFact[]): Promise<GuidedFact[]> {
  if (facts.length === 0) return [];
  const promises = await db.rows<{
    id: string;
    client_id: string;
    case_id: string;
    invoice_ids: string[];
    numbers: string;
    left_minor: bigint;
    made_on: string;
    last_day: string;
  }>(
    `select p.id, p.client_id, p.case_id, p.invoice_ids, p.amount_minor - p.paid_minor as left_minor, p.made_on::text, (p.due_on + p.grace_days)::text as last_day,
       coalesce((select string_agg(i.number, ', ' order by i.due_on, i.number) from invoices i where i.client_id = p.client_id and i.id = any(p.invoice_ids)), '') as numbers
     from promises p where p.state = 'open' and p.invoice_ids is not null and (p.client_id, p.case_id) in (
       select f.client_id, f.case_id from jsonb_to_recordset($1::jsonb) as f(client_id uuid, case_id uuid))`,
    [JSON.stringify(facts.map((fact) => ({ client_id: fact.clientId, case_id: fact.caseId })))],
  );
  if (promises.length === 0) return [...facts];
  const guided = guidedBy(
    facts,
    promises.map((row): GuidingPromise => ({
      id: row.id,
      clientId: row.client_id,
      caseId: row.case_id,
      invoiceIds: row.invoice_ids,
      invoiceNumbers: row.numbers,
      leftMinor: row.left_minor,
      madeOn: row.made_on,
      lastDay: row.last_day,
    })),
  );
  return facts.map((fact) => {
    const promise = guided.get(fact);
    return promise ? { ...fact, invoiceIds: promise.invoiceIds, promisedNumbers: promise.invoiceNumbers } : fact;
  });
}
