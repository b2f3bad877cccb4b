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
  await db.rows(
    `insert into absence_cases (client_id, absence_id, case_id, stand_in, given_at) select $1, $2, g.case_id, g.stand_in, $5 from unnest($3::uuid[], $4::uuid[]) as g(case_id, stand_in)
     on conflict (client_id, absence_id, case_id) do update set stand_in = excluded.stand_in, given_at = excluded.given_at, returned_at = null`,
    [db.clientId, absenceId, given.map(({ caseId }) => caseId), given.map(({ to }) => to), toDate(db.clock.now())],
  );
  await passOn(
    db,
    absenceId,
    given.map(({ caseId, to }) => ({ caseId, from: staffId, to })),
  );
}

interface Passed {
  readonly caseId: string;
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * The other loans of cases that this absence hands on. One that was made before, to whoever the case goes from, is now to whoever it goes to.
 * Any other is over: somebody had decided otherwise meanwhile, or who stood in had handed on himself what now goes back past him.
 */
async function passOn(db: TenantDb, absenceId: string, passed: readonly Passed[]): Promise<void> {
  await db.rows(
    `update absence_cases a set stand_in = case when goes_on then p.next else a.stand_in end, returned_at = case when not goes_on then $6::timestamptz end
     from unnest($3::uuid[], $4::uuid[], $5::uuid[]) as p(case_id, former, next)
     join absence_cases mine on mine.client_id = $1 and mine.absence_id = $2 and mine.case_id = p.case_id
     join absence_cases other on other.client_id = $1 and other.case_id = p.case_id and other.absence_id <> $2 and other.returned_at is null
     cross join lateral (select other.stand_in is not distinct from p.former and (other.given_at, other.absence_id) < (mine.given_at, mine.absence_id) as goes_on) g
     where a.client_id = $1 and a.absence_id = other.absence_id and a.case_id = other.case_id`,
    [
      db.clientId,
      absenceId,
      passed.map(({ caseId }) => caseId),
      passed.map(({ from }) => from),
      passed.map(({ to }) => to),
      toDate(db.clock.now()),
    ],
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
  const back = await db.rows<{ id: string; stand_in: string | null }>(
    `with lent as (update absence_cases set returned_at = $3 where client_id = $1 and absence_id = $2 and returned_at is null returning case_id, stand_in)
     select c.id, lent.stand_in from cases c join lent on lent.case_id = c.id join staff_users s on s.id = $4 and s.active
     where c.client_id = $1 and c.state <> 'closed' and c.owner_id is not distinct from lent.stand_in order by c.id for no key update of c`,
    [db.clientId, absenceId, toDate(db.clock.now()), staffId],
  );
  if (back.length === 0) return;
  await assignEach(
    db,
    ctx,
    back.map(({ id }) => ({ caseId: id, ownerId: staffId })),
    { kind: 'case.returned' },
  );
  await passOn(
    db,
    absenceId,
    back.map(({ id, stand_in }) => ({ caseId: id, from: stand_in, to: staffId })),
  );
}
