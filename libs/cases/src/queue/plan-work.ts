import { dayOf, Temporal, toDate } from '@amiable/kernel';
import type { TenantDb } from '@amiable/platform';
import type { WorkReason } from './case-worth.rules';

export interface PlannedWork {
  readonly caseId: string;
  readonly dueOn: Temporal.PlainDate;
  readonly why: WorkReason;
  /** An agreed time: the case waits for it, also on its day. */
  readonly at?: Temporal.Instant | null;
  /** What snoozes left of the rank; unchanged when not given. */
  readonly rankPercent?: number | null;
}

/** A work item as it was, to be put back. */
export interface FormerWork {
  readonly dueOn: string;
  readonly why: WorkReason;
  readonly ready: boolean;
  readonly rankPercent: number;
}

/** Puts a case on a collector's desk on a day; it leaves the queue until then, and whoever held it lets go. */
export async function planWork(db: TenantDb, { caseId, dueOn, why, at = null, rankPercent = null }: PlannedWork): Promise<void> {
  await db.rows(
    `insert into work_items as w (client_id, case_id, queue, owner_id, ready, due_on, why, call_back_at, score)
     select c.client_id, c.id, c.queue, c.owner_id, $3::date <= $5::date and ($6::timestamptz is null or $6 <= $7), $3, $4, $6, case_score(c.open_minor, coalesce($5::date - d.oldest, 0), $4)
     from cases c left join lateral (select min(due_on) as oldest from invoices i where i.client_id = c.client_id and i.case_id = c.id and i.amount_minor > i.settled_minor) d on true
     where c.client_id = $1 and c.id = $2 and c.state <> 'closed'
     on conflict (client_id, case_id) do update
       set ready = excluded.ready, due_on = excluded.due_on, why = excluded.why, call_back_at = excluded.call_back_at, rank_percent = coalesce($8, w.rank_percent),
         score = excluded.score * coalesce($8, w.rank_percent) / 100, claimed_by = null, claimed_until = null`,
    [db.clientId, caseId, dueOn.toString(), why, dayOf(db.clock).toString(), at && toDate(at), toDate(db.clock.now()), rankPercent],
  );
}

/** How a case stands in the queue, before something puts it elsewhere. */
export async function formerWork(db: TenantDb, caseId: string): Promise<FormerWork | null> {
  const former = await db.row<FormerWork>(
    `select due_on as "dueOn", why, ready, rank_percent as "rankPercent" from work_items where client_id = $1 and case_id = $2`,
    [db.clientId, caseId],
  );
  return former ?? null;
}

/** Puts a case back where it stood in the queue. */
export async function restoreWork(db: TenantDb, caseId: string, { dueOn, why, ready, rankPercent }: FormerWork): Promise<void> {
  await planWork(db, { caseId, dueOn: Temporal.PlainDate.from(dueOn), why, rankPercent });
  await db.rows(`update work_items set ready = $3 where client_id = $1 and case_id = $2`, [db.clientId, caseId, ready]);
}

/** Takes cases off the queue. */
export async function dropWork(db: TenantDb, caseIds: readonly string[]): Promise<void> {
  await db.rows(`delete from work_items where client_id = $1 and case_id = any($2)`, [db.clientId, caseIds]);
}
