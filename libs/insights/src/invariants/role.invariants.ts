import type { Invariant } from './invariant.types';

const appendOnly = [
  'allocations',
  'documents',
  'fees',
  'import_rejections',
  'ledger_balances',
  'ledger_entries',
  'ledger_lines',
  'movements',
  'remittance_lines',
  'timeline_events',
];
const list = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ');
const ours = `(select oid, rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin from pg_roles where rolname in ('amiable_tenant', 'amiable_agency', 'amiable_worker', 'amiable_auditor', 'amiable_ledger', 'amiable_search'))`;

/** What the roles of the processes may do: trust.md 7.6, proved from the catalogue. */
export const roleInvariants: readonly Invariant[] = [
  {
    name: 'roles.are_no_masters',
    unit: 'roles',
    rows: `select r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolcanlogin = (r.rolname in ('amiable_ledger', 'amiable_search'))
               or exists (select from pg_auth_members m where m.member = r.oid) or exists (select from pg_class c where c.relowner = r.oid)
               or (has_schema_privilege(r.oid, 'public', 'create') and r.rolname <> 'amiable_ledger') as bad, r.rolname as what from ${ours} r`,
  },
  {
    name: 'roles.append_only_stays',
    unit: 'rights',
    rows: `select has_table_privilege(r.oid, c.oid, p.privilege) and not (r.rolname = 'amiable_ledger' and c.relname = 'ledger_balances' and p.privilege = 'UPDATE') as bad,
             r.rolname || ' may ' || p.privilege || ' ' || c.relname as what
           from ${ours} r, pg_class c, (values ('UPDATE'), ('DELETE'), ('TRUNCATE')) p(privilege)
           where c.relnamespace = 'public'::regnamespace and c.relname in (${list(appendOnly)})`,
  },
  {
    name: 'roles.no_truncate_no_triggers',
    unit: 'rights',
    rows: `select has_table_privilege(r.oid, c.oid, p.privilege) as bad, r.rolname || ' may ' || p.privilege || ' ' || c.relname as what
           from ${ours} r, pg_class c, (values ('TRUNCATE'), ('TRIGGER'), ('REFERENCES')) p(privilege) where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`,
  },
  {
    name: 'roles.the_auditor_writes_nothing',
    unit: 'rights',
    rows: `select has_table_privilege('amiable_auditor', c.oid, p.privilege) as bad, p.privilege || ' ' || c.relname as what
           from pg_class c, (values ('INSERT'), ('UPDATE'), ('DELETE')) p(privilege) where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`,
  },
  {
    name: 'roles.the_search_writes_nothing',
    unit: 'rights',
    rows: `select has_table_privilege('amiable_search', c.oid, p.privilege) as bad, p.privilege || ' ' || c.relname as what
           from pg_class c, (values ('INSERT'), ('UPDATE'), ('DELETE')) p(privilege) where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`,
  },
  {
    name: 'roles.guards_are_on',
    unit: 'triggers', // enabled, and there at all
    rows: `select coalesce(t.tgenabled <> 'O', true) as bad, w.tab || ': ' || w.fn || case when t.tgname is null then ' is missing' else ' is switched off' end as what
           from (select tab, 'refuse_change' as fn from unnest(array[${list(appendOnly.filter((name) => !['ledger_balances', 'import_rejections'].includes(name)))}]) tab
                 union all values ('ledger_lines', 'post_ledger_lines'), ('ledger_entries', 'require_ledger_lines'), ('ledger_balances', 'refuse_overdrawn_payable'), ('allocations', 'settle_invoices'),
                   ('invoices', 'balance_cases_on_insert'), ('invoices', 'balance_cases_on_update'), ('debtors', 'learn_words')) w
           left join pg_trigger t on t.tgrelid = w.tab::regclass and t.tgfoid = (select oid from pg_proc where proname = w.fn and pronamespace = 'public'::regnamespace)`,
  },
  {
    name: 'roles.definer_functions_are_fixed',
    unit: 'functions',
    rows: `select not coalesce(exists (select from unnest(p.proconfig) c where c like 'search_path=%'), false) as bad, p.proname::text as what
           from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef`,
  },
];
