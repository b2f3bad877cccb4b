import type { TenantDb } from '@amiable/platform';

/**
 * Holds the staged lines against what is known, without changing anything that lasts:
 * `known` are the lines whose invoice exists, with what would change on it and why it may be refused.
 *
 * What the client declares as paid is its own total: it adds to what is settled here only as far as it exceeds it
 * (the client has booked what we remitted), and takes back only what the client declared itself.
 */
export async function compareLines(db: TenantDb): Promise<void> {
  await db.rows(`
    create temp table known (
      line int not null, invoice_id uuid not null, debtor_id uuid not null, case_id uuid, open_before bigint not null, open_after bigint not null,
      settled bigint not null, difference bigint not null, changed boolean not null, detailed boolean not null, restated boolean not null,
      waiting boolean not null, contested boolean not null, refusal text) on commit drop`);
  await db.rows(knownSql, [db.clientId]);
  await db.rows(`analyze known`);
}

const knownSql = `
  with matched as materialized (
    select s.line, s.debtor_ref, s.name, s.amount, s.paid, s.currency, s.disputed, i.id as invoice_id, i.debtor_id, i.case_id,
      i.amount_minor as amount_before, i.settled_minor as settled, i.currency as currency_before,
      (s.amount, s.due_on, s.issued_on) is distinct from (i.amount_minor, i.due_on, i.issued_on) as restated,
      (s.extra is not null and not coalesce(i.extra, '{}') @> s.extra) or s.description <> coalesce(i.description, '') as detailed
    from staged s join invoices i on i.client_id = $1 and i.number = s.number),
  declared as (
    select a.invoice_id, sum(a.amount_minor)::bigint as minor from matched m join allocations a on a.client_id = $1 and a.invoice_id = m.invoice_id
    where a.source_kind = 'client_declared' group by 1),
  weighed as (
    select m.*, coalesce(a.minor, 0) as declared, case when m.amount < 0 then -1 else 1 end as sign,
      coalesce(c.state <> 'closed', false) as living, coalesce(c.state = 'closed' and c.close_reason = 'paid', false) as paid_up,
      d.reference <> m.debtor_ref and d.name is distinct from m.name as of_another,
      m.disputed and not exists (select from disputes x where x.client_id = $1 and x.invoice_id = m.invoice_id) as newly_disputed
    from matched m join debtors d on d.client_id = $1 and d.id = m.debtor_id
    left join declared a on a.invoice_id = m.invoice_id
    left join cases c on c.client_id = $1 and c.id = m.case_id),
  judged as (
    select w.*, case when (paid - settled) * sign > 0 then paid - settled when (paid - declared) * sign < 0 then paid - declared else 0 end as difference from weighed w),
  figured as (select j.*, amount - settled - difference as open_after from judged j)
  insert into known (line, invoice_id, debtor_id, case_id, open_before, open_after, settled, difference, restated, detailed, waiting, contested, changed, refusal)
  select line, invoice_id, debtor_id, case_id, amount_before - settled, open_after, settled, difference, restated, coalesce(detailed, false),
    (case_id is null or paid_up) and open_after <> 0,
    newly_disputed and open_after > 0 and (living or case_id is null or paid_up),
    restated or difference <> 0 or (newly_disputed and open_after > 0 and (living or case_id is null or paid_up)),
    case when currency_before <> currency then 'CURRENCY_CHANGED' when (amount_before < 0) <> (amount < 0) then 'KIND_CHANGED'
         when of_another then 'INVOICE_OF_ANOTHER_DEBTOR' when open_after * sign < 0 then 'AMOUNT_BELOW_COLLECTED'
         when paid_up and settled <> declared and open_after > 0 then 'CASE_PAID_AND_CLOSED' end
  from figured`;

/** A line that the database refuses, and what stands there today. */
export interface RefusedLine {
  readonly line: number;
  readonly refusal: string;
  readonly today: string;
}

/** Takes refused lines out of the staging table; answers how many, and the first of them with all their values. */
export async function takeOutRefused(
  db: TenantDb,
  most: number,
): Promise<{ count: number; first: Array<Record<string, unknown> & RefusedLine> }> {
  const first = await db.rows<Record<string, unknown> & RefusedLine>(
    `select k.refusal, case k.refusal when 'CURRENCY_CHANGED' then i.currency when 'INVOICE_OF_ANOTHER_DEBTOR' then d.reference
       else round(i.amount_minor / 100.0, 2)::text end as today, s.*
     from known k join staged s using (line) join invoices i on i.client_id = $1 and i.id = k.invoice_id join debtors d on d.client_id = $1 and d.id = k.debtor_id
     where k.refusal is not null order by k.line limit $2`,
    [db.clientId, most],
  );
  if (first.length === 0) return { count: 0, first };
  const gone = await db.row<{ n: number }>(
    `with gone as (delete from staged s using known k where k.line = s.line and k.refusal is not null returning 1) select count(*)::int as n from gone`,
  );
  await db.rows(`delete from known where refusal is not null`);
  return { count: gone!.n, first };
}
