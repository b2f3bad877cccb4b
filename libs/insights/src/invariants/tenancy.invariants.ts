import type { Invariant } from './invariant.types';

/** The tables that belong to no client, each with its reason. Everything else stands behind row-level security. */
export const tablesOutsideTenancy: Readonly<Record<string, string>> = {
  agency: 'the agency itself, one row',
  staff_users: 'the staff of the agency work for all clients',
  credentials: 'read at sign-in, before anybody is known',
  sessions: 'read by the hash of a token, before anybody is known',
  throttles: 'counts tries of nobody in particular',
  brand_addresses: 'says which brand an address is, before the client is known',
  debtor_links: 'read by the hash of a token, before the client is known',
  invitations: 'read by the hash of a token, before anybody is known',
  provider_objects: "our mapping of the provider's objects to clients, read before the client is known",
  inbox_events: 'webhooks as they came, before the client is known',
  contact_marks: 'days on which a person was contacted, whoever it was for: without a client, so that none learns of another',
  counters: 'one series of numbers for all clients: the agency issues them',
  runs: 'the daily run is one for all clients',
  saved_views: 'how a member of staff keeps a list; it holds filters, no rows of clients',
  bulk_acts: 'an act of a member of staff on cases of many clients; what it did to each stands in bulk_pieces',
  late_rates: 'official rates of late-payment interest, the same for all clients',
  alert_rules: 'what the house wants to be told of, one row a kind',
  approval_limits: 'from which sum an act takes two persons, one row an act for the whole house',
  alert_looks: 'until when a member of staff has seen the alerts of all clients',
  staff_views: 'who of the staff looked through whose eyes, in the console and in the portals of clients',
  staff_view_looks: 'what a view through another’s eyes looked at, whomever it was of',
  absences: 'who is away, over all clients; which cases that moved stands with each client',
  collector_skills: 'what of the shared queue a member of staff can do, over all clients',
  quality_share: 'how much of the contacts is looked at, one row for the whole house',
  collector_goals: 'what a member of staff is to do in a month, over all clients',
  migrations: 'the schema itself; no role of ours reads it',
};

const list = Object.keys(tablesOutsideTenancy)
  .map((name) => `'${name}'`)
  .join(', ');
const tables = `(select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity, c.relname in (${list}) as outside,
    exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'client_id' and a.attnotnull) as has_client
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p'))`;

/** What each policy must ask; anything else is a hole. */
const policies = `(values ('tenant', 'amiable_tenant', '%app.client%', '*'), ('portfolio', 'amiable_agency', '%app.portfolio%', '*'),
  ('worker', 'amiable_worker', 'true', '*'), ('auditor', 'amiable_auditor', 'true', 'r')) as wanted(name, role, asks, command)`;

/** The wall between clients, proved from the catalogue. */
export const tenancyInvariants: readonly Invariant[] = [
  {
    name: 'tenancy.each_table_is_behind_the_wall',
    unit: 'tables',
    rows: `select not t.outside and not (t.has_client and t.relrowsecurity and t.relforcerowsecurity and (
               select count(*) from ${policies} join pg_policy p on p.polrelid = t.oid and p.polname = wanted.name and p.polcmd::text = wanted.command
                 and p.polroles = array[(select oid from pg_roles where rolname = wanted.role)] and pg_get_expr(p.polqual, p.polrelid) like wanted.asks) = 4) as bad,
             t.relname || case when not t.has_client then ': no client_id' when not t.relrowsecurity or not t.relforcerowsecurity then ': row-level security is not forced' else ': a policy is missing or asks something else' end as what
           from ${tables} t`,
  },
  {
    name: 'tenancy.no_other_policy',
    unit: 'policies',
    rows: `select not exists (select from ${policies} where wanted.name = p.polname) and p.polroles <> array[(select oid from pg_roles where rolname = 'amiable_ledger')]
             and not (p.polcmd = 'r' and p.polroles = array[(select oid from pg_roles where rolname = 'amiable_search')]) as bad,
             p.polrelid::regclass || ': ' || p.polname as what from pg_policy p`,
  },
  {
    name: 'tenancy.foreign_keys_carry_the_client',
    unit: 'foreign keys',
    rows: `select not exists (select from unnest(k.conkey, k.confkey) as pair(here, there)
               join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.here and a.attname = 'client_id'
               join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.there and b.attname = 'client_id') as bad,
             k.conrelid::regclass || ': ' || k.conname as what
           from pg_constraint k join ${tables} h on h.oid = k.conrelid join ${tables} t on t.oid = k.confrelid
           where k.contype = 'f' and t.has_client`,
  },
  {
    name: 'tenancy.keys_begin_with_the_client',
    unit: 'primary keys',
    rows: `select (select a.attname from pg_attribute a where a.attrelid = k.conrelid and a.attnum = k.conkey[1]) <> 'client_id' as bad, k.conrelid::regclass::text as what
           from pg_constraint k join ${tables} t on t.oid = k.conrelid where k.contype = 'p' and not t.outside`,
  },
];
