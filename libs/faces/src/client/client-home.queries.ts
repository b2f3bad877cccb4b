import { previewRemittance } from '@amiable/billing';
import { dayOf, NotFound } from '@amiable/kernel';
import { Database, moneyOf, toGlobalId, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import type { ClientHome } from './client-home.types';

interface HomeRow {
  currency: string;
  placed: string;
  recovered: string;
  recovered_this_month: string;
  open: string;
  promised: string;
  disputed: string;
  fees_this_year: string;
  recovery_rate: string;
  open_cases: number;
  closed_cases: number;
  waiting: Array<{
    case_id: string;
    dispute_id: string | null;
    plan_id: string | null;
    reference: string;
    debtor_name: string;
    invoice_number: string | null;
    amount: string;
    due_on: string;
  }>;
  months: Array<{ month: string; placed: string; recovered: string }>;
  ageing: Array<{ bucket: string; amount: string; invoices: number }>;
}

/** The figures of the first screen: one statement, and what the accountant would remit today, reckoned where remittances are. */
@Injectable()
export class ClientHomeQueries {
  constructor(private readonly database: Database) {}

  async home(ctx: RequestContext): Promise<ClientHome> {
    const { clientId } = ctx;
    const { clock } = this.database;
    const day = dayOf(clock).toString();
    const { row, toRemit } = await this.database.inTenant(clientId, async (db) => ({
      row: await db.row<HomeRow>(homeSql, [clientId, day]),
      toRemit: await paidOutIfRemitted(db, day),
    }));
    if (!row) throw new NotFound('Client');
    const money = (minor: string | bigint) => moneyOf(minor, row.currency);
    // Net of fees or gross, both would tell the fee to whoever adds up the movements.
    const feeMoney = (minor: string | bigint) => money(ctx.can('read', 'Fee') ? minor : '0');
    return {
      day,
      asOf: clock.now().toString(),
      placed: money(row.placed),
      recovered: money(row.recovered),
      recoveredThisMonth: money(row.recovered_this_month),
      open: money(row.open),
      promised: money(row.promised),
      disputed: money(row.disputed),
      toRemit: feeMoney(toRemit),
      feesThisYear: feeMoney(row.fees_this_year),
      recoveryRate: row.recovery_rate,
      openCases: row.open_cases,
      closedCases: row.closed_cases,
      waiting: row.waiting.map((w) => ({
        kind: w.dispute_id ? 'dispute' : 'plan',
        caseId: toGlobalId('Case', clientId, w.case_id),
        disputeId: w.dispute_id && toGlobalId('Dispute', clientId, w.dispute_id),
        planId: w.plan_id && toGlobalId('Plan', clientId, w.plan_id),
        reference: w.reference,
        debtorName: w.debtor_name,
        invoiceNumber: w.invoice_number,
        amount: money(w.amount),
        dueOn: w.due_on,
      })),
      months: row.months.map((m) => ({ month: m.month, placed: money(m.placed), recovered: money(m.recovered) })),
      ageing: row.ageing.map((a) => ({ bucket: a.bucket, amount: money(a.amount), invoices: a.invoices })),
    };
  }
}

/** What a remittance of today would pay out, minor units; nothing before the first mandate. */
async function paidOutIfRemitted(db: TenantDb, day: string): Promise<bigint> {
  const mandate = await db.row(`select from mandates where client_id = $1 limit 1`, [db.clientId]);
  return mandate ? (await previewRemittance(db, day)).paidOutMinor : 0n;
}

// Amounts leave as text: JSON numbers would lose cents of very large ones. Only the client's own currency is added up.
// An invoice counts as placed when its case was opened, or on its own day when it joined an open case later.
const homeSql = `
  with home as (select currency from clients where client_id = $1),
  own_cases as (
    select c.id, c.reference, c.debtor_id, c.state, c.opened_on
    from cases c, home where c.client_id = $1 and c.currency = home.currency),
  claims as (
    select i.amount_minor, i.amount_minor - i.settled_minor as open_minor, i.disputed_minor, i.due_on, c.state <> 'closed' as live,
      to_char(greatest(c.opened_on, i.issued_on), 'YYYY-MM') as month
    from invoices i join own_cases c on c.id = i.case_id where i.client_id = $1),
  money_in as (
    select m.amount_minor, m.effective_on, f.amount_minor as fee_minor
    from movements m join own_cases c on c.id = m.case_id
    left join fees f on f.client_id = m.client_id and f.movement_id = m.id
    where m.client_id = $1),
  aged as (
    select case when open_minor < 0 then 6 when due_on >= $2::date then 1 when $2::date - due_on <= 30 then 2
        when $2::date - due_on <= 60 then 3 when $2::date - due_on <= 90 then 4 else 5 end as bucket, open_minor
    from claims where live and open_minor <> 0),
  buckets(bucket, name) as (values (1, 'not_due'), (2, '1-30'), (3, '31-60'), (4, '61-90'), (5, '91+'), (6, 'credit_notes')),
  months as (select to_char($2::date - make_interval(months => n), 'YYYY-MM') as month from generate_series(11, 0, -1) n)
  select home.currency, cl.placed::text, mv.recovered::text, mv.recovered_this_month::text, cl.open::text, cl.disputed::text, mv.fees_this_year::text,
    coalesce((select sum(p.amount_minor - p.paid_minor) from promises p join own_cases c on c.id = p.case_id
      where p.client_id = $1 and p.state = 'open' and c.state <> 'closed'), 0)::text as promised,
    case when cl.placed > 0 then round(mv.recovered * 100.0 / cl.placed, 2) else 0 end::text as recovery_rate,
    (select count(*) filter (where state <> 'closed') from own_cases)::int as open_cases,
    (select count(*) filter (where state = 'closed') from own_cases)::int as closed_cases,
    (select coalesce(jsonb_agg(w order by w.due_on, w.dispute_id, w.plan_id), '[]') from (
      select d.case_id, d.id as dispute_id, null::uuid as plan_id, c.reference, b.name as debtor_name, i.number as invoice_number, d.amount_minor::text as amount, d.due_on
      from disputes d join own_cases c on c.id = d.case_id join debtors b on b.client_id = $1 and b.id = c.debtor_id
      join invoices i on i.client_id = $1 and i.id = d.invoice_id
      where d.client_id = $1 and d.state = 'open' and c.state <> 'closed'
      union all
      select p.case_id, null, p.id, c.reference, b.name, null, p.total_minor::text, p.answer_by
      from plans p join own_cases c on c.id = p.case_id join debtors b on b.client_id = $1 and b.id = c.debtor_id
      where p.client_id = $1 and p.state = 'requested' and p.approver = 'client' and c.state <> 'closed') w) as waiting,
    (select jsonb_agg(jsonb_build_object('month', month, 'placed', placed::text, 'recovered', recovered::text) order by month) from (
      select m.month, coalesce((select sum(amount_minor) from claims x where x.month = m.month), 0) as placed,
        coalesce((select sum(amount_minor) from money_in x where to_char(x.effective_on, 'YYYY-MM') = m.month), 0) as recovered from months m) per_month) as months,
    (select jsonb_agg(jsonb_build_object('bucket', name, 'amount', amount::text, 'invoices', invoices) order by bucket) from (
      select b.bucket, b.name, coalesce(sum(a.open_minor), 0) as amount, count(a.bucket) as invoices
      from buckets b left join aged a on a.bucket = b.bucket group by 1, 2) counted where bucket < 6 or invoices > 0) as ageing
  from home,
    (select coalesce(sum(amount_minor), 0) as placed, coalesce(sum(open_minor) filter (where live), 0) as open, coalesce(sum(disputed_minor) filter (where live), 0) as disputed from claims) cl,
    (select coalesce(sum(amount_minor), 0) as recovered,
       coalesce(sum(amount_minor) filter (where effective_on >= date_trunc('month', $2::date)), 0) as recovered_this_month,
       coalesce(sum(fee_minor) filter (where effective_on >= date_trunc('year', $2::date)), 0) as fees_this_year from money_in) mv`;
