import { toDate, type Temporal } from '@amiable/kernel';
import type { ReadDb } from '@amiable/platform';
import { followExposures, seenParams, seenSql, type Concerned } from './follow-exposures';
import { moneySql } from './money.sql';

/** Nobody raises alerts beside another: what is over and what is new are told apart by what stands there. */
export async function holdAlerts(db: ReadDb): Promise<void> {
  await db.rows(`select pg_advisory_xact_lock(hashtext('alerts'))`);
}

/**
 * $1 the day, $2 now. A debtor is measured by his own limit with all that he owes, due or not; who has none, case by case by that of the house.
 * Each branch names what it is about, so that a thing is told once however often this runs, and again when it has passed and comes back.
 */
const limitSql = (concerned: readonly Concerned[] | null) => `
with ${seenSql(concerned, '$3')},
rules as (select kind, threshold from alert_rules where enabled),
house as (select threshold * 100::bigint as limit_minor, threshold, coalesce((select threshold from rules where kind = 'limit_near'), 100) as near from rules where kind = 'limit_passed'),
own as (
  select e.client_id, e.debtor_id as root, e.exposure_minor, l.id, l.amount_minor, l.currency, l.source
  from exposures e join credit_limits l on l.client_id = e.client_id and l.id = e.limit_id
  where (l.valid_until is null or l.valid_until >= $1::date)${concerned === null ? '' : ' and (e.client_id, e.debtor_id) in (select client_id, root from seen)'}),
measured as (
  select o.client_id, c.id as case_id, 'limit:' || o.id as subject, o.exposure_minor as open_minor, o.amount_minor as limit_minor, o.currency, o.source
  from own o cross join lateral (
    select c.id from debtors g join cases c on c.client_id = g.client_id and c.debtor_id = g.id and c.state <> 'closed'
    where g.client_id = o.client_id and (g.id = o.root or g.joined_to = o.root) order by c.opened_on desc, c.id limit 1) c
  union all
  select c.client_id, c.id, c.id || ':' || h.threshold, c.open_minor, h.limit_minor, c.currency, null
  from house h join cases c on c.state <> 'closed' and c.open_minor * 100 >= h.limit_minor * h.near join seen s on s.client_id = c.client_id and s.id = c.debtor_id
  where not exists (select from own o where o.client_id = s.client_id and o.root = s.root)),
due as (
  select m.*, r.kind, jsonb_strip_nulls(jsonb_build_object('open', ${moneySql('m.open_minor')}, 'total', ${moneySql('m.limit_minor')}, 'currency', m.currency, 'source', m.source)
    || case when r.kind = 'limit_near' then jsonb_build_object('percent', m.open_minor * 100 / m.limit_minor) else '{}' end) as facts
  from measured m join rules r on case when m.open_minor > m.limit_minor then r.kind = 'limit_passed'
    else r.kind = 'limit_near' and m.open_minor > 0 and m.open_minor * 100 >= m.limit_minor * r.threshold end),
passed as (
  update alerts a set subject = a.subject || ':' || a.id, dismissed_at = coalesce(a.dismissed_at, $2)
  from rules r, cases c${concerned === null ? '' : ' join seen s on s.client_id = c.client_id and s.id = c.debtor_id'}
  where r.kind = a.kind and a.kind in ('limit_near', 'limit_passed') and c.client_id = a.client_id and c.id = a.case_id and a.subject not like '%:' || a.id
    and not exists (select from due where due.client_id = a.client_id and due.kind = a.kind and due.subject = a.subject)),
raised as (
  insert into alerts (client_id, case_id, kind, subject, facts, raised_at)
  select client_id, case_id, kind, subject, facts, $2 from due on conflict (client_id, kind, subject) do nothing returning 1)
select count(*)::int as n from raised`;

/** Limites d'encours passed or near, of whom something happened to, or of everybody; answers how many are new. The alerts are held. */
export async function raiseLimitAlerts(db: ReadDb, day: Temporal.PlainDate, concerned: readonly Concerned[] | null): Promise<number> {
  await followExposures(db, concerned);
  const raised = await db.row<{ n: number }>(limitSql(concerned), [day.toString(), toDate(db.clock.now()), ...seenParams(concerned)]);
  return raised!.n;
}
