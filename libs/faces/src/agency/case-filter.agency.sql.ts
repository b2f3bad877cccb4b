import { casesAtLimitSql, type LimitStanding } from '@amiable/insights';
import { dayOf, parseDecimal, toDate } from '@amiable/kernel';
import { fromGlobalId, type ReadDb, type RequestContext } from '@amiable/platform';
import { amountAsked, searchedText } from './search.rules';

/** Which cases of a list are wanted; what is not said leaves all. */
export interface CaseFilterFacts {
  readonly clientId?: string | null;
  readonly state?: string | null;
  readonly stage?: string | null;
  readonly mine?: boolean | null;
  readonly text?: string | null;
  readonly disputed?: boolean | null;
  readonly owner?: string | null;
  readonly leastOpen?: string | null;
  readonly mostOpen?: string | null;
  readonly leastDaysLate?: number | null;
  readonly mostDaysLate?: number | null;
  readonly tag?: string | null;
  readonly promise?: string | null;
  readonly plan?: string | null;
  readonly language?: string | null;
  readonly mostDataQuality?: number | null;
  readonly hasTwins?: boolean | null;
  readonly silentDays?: number | null;
  readonly occasion?: Occasion | null;
  readonly limit?: LimitStanding | null;
}

/** Why a case asks for somebody today. */
type Occasion = 'ready' | 'promise_due' | 'broken_promise' | 'dispute_answered' | 'replied';

export function bind(params: unknown[], value: unknown): string {
  params.push(value);
  return `$${params.length}`;
}

/**
 * The filter as conditions on cases `c`, all values bound; `inQueue`: and on work items `w`, which know some of it themselves. Throws NotFound
 * for a client out of reach, NotAnAmount.
 */
export function filtersOf(
  filter: CaseFilterFacts,
  ctx: RequestContext,
  db: Pick<ReadDb, 'clock'>,
  params: unknown[],
  { inQueue = false } = {},
): string[] {
  const where: string[] = [];
  const when = <V>(value: V | null | undefined, condition: (bound: string) => string, bound: (value: V) => unknown = (v) => v) => {
    if (value !== null && value !== undefined && value !== '' && value !== false) where.push(condition(bind(params, bound(value))));
  };
  const late = (comparison: '<=' | '>') => (day: string) =>
    `(select min(i.due_on) from invoices i where i.client_id = c.client_id and i.case_id = c.id and i.amount_minor > i.settled_minor) ${comparison} ${day}::date`;
  const daysAgo = (days: number) =>
    dayOf(db.clock)
      .subtract({ days: Math.min(Math.max(days, 0), 36_500) })
      .toString();

  if (filter.clientId !== null && filter.clientId !== undefined)
    where.push(`c.client_id = ${bind(params, ctx.enter(fromGlobalId('Client', filter.clientId).clientId))}`);
  when(filter.state, (state) => `c.state = ${state}`);
  when(filter.stage, (stage) => `c.stage = ${stage}`);
  when(
    filter.mine,
    (me) => `c.owner_id = ${me}`,
    () => ctx.actor.id,
  );
  if (filter.owner === 'nobody') where.push(`c.owner_id is null`);
  else
    when(
      filter.owner,
      (owner) => `c.owner_id = ${owner}`,
      (owner) => fromGlobalId('StaffUser', owner).id,
    );
  when(
    filter.leastOpen,
    (minor) => `c.open_minor >= ${minor}::bigint`,
    (amount) => parseDecimal(amount).toString(),
  );
  when(
    filter.mostOpen,
    (minor) => `c.open_minor <= ${minor}::bigint`,
    (amount) => parseDecimal(amount).toString(),
  );
  when(filter.leastDaysLate, late('<='), daysAgo);
  when(
    filter.mostDaysLate,
    (day) => `not coalesce(${late('<=')(day)}, false)`,
    (days) => daysAgo(days + 1),
  );
  when(filter.tag, (tag) => `exists (select from case_tags t where t.client_id = c.client_id and t.case_id = c.id and t.tag = ${tag})`);
  when(
    filter.promise,
    (state) => `exists (select from promises p where p.client_id = c.client_id and p.case_id = c.id and p.state = ${state})`,
  );
  when(filter.plan, (state) => `exists (select from plans p where p.client_id = c.client_id and p.case_id = c.id and p.state = ${state})`);
  when(filter.language, (language) =>
    inQueue
      ? `w.language = ${language}`
      : `(select d.language from debtors d where d.client_id = c.client_id and d.id = c.debtor_id) = ${language}`,
  );
  when(
    filter.mostDataQuality,
    (most) => `(select d.data_quality from debtors d where d.client_id = c.client_id and d.id = c.debtor_id) <= ${most}::int`,
  );
  when(
    filter.silentDays,
    (since) =>
      `not exists (select from actions a where a.client_id = c.client_id and a.case_id = c.id and a.state = 'done' and a.done_at > ${since})`,
    (days) => toDate(db.clock.now().subtract({ hours: 24 * Math.min(Math.max(days, 0), 36_500) })),
  );
  if (filter.occasion) where.push(occasionSql(filter.occasion, db, (value) => bind(params, value)));
  if (filter.limit) {
    const at = (standing: 'near' | 'passed') => casesAtLimitSql(standing, `${bind(params, dayOf(db.clock).toString())}::date`);
    where.push(
      filter.limit === 'within'
        ? `c.state <> 'closed' and (c.client_id, c.id) not in (${at('near')} union all ${at('passed')})`
        : `(c.client_id, c.id) in (${at(filter.limit)})`,
    );
  }
  if (filter.hasTwins)
    where.push(
      `(c.client_id, c.debtor_id) in (select t.client_id, t.debtor_a from debtor_twins t where t.verdict is null union all select t.client_id, t.debtor_b from debtor_twins t where t.verdict is null)`,
    );
  if (filter.disputed)
    where.push(`exists (select from disputes x where x.client_id = c.client_id and x.case_id = c.id and x.state = 'open')`);
  const text = searchedText(filter.text ?? '');
  if (text.length >= 2)
    where.push(`(c.client_id, c.id) in (${casesFound(bind(params, text), bind(params, amountAsked(text)?.toString() ?? null))})`);
  return where;
}

