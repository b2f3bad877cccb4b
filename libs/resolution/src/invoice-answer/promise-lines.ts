import type { Case } from '@amiable/cases';
import { dayOf, toDate } from '@amiable/kernel';
import type { RequestContext, TenantDb } from '@amiable/platform';
import { cancelOpenPromise } from '../promise/cancel-open-promise';
import { nextPromiseOf } from './invoice-answer.rules';

/** The promise that a case keeps because of what was said of its lines. */
export interface PromiseOfLines {
  readonly dueOn: string;
  readonly amountMinor: bigint;
  readonly invoiceIds: readonly string[];
}

/**
 * Réponses ligne à ligne: writes down the day that was given for each line, then says which promise the case has to make: the next of all
 * days given. One that says something else makes room; null when the standing promise already says it.
 */
export async function promiseLines(
  db: TenantDb,
  ctx: RequestContext,
  theCase: Case,
  { invoiceIds, kind, onDay }: { readonly invoiceIds: readonly string[]; readonly kind: 'promised' | 'in_process'; readonly onDay: string },
): Promise<PromiseOfLines | null> {
  await db.rows(
    `insert into invoice_answers (client_id, invoice_id, case_id, kind, on_day, given_at) select $1, l.id, $2, $3, $4, $5 from unnest($6::uuid[]) l(id)
     on conflict (client_id, invoice_id) do update set kind = excluded.kind, on_day = excluded.on_day, given_at = excluded.given_at`,
    [db.clientId, theCase.id, kind, onDay, toDate(db.clock.now()), invoiceIds],
  );
  const answered = await db.rows<{ id: string; onDay: string; open: bigint }>(
    `select i.id, a.on_day as "onDay", i.amount_minor - i.settled_minor - i.disputed_minor as open from invoice_answers a
     join invoices i on i.client_id = a.client_id and i.id = a.invoice_id where a.client_id = $1 and a.case_id = $2`,
    [db.clientId, theCase.id],
  );
  const next = nextPromiseOf(answered, dayOf(db.clock).toString());
  if (!next) return null;
  const amountMinor = next.amount < theCase.openMinor ? next.amount : theCase.openMinor; // a credit note may leave less
  const standing = await db.row<{ due_on: string; amount_minor: bigint }>(
    `select due_on, amount_minor from promises where client_id = $1 and case_id = $2 and state = 'open'`,
    [db.clientId, theCase.id],
  );
  if (standing && standing.due_on === next.dueOn && standing.amount_minor === amountMinor) return null;
  await cancelOpenPromise(db, ctx, theCase.id);
  const ofThatDay = answered.filter(({ onDay: day, open }) => day === next.dueOn && open > 0n);
  return { dueOn: next.dueOn, amountMinor, invoiceIds: ofThatDay.map(({ id }) => id) };
}
