import { toDate } from '@amiable/kernel';
import type { Database, RequestContext, TenantDb } from '@amiable/platform';
import { assignEach } from '../case/assign-cases';
import { carriedOf, casesOf, holdAbsence, standInsOf, type Absence } from './absence.queries';
import { shareOut, type Handover } from './share-out.rules';

/**
 * Gives the cases of who is away to those who stand in, client by client. What was given is not given again, so that it may be done twice,
 * by two at once, and again for what came meanwhile.
 */
export async function handOver(database: Database, ctx: RequestContext, absence: Absence): Promise<void> {
  const shared = await database.acrossClients(absence.portfolio, async (db) => {
    const [cases, people, carried] = [
      await casesOf(db, absence.staffId),
      await standInsOf(db, absence.standIns),
      await carriedOf(db, absence.id),
    ];
    return shareOut(
      cases,
      people.map((one) => ({ ...one, ...carried.get(one.staffId) })),
    );
  });
  for (const [clientId, those] of Map.groupBy(shared, (each) => each.clientId))
    await database.inTenant(clientId, (db) => handOverAt(db, ctx, absence.id, those));
}

async function handOverAt(db: TenantDb, ctx: RequestContext, absenceId: string, those: readonly Handover[]): Promise<void> {
  const { state, staffId, staffName, until } = await holdAbsence(db, absenceId);
  if (state === 'cancelled' || (state === 'over' && until !== null)) return; // ended meanwhile
  const still = await db.rows<{ id: string }>(
    `select id from cases where client_id = $1 and id = any($2::uuid[]) and owner_id = $3 and state <> 'closed' order by id for no key update`,
    [db.clientId, those.map(({ caseId }) => caseId), staffId],
  );
  const his = new Set(still.map(({ id }) => id));
  const given = those.filter(({ caseId }) => his.has(caseId));
  if (given.length === 0) return;
  await assignEach(
    db,
    ctx,
    given.map(({ caseId, to }) => ({ caseId, ownerId: to })),
    until === null ? { kind: 'case.assigned' } : { kind: 'case.lent', facts: { absent: staffName, until } },
  );
  // A case that was lent to him goes on to the next, and back to whoever lent it first.
  await db.rows(
    `with given as (select * from unnest($3::uuid[], $4::uuid[]) as g(case_id, stand_in)),
     passed_on as (update absence_cases a set stand_in = g.stand_in from given g
       where a.client_id = $1 and a.case_id = g.case_id and a.absence_id <> $2 and a.returned_at is null returning a.case_id)
     insert into absence_cases (client_id, absence_id, case_id, stand_in, given_at) select $1, $2, case_id, stand_in, $5 from given
     where case_id not in (select case_id from passed_on)
     on conflict (client_id, absence_id, case_id) do update set stand_in = excluded.stand_in, given_at = excluded.given_at, returned_at = null`,
    [db.clientId, absenceId, given.map(({ caseId }) => caseId), given.map(({ to }) => to), toDate(db.clock.now())],
  );
}

/** Gives back what was lent, where it is still with who stood in; who has left the house gets nothing back. */
export async function giveBack(database: Database, ctx: RequestContext, absence: Absence): Promise<void> {
  const clients = await database.acrossClients(absence.portfolio, (db) =>
    db.rows<{ client_id: string }>(
      `select distinct client_id from absence_cases where absence_id = $1 and returned_at is null order by 1`,
      [absence.id],
    ),
  );
  for (const { client_id } of clients) await database.inTenant(client_id, (db) => giveBackAt(db, ctx, absence.id));
}

async function giveBackAt(db: TenantDb, ctx: RequestContext, absenceId: string): Promise<void> {
  const { staffId } = await holdAbsence(db, absenceId);
  const back = await db.rows<{ id: string }>(
    `with lent as (update absence_cases set returned_at = $3 where client_id = $1 and absence_id = $2 and returned_at is null returning case_id, stand_in)
     select c.id from cases c join lent on lent.case_id = c.id join staff_users s on s.id = $4 and s.active
     where c.client_id = $1 and c.state <> 'closed' and c.owner_id is not distinct from lent.stand_in order by c.id for no key update of c`,
    [db.clientId, absenceId, toDate(db.clock.now()), staffId],
  );
  if (back.length > 0)
    await assignEach(
      db,
      ctx,
      back.map(({ id }) => ({ caseId: id, ownerId: staffId })),
      { kind: 'case.returned' },
    );
}
