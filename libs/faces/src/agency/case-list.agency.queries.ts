import { fitting, lentSql, type Fit } from '@amiable/cases';
import { limitOfCaseSql } from '@amiable/insights';
import { dayOf, toDate, type Clock } from '@amiable/kernel';
import {
  keyAfter,
  moneyOf,
  pageOf,
  rowsToRead,
  toGlobalId,
  type PageInput,
  type ReadDb,
  type RequestContext,
  type Row,
} from '@amiable/platform';
import { brandStripeOf } from './brand-stripe';
import { daysBetween } from './case.agency.queries';
import { bind, filtersOf, type CaseFilterFacts } from './case-filter.agency.sql';
import type { CaseConnection, CaseSummary, Reason } from './case-summary.agency.types';

export type CaseOrderWord = 'rank' | 'newest' | 'oldest_due' | 'largest';

const summaryColumns = `
  c.client_id, c.id, c.reference, c.hat, c.state, c.stage, c.currency, c.open_minor, c.opened_on, cl.name as client_name, b.id as brand_id, b.name as brand_name, b.primary_colour,
  d.name as debtor_name, d.kind as debtor_kind, d.city, own.name as owner_name, lent.name as lent_name, lent.until as lent_until, w.rank_percent, w.why, w.score, w.due_on as work_due_on, old.oldest::text as oldest_due_on, next.name as next_step, next.due_on::text as next_step_on, last_contact.at as last_contact_at,
  array(select t.tag from case_tags t where t.client_id = c.client_id and t.case_id = c.id order by t.tag) as tags, d.language, d.data_quality,
  lim.limit_minor, lim.exposure_minor, lim.currency as limit_currency, lim.standing as limit_standing, lim.is_own as limit_is_own`;

const summaryJoins = (clock: Clock) => `
  join clients cl on cl.client_id = c.client_id
  join brands b on b.client_id = c.client_id and b.id = c.brand_id
  join debtors d on d.client_id = c.client_id and d.id = c.debtor_id
  left join staff_users own on own.id = c.owner_id
  left join lateral (${lentSql}) lent on true
  left join lateral (select min(i.due_on) as oldest from invoices i where i.client_id = c.client_id and i.case_id = c.id and i.amount_minor > i.settled_minor) old on true
  left join lateral (select st.name, s.due_on from schedules s join scenario_steps st on st.client_id = s.client_id and st.scenario_id = s.scenario_id and st.step_no = s.step_no where s.client_id = c.client_id and s.case_id = c.id) next on true
  left join lateral (select a.done_at as at from actions a where a.client_id = c.client_id and a.case_id = c.id and a.state = 'done' order by a.created_at desc limit 1) last_contact on true
  left join lateral (${limitOfCaseSql(`'${dayOf(clock).toString()}'::date`)}) lim on true`;

/** The queue: ready cases in the order of their worth, from the narrow work table (its index gives the order). */
export async function readQueue(
  db: ReadDb,
  ctx: RequestContext,
  filter: CaseFilterFacts,
  page: PageInput,
  fit: Fit,
): Promise<CaseConnection> {
  const after = keyAfter(page, 'minor', 'uuid');
  const params: unknown[] = [ctx.actor.id, toDate(db.clock.now()), rowsToRead(page)];
  const filters = filtersOf(filter, ctx, db, params, { inQueue: true });
  const fits = fitting(fit, '$1')(params);
  const keyset = after ? [`(w.score, w.case_id) < (${bind(params, after[0])}::bigint, ${bind(params, after[1])}::uuid)`] : [];
  const rows = await db.rows(
    `select ${summaryColumns} from (
       select w.client_id, w.case_id, w.why, w.score, w.due_on, w.rank_percent from ${queueFor(filters)}
       where w.ready and w.queue = 'amicable' and (w.owner_id is null or w.owner_id = $1) and (w.claimed_until is null or w.claimed_until < $2 or w.claimed_by = $1)
       ${[...filters, ...fits, ...keyset].map((clause) => ` and ${clause}`).join('')}
       order by w.score desc, w.case_id desc limit $3) w
     join cases c on c.client_id = w.client_id and c.id = w.case_id ${summaryJoins(db.clock)} order by w.score desc, w.case_id desc`,
    params,
  );
  const connection = pageOf(
    rows,
    page,
    (row) => [row.score.toString(), row.id],
    (row) => summaryOf(row, db, ctx),
  );
  return {
    ...connection,
    totalCount: await cappedCount(db, (p) => {
      const me = bind(p, ctx.actor.id);
      const clauses = filtersOf(filter, ctx, db, p, { inQueue: true });
      return `select 1 from ${queueFor(clauses)} where w.ready and w.queue = 'amicable' and (w.owner_id is null or w.owner_id = ${me})${[...clauses, ...fitting(fit, me)(p)].map((clause) => ` and ${clause}`).join('')}`;
    }),
  };
}

