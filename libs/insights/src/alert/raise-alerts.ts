import { type Temporal, toDate } from '@amiable/kernel';
import type { ReadDb } from '@amiable/platform';
import { readBehaviours } from '../payer/read-payer';
import { scorePayer } from '../payer/payer-score.rules';
import { moneySql } from './money.sql';
import { holdAlerts, raiseLimitAlerts } from './raise-limit-alerts';

/** How far back something may lie that is told now: an alert is news, not history. */
const newsDays = 7;
/** The most payers whose score is looked at in one run, those with something new. */
const mostPayers = 5_000;

/** $1 the day, $2 now. Each branch names what it is about, so that a thing is told once however often this runs; what lasts is told until it has passed. */
const raiseSql = `
with rules as (select kind, threshold from alert_rules where enabled),
due as (
  select p.client_id, p.case_id, r.kind, p.id::text as subject,
    jsonb_build_object('amount', ${moneySql('p.amount_minor - p.paid_minor')}, 'currency', p.currency, 'dueOn', p.due_on) as facts
  from promises p join rules r on r.kind = 'broken_promise'
  where p.state in ('broken', 'partly_kept') and p.due_on + p.grace_days >= $1::date - ${newsDays} and p.amount_minor - p.paid_minor >= r.threshold * 100::bigint
  union all
  select p.client_id, p.case_id, r.kind, p.id || ':' || p.late_on, jsonb_build_object('total', ${moneySql('p.total_minor')}, 'currency', p.currency, 'dueOn', p.late_on)
  from plans p join rules r on r.kind = 'instalment_missed' where p.state = 'late' and p.late_on is not null and p.total_minor >= r.threshold * 100::bigint
  union all
  select d.client_id, d.case_id, r.kind, d.id || case when d.due_on < $1::date then ':passed' else ':near' end,
    jsonb_build_object('amount', ${moneySql('d.amount_minor')}, 'currency', c.currency, 'dueOn', d.due_on, 'invoiceNumber', i.number, 'passed', d.due_on < $1::date)
  from disputes d join rules r on r.kind = 'dispute_deadline' join cases c on c.client_id = d.client_id and c.id = d.case_id
    join invoices i on i.client_id = d.client_id and i.id = d.invoice_id
  where d.state = 'open' and d.due_on <= $1::date + r.threshold
  union all
  select c.client_id, c.id, r.kind, c.id || ':' || c.hold_kind, jsonb_build_object('open', ${moneySql('c.open_minor')}, 'currency', c.currency)
  from cases c join rules r on r.kind = 'insolvency'
  where c.state = 'on_hold' and c.hold_kind in ('insolvent', 'overindebted') and c.open_minor >= r.threshold * 100::bigint),
-- A debtor that is asked again: the alert is over, and its subject free for the next time.
passed as (
  update alerts a set subject = a.subject || ':' || a.id, dismissed_at = coalesce(a.dismissed_at, $2)
  from rules r where r.kind = a.kind and a.kind = 'insolvency' and a.subject not like '%:' || a.id
    and not exists (select from due where due.client_id = a.client_id and due.kind = a.kind and due.subject = a.subject)),
raised as (
  insert into alerts (client_id, case_id, kind, subject, facts, raised_at)
  select due.client_id, due.case_id, due.kind, due.subject, due.facts, $2 from due
    join cases c on c.client_id = due.client_id and c.id = due.case_id and c.state <> 'closed'
  on conflict (client_id, kind, subject) do nothing returning 1)
select count(*)::int as n from raised`;

/** $1 the day, $2 now. One digest a day and client, of what was raised since the last one and is wanted by mail; what it says travels with it. */
const digestSql = `
with told as (
  update alerts a set mailed_at = $2 from alert_rules r
  where r.kind = a.kind and r.by_mail and a.mailed_at is null and a.raised_at > $2::timestamptz - interval '${newsDays} days'
    and not exists (select from outbox o where o.client_id = a.client_id and o.dedup_key = 'alerts.digest:' || $1::date)
  returning a.client_id, a.kind)
insert into outbox (client_id, topic, dedup_key, payload, not_before)
select client_id, 'alerts.digest', 'alerts.digest:' || $1::date, jsonb_build_object('counts', jsonb_object_agg(kind, n)), $2
from (select client_id, kind, count(*)::int as n from told group by client_id, kind) counted
group by client_id on conflict (client_id, dedup_key) do nothing`;

