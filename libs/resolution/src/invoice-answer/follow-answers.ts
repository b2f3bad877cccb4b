import { Temporal, toDate } from '@amiable/kernel';
import type { ReadDb, RequestContext } from '@amiable/platform';

/**
 * Lines promised for later days: when the promise of an earlier day is over, the case promises the next of them, so that no
 * reminder leaves in between. A set, over all clients; a case that has a promise or a plan is left alone. Answers how many.
 */
export async function followAnswers(db: ReadDb, ctx: RequestContext, day: Temporal.PlainDate): Promise<number> {
  const rows = await db.rows<{ n: bigint }>(
    `with owed as (
       select a.client_id, a.case_id, a.on_day, c.currency, c.mandate_id, array_agg(i.id order by i.id) as invoice_ids, sum(i.amount_minor - i.settled_minor - i.disputed_minor)::bigint as amount
       from invoice_answers a
       join invoices i on i.client_id = a.client_id and i.id = a.invoice_id and i.amount_minor > i.settled_minor + i.disputed_minor
       join cases c on c.client_id = a.client_id and c.id = a.case_id and c.state <> 'closed'
       where a.on_day >= $1::date
         and not exists (select from promises p where p.client_id = a.client_id and p.case_id = a.case_id and p.state = 'open')
         and not exists (select from plans p where p.client_id = a.client_id and p.case_id = a.case_id and p.state = 'active')
       group by 1, 2, 3, 4, 5),
     next as (select distinct on (client_id, case_id) * from owed order by client_id, case_id, on_day),
     made as (
       insert into promises (client_id, id, case_id, amount_minor, currency, due_on, made_on, state, made_by, invoice_ids, grace_days, tolerance_minor)
       select n.client_id, uuidv7(), n.case_id, n.amount, n.currency, n.on_day, $1::date, 'open', 'debtor', n.invoice_ids, m.promise_grace_days,
         floor(n.amount * m.promise_tolerance_percent / 100)::bigint
       from next n join mandates m on m.client_id = n.client_id and m.id = n.mandate_id returning client_id, case_id, due_on, amount_minor, currency, grace_days),
     work as (
       update work_items w set due_on = m.due_on + m.grace_days + 1, why = 'promise_due' from made m where w.client_id = m.client_id and w.case_id = m.case_id and not w.ready),
     told as (
       insert into timeline_events (client_id, case_id, kind, at, actor_kind, actor_name, facts)
       select client_id, case_id, 'promise.recorded', $2, 'system', $3,
         jsonb_build_object('amount', trim(to_char(amount_minor / 100.0, 'FM99999999999990.00')), 'currency', currency, 'dueOn', due_on) from made)
     select count(*) as n from made`,
    [day.toString(), toDate(db.clock.now()), ctx.actor.name],
  );
  return Number(rows[0]!.n);
}
