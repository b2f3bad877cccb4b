import { dayOf, requireMove, toDate } from '@amiable/kernel';
import type { RequestContext, TenantDb } from '@amiable/platform';
import { caseStates } from './case.states';
import { actorOf } from './tell-many';

/** Suspends a set of open cases until a day, as HoldCase does for one; the others are left alone. Answers which. */
export async function holdCases(
  db: TenantDb,
  ctx: RequestContext,
  caseIds: readonly string[],
  reason: string,
  until: string,
): Promise<string[]> {
  requireMove(caseStates, 'open', 'on_hold');
  const actor = actorOf(ctx);
  const held = await db.rows<{ id: string }>(
    `with held as (
       update cases set state = 'on_hold', hold_kind = 'staff', hold_reason = $3, hold_until = $4, version = version + 1
       where client_id = $1 and id in (select id from cases where client_id = $1 and id = any($2::uuid[]) and state = 'open' order by id for no key update) returning id, queue, owner_id),
     told as (
       insert into timeline_events (client_id, case_id, kind, at, actor_kind, actor_id, actor_name, facts)
       select $1, id, 'case.held', $5, $6, $7, $8, jsonb_build_object('reason', $3::text, 'until', $4::date, 'from', 'open', 'to', 'on_hold') from held),
     planned as (
       insert into work_items as w (client_id, case_id, queue, owner_id, ready, due_on, why, score)
       select $1, id, queue, owner_id, false, $4, 'hold_over', 0 from held
       on conflict (client_id, case_id) do update set ready = false, due_on = excluded.due_on, why = 'hold_over', claimed_by = null, claimed_until = null)
     select id from held`,
    [db.clientId, caseIds, reason, until, toDate(db.clock.now()), actor.kind, actor.id, actor.name],
  );
  return held.map(({ id }) => id);
}

/** Takes a hold of a set back, where it still is the very hold that was set. Answers which. */
export async function takeHoldBack(
  db: TenantDb,
  ctx: RequestContext,
  caseIds: readonly string[],
  reason: string,
  until: string,
): Promise<string[]> {
  requireMove(caseStates, 'on_hold', 'open');
  const actor = actorOf(ctx);
  const resumed = await db.rows<{ id: string }>(
    `with resumed as (
       update cases set state = 'open', hold_kind = null, hold_reason = null, hold_until = null, version = version + 1
       where client_id = $1 and id in (select id from cases where client_id = $1 and id = any($2::uuid[]) and state = 'on_hold' and hold_kind = 'staff' and hold_reason = $3 and hold_until = $4 order by id for no key update) returning id, open_minor),
     told as (
       insert into timeline_events (client_id, case_id, kind, at, actor_kind, actor_id, actor_name, facts)
       select $1, id, 'case.resumed', $5, $6, $7, $8, '{"from": "on_hold", "to": "open"}' from resumed),
     planned as (
       update work_items w set ready = true, due_on = $9, why = 'hold_over', score = case_score(r.open_minor, 0, 'hold_over')
       from resumed r where w.client_id = $1 and w.case_id = r.id)
     select id from resumed`,
    [db.clientId, caseIds, reason, until, toDate(db.clock.now()), actor.kind, actor.id, actor.name, dayOf(db.clock).toString()],
  );
  return resumed.map(({ id }) => id);
}
