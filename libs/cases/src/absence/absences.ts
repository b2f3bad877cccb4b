import { dayOf, newId, NotFound, requireMove, Temporal, toDate } from '@amiable/kernel';
import { Database, RequestContext, type ReadDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { AbsenceRefused } from './absence.errors';
import { casesOf, endedAbsences, holdAbsence, openAbsences, standInsOf, undoHours, type Absence } from './absence.queries';
import { absenceStates, type AbsenceState } from './absence.states';
import { giveBack, handOver } from './hand-over';
import { shareOut, type Handover } from './share-out.rules';

export interface AbsenceWish {
  readonly staffId: string;
  /** First day away. */
  readonly from: string;
  /** Last day away; null: the cases stay with who gets them. */
  readonly until: string | null;
  /** Who stands in, the first named first; nobody: the shared queue. */
  readonly standIns: readonly string[];
}

/** Who would get how many cases, and with how much. */
export interface AbsenceShare {
  /** Null: the shared queue. */
  readonly staffId: string | null;
  readonly name: string | null;
  readonly cases: number;
  readonly openMinor: ReadonlyMap<string, bigint>;
}

/** Cases that nobody of those chosen may have: none of them enters the client. */
export interface AbsenceObstacle {
  readonly clientId: string;
  readonly clientName: string;
  readonly cases: number;
}

/** What an absence would do, before it is set. */
export interface AbsencePreview {
  readonly cases: number;
  readonly shares: readonly AbsenceShare[];
  /** Why some go to the shared queue though somebody was chosen; the client with most of them first. */
  readonly nobodyMay: readonly AbsenceObstacle[];
  /** Promises that come due while he is away. */
  readonly promisesDue: number;
  /** Agreed calls while he is away. */
  readonly callBacks: number;
}

/** Absence d'un collègue: his cases are lent to who stands in and come back by themselves, or are moved for good. */
@Injectable()
export class Absences {
  constructor(private readonly database: Database) {}

  open(): Promise<Absence[]> {
    return this.database.outsideClients(openAbsences);
  }

  /** Throws what `begin` throws. */
  async preview(ctx: RequestContext, wish: AbsenceWish): Promise<AbsencePreview> {
    ctx.may('set', 'Absence');
    await this.database.outsideClients((db) => requireGood(db, wish));
    return this.database.acrossClients(ctx.portfolio, async (db) => {
      const cases = await casesOf(db, wish.staffId);
      const people = await standInsOf(db, wish.standIns);
      const currencies = new Map(cases.map(({ caseId, currency }) => [caseId, currency]));
      const shared = Map.groupBy(shareOut(cases, people), ({ to }) => to);
      const open = new Map(cases.map(({ caseId, openMinor }) => [caseId, openMinor]));
      const shareOf = (staffId: string | null, name: string | null): AbsenceShare => {
        const openMinor = new Map<string, bigint>();
        const those = shared.get(staffId) ?? [];
        for (const { caseId } of those) {
          const currency = currencies.get(caseId)!;
          openMinor.set(currency, (openMinor.get(currency) ?? 0n) + open.get(caseId)!);
        }
        return { staffId, name, cases: those.length, openMinor };
      };
      const due = await db.row<{ promises: number; calls: number }>(
        `select (select count(*)::int from promises p join cases c on c.client_id = p.client_id and c.id = p.case_id
             where c.owner_id = $1 and p.state = 'open' and p.due_on >= $2 and ($3::date is null or p.due_on <= $3)) as promises,
           (select count(*)::int from work_items w where w.owner_id = $1 and w.call_back_at >= $2::date and ($3::date is null or w.call_back_at < $3::date + 1)) as calls`,
        [wish.staffId, wish.from, wish.until],
      );
      return {
        cases: cases.length,
        shares: [
          ...people.map(({ staffId, name }) => shareOf(staffId, name)),
          ...(people.length === 0 || shared.has(null) ? [shareOf(null, null)] : []),
        ],
        nobodyMay: people.length === 0 ? [] : await obstaclesOf(db, shared.get(null) ?? []),
        promisesDue: due!.promises,
        callBacks: due!.calls,
      };
    });
  }

  /**
   * Sets an absence; one that begins today hands over before it answers. The same key again changes nothing. Throws Forbidden, NotFound for
   * who is no colleague at work, AbsenceRefused.
   */
  async begin(ctx: RequestContext, wish: AbsenceWish, idempotencyKey: string): Promise<void> {
    ctx.may('set', 'Absence');
    const absence = await this.database.outsideClients(async (db) => {
      const known = await db.row<{ id: string }>(`select id from absences where set_by = $1 and idempotency_key = $2`, [
        ctx.actor.id,
        idempotencyKey,
      ]);
      if (known) return holdAbsence(db, known.id);
      await requireGood(db, wish);
      const id = newId();
      const made = await db.rows(
        `insert into absences (id, staff_id, from_on, until_on, stand_ins, state, idempotency_key, set_by, set_at) values ($1, $2, $3, $4, $5, 'planned', $6, $7, $8)
         on conflict (staff_id) where state in ('planned', 'running') do nothing returning id`,
        [id, wish.staffId, wish.from, wish.until, wish.standIns, idempotencyKey, ctx.actor.id, toDate(db.clock.now())],
      );
      if (made.length === 0) throw new AbsenceRefused('ABSENT_ALREADY');
      return holdAbsence(db, id);
    });
    if (absence.state === 'planned' && absence.from <= dayOf(this.database.clock).toString()) await this.start(ctx, absence);
  }

  /** Ends an absence before its time: what was lent comes back. A move for good can be undone for a day. Throws Forbidden, NotFound, AbsenceRefused. */
  async end(ctx: RequestContext, id: string): Promise<void> {
    ctx.may('set', 'Absence');
    const absence = await this.database.outsideClients((db) => holdAbsence(db, id));
    if (absence.state === 'cancelled' || (absence.state === 'over' && absence.until !== null)) throw new AbsenceRefused('ABSENCE_OVER');
    if (absence.state === 'over' && toDate(this.database.clock.now()).getTime() > absence.endedAt!.getTime() + undoHours * 3_600_000)
      throw new AbsenceRefused('TOO_LATE_TO_UNDO');
    // First the state, so that nobody hands over again what comes back.
    if (!(await this.move(absence, absence.state === 'running' ? 'over' : 'cancelled'))) return this.end(ctx, id); // the worker was faster
    await giveBack(this.database, ctx, absence);
  }

  /** What the days ask for, by the worker: absences begin, take what came meanwhile, and end. It may run twice, and twice at once. */
  async carry(day: Temporal.PlainDate): Promise<void> {
    const ctx = RequestContext.system();
    const ended = await this.database.outsideClients(endedAbsences);
    for (const absence of await this.open()) {
      if (absence.state === 'planned' && absence.from <= day.toString()) await this.start(ctx, absence);
      else if (absence.state === 'running' && absence.until! < day.toString()) {
        await this.move(absence, 'over');
        await giveBack(this.database, ctx, absence);
      } else if (absence.state === 'running') await handOver(this.database, ctx, absence);
    }
    for (const absence of ended) await giveBack(this.database, ctx, absence); // what was stopped half-way
  }

  private async start(ctx: RequestContext, absence: Absence): Promise<void> {
    await handOver(this.database, ctx, absence);
    await this.move(absence, absence.until === null ? 'over' : 'running');
  }

  /** False when somebody was faster: of two who do the same, the second changes nothing. */
  private async move({ id, state }: Absence, to: AbsenceState): Promise<boolean> {
    requireMove(absenceStates, state, to);
    const moved = await this.database.outsideClients((db) =>
      db.rows(
        `with moved as (update absences set state = $3, ended_at = case when $3 in ('over', 'cancelled') then $4::timestamptz end where id = $1 and state = $2 returning id) select id from moved`,
        [id, state, to, toDate(db.clock.now())],
      ),
    );
    return moved.length > 0;
  }
}

async function obstaclesOf(db: ReadDb, left: readonly Handover[]): Promise<AbsenceObstacle[]> {
  const byClient = Map.groupBy(left, ({ clientId }) => clientId);
  const names = await db.rows<{ client_id: string; name: string }>(
    `select client_id, name from clients where client_id = any($1::uuid[]) order by name, client_id`,
    [[...byClient.keys()]],
  );
  return names
    .map(({ client_id: clientId, name: clientName }) => ({ clientId, clientName, cases: byClient.get(clientId)!.length }))
    .toSorted((a, b) => b.cases - a.cases);
}

async function requireGood(db: ReadDb, { staffId, from, until, standIns }: AbsenceWish): Promise<void> {
  const today = dayOf(db.clock).toString();
  if (from < today) throw new AbsenceRefused('DAY_IN_PAST', 'from', { today });
  if (until !== null && until < from) throw new AbsenceRefused('UNTIL_BEFORE_FROM', 'until', { from });
  if (standIns.includes(staffId)) throw new AbsenceRefused('STANDS_IN_FOR_SELF', 'standIns');
  const known = await db.rows<{ id: string }>(`select id from staff_users where id = any($1::uuid[]) and role <> 'accountant'`, [
    [staffId, ...standIns],
  ]);
  if (known.length !== new Set([staffId, ...standIns]).size) throw new NotFound('StaffUser');
  const away = await db.row<{ name: string }>(
    `select s.name from absences a join staff_users s on s.id = a.staff_id
     where a.staff_id = any($1::uuid[]) and a.state in ('planned', 'running') and a.from_on <= coalesce($3::date, $2) and a.until_on >= $2 limit 1`,
    [standIns, from, until],
  );
  if (away) throw new AbsenceRefused('STAND_IN_ABSENT', 'standIns', { name: away.name });
}
