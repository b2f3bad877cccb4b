import { NotFound, toDate } from '@amiable/kernel';
import type { Portfolio, ReadDb } from '@amiable/platform';
import type { AbsenceState } from './absence.states';
import type { CaseToShare, StandIn } from './share-out.rules';

/** Who is away, with how many cases who stands in has meanwhile. Days are those of Paris, `until` the last one away. */
export interface Absence {
  readonly id: string;
  readonly staffId: string;
  readonly staffName: string;
  readonly from: string;
  /** Null: the cases stay with who got them. */
  readonly until: string | null;
  readonly standIns: readonly string[];
  readonly state: AbsenceState;
  /** When it was over; of a move for good: when the cases had changed hands. */
  readonly endedAt: Date | null;
  /** What whoever set it may enter: cases of other clients stay where they are. */
  readonly portfolio: Portfolio;
}

type AbsenceRow = Omit<Absence, 'portfolio'> & { readonly portfolio: readonly string[] | null };

const selectAbsences = `select a.id, a.staff_id as "staffId", s.name as "staffName", a.from_on::text as "from", a.until_on::text as until, a.stand_ins as "standIns", a.state,
  a.ended_at as "endedAt", b.portfolio from absences a join staff_users s on s.id = a.staff_id join staff_users b on b.id = a.set_by`;
const absenceOf = (row: AbsenceRow): Absence => ({ ...row, portfolio: row.portfolio ?? 'all' });

/** How long cases that were moved for good can be given back together, hours. */
export const undoHours = 24;

/** Absences that are planned or running, and moves for good of the last day, which can still be undone. */
export async function openAbsences(db: ReadDb): Promise<Absence[]> {
  const rows = await db.rows<AbsenceRow>(
    `${selectAbsences} where a.state in ('planned', 'running') or (a.state = 'over' and a.until_on is null and a.ended_at > $1) order by a.from_on, a.id`,
    [toDate(db.clock.now().subtract({ hours: undoHours }))],
  );
  return rows.map(absenceOf);
}

/** Holds the absence: who changes it comes one after the other. Throws NotFound. */
export async function holdAbsence(db: ReadDb, id: string): Promise<Absence> {
  const row = await db.row<AbsenceRow>(`${selectAbsences} where a.id::text = $1 for no key update of a`, [id]);
  if (!row) throw new NotFound('Absence');
  return absenceOf(row);
}

/** The open cases of somebody, within what the connection reaches. */
export async function casesOf(db: ReadDb, staffId: string): Promise<Array<CaseToShare & { readonly currency: string }>> {
  const rows = await db.rows<{ client_id: string; id: string; open_minor: string; currency: string }>(
    `select client_id, id, open_minor::text, currency from cases where owner_id = $1 and state <> 'closed'`,
    [staffId],
  );
  return rows.map((row) => ({ clientId: row.client_id, caseId: row.id, openMinor: BigInt(row.open_minor), currency: row.currency }));
}

/** Who stands in, in the order named; those without an account that works are left out. */
export async function standInsOf(db: ReadDb, staffIds: readonly string[]): Promise<Array<StandIn & { readonly name: string }>> {
  const rows = await db.rows<{ id: string; name: string; portfolio: string[] | null }>(
    `select s.id, s.name, s.portfolio from unnest($1::uuid[]) with ordinality as n(id, place) join staff_users s on s.id = n.id
     where s.active and s.role <> 'accountant' order by n.place`,
    [staffIds],
  );
  return rows.map(({ id, name, portfolio }) => ({ staffId: id, name, clients: portfolio ?? 'all' }));
}

/** What each who stands in carries of an absence, within what the connection reaches. */
export async function carriedOf(db: ReadDb, absenceId: string): Promise<Map<string | null, { cases: number; openMinor: bigint }>> {
  const rows = await db.rows<{ stand_in: string | null; cases: number; open_minor: string }>(
    `select a.stand_in, count(*)::int as cases, sum(c.open_minor)::text as open_minor from absence_cases a join cases c on c.client_id = a.client_id and c.id = a.case_id
     where a.absence_id = $1 and a.returned_at is null group by 1`,
    [absenceId],
  );
  return new Map(rows.map((row) => [row.stand_in, { cases: row.cases, openMinor: BigInt(row.open_minor) }]));
}

/** Absences that ended in the last days: whoever ended one may have been stopped half-way. */
export async function endedAbsences(db: ReadDb): Promise<Absence[]> {
  const rows = await db.rows<AbsenceRow>(
    `${selectAbsences} where a.state in ('over', 'cancelled') and (a.until_on is not null or a.state = 'cancelled') and a.ended_at > $1 order by a.ended_at, a.id`,
    [toDate(db.clock.now().subtract({ hours: 72 }))],
  );
  return rows.map(absenceOf);
}

/** Whose case `c` is while somebody stands in, and the last day away: name, until. Nothing once somebody else has it; of several, who lent it first. */
export const lentSql = `select s.name, a.until_on::text as until from absence_cases k join absences a on a.id = k.absence_id join staff_users s on s.id = a.staff_id
  where k.client_id = c.client_id and k.case_id = c.id and k.returned_at is null and k.stand_in is not distinct from c.owner_id and a.until_on is not null
  order by k.given_at, k.absence_id limit 1`;
