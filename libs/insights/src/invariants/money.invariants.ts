import type { Invariant } from './invariant.types';

/** Each reversal with the payment it goes back to, through however many steps. */
const families = `
  with recursive family as (
    select client_id, id, id as payment, amount_minor from movements where kind = 'payment'
    union all
    select m.client_id, m.id, f.payment, m.amount_minor from movements m join family f on f.client_id = m.client_id and f.id = m.reverses)`;

/** Movements, allocations, fees and remittances. */
export const moneyInvariants: readonly Invariant[] = [
  {
    name: 'money.each_payment_has_a_receipt_number',
    unit: 'payments', // R124-6 CPCE
    rows: `select receipt_number is null as bad, source_key as what from movements where kind = 'payment'`,
  },
  {
    name: 'money.refunds_within_their_payment',
    unit: 'payments',
    rows: `${families} select sum(amount_minor) < 0 or sum(amount_minor) > max(amount_minor) filter (where id = payment) as bad, payment || ': ' || sum(amount_minor) || ' left' as what from family group by client_id, payment`,
  },
  {
    name: 'money.allocated_within_the_movement',
    unit: 'movements',
    rows: `${families}, given as (
             select a.client_id, f.payment, sum(a.amount_minor) as minor from allocations a join family f on f.client_id = a.client_id and f.id = a.source_id where a.source_kind = 'movement' group by 1, 2),
           paid as (select client_id, payment, sum(amount_minor) as minor from family group by 1, 2)
           select coalesce(given.minor, 0) < 0 or coalesce(given.minor, 0) > paid.minor as bad, payment || ': ' || given.minor || ' allocated of ' || paid.minor as what from paid left join given using (client_id, payment)`,
  },
  {
    // Money that settles nothing although something was owed at the end has been forgotten.
    name: 'money.nothing_left_over_while_owed',
    unit: 'cases',
    rows: `select c.open_minor > 0 and coalesce(m.minor, 0) <> coalesce(a.minor, 0) as bad, c.reference || ': ' || coalesce(m.minor, 0) || ' paid, ' || coalesce(a.minor, 0) || ' allocated' as what
           from cases c
           left join (select client_id, case_id, sum(amount_minor) as minor from movements group by 1, 2) m on m.client_id = c.client_id and m.case_id = c.id
           left join (select client_id, case_id, sum(amount_minor) as minor from allocations where source_kind = 'movement' group by 1, 2) a on a.client_id = c.client_id and a.case_id = c.id`,
  },
  {
    name: 'money.invoices_settled_by_their_allocations',
    unit: 'invoices',
    rows: `select i.settled_minor <> coalesce(a.minor, 0) as bad, i.number || ': ' || i.settled_minor || ' kept, ' || coalesce(a.minor, 0) || ' allocated' as what
           from invoices i left join (select client_id, invoice_id, sum(amount_minor) as minor from allocations group by 1, 2) a on a.client_id = i.client_id and a.invoice_id = i.id`,
  },
  {
    name: 'money.invoices_never_settled_beyond_their_amount',
    unit: 'invoices',
    rows: `select settled_minor not between least(amount_minor, 0) and greatest(amount_minor, 0) as bad, number || ': ' || settled_minor || ' of ' || amount_minor as what from invoices`,
  },
  {
    name: 'money.fees_are_base_times_percent',
    unit: 'fees', // rounded per movement, half away from zero (golden 5-A)
    rows: `select f.amount_minor <> round(f.base_minor * f.percent / 100) or abs(f.base_minor) > abs(m.amount_minor) or f.currency <> m.currency as bad,
             m.source_key || ': ' || f.amount_minor || ' is not ' || f.percent || ' % of ' || f.base_minor as what
           from fees f join movements m on m.client_id = f.client_id and m.id = f.movement_id`,
  },
  {
    name: 'money.each_movement_has_its_fee',
    unit: 'movements',
    rows: `select f.movement_id is null as bad, m.source_key as what from movements m left join fees f on f.client_id = m.client_id and f.movement_id = m.id`,
  },
  {
    name: 'money.remittances_are_their_lines',
    unit: 'remittances',
    rows: `select r.funds_minor <> coalesce(l.funds, 0) or r.fees_minor <> coalesce(l.fees, 0) or r.vat_minor <> round(r.fees_minor * r.vat_percent / 100)
               or r.paid_out_minor <> r.funds_minor - case r.mode when 'net' then greatest(0, least(r.fees_minor + r.vat_minor, r.funds_minor)) else 0 end as bad,
             r.number || ': funds ' || r.funds_minor || ' of ' || coalesce(l.funds, 0) || ', fees ' || r.fees_minor || ' of ' || coalesce(l.fees, 0) || ', VAT ' || r.vat_minor || ', paid out ' || r.paid_out_minor as what
           from remittances r left join (
             select l.client_id, l.remittance_id, sum(m.amount_minor) filter (where m.method <> 'direct') as funds, sum(f.amount_minor) as fees
             from remittance_lines l join movements m on m.client_id = l.client_id and m.id = l.movement_id left join fees f on f.client_id = l.client_id and f.movement_id = l.movement_id
             group by 1, 2) l on l.client_id = r.client_id and l.remittance_id = r.id`,
  },
  {
    // Sent and not read back yet is a matter of minutes; longer is worth a look.
    name: 'money.refunds_sent_have_moved',
    unit: 'refunds',
    warning: true,
    rows: `select m.id is null or m.amount_minor <> -r.amount_minor as bad, r.id || ': ' || r.provider_ref || ', ' || coalesce(m.amount_minor::text, 'no movement') as what
           from refunds r left join movements m on m.client_id = r.client_id and m.source_key = r.provider_ref where r.state = 'done'`,
  },
  {
    // A half-year without its rate carries the last one on, and every screen says so: worth a look, no fault of the books.
    name: 'late.rates_are_known',
    unit: 'half-years',
    warning: true,
    rows: `select r.half_year is null and exists (select from mandates where late_interest) as bad, h.half_year || ': no ECB rate is kept, the last one is carried on' as what
           from (select extract(year from d)::text || case when extract(month from d) <= 6 then '-1' else '-2' end as half_year
             from generate_series('2015-01-01'::date, current_date, '6 months') d) h left join late_rates r using (half_year)`,
  },
  {
    name: 'money.no_movement_remitted_twice',
    unit: 'movements',
    rows: `select count(*) > 1 as bad, movement_id || ': ' || count(*) || ' times' as what from remittance_lines group by client_id, movement_id`,
  },
];
