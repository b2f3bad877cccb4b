import { NotFound, toDate } from '@amiable/kernel';
import type { ReadDb, RequestContext, TenantDb } from '@amiable/platform';
import { actorOf } from './tell-many';

/** A case that changed hands, and whose it was. */
export interface Assigned {
  readonly caseId: string;
  readonly before: string | null;
}

/** A case, and whose it is to be; null: the shared queue's. */
export interface Assignment {
  readonly caseId: string;
  readonly ownerId: string | null;
}

/** What the story of the case says of it, beside the name of who has it now. */
export interface Told {
  readonly kind: 'case.assigned' | 'case.lent' | 'case.returned';
  readonly facts?: Readonly<Record<string, string>>;
}

/** Gives a set of open cases to one colleague, or back to the shared queue (null). */
export function assignCases(db: TenantDb, ctx: RequestContext, caseIds: readonly string[], ownerId: string | null): Promise<Assigned[]> {
  return assignEach(
    db,
    ctx,
    caseIds.map((caseId) => ({ caseId, ownerId })),
  );
}

/**
 * Gives open cases each to its own colleague: one statement that also moves their place in the queue, lets go of claims and tells the
 * story. Cases that are closed or already there are left alone.
 */
export async function assignEach(
  db: TenantDb,
  ctx: RequestContext,
  assignments: readonly Assignment[],
  { kind, facts = {} }: Told = { kind: 'case.assigned' },
): Promise<Assigned[]> {
  const actor = actorOf(ctx);
  return db.rows<Assigned>(
    `with wanted as (select * from unnest($2::uuid[], $3::uuid[]) as w(id, given)),
     held as (select c.id, c.owner_id, w.given from cases c join wanted w on w.id = c.id
       where c.client_id = $1 and c.state <> 'closed' and c.owner_id is distinct from w.given order by c.id for no key update of c),
     given as (update cases c set owner_id = held.given, version = c.version + 1 from held where c.client_id = $1 and c.id = held.id returning c.id, held.given),
     moved as (update work_items w set owner_id = held.given, claimed_by = null, claimed_until = null from held where w.client_id = $1 and w.case_id = held.id),
     told as (
       insert into timeline_events (client_id, case_id, kind, at, actor_kind, actor_id, actor_name, facts, client_sees)
       select $1, given.id, $4, $5, $6, $7, $8, $9::jsonb || jsonb_build_object('name', (select name from staff_users s where s.id = given.given)), false from given)
     select id as "caseId", owner_id as before from held`,
    [
      db.clientId,
      assignments.map(({ caseId }) => caseId),
      assignments.map(({ ownerId }) => ownerId),
      kind,
      toDate(db.clock.now()),
      actor.kind,
      actor.id,
      actor.name,
      JSON.stringify(facts),
    ],
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
