import { drawnNames, nameOf, townOf } from './names.sql';

/** Tables whose rows come by the hundred thousand. */
export const tablesLoaded = [
  'debtors',
  'cases',
  'invoices',
  'allocations',
  'timeline_events',
  'schedules',
  'actions',
  'work_items',
  'case_tags',
  'promises',
  'disputes',
  'search_vocabulary',
];

/**
 * $1 clients that share the cases, then six more without any, for imports. Their ids can be told from their number.
 * Every fifth is worked for in the agency's own name.
 */
export const clientsSql = `
with c as (
  select k, ('0199a000-0000-7000-8000-' || lpad(k::text, 12, '0'))::uuid as id from generate_series(1, $1::int + 6) k),
made as (
  insert into clients (client_id, name, legal_name, siren, address_line, postcode, city, email, phone, settlement_iban, settlement_holder)
  select id, 'Client ' || k, 'Client ' || k || ' SAS', lpad(k::text, 9, '0'), '4 quai du Port', '13002', 'Marseille', 'contact@client' || k || '.example', '+33 4 91 00 00 00', 'FR7699999000020000000003301', 'Client ' || k from c),
branded as (
  insert into brands (client_id, id, name, slug, primary_colour, sender_name, sender_email, reply_to, phone, website, address_line, postcode, city, language, bank_holder, bank_iban, bank_bic)
  select id, id, 'Client ' || k, 'client-' || k, '#0b6e5b', 'Client ' || k, 'relance@client' || k || '.example', 'compta@client' || k || '.example', '+33 4 91 00 00 00', 'https://client' || k || '.example', '4 quai du Port', '13002', 'Marseille', 'fr', 'Client ' || k, 'FR7699999000020000000003301', 'NEBAFR2MXXX' from c),
mandated as (
  insert into mandates (client_id, id, reference, version, hat, brand_id, signed_on, settlement, remittance, fee_tiers, vat_percent, channels)
  select id, id, 'M-' || k, 1, case when k % 5 = 0 then 'agency' else 'client_name' end, id, current_date - 900, 'trust', 'net', '[{"upToMonths": 6, "percent": "10"}, {"upToMonths": null, "percent": "20"}]', 20, '{email,letter,call}' from c),
played as (
  insert into scenarios (client_id, id, line_id, name, version, state) select id, id, id, 'Relance standard', 1, 'active' from c),
  segmented as (insert into segments (client_id, id, position, name, line_id) select id, id, 1, 'Tous les dossiers', id from c)
insert into scenario_steps (client_id, scenario_id, step_no, name, channel, template, stage, days_from_due)
select c.id, c.id, s.* from c, (values
  (1, 'Rappel avant échéance', 'email', 'before_due', 'before_due', -5), (2, 'Première relance', 'email', 'reminder_1', 'reminder', 3),
  (3, 'Deuxième relance', 'email', 'reminder_2', 'reminder', 15), (4, 'Appel', 'call', null, 'call', 22), (5, 'Mise en demeure', 'letter', 'formal_notice', 'formal_notice', 35)) s`;

const id = (k: string) => `('0199a000-0000-7000-8000-' || lpad((${k})::text, 12, '0'))::uuid`;

/**
 * The statements that fill the large tables. Clients by a power law, days late exponential, amounts log-normal.
 * One case in twenty is due on each of the twenty days that follow; three in ten are ready for a collector.
 */
