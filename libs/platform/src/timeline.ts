import { requireMove, toDate, type StateTable } from '@amiable/kernel';
import type { RequestContext } from './context';
import type { TenantDb } from './database';

/** An event of a case's story: a kind (`promise.recorded`) and the facts its sentence needs. */
export interface CaseEvent {
  readonly caseId: string;
  readonly kind: string;
  readonly facts?: Record<string, unknown>;
  readonly clientSees?: boolean;
  /** The member of staff whose act this is, where a machine carries it out; else it is the act of who asks. */
  readonly by?: { readonly id: string; readonly name: string } | undefined;
}

/** Writes events of one case story, in the transaction of the change they tell. */
export async function tell(db: TenantDb, ctx: RequestContext, ...events: CaseEvent[]): Promise<void> {
  const { actor } = ctx;
  const kind = actor.kind === 'nobody' ? 'system' : actor.kind;
  await db.rows(
    `insert into timeline_events (client_id, case_id, kind, at, actor_kind, actor_id, actor_name, facts, client_sees)
     select $1, e.case_id, e.kind, $2, case when e.by_id is null then $3 else 'staff' end, coalesce(e.by_id, $4), coalesce(e.by_name, $5), e.facts, e.client_sees
     from jsonb_to_recordset($6::jsonb) as e(case_id uuid, kind text, facts jsonb, client_sees boolean, by_id uuid, by_name text)`,
    [
      db.clientId,
      toDate(db.clock.now()),
      kind,
      actor.id,
      actor.name,
      JSON.stringify(
        events.map((e) => ({
          case_id: e.caseId,
          kind: e.kind,
          facts: e.facts ?? {},
          client_sees: e.clientSees ?? true,
          by_id: e.by?.id,
          by_name: e.by?.name,
        })),
      ),
    ],
  );
}

/** A row that has a state and belongs to a case's story. */
export interface Stateful<S extends string> {
  state: S;
  readonly id: string;
  readonly caseId?: string;
}

/**
 * The only way to change a state: checks the table, changes the row in memory (save it after) and writes the timeline.
 * Throws NoSuchTransition.
 */
export async function move<S extends string>(
  db: TenantDb,
  ctx: RequestContext,
  table: StateTable<S>,
  row: Stateful<S>,
  to: S,
  event: Omit<CaseEvent, 'caseId'>,
): Promise<void> {
  requireMove(table, row.state, to);
  const from = row.state;
  row.state = to;
  await tell(db, ctx, { ...event, caseId: row.caseId ?? row.id, facts: { ...event.facts, from, to } });
}
