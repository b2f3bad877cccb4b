import { createHash } from 'node:crypto';
import pg from 'pg';
import { clientsSql, tablesLoaded, tablesSql } from './portfolio.sql';

/** How many client companies share the cases; the first has about a fifth of them. */
export const clientCount = 100;
export const collectorCount = 16;

/** The session of the nth collector; its hash stands in the table. */
export const sessionToken = (n: number): string => `bench-collector-${n}-`.padEnd(43, 'x');
export const collectorId = (n: number): string => `0199b000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/**
 * Fills an empty migrated database with a skewed portfolio of so many cases, by sets: a few large clients and many small
 * ones, amounts over four decimal places, debts from not due to two years late, one to thirty invoices a case.
 * Foreign keys are put aside while it loads and checked again after.
 */
export async function buildPortfolio(url: string, cases: number): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    options: '-c synchronous_commit=off -c work_mem=256MB -c maintenance_work_mem=256MB -c jit=off',
  });
  await client.connect();
  try {
    await client.query(`select setseed(0.42)`);
    await seatPeople(client);
    await client.query(clientsSql, [clientCount]);
    const keys = await client.query<{ name: string; owner: string; rule: string }>(
      `select conname as name, conrelid::regclass::text as owner, pg_get_constraintdef(oid) as rule from pg_constraint where contype = 'f' and conrelid = any($1::regclass[])`,
      [tablesLoaded],
    );
    for (const { name, owner } of keys.rows) await client.query(`alter table ${owner} drop constraint ${name}`);
    // What a search looks in is much cheaper to make than to keep while rows come.
    const inverted = await client.query<{ name: string; made: string }>(
      `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
       where a.amname = 'gin' and i.indrelid = any($1::regclass[])`,
      [tablesLoaded],
    );
    for (const { name } of inverted.rows) await client.query(`drop index ${name}`);
    for (const table of tablesLoaded) await client.query(`alter table ${table} disable trigger user`);
    for (const sql of tablesSql({ cases, clients: clientCount, collectors: collectorCount })) await client.query(sql);
    for (const table of tablesLoaded) await client.query(`alter table ${table} enable trigger user`);
    for (const { made } of inverted.rows) await client.query(made);
    for (const { name, owner, rule } of keys.rows) await client.query(`alter table ${owner} add constraint ${name} ${rule}`);
    await client.query(`vacuum (analyze, freeze)`);
  } finally {
    await client.end();
  }
}

/** The agency, its collectors, and a session for each that lasts longer than the benchmark. */
async function seatPeople(client: pg.Client): Promise<void> {
  await client.query(`insert into agency (name, legal_form, siren, vat_number, address_line, postcode, city, phone, email, website, primary_colour,
      trust_account_holder, trust_iban, trust_bic, own_iban, insurer, insurance_policy, insurance_until, prosecutor_declared_on)
    values ('Cabinet Banc', 'SAS', '910402759', 'FR47910402759', '12 rue des Tanneurs', '69005', 'Lyon', '+33 4 72 00 00 10', 'contact@banc.example', 'https://banc.example', '#3b2f8f',
      'Cabinet Banc', 'FR7699999000010000000001182', 'ASTRFR2LXXX', 'FR7699999000010000000002249', 'Mutuelle', 'RC-1', '2099-12-31', '2024-03-11')`);
  const people = Array.from({ length: collectorCount }, (_, n) => ({
    id: collectorId(n),
    hash: createHash('sha256').update(sessionToken(n)).digest('hex'),
  }));
  await client.query(
    `with p as (select * from jsonb_to_recordset($1::jsonb) as p(id uuid, hash text)),
     staff as (insert into staff_users (id, email, name, role, language) select id, id || '@banc.example', 'Collector', case when id = $2 then 'manager' else 'collector' end, 'fr' from p returning id)
     insert into sessions (token_hash, audience, user_id, created_at, seen_at, expires_at)
     select decode(hash, 'hex'), 'agency', staff.id, now(), now() + interval '2 hours', now() + interval '4 hours' from staff join p using (id)`,
    [JSON.stringify(people), collectorId(0)],
  );
}