export const tablesSql = ({ cases, clients, collectors }: { cases: number; clients: number; collectors: number }): string[] => [
  `create unlogged table plot as select p.*, ${id('k')} as client_id, uuidv7() as debtor_id, uuidv7() as case_id from (
     select i, least(${clients}, floor(exp(random() * ln(${clients + 1}))))::int as k, floor(-ln(1 - random()) * 90)::int - 10 as late, random() as fate,
       1 + least(29, floor(-ln(1 - random()) * 2.5))::int as bills, (exp(random_normal(5.2, 1.1)) * 100)::bigint + 500 as amount, 1 + floor(random() * 5)::int as step,
       ${drawnNames},
       case when random() < 0.3 then '0199b000-0000-7000-8000-' || lpad(floor(random() * ${collectors})::text, 12, '0') end::uuid as owner
     from generate_series(1, ${cases}) i) p`,
  `create unlogged table bills as select p.client_id, p.case_id, p.debtor_id, 'F-' || p.i || '-' || b as number, current_date - p.late + b - 1 as due_on, greatest(p.amount / p.bills * (1 + b % 3), 100) as amount, p.fate >= 0.82 as settled
     from plot p, generate_series(1, p.bills) b`,
  `insert into debtors (client_id, id, reference, kind, name, email, phone, address_line, postcode, city, language)
     select client_id, debtor_id, 'D' || i, case when i % 3 = 0 then 'person' else 'company' end, ${nameOf}, case when i % 10 <> 0 then 'compta' || i || '@debiteur.example' end, '+33 6 ' || lpad((i::bigint * 7919 % 100000000)::text, 8, '0'),
       case when i % 31 <> 0 then i || ' rue Haute' end, lpad((i % 95 * 1000)::text, 5, '0'), ${townOf}, case when i % 50 = 0 then 'de' else 'fr' end from plot`,
  `insert into search_vocabulary (client_id, word) select distinct d.client_id, w.word from debtors d, words_to_know(d.name, d.city) w(word) on conflict do nothing`,
  `insert into cases (client_id, id, reference, debtor_id, mandate_id, brand_id, hat, state, stage, currency, open_minor, fee_percent, owner_id, hold_reason, hold_until, close_reason, opened_on, closed_on)
     select client_id, case_id, 'R' || lpad(i::text, 11, '0'), debtor_id, client_id, client_id, case when k % 5 = 0 then 'agency' else 'client_name' end,
       case when fate < 0.78 then 'open' when fate < 0.82 then 'on_hold' else 'closed' end, case when step = 1 then 'before_due' else 'reminder' end, 'EUR',
       case when fate < 0.82 then b.total else 0 end, 10, owner, case when fate >= 0.78 and fate < 0.82 then 'waiting' end, case when fate >= 0.78 and fate < 0.82 then current_date + 60 end,
       case when fate >= 0.82 then 'paid' end, current_date - greatest(late, 0) - i % 11, case when fate >= 0.82 then current_date - i % 11 end
     from plot join (select case_id, sum(amount)::bigint as total from bills group by 1) b using (case_id)`,
  `insert into invoices (client_id, id, number, debtor_id, case_id, kind, issued_on, due_on, amount_minor, settled_minor, currency)
     select client_id, uuidv7(), number, debtor_id, case_id, 'invoice', due_on - 30, due_on, amount, case when settled then amount else 0 end, 'EUR' from bills`,
  `insert into allocations (client_id, invoice_id, case_id, source_kind, source_id, amount_minor, effective_on)
     select client_id, id, case_id, 'client_declared', case_id, amount_minor, due_on from invoices where settled_minor > 0`,
  `insert into timeline_events (client_id, case_id, kind, at, actor_kind, actor_name, facts)
     select client_id, case_id, case n when 1 then 'case.opened' when 2 then 'import.placed' else 'email.sent' end, now() - make_interval(days => greatest(late, 1) - n), 'system', 'Amiable', '{"amount": "120.00", "currency": "EUR"}'
     from plot, generate_series(1, 2 + i % 4) n`,
  `insert into schedules (client_id, case_id, scenario_id, step_no, due_on) select client_id, case_id, client_id, step, current_date + 1 + floor(random() * 20)::int from plot where fate < 0.78`,
  `insert into actions (client_id, case_id, scenario_id, step_no, channel, template, due_on, state, done_at)
     select p.client_id, p.case_id, p.client_id, s.step_no, s.channel, s.template, current_date - 10, 'done', now() - interval '10 days' from plot p join scenario_steps s on s.client_id = p.client_id and s.step_no < p.step`,
  `insert into work_items (client_id, case_id, queue, owner_id, ready, due_on, why, score)
     select client_id, case_id, 'amicable', owner, i % 10 < 3, current_date + case when i % 10 < 3 then 0 else 30 end, (array['new_case', 'call_step', 'broken_promise', 'call_back'])[1 + i % 4], case_score(amount, late, 'new_case') from plot where fate < 0.78`,
  // A trade that one case in twenty is of, and a matter that one in five thousand is.
  `insert into case_tags (client_id, case_id, tag, added_at) select client_id, case_id, 'trade', now() from plot where i % 20 = 0 union all select client_id, case_id, 'rare', now() from plot where i % 5000 = 0`,
  `insert into promises (client_id, id, case_id, amount_minor, currency, due_on, made_on, state, made_by) select client_id, uuidv7(), case_id, 100, 'EUR', current_date + 40, current_date - 3, 'open', 'staff' from plot where fate < 0.03`,
  `insert into disputes (client_id, id, case_id, invoice_id, reason, amount_minor, due_on, state, opened_by, opened_on)
     select v.client_id, uuidv7(), v.case_id, v.id, 'other', v.amount_minor, current_date + 10, 'open', 'debtor', current_date - 2 from invoices v join plot p using (case_id) where p.fate between 0.03 and 0.05 and v.number like '%-1'`,
  `drop table bills`,
  `drop table plot`,
];
