import { requireMove, toDate } from '@amiable/kernel';
import type { ReadDb, RequestContext } from '@amiable/platform';
import { caseStates, type CaseState } from './case.states';

/** One case of a set that changes its state. */
export interface CaseMove {
  readonly clientId: string;
  readonly caseId: string;
  readonly from: CaseState;
  readonly closeReason?: 'paid';
}

/**
 * `move` for a set of cases, also across clients: checks the table, changes the rows and writes each timeline,
 * all in two statements. A case that is no longer in `from` is left alone.
 */
export async function moveCases(
  db: ReadDb,
  ctx: RequestContext,
  moves: readonly CaseMove[],
  to: CaseState,
  kind: string,
  day: string,
): Promise<void> {
  if (moves.length === 0) return;
  for (const { from } of moves) requireMove(caseStates, from, to);
  await db.rows(
    `with m as (select * from jsonb_to_recordset($1::jsonb) as m(client_id uuid, case_id uuid, from_state text, close_reason text)),
     moved as (
       update cases c set state = $2, version = c.version + 1, hold_kind = null, hold_reason = null, hold_until = null,
         closed_on = case when $2 = 'closed' then $3::date end, close_reason = case when $2 = 'closed' then m.close_reason end
       from m where c.client_id = m.client_id and c.id = m.case_id and c.state = m.from_state
       returning c.client_id, c.id, m.from_state, m.close_reason),
     dropped as (delete from work_items w using moved where $2 = 'closed' and w.client_id = moved.client_id and w.case_id = moved.id),
     effects as (
       insert into outbox (client_id, topic, dedup_key, payload, not_before)
       select client_id, case when $2 = 'closed' then 'case.closed' else 'cases.opened' end, 'case.' || $2 || ':' || id || ':' || $4::timestamptz,
         jsonb_build_object('caseId', id), $4 from moved on conflict do nothing)
     insert into timeline_events (client_id, case_id, kind, at, actor_kind, actor_name, facts)
     select client_id, id, $5, $4, 'system', $6, jsonb_build_object('from', from_state, 'to', $2::text, 'reason', close_reason) from moved`,
    [
      JSON.stringify(
        moves.map((m) => ({ client_id: m.clientId, case_id: m.caseId, from_state: m.from, close_reason: m.closeReason ?? null })),
      ),
      to,
      day,
      toDate(db.clock.now()),
      kind,
      ctx.actor.name,
    ],
  );
}