/** Only what the filters speak of is joined: without any, the index of the work table answers alone. */
function queueFor(filters: readonly string[]): string {
  return `work_items w ${filters.length > 0 ? 'join cases c on c.client_id = w.client_id and c.id = w.case_id' : ''}`;
}

const orders: Record<Exclude<CaseOrderWord, 'rank'>, { by: string; key: string; type: string }> = {
  newest: { by: 'c.opened_on', key: 'opened_on', type: 'date' },
  oldest_due: { by: 'c.opened_on', key: 'opened_on', type: 'date' },
  largest: { by: 'c.open_minor', key: 'open_minor', type: 'bigint' },
};

/** All cases of the portfolio, filtered, by keyset. */
export async function readCaseList(
  db: ReadDb,
  ctx: RequestContext,
  filter: CaseFilterFacts,
  order: Exclude<CaseOrderWord, 'rank'>,
  page: PageInput,
  { counted = true } = {},
): Promise<CaseConnection> {
  const { by, key, type } = orders[order];
  const after = keyAfter(page, type === 'date' ? 'day' : 'minor', 'uuid');
  const [direction, beyond] = order === 'oldest_due' ? ['asc', '>'] : ['desc', '<'];
  const params: unknown[] = [rowsToRead(page)];
  const where = filtersOf(filter, ctx, db, params);
  if (after) where.push(`(${by}, c.id) ${beyond} (${bind(params, after[0])}::${type}, ${bind(params, after[1])}::uuid)`);
  const rows = await db.rows(
    `select ${summaryColumns} from (
       select c.* from cases c
       ${where.length > 0 ? `where ${where.join(' and ')}` : ''} order by ${by} ${direction}, c.id ${direction} limit $1) c
     left join work_items w on w.client_id = c.client_id and w.case_id = c.id ${summaryJoins(db.clock)} order by ${by} ${direction}, c.id ${direction}`,
    params,
  );
  const connection = pageOf(
    rows,
    page,
    (row) => [row[key].toString(), row.id],
    (row) => summaryOf(row, db, ctx),
  );
  return {
    ...connection,
    totalCount: !counted
      ? null
      : await cappedCount(db, (p) => {
          const clauses = filtersOf(filter, ctx, db, p);
          return `select 1 from cases c ${clauses.length > 0 ? `where ${clauses.join(' and ')}` : ''}`;
        }),
  };
}

const mostSelected = 10_001; // one more than an act may take: it says that there are more

/** Which cases a filter selects, for an act on all of them. */
export function readSelection(
  db: ReadDb,
  ctx: RequestContext,
  filter: CaseFilterFacts,
): Promise<Array<{ clientId: string; caseId: string }>> {
  const params: unknown[] = [];
  const where = filtersOf(filter, ctx, db, params);
  return db.rows(
    `select c.client_id as "clientId", c.id as "caseId" from cases c ${where.length > 0 ? `where ${where.join(' and ')}` : ''} order by c.opened_on desc, c.id desc limit ${mostSelected}`,
    params,
  );
}

