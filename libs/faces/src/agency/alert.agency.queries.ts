import { dayOf, toDate } from '@amiable/kernel';
import { toGlobalId, type ReadDb, type RequestContext } from '@amiable/platform';
import { brandStripeOf } from './brand-stripe';
import type { AlertBell } from './alert.agency.types';

const mostShown = 100;

/** $1 the day, $2 who asks, $3 whether he sees those of colleagues too. What was put off is silent until its day. */
const concerning = `
  from alerts a join cases c on c.client_id = a.client_id and c.id = a.case_id
  left join alert_looks l on l.staff_id = $2
  where a.dismissed_at is null and (a.until_on is null or a.until_on <= $1::date) and c.state <> 'closed'
    and ($3 or c.owner_id is null or c.owner_id = $2)`;
const isNew = `(l.seen_at is null or a.raised_at > l.seen_at)`;

/** The bell: how many are new, and the newest alerts with what they are about. */
export async function readBell(db: ReadDb, ctx: RequestContext): Promise<AlertBell> {
  const seesAll = ctx.can('set', 'AlertRule');
  const scope = [dayOf(db.clock).toString(), ctx.actor.id, seesAll];
  const counts = (await db.row<{ unread: number; open: number }>(
    `select count(*) filter (where ${isNew})::int as unread, count(*)::int as open ${concerning}`,
    scope,
  ))!;
  const rows = await db.rows(
    `select x.*, d.name as debtor_name, b.name as brand_name, b.primary_colour from (
       select a.client_id, a.id, a.kind, a.case_id, a.facts, a.raised_at, ${isNew} as is_new, c.reference, c.debtor_id, c.brand_id
       ${concerning} order by a.raised_at desc, a.id limit ${mostShown}) x
     join debtors d on d.client_id = x.client_id and d.id = x.debtor_id join brands b on b.client_id = x.client_id and b.id = x.brand_id
     order by x.raised_at desc, x.id`,
    scope,
  );
  return {
    ...counts,
    alerts: rows.map((row) => ({
      id: toGlobalId('Alert', row.client_id, row.id),
      kind: row.kind,
      caseId: toGlobalId('Case', row.client_id, row.case_id),
      reference: row.reference,
      debtorName: row.debtor_name,
      brand: brandStripeOf(row),
      facts: row.facts,
      raisedAt: new Date(row.raised_at).toISOString(),
      isNew: row.is_new,
    })),
  };
}

/** All that is there now has been seen by whoever asks. */
export async function lookAtAlerts(db: ReadDb, ctx: RequestContext): Promise<void> {
  await db.rows(
    `insert into alert_looks (staff_id, seen_at) values ($1, $2) on conflict (staff_id) do update set seen_at = excluded.seen_at`,
    [ctx.actor.id, toDate(db.clock.now())],
  );
}
