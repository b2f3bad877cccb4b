import { dayOf, Temporal, toDate } from '@amiable/kernel';
import type { TenantDb } from '@amiable/platform';

/** Why a case comes to a collector, and when. */
export type WorkReason =
  | 'new_case'
  | 'call_step'
  | 'call_back'
  | 'promise_due'
  | 'broken_promise'
  | 'dispute_answered'
  | 'hold_over'
  | 'snoozed'
  | 'letter_sent';

export interface PlannedWork {
  readonly caseId: string;
  readonly dueOn: Temporal.PlainDate;
  readonly why: WorkReason;
  /** An agreed time: the case waits for it, also on its day. */
  readonly at?: Temporal.Instant | null;
}

/** Puts a case on a collector's desk on a day; it leaves the queue until then, and whoever held it lets go. */
export async function planWork(db: TenantDb, { caseId, dueOn, why, at = null }: PlannedWork): Promise<void> {
  await db.rows(
    `insert into work_items as w (client_id, case_id, queue, owner_id, ready, due_on, why, call_back_at, score)
     select c.client_id, c.id, c.queue, c.owner_id, $3::date <= $5::date and ($6::timestamptz is null or $6 <= $7), $3, $4, $6, case_score(c.open_minor, coalesce($5::date - d.oldest, 0), $4)
     from cases c left join lateral (select min(due_on) as oldest from invoices i where i.client_id = c.client_id and i.case_id = c.id and i.amount_minor > i.settled_minor) d on true
     where c.client_id = $1 and c.id = $2 and c.state <> 'closed'
     on conflict (client_id, case_id) do update
       set ready = excluded.ready, due_on = excluded.due_on, why = excluded.why, call_back_at = excluded.call_back_at, score = excluded.score * w.rank_percent / 100, claimed_by = null, claimed_until = null`,
    [db.clientId, caseId, dueOn.toString(), why, dayOf(db.clock).toString(), at && toDate(at), toDate(db.clock.now())],
  );
}

/** Takes cases off the queue. */
export async function dropWork(db: TenantDb, caseIds: readonly string[]): Promise<void> {
  await db.rows(`delete from work_items where client_id = $1 and case_id = any($2)`, [db.clientId, caseIds]);
}
