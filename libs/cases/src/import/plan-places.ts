import type { TenantDb } from '@amiable/platform';

/**
 * Decides, in temporary tables and without changing anything that lasts, who owes and where each open amount goes:
 * `parties` (debtors, new or known), `strays` (known invoices owed outside of a live case) and `homes`
 * (one case per debtor and currency under the mandate: the live one, or a new one when something is owed in all).
 */
export async function planPlaces(db: TenantDb, mandateId: string | null): Promise<void> {
  await db.rows(
    `create temp table parties (debtor_ref text not null, debtor_id uuid not null, contact bigint not null, is_new boolean not null) on commit drop`,
  );
  await db.rows(
    `insert into parties (debtor_ref, debtor_id, contact, is_new)
     select g.debtor_ref, coalesce(d.id, uuidv7()), g.contact, d.id is null
     from (select s.debtor_ref, max(s.contact) as contact, bool_or(k.line is null) as placed from staged s left join known k using (line) group by 1) g
     left join debtors d on d.client_id = $1 and d.reference = g.debtor_ref
     where g.placed or d.id is not null`,
    [db.clientId],
  );
  await db.rows(`analyze parties`);

  await db.rows(
    `create temp table strays (invoice_id uuid not null, debtor_id uuid not null, currency text not null, due_on date not null, open bigint not null) on commit drop`,
  );
  await db.rows(
    `insert into strays
     select k.invoice_id, k.debtor_id, s.currency, s.due_on, k.open_after from known k join staged s using (line) where k.waiting
     union all
     select i.id, i.debtor_id, i.currency, i.due_on, i.amount_minor - i.settled_minor
     from parties p join invoices i on i.client_id = $1 and i.debtor_id = p.debtor_id
     where not p.is_new and i.case_id is null and i.amount_minor <> i.settled_minor and not exists (select from known k where k.invoice_id = i.id)`,
    [db.clientId],
  );

  await db.rows(`
    create temp table homes (
      debtor_id uuid not null, currency text not null, open bigint not null, oldest_due date, placed int not null, placed_open bigint not null, placed_number text,
      case_id uuid not null, is_new boolean not null, ordinal int generated always as identity) on commit drop`);
  await db.rows(
    `insert into homes (debtor_id, currency, open, oldest_due, placed, placed_open, placed_number, case_id, is_new)
     with waiting as (
       select p.debtor_id, s.currency, s.due_on, s.amount - s.paid as open, s.number from staged s left join known k using (line) join parties p on p.debtor_ref = s.debtor_ref
       where k.line is null and s.amount <> s.paid
       union all
       select debtor_id, currency, due_on, open, null from strays),
     owed as (
       select debtor_id, currency, sum(open)::bigint as open, min(due_on) filter (where open > 0) as oldest_due,
         count(number)::int as placed, coalesce(sum(open) filter (where number is not null), 0)::bigint as placed_open, min(number) as placed_number
       from waiting group by 1, 2)
     select o.debtor_id, o.currency, o.open, o.oldest_due, o.placed, o.placed_open, o.placed_number, coalesce(c.id, uuidv7()), c.id is null
     from owed o left join cases c on c.client_id = $1 and c.debtor_id = o.debtor_id and c.mandate_id = $2 and c.currency = o.currency and c.state <> 'closed'
     where c.id is not null or o.open > 0`,
    [db.clientId, mandateId],
  );
  await db.rows(`analyze homes`);
}
