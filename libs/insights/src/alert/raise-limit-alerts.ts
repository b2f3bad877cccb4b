import { joinedIds } from '@amiable/cases';
import { toDate, type Temporal } from '@amiable/kernel';
import type { ReadDb } from '@amiable/platform';
import { followExposures, scopeParam, scopeSql, type Scope } from './follow-exposures';
import { moneySql } from './money.sql';

/** Nobody raises alerts beside another: what is over and what is new are told apart by what stands there. */
export async function holdAlerts(db: ReadDb): Promise<void> {
  await db.rows(`select pg_advisory_xact_lock(hashtext('alerts'))`);
}

const openCase = `c.client_id, c.id, c.open_minor, c.currency`;
const rooted = `coalesce(d.joined_to, d.id) as root`;
/** Open cases of who is looked at, of so much and more, each with the row that stands for its debtor. */
const casesOf = (scope: Scope, least: string) =>
  scope === null
    ? `select ${openCase}, ${rooted} from cases c join debtors d on d.client_id = c.client_id and d.id = c.debtor_id where c.state <> 'closed' and c.open_minor >= ${least}`
    : `select ${openCase}, s.root from seen s join cases c on c.client_id = s.client_id and c.debtor_id = s.id where c.state <> 'closed' and c.open_minor >= ${least}
       union all select ${openCase}, ${rooted} from whole w join cases c on c.client_id = w.client_id join debtors d on d.client_id = c.client_id and d.id = c.debtor_id
       where c.state <> 'closed' and c.open_minor >= ${least}`;
const exposuresOf = (scope: Scope) =>
  scope === null
    ? `select * from exposures`
    : `select e.* from (select distinct client_id, root from seen) s join exposures e on e.client_id = s.client_id and e.debtor_id = s.root
       union all select e.* from whole w join exposures e on e.client_id = w.client_id`;
const alertsOf = (scope: Scope) =>
  scope === null
    ? `select client_id, id from alerts`
    : `select a.client_id, a.id from seen s join cases c on c.client_id = s.client_id and c.debtor_id = s.id join alerts a on a.client_id = c.client_id and a.case_id = c.id
       union all select a.client_id, a.id from whole w join alerts a on a.client_id = w.client_id`;

/**
 * $1 the day, $2 now. A debtor is measured by his own limit with all that he owes, due or not; who has none, case by case by that of the house.
 * Each branch names what it is about, so that a thing is told once however often this runs, and again when it has passed and comes back.
 */
const limitSql = (scope: Scope) => `
with ${scope === null ? '' : `${scopeSql('$3')},`}
rules as (select kind, threshold from alert_rules where enabled),
house as (select threshold * 100::bigint as limit_minor, threshold from rules where kind = 'limit_passed'),
near as (select coalesce((select threshold from rules where kind = 'limit_near'), 100) as share),
own as (
  select e.client_id, e.debtor_id as root, e.exposure_minor, e.limit_id, e.limit_minor, e.currency
  from near n cross join lateral (${exposuresOf(scope)}) e
  where e.used_percent >= n.share and e.exposure_minor > 0 and (e.valid_until is null or e.valid_until >= $1::date)),
measured as (
  select o.client_id, c.id as case_id, 'limit:' || o.limit_id as subject, o.exposure_minor as open_minor, o.limit_minor, o.currency, l.source
  from own o join credit_limits l on l.client_id = o.client_id and l.id = o.limit_id cross join lateral (
    select c.id from cases c where c.client_id = o.client_id and c.debtor_id in (${joinedIds('o.client_id', 'o.root')}) and c.state <> 'closed' order by c.opened_on desc, c.id limit 1) c
  union all
  select c.client_id, c.id, c.id || ':' || h.threshold, c.open_minor, h.limit_minor, c.currency, null
  from house h, near n cross join lateral (${casesOf(scope, '(h.limit_minor * n.share + 99) / 100')}) c
  -- One by one: few cases are so large.
  where (select true from exposures e where e.client_id = c.client_id and e.debtor_id = c.root and (e.valid_until is null or e.valid_until >= $1::date)) is null),
due as (
  select m.*, r.kind, jsonb_strip_nulls(jsonb_build_object('open', ${moneySql('m.open_minor')}, 'total', ${moneySql('m.limit_minor')}, 'currency', m.currency, 'source', m.source)
    || case when r.kind = 'limit_near' then jsonb_build_object('percent', m.open_minor * 100 / m.limit_minor) else '{}' end) as facts
  from measured m join rules r on case when m.open_minor > m.limit_minor then r.kind = 'limit_passed'
    else r.kind = 'limit_near' and m.open_minor > 0 and m.open_minor * 100 >= m.limit_minor * r.threshold end),
concerned as (${alertsOf(scope)}),
passed as (
  update alerts a set subject = a.subject || ':' || a.id, dismissed_at = coalesce(a.dismissed_at, $2)
  from concerned k, rules r
  where a.client_id = k.client_id and a.id = k.id and r.kind = a.kind and a.kind in ('limit_near', 'limit_passed') and a.subject not like '%:' || a.id
    and (a.client_id, a.kind, a.subject) not in (select client_id, kind, subject from due)),
raised as (
  insert into alerts (client_id, case_id, kind, subject, facts, raised_at)
  select client_id, case_id, kind, subject, facts, $2 from due on conflict (client_id, kind, subject) do nothing returning 1)
select count(*)::int as n from raised`;

/** Limites d'encours passed or near, of whom something happened to, or of everybody; answers how many are new. The alerts are held. */
export async function raiseLimitAlerts(db: ReadDb, day: Temporal.PlainDate, scope: Scope): Promise<number> {
  await followExposures(db, scope);
  const params = [day.toString(), toDate(db.clock.now()), ...(scope === null ? [] : [scopeParam(scope)])];
  return (await db.row<{ n: number }>(limitSql(scope), params))!.n;
}