/** The cases that the figures of My day count. */
function occasionSql(occasion: Occasion, { clock }: Pick<ReadDb, 'clock'>, bound: (value: unknown) => string): string {
  const work = (more: string) =>
    `exists (select from work_items x where x.client_id = c.client_id and x.case_id = c.id and x.ready and x.queue = 'amicable'${more})`;
  switch (occasion) {
    case 'ready':
      return work('');
    case 'broken_promise':
    case 'dispute_answered':
      return work(` and x.why = ${bound(occasion)}`);
    case 'promise_due':
      return `exists (select from promises p where p.client_id = c.client_id and p.case_id = c.id and p.state = 'open' and p.due_on = ${bound(dayOf(clock).toString())})`;
    case 'replied':
      return `exists (select from timeline_events t where t.client_id = c.client_id and t.case_id = c.id and t.actor_kind = 'debtor' and t.kind <> 'debtor.visited'
        and t.at > ${bound(toDate(clock.now()))}::timestamptz - interval '3 days' and not exists (select from timeline_events s
          where s.client_id = t.client_id and s.case_id = t.case_id and s.actor_kind = 'staff' and s.at > t.at))`;
  }
}

/** Cases that the search finds, at most some hundred of each kind: who types a common word alone gets the best, not all. */
function casesFound(text: string, amount: string): string {
  return `with hits as materialized (select kind, client_id, id from search_hits(${text}, ${amount}, 300))
    select client_id, id from hits where kind = 'case'
    union select k.client_id, k.id from hits h join cases k on k.client_id = h.client_id and k.debtor_id = h.id where h.kind = 'debtor'
    union select i.client_id, i.case_id from hits h join invoices i on i.client_id = h.client_id and i.id = h.id where h.kind = 'invoice'`;
}
