import { tagOf } from '@amiable/cases';
import { isDebtorLanguage } from '@amiable/identity';
import { dayOf, newId, NotFound, Refusal } from '@amiable/kernel';
import { UseCase, type ReadDb, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { scheduleCases } from '../schedule/schedule-cases';
import { problemOf, type Segment } from './segment.rules';
import { fitsSegment } from './segment.sql';

/** What is wrong with the list, by the place of the segment. */
export class SegmentsRefused extends Refusal {}

export interface ReviseSegmentsInput {
  /** All of them, in their order; the last has no condition. */
  readonly segments: readonly Segment[];
  /** Cases that have had no step of their scenario yet go to the one that is theirs now; those under way stay where they are. */
  readonly moveWaiting: boolean;
}

/** Segments enregistrés, as one list: the first that fits wins. Throws Forbidden, NotFound, SegmentsRefused. */
@Injectable()
export class ReviseSegments extends UseCase<ReviseSegmentsInput, { moved: number }> {
  async run(ctx: RequestContext, db: TenantDb, { segments, moveWaiting }: ReviseSegmentsInput): Promise<{ moved: number }> {
    ctx.may('steer', 'Scenario');
    await db.rows(`select 1 from clients where client_id = $1 for no key update`, [db.clientId]);
    await requireSegments(db, segments);
    const moved = await writeSegments(db, db.clientId, { segments, moveWaiting });
    await scheduleCases(db, dayOf(db.clock).toString(), db.clientId);
    return { moved };
  }
}

/** The list may be kept, and all it names is there. Throws NotFound, SegmentsRefused. */
export async function requireSegments(db: TenantDb, segments: readonly Segment[]): Promise<void> {
  const active = await db.rows<{ line_id: string }>(`select line_id from scenarios where client_id = $1 and state = 'active'`, [
    db.clientId,
  ]);
  const own = await db.rows<{ id: string }>(`select id from segments where client_id = $1`, [db.clientId]);
  if (segments.some(({ id }) => id !== null && !own.some((segment) => segment.id === id))) throw new NotFound('Segment');
  const problem = problemOf(segments);
  if (problem) throw new SegmentsRefused(problem.code, { place: problem.place }, `segments.${problem.place - 1}.${problem.field}`);
  for (const [i, { lineId, languages }] of segments.entries()) {
    const refuse = (code: string, field: string) => new SegmentsRefused(code, { place: i + 1 }, `segments.${i}.${field}`);
    if (!active.some((line) => line.line_id === lineId)) throw refuse('SEGMENT_SCENARIO_NOT_ACTIVE', 'scenarioId');
    if (languages?.some((language) => !isDebtorLanguage(language))) throw refuse('SEGMENT_LANGUAGE_UNKNOWN', 'languages');
  }
}

/** The writes of it, over real rows or over those of a rehearsal. Answers how many cases begin anew with another scenario. */
export async function writeSegments(db: ReadDb, clientId: string, { segments, moveWaiting }: ReviseSegmentsInput): Promise<number> {
  await db.rows(`delete from segments where client_id = $1`, [clientId]);
  await db.rows(
    `insert into segments (client_id, id, position, name, line_id, debtor_kind, least_minor, most_minor, least_score, most_score, languages, tags, payment_methods)
     select $1, s.id, s.position, s.name, s.line_id, s.debtor_kind, s.least_minor, s.most_minor, s.least_score, s.most_score, s.languages, s.tags, s.payment_methods
     from jsonb_to_recordset($2::jsonb) as s(id uuid, position int, name text, line_id uuid, debtor_kind text, least_minor bigint, most_minor bigint,
       least_score smallint, most_score smallint, languages text[], tags text[], payment_methods text[])`,
    [clientId, JSON.stringify(segments.map(rowOf))],
  );
  return moveWaiting ? moveWaitingCases(db, clientId) : 0;
}

/** Cases that wait for the first step of a scenario that is not theirs any more begin anew with their own. Answers how many. */
async function moveWaitingCases(db: ReadDb, clientId: string): Promise<number> {
  const moved = await db.row<{ n: number }>(
    `with wrong as (
       select s.client_id, s.case_id from schedules s
       join cases c on c.client_id = s.client_id and c.id = s.case_id join debtors d on d.client_id = c.client_id and d.id = c.debtor_id
       join scenarios now on now.client_id = s.client_id and now.id = s.scenario_id
       cross join lateral (select g.line_id from segments g where g.client_id = c.client_id and ${fitsSegment} order by g.position limit 1) own
       where s.client_id = $1 and own.line_id <> now.line_id
         and not exists (select from actions a where a.client_id = s.client_id and a.case_id = s.case_id and a.scenario_id is not null and a.round = s.round and a.state <> 'cancelled')),
     freed as (delete from schedules s using wrong w where s.client_id = w.client_id and s.case_id = w.case_id returning 1)
     select count(*)::int as n from freed`,
    [clientId],
  );
  return moved!.n;
}

function rowOf(segment: Segment, i: number) {
  const text = (minor: bigint | null) => minor?.toString() ?? null;
  const list = (values: readonly string[] | null) => (values?.length ? [...new Set(values)].sort() : null);
  return {
    id: segment.id ?? newId(),
    position: i + 1,
    name: segment.name.trim(),
    line_id: segment.lineId,
    debtor_kind: segment.debtorKind,
    least_minor: text(segment.leastMinor),
    most_minor: text(segment.mostMinor),
    least_score: segment.leastScore,
    most_score: segment.mostScore,
    languages: list(segment.languages),
    tags: list(segment.tags?.map(tagOf).filter((tag) => tag !== '') ?? null),
    payment_methods: list(segment.paymentMethods),
  };
}
