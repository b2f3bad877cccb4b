import { callOutcomes, isReached, isTalk } from '@amiable/outreach';
import { toDate, type Temporal } from '@amiable/kernel';
import type { ReadDb } from '@amiable/platform';

/** Load (open cases now) and results (of the month) of one collector, client or stage. Sums in cents, by currency. */
export interface TeamFigures {
  readonly openCases: number;
  readonly openMinor: ReadonlyMap<string, bigint>;
  /** Cases of the queue that are to be worked now. */
  readonly toWork: number;
  /** Open cases without any act done for so many days. */
  readonly untouched: number;
  readonly calls: number;
  /** Calls that anybody answered. */
  readonly reached: number;
  /** Calls in which the debtor was spoken to. */
  readonly talks: number;
  /** Mails and letters that collectors wrote and that left. */
  readonly messages: number;
  readonly promised: number;
  /** Promises to staff that came due in the month and were judged, and those of them that were kept whole. */
  readonly judged: number;
  readonly kept: number;
  /** What those that were judged promised, what those kept whole promised, and what was paid on any of them, at most what it promised. */
  readonly judgedMinor: ReadonlyMap<string, bigint>;
  readonly keptMinor: ReadonlyMap<string, bigint>;
  readonly honouredMinor: ReadonlyMap<string, bigint>;
  /** What came in on the cases, less what went back. */
  readonly collectedMinor: ReadonlyMap<string, bigint>;
}

export interface TeamReport {
  readonly total: TeamFigures;
  /** By the collector who is responsible of the case, was when the money came, or made the call; null: cases of nobody. */
  readonly byCollector: ReadonlyMap<string | null, TeamFigures>;
  readonly byClient: ReadonlyMap<string, TeamFigures>;
  readonly byStage: ReadonlyMap<string, TeamFigures>;
}

/** $1 first day of the month, $2 since when an act counts as a touch, $3 outcomes that are no talk, $4 those where nobody answered. */
const figuresSql = `
with facts as (
  select c.owner_id as staff_id, c.client_id, c.stage, c.currency, count(*) as cases, sum(c.open_minor) as open_minor, count(*) filter (where w.ready) as ready,
    count(*) filter (where not exists (
      select from actions a where a.client_id = c.client_id and a.case_id = c.id and a.state = 'done' and a.done_at > $2)) as untouched,
    0::bigint as calls, 0::bigint as talks, 0::bigint as messages, 0::bigint as promised, 0::bigint as judged, 0::bigint as kept, 0::numeric as collected,
    0::bigint as reached, 0::numeric as judged_minor, 0::numeric as kept_minor, 0::numeric as honoured_minor
  from cases c left join work_items w on w.client_id = c.client_id and w.case_id = c.id and w.queue = 'amicable'
  where c.state = 'open' group by 1, 2, 3, 4
  union all
  select a.staff_id, a.client_id, c.stage, c.currency, 0, 0, 0, 0, count(*), count(*) filter (where a.outcome <> all($3)), 0, 0, 0, 0, 0,
    count(*) filter (where a.outcome <> all($4)), 0, 0, 0
  from actions a join cases c on c.client_id = a.client_id and c.id = a.case_id
  where a.state = 'done' and a.channel = 'call' and a.staff_id is not null
    and a.done_at >= $1::date::timestamp at time zone 'Europe/Paris' and a.done_at < ($1::date + interval '1 month') at time zone 'Europe/Paris' group by 1, 2, 3, 4
  union all
  select e.actor_id, e.client_id, c.stage, c.currency, 0, 0, 0, 0, 0, 0, count(*), 0, 0, 0, 0, 0, 0, 0, 0
  from timeline_events e join cases c on c.client_id = e.client_id and c.id = e.case_id
  where e.actor_kind = 'staff' and e.kind in ('email.sent', 'letter.sent')
    and e.at >= $1::date::timestamp at time zone 'Europe/Paris' and e.at < ($1::date + interval '1 month') at time zone 'Europe/Paris' group by 1, 2, 3, 4
  union all
  select p.staff_id, p.client_id, c.stage, p.currency, 0, 0, 0, 0, 0, 0, 0, count(*) filter (where p.made_on >= $1 and p.made_on < $1::date + interval '1 month'),
    count(*) filter (where j.is_judged), count(*) filter (where j.is_judged and p.state = 'kept'), 0,
    0, coalesce(sum(p.amount_minor) filter (where j.is_judged), 0), coalesce(sum(p.amount_minor) filter (where j.is_judged and p.state = 'kept'), 0),
    coalesce(sum(least(p.paid_minor, p.amount_minor)) filter (where j.is_judged), 0)
  from promises p join cases c on c.client_id = p.client_id and c.id = p.case_id
    cross join lateral (select p.due_on >= $1 and p.due_on < $1::date + interval '1 month' and p.state in ('kept', 'partly_kept', 'broken') as is_judged) j
  where p.made_by = 'staff' and ((p.made_on >= $1 and p.made_on < $1::date + interval '1 month') or (p.due_on >= $1 and p.due_on < $1::date + interval '1 month')) group by 1, 2, 3, 4
  union all
  select m.owner_id, m.client_id, c.stage, m.currency, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, sum(m.amount_minor), 0, 0, 0, 0
  from movements m join cases c on c.client_id = m.client_id and c.id = m.case_id
  where m.effective_on >= $1 and m.effective_on < $1::date + interval '1 month' group by 1, 2, 3, 4)
select grouping(staff_id, client_id, stage) as by, staff_id, client_id, stage, currency, sum(cases)::int as cases, sum(open_minor)::text as open_minor,
  sum(ready)::int as ready, sum(untouched)::int as untouched, sum(calls)::int as calls, sum(talks)::int as talks, sum(messages)::int as messages, sum(promised)::int as promised,
  sum(judged)::int as judged, sum(kept)::int as kept, sum(collected)::text as collected,
  sum(reached)::int as reached, sum(judged_minor)::text as judged_minor, sum(kept_minor)::text as kept_minor, sum(honoured_minor)::text as honoured_minor
from facts group by grouping sets ((staff_id, currency), (client_id, currency), (stage, currency), (currency)) order by currency`;

