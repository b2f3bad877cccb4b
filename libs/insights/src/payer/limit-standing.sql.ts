/** How a case stands against the limit that holds for it. */
export const limitStandings = ['within', 'near', 'passed'] as const;
export type LimitStanding = (typeof limitStandings)[number];

/** Does a debtor's own limit `e` hold on a day, an expression of the statement around? */
const holds = (day: string) => `(e.valid_until is null or e.valid_until >= ${day})`;
/** The share from which a limit is near, percent. What is called near is so whether or not anybody is told of it. */
const nearShare = `near_share()`;
const house = `house_limit_minor()`;
/** Said by cases: behind the wall, no index answers a coalesce (it is not known to keep secrets). */
const root = `case when d.joined_to is null then d.id else d.joined_to end`;

/**
 * Encours of an open case `c` of debtor `d`, at most one row: by the debtor's own limit with all that he owes, as it was followed last; who has
 * none is measured by that of the house, case by case. What holds for all is asked once a statement.
 */
export const limitOfCaseSql = (day: string) => `
  select x.*, case when x.exposure_minor > x.limit_minor then 'passed'
    when x.exposure_minor > 0 and x.exposure_minor * 100 >= x.limit_minor * (select ${nearShare}) then 'near' else 'within' end as standing from (
    select e.limit_minor, e.exposure_minor, e.currency, true as is_own
    from exposures e where e.client_id = c.client_id and e.debtor_id = ${root} and ${holds(day)}
    union all
    select h.minor, c.open_minor, c.currency, false from (select (select ${house}) as minor) h where h.minor is not null
    order by is_own desc limit 1) x
  where c.state <> 'closed'`;

const ownAt = {
  passed: `e.used_percent >= 100 and e.exposure_minor > e.limit_minor`,
  near: `e.used_percent >= ${nearShare} and e.used_percent <= 100 and e.exposure_minor > 0 and e.exposure_minor <= e.limit_minor`,
} as const;
/** Sums at the limit of the house, as bounds that the index of the sums answers. */
const sumsAt = {
  passed: `k.open_minor > ${house}`,
  near: `k.open_minor > 0 and k.open_minor >= (${house} * ${nearShare} + 99) / 100 and k.open_minor <= ${house}`,
} as const;

/** The open cases whose limit is passed, or near and not passed, as a set: found from the few debtors and sums that are so, not among all cases. */
export const casesAtLimitSql = (standing: 'near' | 'passed', day: string) => `
  select k.client_id, k.id from exposures e
    cross join lateral (select e.debtor_id as id union all select j.id from debtors j where j.client_id = e.client_id and j.joined_to = e.debtor_id) g
    cross join lateral (select c.client_id, c.id from cases c where c.client_id = e.client_id and c.debtor_id = g.id and c.state <> 'closed' offset 0) k
  where ${ownAt[standing]} and ${holds(day)}
  union all
  select k.client_id, k.id from cases k join debtors d on d.client_id = k.client_id and d.id = k.debtor_id
  where k.state <> 'closed' and ${sumsAt[standing]}
    and (select true from exposures e where e.client_id = d.client_id and e.debtor_id = ${root} and ${holds(day)}) is null`;
