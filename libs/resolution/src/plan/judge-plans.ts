import { dayOf, toDate, type Temporal } from '@amiable/kernel';
import type { ReadDb } from '@amiable/platform';

/** Days after an instalment's day before the plan counts as broken (debits and transfers take time). */
const instalmentGraceDays = 8;

/**
 * Judges active plans as a set over all clients: completed when the money since the agreement covers the total,
 * broken when an instalment is missed beyond its grace (déchéance du terme). Answers how many changed.
 */
export async function judgePlans(db: ReadDb, day: Temporal.PlainDate = dayOf(db.clock)): Promise<number> {
  const judged = await db.row<{ n: number }>(
    `with paid as (
       select p.client_id, p.id, p.case_id, p.total_minor, p.currency,
         coalesce((select sum(m.amount_minor) from movements m where m.client_id = p.client_id and m.case_id = p.case_id and m.effective_on >= p.agreed_on), 0) as paid,
         coalesce((select sum(i.amount_minor) from instalments i where i.client_id = p.client_id and i.plan_id = p.id and i.due_on + $2::int < $1::date), 0) as owed_by_now
       from plans p where p.state = 'active' for update of p),
     judged as (
       update plans p set state = case when paid.paid >= paid.total_minor then 'completed' else 'broken' end
       from paid where p.client_id = paid.client_id and p.id = paid.id and (paid.paid >= paid.total_minor or paid.paid < paid.owed_by_now)
       returning p.client_id, p.case_id, p.state, paid.total_minor, paid.currency),
     work as (
       update work_items w set ready = true, due_on = $1, why = 'broken_promise' from judged j
       where j.state = 'broken' and w.client_id = j.client_id and w.case_id = j.case_id),
     told as (
       insert into timeline_events (client_id, case_id, kind, at, actor_kind, actor_name, facts)
       select client_id, case_id, 'plan.' || state, $3, 'system', 'Amiable', jsonb_build_object('amount', round(total_minor / 100.0, 2)::text, 'currency', currency) from judged)
     select count(*)::int as n from judged`,
    [day.toString(), instalmentGraceDays, toDate(db.clock.now())],
  );
  return judged?.n ?? 0;
}
