import type { ReadDb } from '@amiable/platform';

/**
 * Gives every open case that has none its first step and its day, as one statement. An old debt begins at the first
 * reminder, today: nobody receives a formal notice as the first word. A scenario that has ended begins a new round when
 * an invoice is owed that came, or fell due, after its last step. Answers how many cases got a schedule.
 */
export async function scheduleCases(db: ReadDb, day: string, clientId: string | null = null): Promise<number> {
  const made = await db.row<{ n: number }>(
    `with made as (
       insert into schedules (client_id, case_id, scenario_id, round, step_no, due_on)
       select c.client_id, c.id, s.id, past.round + 1, first.step_no, greatest($1::date, debt.oldest + first.days_from_due)
       from cases c
       join scenarios s on s.client_id = c.client_id and s.active
       cross join lateral (
         select coalesce(max(a.round), 0) as round, max(a.due_on) as last_on, max(a.created_at) as last_at
         from actions a where a.client_id = c.client_id and a.case_id = c.id and a.scenario_id = s.id) past
       cross join lateral (
         select min(i.due_on) as oldest from invoices i
         where i.client_id = c.client_id and i.case_id = c.id and i.amount_minor > i.settled_minor
           and (past.round = 0 or i.due_on > past.last_on or i.created_at > past.last_at)) debt
       cross join lateral (
         select st.step_no, st.days_from_due from scenario_steps st
         where st.client_id = s.client_id and st.scenario_id = s.id and (st.days_from_due >= 0 or (past.round = 0 and debt.oldest + st.days_from_due >= $1::date))
         order by st.step_no limit 1) first
       where c.state <> 'closed' and ($2::uuid is null or c.client_id = $2)
         and debt.oldest is not null
         and not exists (select from schedules x where x.client_id = c.client_id and x.case_id = c.id)
       on conflict do nothing returning 1)
     select count(*)::int as n from made`,
    [day, clientId],
  );
  return made!.n;
}
