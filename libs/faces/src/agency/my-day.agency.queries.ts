import { fitting, type Fit } from '@amiable/cases';
import { dayOf, toDate } from '@amiable/kernel';
import { moneyOf, toGlobalId, type ReadDb, type RequestContext } from '@amiable/platform';
import { brandStripeOf } from './brand-stripe';
import type { CaseFilterFacts } from './case-filter.agency.sql';
import { readQueue } from './case-list.agency.queries';
import type { CallBackDue, MyDay } from './case-list.agency.types';

/** Ma journée: the counters and the first cases of a collector's day. */
export async function readMyDay(db: ReadDb, ctx: RequestContext, queue: CaseFilterFacts, fit: Fit): Promise<MyDay> {
  const day = dayOf(db.clock).toString();
  const params: unknown[] = [day, ctx.actor.id, toDate(db.clock.now())];
  const fits = fitting(fit, '$2')(params);
  const counts = await db.row(
    `select
       (select count(*)::int from work_items w where w.ready and w.queue = 'amicable' and (w.owner_id is null or w.owner_id = $2)${fits.map((clause) => ` and ${clause}`).join('')}) as to_do,
       (select count(distinct case_id)::int from timeline_events where actor_kind = 'staff' and actor_id = $2 and at >= $1::date) as done,
       (select count(*)::int from promises where state = 'open' and due_on = $1) as promises_due,
       (select count(*)::int from work_items where ready and why = 'broken_promise') as broken,
       (select count(*)::int from disputes where state = 'open') as disputes,
       (select count(*)::int from work_items where ready and why = 'dispute_answered') as answered,
       (select count(*)::int from actions where state = 'proposed') as to_confirm,
       (select count(*)::int from (
          select distinct t.client_id, t.case_id from timeline_events t where t.actor_kind = 'debtor' and t.kind <> 'debtor.visited' and t.at > $3::timestamptz - interval '3 days'
            and not exists (select from timeline_events s where s.client_id = t.client_id and s.case_id = t.case_id and s.actor_kind = 'staff' and s.at > t.at)) r) as replies,
       (select coalesce(json_agg(x), '[]') from (select currency, sum(amount_minor)::text as minor from movements where effective_on = $1 group by 1) x) as today,
       (select coalesce(json_agg(x), '[]') from (select currency, sum(amount_minor)::text as minor from movements where effective_on between date_trunc('month', $1::date)::date and $1 group by 1) x) as month`,
    params,
  );
  const callBacks = await readCallBacks(db, ctx, day, fit);
  const promises = await db.rows(
    `select p.client_id, p.case_id, c.reference, d.name as debtor_name, b.id as brand_id, b.name as brand_name, b.primary_colour, p.amount_minor, p.currency, p.due_on, p.state,
       array(select i.number from invoices i where i.client_id = p.client_id and i.id = any(p.invoice_ids) order by i.due_on, i.number) as numbers
     from promises p join cases c on c.client_id = p.client_id and c.id = p.case_id join debtors d on d.client_id = c.client_id and d.id = c.debtor_id
     join brands b on b.client_id = c.client_id and b.id = c.brand_id
     where p.state = 'open' and p.due_on <= $1::date + 2 order by p.due_on, p.amount_minor desc limit 12`,
    [day],
  );
  const { nodes } = await readQueue(db, ctx, queue, { first: 8 }, fit);
  const money = (rows: Array<{ currency: string; minor: string }>) => rows.map((row) => moneyOf(row.minor, row.currency));
  return {
    day,
    toDo: counts!.to_do,
    doneToday: counts!.done,
    promisesDueToday: counts!.promises_due,
    brokenPromises: counts!.broken,
    disputesWaiting: counts!.disputes,
    collectedToday: money(counts!.today),
    collectedThisMonth: money(counts!.month),
    next: nodes,
    callBacks,
    disputesAnswered: counts!.answered,
    newReplies: counts!.replies,
    toConfirm: counts!.to_confirm,
    promisesDue: promises.map((p) => ({
      caseId: toGlobalId('Case', p.client_id, p.case_id),
      reference: p.reference,
      debtorName: p.debtor_name,
      amount: moneyOf(p.amount_minor, p.currency),
      dueOn: p.due_on,
      state: p.state,
      invoiceNumbers: p.numbers,
      brand: brandStripeOf(p),
    })),
  };
}

/** Agreed call-backs of today and before, one's own and those of nobody. */
async function readCallBacks(db: ReadDb, ctx: RequestContext, day: string, fit: Fit): Promise<CallBackDue[]> {
  const params: unknown[] = [day, ctx.actor.id];
  const rows = await db.rows(
    `select w.client_id, w.case_id, w.call_back_at, c.reference, c.open_minor, c.currency, d.name as debtor_name, b.id as brand_id, b.name as brand_name, b.primary_colour
     from work_items w join cases c on c.client_id = w.client_id and c.id = w.case_id join debtors d on d.client_id = c.client_id and d.id = c.debtor_id
     join brands b on b.client_id = c.client_id and b.id = c.brand_id
     where w.call_back_at is not null and (w.call_back_at at time zone 'Europe/Paris')::date <= $1::date and c.state = 'open' and (w.owner_id is null or w.owner_id = $2)${fitting(
       fit,
       '$2',
     )(params)
       .map((clause) => ` and ${clause}`)
       .join('')}
     order by w.call_back_at limit 20`,
    params,
  );
  return rows.map((row) => ({
    caseId: toGlobalId('Case', row.client_id, row.case_id),
    reference: row.reference,
    debtorName: row.debtor_name,
    brand: brandStripeOf(row),
    at: new Date(row.call_back_at).toISOString(),
    open: moneyOf(row.open_minor, row.currency),
  }));
}
