import { NotFound, toDate } from '@amiable/kernel';
import type { ReadDb, RequestContext, TenantDb } from '@amiable/platform';
import { actorOf } from './tell-many';

/** A case that changed hands, and whose it was. */
export interface Assigned {
  readonly caseId: string;
  readonly before: string | null;
}

/**
 * Gives a set of open cases to a colleague, or back to the shared queue (null): one statement that also moves their place in
 * the queue, lets go of claims and tells the story. Cases that are closed or already there are left alone.
 */
export async function assignCases(
  db: TenantDb,
  ctx: RequestContext,
  caseIds: readonly string[],
  ownerId: string | null,
): Promise<Assigned[]> {
  const actor = actorOf(ctx);
  return db.rows<Assigned>(
    `with held as (select id, owner_id from cases where client_id = $1 and id = any($2::uuid[]) and state <> 'closed' and owner_id is distinct from $3::uuid order by id for no key update),
     given as (update cases c set owner_id = $3, version = c.version + 1 from held where c.client_id = $1 and c.id = held.id returning c.id),
     moved as (update work_items w set owner_id = $3, claimed_by = null, claimed_until = null from held where w.client_id = $1 and w.case_id = held.id),
     told as (
       insert into timeline_events (client_id, case_id, kind, at, actor_kind, actor_id, actor_name, facts, client_sees)
       select $1, given.id, 'case.assigned', $4, $5, $6, $7, jsonb_build_object('name', (select name from staff_users where id = $3)), false from given)
     select id as "caseId", owner_id as before from held`,
    [db.clientId, caseIds, ownerId, toDate(db.clock.now()), actor.kind, actor.id, actor.name],
  );
}

/** Throws NotFound unless this is a colleague at work who may be given cases of this client. */
export async function requireColleague(db: ReadDb, ownerId: string, clientId: string): Promise<void> {
  const found = await db.row(
    `select true from staff_users where id = $1 and active and role <> 'accountant' and (portfolio is null or $2 = any(portfolio))`,
    [ownerId, clientId],
  );
  if (!found) throw new NotFound('StaffUser');
}