interface FigureRow {
  readonly by: number;
  readonly staff_id: string | null;
  readonly client_id: string;
  readonly stage: string;
  readonly currency: string;
  readonly cases: number;
  readonly open_minor: string;
  readonly ready: number;
  readonly untouched: number;
  readonly calls: number;
  readonly talks: number;
  readonly messages: number;
  readonly promised: number;
  readonly judged: number;
  readonly kept: number;
  readonly collected: string;
  readonly reached: number;
  readonly judged_minor: string;
  readonly kept_minor: string;
  readonly honoured_minor: string;
}

/** The bits of grouping(): set for what a row is not about. */
const about = { collector: 0b011, client: 0b101, stage: 0b110 } as const;
const notTalks = callOutcomes.filter((outcome) => !isTalk(outcome));
const notReached = callOutcomes.filter((outcome) => !isReached(outcome));

/** Load and results of the team in a month, one statement over all clients in reach. `silentDays`: without an act for so long, a case is untouched. */
export async function readTeam(db: ReadDb, month: Temporal.PlainDate, silentDays: number): Promise<TeamReport> {
  const rows = await db.rows<FigureRow>(figuresSql, [
    month.toString(),
    toDate(db.clock.now().subtract({ hours: 24 * silentDays })),
    notTalks,
    notReached,
  ]);
  const of = <K>(by: number, keyOf: (row: FigureRow) => K): Map<K, TeamFigures> => {
    const groups = Map.groupBy(
      rows.filter((row) => row.by === by),
      keyOf,
    );
    return new Map([...groups].map(([key, parts]) => [key, addedUp(parts)]));
  };
  return {
    total: addedUp(rows.filter(({ by }) => by === 0b111)),
    byCollector: of(about.collector, (row) => row.staff_id),
    byClient: of(about.client, (row) => row.client_id),
    byStage: of(about.stage, (row) => row.stage),
  };
}

/** The rows of one collector, client or stage differ by their currency only. */
export function addedUp(rows: readonly FigureRow[]): TeamFigures {
  const sum = (of: (row: FigureRow) => number) => rows.reduce((all, row) => all + of(row), 0);
  const sums = (of: (row: FigureRow) => string) =>
    new Map(rows.map((row) => [row.currency, BigInt(of(row))] as const).filter(([, minor]) => minor !== 0n));
  return {
    openCases: sum(({ cases }) => cases),
    openMinor: sums(({ open_minor }) => open_minor),
    toWork: sum(({ ready }) => ready),
    untouched: sum(({ untouched }) => untouched),
    calls: sum(({ calls }) => calls),
    reached: sum(({ reached }) => reached),
    talks: sum(({ talks }) => talks),
    messages: sum(({ messages }) => messages),
    promised: sum(({ promised }) => promised),
    judged: sum(({ judged }) => judged),
    kept: sum(({ kept }) => kept),
    judgedMinor: sums(({ judged_minor }) => judged_minor),
    keptMinor: sums(({ kept_minor }) => kept_minor),
    honouredMinor: sums(({ honoured_minor }) => honoured_minor),
    collectedMinor: sums(({ collected }) => collected),
  };
}
