import { dayOf, toDate, type Temporal } from '@amiable/kernel';
import type { ReadDb } from '@amiable/platform';

/**
 * Judges running plans as a set over all clients. Completed when what was agreed is covered; late from the day after an instalment
 * was to come (its banking day), with a notice; broken when it is still open after the mandate's grace from that notice
 * (déchéance du terme); running again once caught up; each missed instalment has a notice and a grace of its own. Money on its way, a pause or a dispute stops the clock. Answers how many changed.
 */
export async function judgePlans(db: ReadDb, day: Temporal.PlainDate = dayOf(db.clock)): Promise<number> {
  const judged = await db.row<{ n: number }>(
    `with running as (
       select p.client_id, p.id, p.case_id, p.total_minor, p.currency, p.state, p.late_on, m.plan_grace_days as grace, c.state as case_state
       from plans p join cases c on c.client_id = p.client_id and c.id = p.case_id join mandates m on m.client_id = c.client_id and m.id = c.mandate_id
       where p.state in ('active', 'late') for no key update of p),
     stands as (
       select r.*, g.covered_minor as covered, d.missed_on, r.state = 'late' and d.missed_collect_on >= r.late_on as is_another,
         coalesce((select sum(i.amount_minor) from instalments i where i.client_id = r.client_id and i.plan_id = r.id and coalesce(i.collect_on, i.due_on) < $1::date), 0) as owed_by_now,
         r.case_state = 'on_hold'
           or exists (select from payments y where y.client_id = r.client_id and y.case_id = r.case_id and y.state in ('started', 'processing') and (y.state = 'processing' or y.expires_at > $2))
           or exists (select from disputes t where t.client_id = r.client_id and t.case_id = r.case_id and t.state = 'open') as frozen
       from running r join plan_progress g on g.client_id = r.client_id and g.plan_id = r.id
       left join lateral (
         select min(n.due_on) as missed_on, min(n.collect_on) as missed_collect_on from (
           select i.due_on, coalesce(i.collect_on, i.due_on) as collect_on, sum(i.amount_minor) over (order by i.number) as up_to
           from instalments i where i.client_id = r.client_id and i.plan_id = r.id) n
         where n.collect_on < $1::date and n.up_to > g.covered_minor) d on true),
     verdicts as (
       select *, case
         when covered >= total_minor then 'completed'
         when case_state = 'closed' then 'cancelled'
         when covered >= owed_by_now then 'active'
         when frozen then state
         when state = 'late' and not is_another and late_on + grace <= $1::date then 'broken'
         else 'late' end as verdict
       from stands),
     judged as (
       update plans p set state = v.verdict, late_on = case v.verdict when 'late' then $1::date when 'active' then null else p.late_on end,
         broken_on = case v.verdict when 'broken' then $1::date end
       from verdicts v where p.client_id = v.client_id and p.id = v.id and (v.verdict <> v.state or (v.verdict = 'late' and v.is_another))
       returning p.client_id, p.id, p.case_id, p.state, v.total_minor, v.currency, v.missed_on, v.grace, v.total_minor - v.covered as left_minor),
     work as (
       update work_items w set ready = true, due_on = $1, why = 'broken_promise', score = case_score(c.open_minor, 0, 'broken_promise')
       from judged j join cases c on c.client_id = j.client_id and c.id = j.case_id
       where j.state = 'broken' and w.client_id = j.client_id and w.case_id = j.case_id),
     messages as (
       insert into outbox (client_id, topic, dedup_key, payload, not_before)
       select client_id, 'plan.message', 'plan:' || id || ':' || state || ':' || $1::date,
         jsonb_build_object('planId', id, 'kind', state, 'payBy', $1::date + grace), $2 from judged where state in ('late', 'broken') on conflict do nothing),
     told as (
       insert into timeline_events (client_id, case_id, kind, at, actor_kind, actor_name, facts)
       select client_id, case_id, case state when 'active' then 'plan.caught_up' else 'plan.' || state end, $2, 'system', 'Amiable',
         jsonb_build_object('planId', id, 'amount', round(case state when 'broken' then left_minor else total_minor end / 100.0, 2)::text,
           'currency', currency, 'dueOn', missed_on, 'payBy', case state when 'late' then $1::date + grace end)
       from judged)
     select count(*)::int as n from judged`,
    [day.toString(), toDate(db.clock.now())],
  );
  return judged?.n ?? 0;
}
