import type { ReadDb } from '@amiable/platform';
import { fitsSegment } from '../segment/segment.sql';

/**
 * Gives every open case that has none its first step and its day, as one statement: the first segment that fits names the scenario, a running
 * experiment may draw another for it or hold it out. An old debt begins at the first reminder, today: nobody receives a formal notice as the
 * first word. A scenario that has ended, whichever it was, begins a new round when an invoice is owed that came, or fell due, after its last
 * step. Answers how many cases got a schedule.
 */
export async function scheduleCases(db: ReadDb, day: string, clientId: string | null = null): Promise<number> {
  const made = await db.row<{ n: number }>(
    `with waiting as materialized (
       select c.client_id, c.id as case_id, c.open_minor, c.currency, past.round, debt.oldest, chosen.segment_id, chosen.line_id
       from cases c
       join debtors d on d.client_id = c.client_id and d.id = c.debtor_id
       cross join lateral (
         select coalesce(max(a.round), 0) as round, max(a.due_on) as last_on, max(a.created_at) as last_at
         from actions a where a.client_id = c.client_id and a.case_id = c.id and a.scenario_id is not null) past
       cross join lateral (
         select min(i.due_on) as oldest from invoices i
         where i.client_id = c.client_id and i.case_id = c.id and i.amount_minor > i.settled_minor
           and (past.round = 0 or i.due_on > past.last_on or i.created_at > past.last_at)) debt
       cross join lateral (
         select g.id as segment_id, g.line_id from segments g where g.client_id = c.client_id and ${fitsSegment} order by g.position limit 1) chosen
       where c.state <> 'closed' and ($2::uuid is null or c.client_id = $2)
         and debt.oldest is not null
         and not exists (select from schedules x where x.client_id = c.client_id and x.case_id = c.id)),
     drawn as (
       insert into experiment_cases (client_id, case_id, experiment_id, arm, assigned_on, open_minor, currency)
       select w.client_id, w.case_id, e.id,
         case when lot.n < e.holdout_percent then 'holdout' when lot.n < e.holdout_percent + e.challenger_percent then 'challenger' else 'champion' end,
         $1::date, w.open_minor, w.currency
       from waiting w join experiments e on e.client_id = w.client_id and e.line_id = w.line_id and e.ended_on is null
       cross join lateral (select ('x' || left(md5(e.id::text || w.case_id::text), 8))::bit(32)::bigint % 100 as n) lot
       where w.round = 0
       on conflict do nothing
       returning client_id, case_id, experiment_id, arm),
     arms as (
       select client_id, case_id, experiment_id, arm from drawn
       union all
       select x.client_id, x.case_id, x.experiment_id, x.arm from waiting w join experiment_cases x on x.client_id = w.client_id and x.case_id = w.case_id),
     ways as (
       select w.*, case a.arm when 'challenger' then e.challenger_line_id else w.line_id end as own_line
       from waiting w left join (arms a join experiments e on e.client_id = a.client_id and e.id = a.experiment_id and e.ended_on is null)
         on a.client_id = w.client_id and a.case_id = w.case_id and e.line_id = w.line_id
       where a.arm is distinct from 'holdout'),
     made as (
       insert into schedules (client_id, case_id, scenario_id, round, step_no, due_on, segment_id)
       select w.client_id, w.case_id, s.id, w.round + 1, first.step_no, greatest($1::date, w.oldest + first.days_from_due), w.segment_id
       from ways w
       join scenarios s on s.client_id = w.client_id and s.line_id = w.own_line and s.state = 'active'
       cross join lateral (
         select st.step_no, st.days_from_due from scenario_steps st
         where st.client_id = s.client_id and st.scenario_id = s.id and (st.days_from_due >= 0 or (w.round = 0 and w.oldest + st.days_from_due >= $1::date))
         order by st.step_no limit 1) first
       on conflict do nothing returning 1)
     select count(*)::int as n from made`,
    [day, clientId],
  );
  return made!.n;
}
