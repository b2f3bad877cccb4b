import { NotFound, Refusal, Temporal, toDate } from '@amiable/kernel';
import { Database, type ReadDb, type RequestContext } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { monthOf } from './goal.rules';

/** Objectif: what one collector is to do in a month. */
export interface CollectorGoal {
  readonly staffId: string;
  /** The first month it holds for. */
  readonly since: string;
  /** Cents of euro to collect in the month, on the cases that are his. */
  readonly collectedMinor: bigint | null;
  readonly calls: number | null;
}

export interface SetGoalInput {
  readonly staffId: string;
  readonly month: string;
  readonly collectedMinor: bigint | null;
  readonly calls: number | null;
}

export class GoalRefused extends Refusal {}

/** Goals hold from their month on, until another is set; a goal of nothing ends it. */
@Injectable()
export class CollectorGoals {
  constructor(private readonly database: Database) {}

  /** Those that hold in this month. */
  list(month: string): Promise<CollectorGoal[]> {
    return this.database.outsideClients((db) => goalsOf(db, month));
  }

  /** Throws GoalRefused for a sum or a number that is no goal or a month gone by, NotFound for who is no colleague at work. */
  async set(ctx: RequestContext, { staffId, month, collectedMinor, calls }: SetGoalInput): Promise<void> {
    ctx.may('set', 'CollectorGoal');
    if (collectedMinor !== null && (collectedMinor <= 0n || collectedMinor > 10n ** 12n))
      throw new GoalRefused('NOT_AN_AMOUNT', {}, 'collected');
    if (calls !== null && (!Number.isInteger(calls) || calls <= 0 || calls > 100_000))
      throw new GoalRefused('THRESHOLD_OUT_OF_BOUNDS', {}, 'calls');
    await this.database.outsideClients(async (db) => {
      const since = monthOf(Temporal.PlainDate.from(month));
      const today = db.clock.now().toZonedDateTimeISO('Europe/Paris').toPlainDate();
      if (Temporal.PlainDate.compare(since, monthOf(today)) < 0) throw new GoalRefused('MONTH_GONE_BY', {}, 'month');
      const colleague = await db.row(`select 1 from staff_users where id = $1 and active and role <> 'accountant'`, [staffId]);
      if (!colleague) throw new NotFound('StaffUser');
      await db.rows(
        `insert into collector_goals (staff_id, month, collected_minor, calls, set_by, set_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (staff_id, month) do update set collected_minor = excluded.collected_minor, calls = excluded.calls, set_by = excluded.set_by, set_at = excluded.set_at`,
        [staffId, since.toString(), collectedMinor, calls, ctx.actor.id, toDate(db.clock.now())],
      );
    });
  }
}

async function goalsOf(db: ReadDb, month: string): Promise<CollectorGoal[]> {
  const rows = await db.rows<{ staff_id: string; since: string; collected_minor: string | null; calls: number | null }>(
    `select distinct on (staff_id) staff_id, month::text as since, collected_minor::text, calls from collector_goals
     where month <= $1 order by staff_id, month desc`,
    [monthOf(Temporal.PlainDate.from(month)).toString()],
  );
  return rows
    .filter((row) => row.collected_minor !== null || row.calls !== null)
    .map((row) => ({
      staffId: row.staff_id,
      since: row.since,
      collectedMinor: row.collected_minor === null ? null : BigInt(row.collected_minor),
      calls: row.calls,
    }));
}