/** A count that stops at 10,000: beyond, nobody reads it and counting is dear. */
async function cappedCount(db: ReadDb, sql: (params: unknown[]) => string): Promise<number | null> {
  const params: unknown[] = [];
  const counted = await db.row<{ n: number }>(`select count(*)::int as n from (${sql(params)} limit 10001) capped`, params);
  return counted!.n > 10_000 ? null : counted!.n;
}

function summaryOf(row: Row, db: ReadDb, _ctx: RequestContext): CaseSummary {
  const today = dayOf(db.clock).toString();
  const daysLate = row.oldest_due_on ? daysBetween(row.oldest_due_on, today) : 0;
  return {
    id: toGlobalId('Case', row.client_id, row.id),
    reference: row.reference,
    client: { id: toGlobalId('Client', row.client_id, row.client_id), name: row.client_name },
    brand: brandStripeOf(row),
    hat: row.hat,
    state: row.state,
    stage: row.stage,
    debtorName: row.debtor_name,
    debtorKind: row.debtor_kind,
    city: row.city,
    open: moneyOf(row.open_minor, row.currency),
    oldestDueOn: row.oldest_due_on,
    daysLate,
    nextStep: row.next_step,
    nextStepOn: row.next_step_on,
    ownerName: row.owner_name,
    lent: row.lent_name && { name: row.lent_name, until: row.lent_until },
    tags: row.tags,
    language: row.language,
    dataQuality: row.data_quality,
    limit: row.limit_standing && {
      amount: moneyOf(row.limit_minor, row.limit_currency),
      exposure: moneyOf(row.exposure_minor, row.limit_currency),
      standing: row.limit_standing,
      isOwn: row.limit_is_own,
    },
    lastContactAt: row.last_contact_at?.toISOString() ?? null,
    reasons: reasonsOf(row, daysLate),
  };
}

const largeAmount = 200_000n; // 2,000.00: worth a call before a letter

/** At most three plain reasons for the rank, the occasion first. */
function reasonsOf(row: Row, daysLate: number): Reason[] {
  const reasons: Reason[] = [];
  const occasion: Record<string, Reason> = {
    call_back: { code: 'CALL_BACK_DUE', facts: { dueOn: row.work_due_on } },
    broken_promise: { code: 'BROKEN_PROMISE', facts: { dueOn: row.work_due_on } },
    promise_due: { code: 'PROMISE_DUE', facts: { dueOn: row.work_due_on } },
    dispute_answered: { code: 'DISPUTE_ANSWERED', facts: {} },
    call_step: { code: 'CALL_STEP_DUE', facts: {} },
    task_step: { code: 'TASK_DUE', facts: {} },
    manual_step: { code: 'STEP_BY_HAND', facts: {} },
    payment_claimed: { code: 'PAYMENT_CLAIMED', facts: {} },
    not_me: { code: 'NOT_ME', facts: {} },
    hardship: { code: 'HARDSHIP', facts: {} },
    contact_change: { code: 'CONTACT_CHANGE', facts: {} },
    debtor_wrote: { code: 'DEBTOR_WROTE', facts: {} },
  };
  if (row.why && occasion[row.why]) reasons.push(occasion[row.why]!);
  if (row.open_minor >= largeAmount)
    reasons.push({ code: 'LARGE_AMOUNT', facts: { amount: moneyOf(row.open_minor, row.currency).amount, currency: row.currency } });
  if (row.rank_percent !== null && row.rank_percent < 100) reasons.push({ code: 'PUT_OFF_BEFORE', facts: { percent: row.rank_percent } });
  if (!row.last_contact_at) reasons.push({ code: 'NO_CONTACT_YET', facts: {} });
  if (daysLate > 0 && daysLate <= 60) reasons.push({ code: 'FRESH_DEBT', facts: { days: daysLate } });
  if (daysLate > 180) reasons.push({ code: 'OLD_DEBT', facts: { days: daysLate } });
  return reasons.slice(0, 3);
}
