/** How a case stands against the limit that holds for it. */
export const limitStandings = ['within', 'near', 'passed'] as const;
export type LimitStanding = (typeof limitStandings)[number];

/** Limits of a debtor's own that hold on a day, `e` and `l`; the day is an expression of the statement around. */
const own = (day: string) =>
  `exposures e join credit_limits l on l.client_id = e.client_id and l.id = e.limit_id and (l.valid_until is null or l.valid_until >= ${day})`;
/** The share from which a limit is near, percent. What is called near is so whether or not anybody is told of it. */
const nearShare = `(select threshold from alert_rules where kind = 'limit_near')`;
const house = `(select threshold * 100::bigint from alert_rules where kind = 'limit_passed' and enabled)`;

const standingOf = (owed: string, limit: string) =>
  `case when ${owed} > ${limit} then 'passed' when ${owed} > 0 and ${owed} * 100 >= ${limit} * ${nearShare} then 'near' else 'within' end`;

/**
 * Encours of an open case `c` of debtor `d`, at most one row: by the debtor's own limit with all that he owes, as it was followed last; who has
 * none is measured by that of the house, case by case.
 */
export const limitOfCaseSql = (day: string) => `
  select x.*, ${standingOf('x.exposure_minor', 'x.limit_minor')} as standing from (
    select l.amount_minor as limit_minor, e.exposure_minor, l.currency, true as is_own
    from ${own(day)} where e.client_id = c.client_id and e.debtor_id = coalesce(d.joined_to, d.id)
    union all
    select h.minor, c.open_minor, c.currency, false from (select ${house} as minor) h where h.minor is not null
    order by is_own desc limit 1) x
  where c.state <> 'closed'`;

/** The open cases whose limit is passed, or near and not passed, as a set: from the few debtors that are so, not from all cases. */
export const casesAtLimitSql = (standing: 'near' | 'passed', day: string) => `
  select k.client_id, k.id from ${own(day)}
    cross join lateral (select e.debtor_id as id union all select j.id from debtors j where j.client_id = e.client_id and j.joined_to = e.debtor_id) g
    join cases k on k.client_id = e.client_id and k.debtor_id = g.id and k.state <> 'closed'
  where ${standingOf('e.exposure_minor', 'l.amount_minor')} = '${standing}'
  union all
  select k.client_id, k.id from cases k join debtors d on d.client_id = k.client_id and d.id = k.debtor_id
  where k.state <> 'closed' and k.open_minor * 100 >= ${house} * ${nearShare} and ${standingOf('k.open_minor', house)} = '${standing}'
    and not exists (select from ${own(day)} where e.client_id = d.client_id and e.debtor_id = coalesce(d.joined_to, d.id))`;
