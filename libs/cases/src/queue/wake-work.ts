import { toDate } from '@amiable/kernel';
import type { ReadDb } from '@amiable/platform';

/** Makes the work whose day has come ready, and scores it afresh: one statement over all clients. Answers how many. */
export async function wakeWork(db: ReadDb, day: string): Promise<number> {
  const woken = await db.row<{ n: number }>(
    `with woken as (
       update work_items w set ready = true, score = case_score(c.open_minor, coalesce($1::date - d.oldest, 0), w.why) * w.rank_percent / 100
       from cases c
       left join lateral (select min(due_on) as oldest from invoices i where i.client_id = c.client_id and i.case_id = c.id and i.amount_minor > i.settled_minor) d on true
       where not w.ready and w.due_on <= $1 and (w.call_back_at is null or w.call_back_at <= $2) and c.client_id = w.client_id and c.id = w.case_id and c.state = 'open' and c.open_minor > 0 returning 1)
     select count(*)::int as n from woken`,
    [day, toDate(db.clock.now())],
  );
  return woken?.n ?? 0;
}

/** Makes agreed call-backs ready when their time comes; a recurring task of every minute. Answers how many. */
export async function wakeCallBacks(db: ReadDb): Promise<number> {
  const woken = await db.row<{ n: number }>(
    `with woken as (
       update work_items w set ready = true from cases c
       where not w.ready and w.call_back_at <= $1 and c.client_id = w.client_id and c.id = w.case_id and c.state = 'open' and c.open_minor > 0 returning 1)
     select count(*)::int as n from woken`,
    [toDate(db.clock.now())],
  );
  return woken?.n ?? 0;
}
