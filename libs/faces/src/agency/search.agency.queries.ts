import { moneyOf, toGlobalId, type ReadDb, type Row } from '@amiable/platform';
import { brandStripeOf } from './brand-stripe';
import type { SearchHit, SearchResult } from './search.agency.types';
import { amountAsked, searchedText } from './search.rules';

const hitsAGroup = 8;

/**
 * Recherche: what fits a text within the portfolio, the best of each group. `search_hits` looks within the portfolio alone
 * (migrations/1764000600000); what it names is then read through the wall like any other row, by its key. Laterals keep the planner from reading whole tables; an expression in a condition would not count as leakproof, hence `materialized`.
 */
export async function readSearch(db: ReadDb, typed: string): Promise<SearchResult> {
  const text = searchedText(typed);
  if (text.length < 2) return { cases: [], debtors: [], invoices: [], more: false };
  const rows = await db.rows(
    `with hits as (
       select distinct on (kind, client_id, id) kind, client_id, id, how, score from search_hits($1, $2, $3) order by kind, client_id, id, score desc),
     whose as materialized (
       select h.*, coalesce(i.debtor_id, k.debtor_id, d.id) as debtor_id, coalesce(i.case_id, k.id) as named_id, i.number, i.amount_minor, d.phone, d.email from hits h
       left join lateral (select debtor_id, case_id, number, amount_minor from invoices x where h.kind = 'invoice' and x.client_id = h.client_id and x.id = h.id limit 1) i on true
       left join lateral (select id, debtor_id from cases x where h.kind = 'case' and x.client_id = h.client_id and x.id = h.id limit 1) k on true
       left join lateral (select id, phone, email from debtors x where h.kind = 'debtor' and x.client_id = h.client_id and x.id = h.id limit 1) d on true),
     found as (
       select w.*, own.case_id, own.n from whose w
       cross join lateral (
         select c.id as case_id, count(*) over ()::int as n from cases c where c.client_id = w.client_id and c.debtor_id = w.debtor_id
         order by c.id is not distinct from w.named_id desc, c.state = 'closed', c.open_minor desc limit 1) own),
     ranked as (
       select f.*, c.reference, c.state, c.currency, c.open_minor, c.brand_id,
         row_number() over (partition by f.kind order by f.score desc, c.state = 'closed', c.open_minor desc, c.id) as place
       from found f cross join lateral (select * from cases x where x.client_id = f.client_id and x.id = f.case_id limit 1) c)
     select r.*, cl.name as client_name, b.name as brand_name, b.primary_colour, d.name as debtor_name, d.kind as debtor_kind, d.city
     from ranked r join clients cl on cl.client_id = r.client_id join brands b on b.client_id = r.client_id and b.id = r.brand_id
     cross join lateral (select * from debtors x where x.client_id = r.client_id and x.id = r.debtor_id limit 1) d where r.place <= $4 order by r.place`,
    [text, amountAsked(text)?.toString() ?? null, 40, hitsAGroup + 1],
  );
  const group = (kind: string) => rows.filter((row) => row.kind === kind && row.place <= hitsAGroup).map(hitOf);
  return {
    cases: group('case'),
    debtors: group('debtor'),
    invoices: group('invoice'),
    more: rows.some(({ place }) => place > hitsAGroup),
  };
}

function hitOf(row: Row): SearchHit {
  return {
    caseId: toGlobalId('Case', row.client_id, row.case_id),
    reference: row.reference,
    client: { id: toGlobalId('Client', row.client_id, row.client_id), name: row.client_name },
    brand: brandStripeOf(row),
    state: row.state,
    debtorName: row.debtor_name,
    debtorKind: row.debtor_kind,
    city: row.city,
    open: moneyOf(row.open_minor, row.currency),
    matchedOn: row.how,
    matchedText: { phone: row.phone, email: row.email, number: row.number }[row.how as 'phone'] ?? row.number,
    invoiceAmount: row.amount_minor === null ? null : moneyOf(row.amount_minor, row.currency),
    caseCount: row.n,
  };
}