/** $1 the day. Payers with something new in what their score is made of; the newest open case of each. */
const newsSql = `
with news as (
  select c.client_id, c.debtor_id from promises p join cases c on c.client_id = p.client_id and c.id = p.case_id
  where p.state in ('broken', 'partly_kept') and p.due_on + p.grace_days between $1::date - 3 and $1::date
  union select c.client_id, c.debtor_id from plans p join cases c on c.client_id = p.client_id and c.id = p.case_id where p.state = 'broken' and p.broken_on >= $1::date - 3
  union select c.client_id, c.debtor_id from movements m join cases c on c.client_id = m.client_id and c.id = m.case_id where m.kind = 'chargeback' and m.effective_on >= $1::date - 3
  union select i.client_id, i.debtor_id from invoices i
    where i.due_on = any(array[$1::date - 1, $1::date - 31, $1::date - 61, $1::date - 91, $1::date - 181]) and i.kind = 'invoice' and i.amount_minor > i.settled_minor)
select n.client_id, n.debtor_id, c.id as case_id, s.score as former
from news n join lateral (select id from cases c where c.client_id = n.client_id and c.debtor_id = n.debtor_id and c.state <> 'closed' order by c.opened_on desc, c.id limit 1) c on true
left join payer_scores s on s.client_id = n.client_id and s.debtor_id = n.debtor_id
order by n.client_id, n.debtor_id limit ${mostPayers}`;

/**
 * Alertes of a day, over all clients, as sets: broken promises, instalments missed, deadlines of disputes near or passed, limits near or passed,
 * scores that fell, debtors that have become insolvent or over-indebted. What was told is not told again, however often and by however many
 * workers it runs. Answers how many are new.
 */
export async function raiseAlerts(db: ReadDb, day: Temporal.PlainDate): Promise<number> {
  await holdAlerts(db);
  const when = [day.toString(), toDate(db.clock.now())];
  const raised = (await db.row<{ n: number }>(raiseSql, when))!.n;
  const limits = await raiseLimitAlerts(db, day, null);
  const fallen = await raiseFallenScores(db, day);
  await db.rows(digestSql, when);
  return raised + limits + fallen;
}

async function raiseFallenScores(db: ReadDb, day: Temporal.PlainDate): Promise<number> {
  const rule = await db.row<{ threshold: number }>(`select threshold from alert_rules where kind = 'falling_score' and enabled`);
  if (!rule) return 0;
  const payers = await db.rows<{ client_id: string; debtor_id: string; case_id: string; former: number | null }>(newsSql, [day.toString()]);
  if (payers.length === 0) return 0;
  const behaviours = await readBehaviours(
    db,
    payers.map((payer) => ({ clientId: payer.client_id, debtorId: payer.debtor_id })),
    day,
  );
  const scored = payers.flatMap((payer) => {
    const behaviour = behaviours.get(`${payer.client_id} ${payer.debtor_id}`);
    const score = behaviour ? scorePayer(behaviour).score : null;
    return score === null ? [] : [{ ...payer, score, fell: payer.former !== null && payer.former - score >= rule.threshold }];
  });
  const rows = await db.rows(
    `with s as (select * from jsonb_to_recordset($1::jsonb) as s(client_id uuid, debtor_id uuid, case_id uuid, former int, score int, fell boolean)),
     kept as (insert into payer_scores (client_id, debtor_id, score, scored_on) select client_id, debtor_id, score, $2 from s
       on conflict (client_id, debtor_id) do update set score = excluded.score, scored_on = excluded.scored_on)
     insert into alerts (client_id, case_id, kind, subject, facts, raised_at)
     select client_id, case_id, 'falling_score', debtor_id || ':' || $2::date, jsonb_build_object('former', former, 'score', score), $3 from s where fell
     on conflict (client_id, kind, subject) do nothing returning id`,
    [JSON.stringify(scored), day.toString(), toDate(db.clock.now())],
  );
  return rows.length;
}
