import { exposureSql } from '../payer/read-payer';
import type { Invariant } from './invariant.types';

/** Column by column: a reference without a foreign key, and where it must lead. */
const references = [
  ['allocations', 'case_id', 'cases'],
  ['timeline_events', 'case_id', 'cases'],
  ['documents', 'case_id', 'cases'],
  ['ledger_lines', 'case_id', 'cases'],
  ['run_skips', 'case_id', 'cases'],
  ['invoices', 'import_id', 'imports'],
  ['schedules', 'scenario_id', 'scenarios'],
  ['actions', 'scenario_id', 'scenarios'],
  ['remittances', 'pdf_document_id', 'documents'],
  ['remittances', 'csv_document_id', 'documents'],
] as const;

/** Cases, documents and after-effects: nothing is forgotten, nothing was changed. */
export const caseInvariants: readonly Invariant[] = [
  {
    name: 'cases.open_is_the_sum_of_invoices',
    unit: 'cases',
    rows: `select c.open_minor <> coalesce(i.minor, 0) as bad, c.reference || ': ' || c.open_minor || ' kept, ' || coalesce(i.minor, 0) || ' summed' as what
           from cases c left join (select client_id, case_id, sum(amount_minor - settled_minor) as minor from invoices where case_id is not null group by 1, 2) i on i.client_id = c.client_id and i.case_id = c.id`,
  },
  {
    name: 'cases.no_orphan',
    unit: 'open cases', // product.md, rule 5
    rows: `select (c.owner_id is null and coalesce(c.queue, '') = '') or (s.due_on is null and w.due_on is null and c.hold_until is null) as bad,
             c.reference || ': ' || case when s.due_on is null and w.due_on is null then 'no next step and no date' else 'no owner and no queue' end as what
           from cases c left join schedules s on s.client_id = c.client_id and s.case_id = c.id left join work_items w on w.client_id = c.client_id and w.case_id = c.id
           where c.state <> 'closed'`,
  },
  {
    name: 'cases.closed_as_paid_owe_nothing',
    unit: 'closed cases',
    rows: `select open_minor > 0 as bad, reference || ': ' || open_minor as what from cases where state = 'closed' and close_reason = 'paid'`,
  },
  {
    name: 'cases.disputed_within_the_open_amount',
    unit: 'invoices',
    rows: `select d.minor is distinct from i.disputed_minor and d.minor is not null as bad, i.number || ': ' || i.disputed_minor || ' kept, ' || d.minor || ' in open disputes' as what
           from invoices i left join (select client_id, invoice_id, sum(amount_minor) filter (where state = 'open') as minor from disputes group by 1, 2) d on d.client_id = i.client_id and d.invoice_id = i.id`,
  },
  {
    // What has just happened waits in the outbox, and is no fault until it was looked at.
    name: 'cases.exposures_are_what_is_owed',
    unit: 'debtors with a limit',
    rows: `select (f.exposure_minor <> f.owed or f.limit_minor <> f.amount_minor) and not exists (select from outbox o where o.client_id = f.client_id and o.topic = 'exposure.changed' and o.done_at is null and o.dead_at is null) as bad,
             f.debtor_id || ': ' || f.exposure_minor || ' kept, ' || f.owed || ' owed' as what
           from (select l.client_id, l.debtor_id, l.amount_minor, e.limit_minor, e.exposure_minor, ${exposureSql} as owed from exposures e join credit_limits l on l.client_id = e.client_id and l.id = e.limit_id) f`,
  },
  {
    name: 'messages.each_sent_one_is_archived',
    unit: 'sent messages',
    rows: `select m.document_id is null or m.sent_at is null as bad, m.id::text as what from messages m where m.state = 'sent'`,
  },
  {
    name: 'references.lead_somewhere',
    unit: 'references',
    rows: references
      .map(
        ([table, column, target]) =>
          `select t.id is null as bad, '${table}.${column} ' || s.${column} as what from ${table} s left join ${target} t on t.client_id = s.client_id and t.id = s.${column} where s.${column} is not null`,
      )
      .join(' union all '),
  },
  {
    name: 'allocations.have_their_movement',
    unit: 'allocations',
    rows: `select m.id is null as bad, a.id::text as what from allocations a left join movements m on m.client_id = a.client_id and m.id = a.source_id where a.source_kind = 'movement'`,
  },
  {
    name: 'search.knows_every_word',
    unit: 'words',
    rows: `select v.word is null as bad, w.word as what from (select distinct d.client_id, w.word from debtors d, words_to_know(d.name, d.city) w(word)) w
           left join search_vocabulary v on v.client_id = w.client_id and v.word = w.word`,
  },
  {
    name: 'outbox.no_dead_letters',
    unit: 'pieces of work',
    warning: true,
    rows: `select dead_at is not null as bad, topic || ' ' || dedup_key || ': ' || coalesce(error, '') as what from outbox
           union all select dead_at is not null, provider || ' ' || event_id || ': ' || coalesce(error, '') from inbox_events`,
  },
];
