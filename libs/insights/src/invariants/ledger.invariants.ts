import type { Invariant } from './invariant.types';

const ownAccounts = `('BANK_OWN', 'PSP_FEES', 'FEE_INCOME', 'VAT_DUE', 'CLIENT_FEES_RECEIVABLE', 'DISPUTE_LOSSES', 'OWN_DUE_FROM_TRUST')`;

/** Sums of the lines themselves, never the kept balances: those are proved apart. */
const sums = `(select l.client_id, e.book, l.account, e.currency, sum(l.amount_minor) as minor
  from ledger_lines l join ledger_entries e on e.client_id = l.client_id and e.id = l.entry_id group by 1, 2, 3, 4)`;

const perClient = (condition: string, accounts: string) => `
  select ${condition} as bad, coalesce(client_id::text, 'all clients') || ' ' || currency || ': ' || sum(minor) as what
  from ${sums} s where ${accounts} group by grouping sets ((client_id, currency), (currency))`;

/** The trust ledger: trust.md 7.4, numbers 1, 2, 5 and 7. */
export const ledgerInvariants: readonly Invariant[] = [
  {
    name: 'ledger.entries_balance',
    unit: 'entries',
    rows: `select coalesce(sum(l.amount_minor), 0) <> 0 or count(l.entry_id) < 2 as bad, e.id || ': ' || count(l.entry_id) || ' lines, sum ' || coalesce(sum(l.amount_minor), 0) as what
           from ledger_entries e left join ledger_lines l on l.client_id = e.client_id and l.entry_id = e.id group by e.client_id, e.id`,
  },
  {
    name: 'ledger.accounts_in_their_book',
    unit: 'lines',
    rows: `select (e.book = 'own') <> (l.account in ${ownAccounts}) as bad, l.account || ' in ' || e.book || ' of ' || e.id as what
           from ledger_lines l join ledger_entries e on e.client_id = l.client_id and e.id = l.entry_id`,
  },
  {
    name: 'ledger.balances_are_sums',
    unit: 'balances',
    rows: `select coalesce(s.minor, 0) <> coalesce(b.balance_minor, 0) as bad, client_id || ' ' || account || ': ' || coalesce(b.balance_minor::text, 'none') || ' kept, ' || coalesce(s.minor, 0) || ' summed' as what
           from ${sums} s full join ledger_balances b using (client_id, book, account, currency)`,
  },
  { name: 'ledger.trust_identity', unit: 'sums', rows: perClient('sum(minor) <> 0', `book = 'trust'`) },
  {
    name: 'ledger.client_payable_never_negative',
    unit: 'clients',
    rows: `select minor > 0 as bad, client_id || ' ' || currency || ': ' || minor as what from ${sums} s where account = 'CLIENT_PAYABLE'`,
  },
  { name: 'ledger.own_mirrors_trust', unit: 'sums', rows: perClient('sum(minor) <> 0', `account in ('DUE_TO_OWN', 'OWN_DUE_FROM_TRUST')`) },
  {
    // A shortfall is explained by chargebacks to recover and by what the agency owes trust; nothing else may cause one.
    name: 'ledger.coverage',
    unit: 'currencies',
    rows: `select held < owed - recoverable - greatest(due_from_own, 0) as bad, currency || ': held ' || held || ', owed ' || owed || ', recoverable ' || recoverable as what from (
             select currency, coalesce(sum(minor) filter (where account in ('BANK_TRUST', 'PSP_CLEARING', 'IN_TRANSIT')), 0) as held,
               -coalesce(sum(minor) filter (where account in ('CLIENT_PAYABLE', 'SUSPENSE_RECEIPTS', 'REFUND_DUE')), 0) as owed,
               coalesce(sum(minor) filter (where account = 'CHARGEBACK_RECOVERABLE'), 0) as recoverable,
               coalesce(sum(minor) filter (where account = 'DUE_TO_OWN'), 0) as due_from_own
             from ${sums} s where book = 'trust' group by 1) c`,
  },
  {
    name: 'ledger.top_up_needed',
    unit: 'currencies',
    warning: true,
    rows: `select sum(minor) > 0 as bad, currency || ': the agency owes the trust account ' || sum(minor) as what from ${sums} s where account = 'DUE_TO_OWN' group by currency`,
  },
  {
    name: 'ledger.each_trust_movement_has_its_entry',
    unit: 'movements',
    rows: `select (m.method <> 'direct') <> (count(e.id) = 1) or count(e.id) > 1 as bad, m.source_key || ': ' || count(e.id) || ' entries' as what
           from movements m left join ledger_entries e on e.client_id = m.client_id and e.book = 'trust' and e.source_kind = 'movement' and e.source_id = m.source_key
           group by m.client_id, m.id, m.method, m.source_key`,
  },
  {
    name: 'ledger.movement_entries_have_their_movement',
    unit: 'entries',
    rows: `select m.id is null as bad, e.source_id as what from ledger_entries e left join movements m on m.client_id = e.client_id and m.source_key = e.source_id where e.source_kind = 'movement'`,
  },
];
