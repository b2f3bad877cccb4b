import { moveCases } from '@amiable/cases';
import { dayOf, requireMove, toDate, type Temporal } from '@amiable/kernel';
import type { ReadDb, RequestContext } from '@amiable/platform';
import { announcementStates } from './announcement.states';

/** Finds announced transfers among the money that came, also after the wait; the wait of what came ends. A set, in two statements. */
export async function settleAnnouncements(
  db: ReadDb,
  ctx: RequestContext,
  cases: ReadonlyArray<{ clientId: string; caseId: string }>,
): Promise<void> {
  requireMove(announcementStates, 'open', 'received');
  requireMove(announcementStates, 'expired', 'received');
  const received = await db.rows<{ client_id: string; case_id: string }>(
    `with k as (select * from jsonb_to_recordset($1::jsonb) as k(client_id uuid, case_id uuid))
     update transfer_announcements a set state = 'received' from k
     where a.client_id = k.client_id and a.case_id = k.case_id and a.state in ('open', 'expired')
       and exists (select from movements m where m.client_id = a.client_id and m.case_id = a.case_id and m.kind = 'payment'
         and m.method in ('transfer', 'direct') and m.effective_on >= a.made_on - 3)
     returning a.client_id, a.case_id`,
    [JSON.stringify(cases.map((c) => ({ client_id: c.clientId, case_id: c.caseId })))],
  );
  if (received.length === 0) return;
  const waiting = await db.rows<{ client_id: string; id: string }>(
    `select c.client_id, c.id from jsonb_to_recordset($1::jsonb) as k(client_id uuid, case_id uuid)
     join cases c on c.client_id = k.client_id and c.id = k.case_id where c.state = 'on_hold' and c.hold_kind = 'transfer_announced'`,
    [JSON.stringify(received)],
  );
  const moves = waiting.map((c) => ({ clientId: c.client_id, caseId: c.id, from: 'on_hold' as const }));
  await moveCases(db, ctx, moves, 'open', 'case.resumed', dayOf(db.clock).toString());
}

/** Announced transfers that did not come in time: told in the story; the hold ends by its own day. Answers how many. */
export async function expireAnnouncements(db: ReadDb, ctx: RequestContext, day: Temporal.PlainDate): Promise<number> {
  requireMove(announcementStates, 'open', 'expired');
  const expired = await db.rows(
    `with expired as (
       update transfer_announcements set state = 'expired' where state = 'open' and frozen_until <= $1::date
       returning client_id, case_id, amount_minor, currency, made_on)
     insert into timeline_events (client_id, case_id, kind, at, actor_kind, actor_name, facts)
     select client_id, case_id, 'transfer.not_found', $2, 'system', $3,
       jsonb_build_object('amount', round(amount_minor / 100.0, 2)::text, 'currency', currency, 'day', made_on) from expired returning 1`,
    [day.toString(), toDate(db.clock.now()), ctx.actor.name],
  );
  return expired.length;
}
