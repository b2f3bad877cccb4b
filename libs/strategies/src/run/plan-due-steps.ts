import { debtorPauses } from '@amiable/cases';
import { toDate } from '@amiable/kernel';
import type { ReadDb } from '@amiable/platform';

/** What one day of the scenario did, by channel, and why cases were skipped, by reason. */
export interface PlannedSteps {
  readonly planned: Readonly<Record<string, number>>;
  readonly skipped: Readonly<Record<string, number>>;
}

/**
 * The heart of the daily run: one statement turns every step that is due into an action, exactly once (unique per case,
 * scenario, round and step), moves the narrow schedule on, queues messages and calls, and writes for each case it skipped why.
 * It may be run again, or by two workers at once: what is done is done.
 */
export async function planDueSteps(db: ReadDb, day: string): Promise<PlannedSteps> {
  await db.rows(`set local statement_timeout = '30min'`);
  const result = await db.row<{ planned: Record<string, number> | null; skipped: Record<string, number> | null }>(planDueStepsSql, [
    day,
    toDate(db.clock.now()),
    debtorPauses,
  ]);
  return { planned: result?.planned ?? {}, skipped: result?.skipped ?? {} };
}

/** $1 the day, $2 the instant, $3 the kinds of holds named as they are. Reasons that will not pass by waiting (no address, channel not in the mandate, a condition of the step) move on to the next step. */
export const planDueStepsSql = `
with steps as materialized (
  select client_id, scenario_id, step_no, channel, template, stage, mode, least_open_minor, only_kind, only_silent,
    lead(step_no) over one as next_no, lead(days_from_due) over one - days_from_due as gap
  from scenario_steps window one as (partition by client_id, scenario_id order by step_no)),
disputed as materialized (
  select client_id, case_id, sum(amount_minor) as minor from disputes where state = 'open' group by 1, 2),
proposed as materialized (select distinct client_id, case_id from actions where state = 'proposed'),
due as materialized (
  select s.client_id, s.case_id, s.scenario_id, s.round, s.step_no, s.due_on, st.channel, st.template, st.stage, st.mode, st.next_no, st.gap, c.stage as stage_before,
    case
      when cl.sending_stopped_at is not null then 'sending_stopped'
      when c.state = 'on_hold' then case when c.hold_kind = any($3) then c.hold_kind else 'on_hold' end
      when c.open_minor <= 0 then 'nothing_owed'
      when pay.id is not null then 'payment_in_flight'
      when pro.id is not null then 'promise_open'
      when pl.id is not null then 'plan_active'
      when c.open_minor <= coalesce(dis.minor, 0) then 'disputed'
      when prop.case_id is not null then 'confirmation_waits'
      when st.channel <> 'task' and not st.channel = any(m.channels) then 'channel_not_in_mandate'
      when c.open_minor - coalesce(dis.minor, 0) < st.least_open_minor or st.only_kind <> d.kind or (st.only_silent and exists (
        select from public.timeline_events e where e.client_id = s.client_id and e.case_id = s.case_id and e.actor_kind = 'debtor'
          and e.at > (select max(a.created_at) from actions a where a.client_id = s.client_id and a.case_id = s.case_id and a.scenario_id is not null))) then 'condition_not_met'
      when d.care_until >= $1::date and st.channel not in ('email', 'task') then 'care_mode'
      when st.channel = 'email' and d.email is null then 'no_email'
      when st.channel = 'email' and d.refuses_email then 'email_refused'
      when st.channel = 'call' and d.refuses_calls then 'calls_refused'
      when st.channel = 'letter' and (d.address_line is null or d.postcode is null) then 'no_address'
    end as reason
  from schedules s
  join steps st on st.client_id = s.client_id and st.scenario_id = s.scenario_id and st.step_no = s.step_no
  join cases c on c.client_id = s.client_id and c.id = s.case_id and c.state <> 'closed'
  join clients cl on cl.client_id = s.client_id
  join mandates m on m.client_id = c.client_id and m.id = c.mandate_id
  join debtors d on d.client_id = c.client_id and d.id = c.debtor_id
  left join payments pay on pay.client_id = s.client_id and pay.case_id = s.case_id and pay.state in ('started', 'processing')
    and (pay.state = 'processing' or pay.expires_at > $2::timestamptz)
  left join promises pro on pro.client_id = s.client_id and pro.case_id = s.case_id and pro.state = 'open'
  left join plans pl on pl.client_id = s.client_id and pl.case_id = s.case_id and pl.state in ('active', 'late')
  left join proposed prop on prop.client_id = s.client_id and prop.case_id = s.case_id
  left join disputed dis on dis.client_id = s.client_id and dis.case_id = s.case_id
  where s.due_on <= $1::date
  for update of s),
acted as (
  insert into actions (client_id, case_id, scenario_id, round, step_no, channel, template, due_on, state, created_at)
  select client_id, case_id, scenario_id, round, step_no, channel, template, $1::date, case mode when 'confirmed' then 'proposed' else 'due' end, $2 from due where reason is null
  on conflict (client_id, case_id, scenario_id, round, step_no) where scenario_id is not null and state <> 'cancelled' do nothing
  returning client_id, id, case_id, scenario_id, step_no, channel, template, state),
by_hand as (
  select a.client_id, a.case_id, case a.channel when 'call' then 'call_step' when 'task' then 'task_step' else 'manual_step' end as why
  from acted a join steps st using (client_id, scenario_id, step_no) where a.channel in ('call', 'task') or st.mode = 'manual'),
queued as (
  insert into messages (client_id, case_id, action_id, channel, template, state, not_before)
  select client_id, case_id, a.id, a.channel, a.template, 'queued', $2
  from acted a join steps st using (client_id, scenario_id, step_no) where st.mode = 'automatic' and a.channel in ('email', 'letter')
  returning client_id, id, channel),
effects as (
  insert into outbox (client_id, topic, dedup_key, payload, not_before)
  select client_id, channel || '.send', 'message:' || id, jsonb_build_object('messageId', id), $2 from queued order by client_id on conflict do nothing),
desk as (
  insert into work_items as w (client_id, case_id, queue, owner_id, ready, due_on, why, score)
  select c.client_id, c.id, c.queue, c.owner_id, true, $1::date, h.why, case_score(c.open_minor, 30, h.why)
  from by_hand h join cases c on c.client_id = h.client_id and c.id = h.case_id
  on conflict (client_id, case_id) do update set ready = true, due_on = excluded.due_on, why = excluded.why, score = excluded.score),
moved as (
  update schedules s set step_no = due.next_no, due_on = $1::date + due.gap
  from due where s.client_id = due.client_id and s.case_id = due.case_id and due.next_no is not null
    and (due.reason is null or due.reason in ('channel_not_in_mandate', 'no_email', 'no_address', 'email_refused', 'calls_refused', 'condition_not_met'))),
ended as (
  delete from schedules s using due where s.client_id = due.client_id and s.case_id = due.case_id and due.next_no is null
    and (due.reason is null or due.reason in ('channel_not_in_mandate', 'no_email', 'no_address', 'email_refused', 'calls_refused', 'condition_not_met'))),
staged as (
  update cases c set stage = due.stage from due, (values ('{before_due,reminder,call,formal_notice}'::text[])) r(rising)
  where due.reason is null and due.stage <> due.stage_before and c.client_id = due.client_id and c.id = due.case_id
    -- A new round begins gently, but what older invoices have come to stays said.
    and (due.round = 1 or array_position(r.rising, due.stage) > array_position(r.rising, due.stage_before))),
skips as (
  insert into run_skips (client_id, case_id, day, step_no, reason)
  select client_id, case_id, $1::date, step_no, reason from due where reason is not null
  on conflict (client_id, case_id, day) do update set reason = excluded.reason, step_no = excluded.step_no)
select
  (select jsonb_object_agg(channel, n) from (select channel, count(*) as n from acted group by 1) x) as planned,
  (select jsonb_object_agg(reason, n) from (select reason, count(*) as n from due where reason is not null group by 1) x) as skipped`;
