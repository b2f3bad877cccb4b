import { publish } from '@amiable/platform';
import { casesOpened } from '../case/case.events';
import type { CaseState } from '../case/case.states';
import { moveCases } from '../case/move-cases';
import { exposureChanged } from '../debtor/exposure.events';
import type { ImportWriting } from './import-writing';

/** Days until a collector looks at a new case: the call step of the scenario. */
const daysToFirstCall = 22;

/** Puts new cases on the desk, tells each case's story once, closes what is paid and publishes what follows. */
export async function tellImport(writing: ImportWriting): Promise<void> {
  const { db, clientId, importId, today } = writing;
  await db.rows(
    `insert into work_items (client_id, case_id, queue, owner_id, ready, due_on, why, score)
     select $1, c.id, c.queue, c.owner_id, false, $2::date + $3::int, 'new_case', case_score(c.open_minor, $2::date - h.oldest_due, 'new_case')
     from homes h join cases c on c.client_id = $1 and c.id = h.case_id where h.is_new`,
    [clientId, today, daysToFirstCall],
  );
  await tellCases(writing);
  await closePaidCases(writing);
  const opened = await db.row(`select true as any from homes where is_new limit 1`);
  if (opened) await publish(db, casesOpened(importId));
  const owed = await db.row(`select true as any from homes union all select true from known where changed limit 1`);
  if (owed) await publish(db, exposureChanged(`import:${importId}`));
}

async function tellCases({ db, clientId, importId, ctx, now }: ImportWriting): Promise<void> {
  await db.rows(
    `with events as (
       select case_id, 'case.opened' as kind, 1 as place, jsonb_build_object('amount', round(open / 100.0, 2)::text, 'currency', currency) as facts from homes where is_new
       union all
       select case_id, 'import.placed', 2, jsonb_build_object('invoices', placed, 'amount', round(placed_open / 100.0, 2)::text, 'currency', currency,
         'invoiceNumber', case when placed = 1 then placed_number end) from homes where placed > 0
       union all
       select i.case_id, 'import.changed', 3, jsonb_build_object('invoices', count(*), 'invoiceNumber', case when count(*) = 1 then min(i.number) end,
         'from', jsonb_build_object('amount', round(sum(k.open_before) / 100.0, 2)::text, 'currency', i.currency),
         'to', jsonb_build_object('amount', round(sum(k.open_after) / 100.0, 2)::text, 'currency', i.currency))
       from known k join invoices i on i.client_id = $1 and i.id = k.invoice_id
       where (k.restated or k.difference <> 0) and i.case_id is not null group by i.case_id, i.currency)
     insert into timeline_events (client_id, case_id, kind, at, actor_kind, actor_id, actor_name, facts)
     select $1, case_id, kind, $2, $3, $4, $5, jsonb_strip_nulls(facts || jsonb_build_object('importId', $6::text)) from events order by place`,
    [clientId, now, ctx.actor.kind === 'staff' ? 'staff' : 'system', ctx.actor.id, ctx.actor.name, importId],
  );
}

/** A case on which this import left nothing owed is closed as paid. */
async function closePaidCases({ db, clientId, ctx, today }: ImportWriting): Promise<void> {
  const paid = await db.rows<{ id: string; state: CaseState }>(
    `select c.id, c.state from cases c
     where c.client_id = $1 and c.state <> 'closed' and c.open_minor <= 0
       and c.id in (select case_id from homes where not is_new union select case_id from known where changed and case_id is not null)`,
    [clientId],
  );
  await moveCases(
    db,
    ctx,
    paid.map(({ id, state }) => ({ clientId, caseId: id, from: state, closeReason: 'paid' })),
    'closed',
    'case.closed',
    today,
  );
}
