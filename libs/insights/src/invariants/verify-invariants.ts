import type { Database, ReadDb } from '@amiable/platform';
import { caseInvariants } from './case.invariants';
import type { Finding, Invariant } from './invariant.types';
import { ledgerInvariants } from './ledger.invariants';
import { moneyInvariants } from './money.invariants';
import { roleInvariants } from './role.invariants';
import { tenancyInvariants } from './tenancy.invariants';

/** Everything that must be true of the live database. */
export const invariants: readonly Invariant[] = [
  ...ledgerInvariants,
  ...moneyInvariants,
  ...caseInvariants,
  ...tenancyInvariants,
  ...roleInvariants,
];

const documentsAtOnce = 2_000;

/**
 * Proves every invariant on the live database as the auditor, each in a transaction of its own; changes nothing.
 * A finding that is not `ok` is a fault; one with `warning` is a figure to look at.
 */
export async function verifyInvariants(database: Database): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const invariant of invariants) findings.push(await database.acrossClientsAsAuditor((db) => prove(db, invariant)));
  findings.push(await proveArchive(database), await proveWall(database));
  return findings;
}

async function prove(db: ReadDb, { name, unit, rows, warning }: Invariant): Promise<Finding> {
  const found = await db.row<{ looked: number; bad: number; examples: string[] | null }>(
    `select count(*)::int as looked, count(*) filter (where bad)::int as bad, (array_agg(what::text) filter (where bad))[1:3] as examples from (${rows}) looked_at`,
  );
  return finding(name, `${found!.looked} ${unit}`, found!.bad, found!.examples ?? [], warning);
}

function finding(name: string, figure: string, bad: number, examples: readonly string[], warning = false): Finding {
  const detail = bad === 0 ? '' : `${bad} bad: ${examples.join('; ')}${bad > examples.length ? '; ...' : ''}`;
  return { name, figure, ok: bad === 0 || warning, warning: bad > 0 && warning, detail };
}

/** Every archived file still has the SHA-256 it came with; read in pages, hashed where the bytes are. */
async function proveArchive(database: Database): Promise<Finding> {
  let after = ['00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000'];
  let looked = 0;
  const bad: string[] = [];
  for (;;) {
    const page = await database.acrossClientsAsAuditor((db) =>
      db.row<{ n: number; bad: string[] | null; last: string | null }>(
        `select count(*)::int as n, array_agg(filename || ' ' || id) filter (where wrong) as bad, (array_agg(client_id || ' ' || id order by client_id desc, id desc))[1] as last from (
         select client_id, id, filename, sha256(bytes) <> sha256 as wrong from documents where (client_id, id) > ($1, $2) order by client_id, id limit ${documentsAtOnce}) page`,
        after,
      ),
    );
    looked += page!.n;
    bad.push(...(page!.bad ?? []));
    if (page!.last === null || page!.n < documentsAtOnce)
      return finding('documents.bytes_are_as_archived', `${looked} documents`, bad.length, bad.slice(0, 3));
    after = page!.last.split(' ');
  }
}

const sumsOf = `select (select count(*) from cases where client_id = $1)::text || ' cases, ' || (select coalesce(sum(open_minor), 0) from cases where client_id = $1) || ' open, ' ||
  (select count(*) from invoices where client_id = $1) || ' invoices, ' || (select coalesce(sum(amount_minor), 0) from movements where client_id = $1) || ' moved, ' ||
  (select coalesce(sum(abs(amount_minor)), 0) from ledger_lines where client_id = $1) || ' in the ledger' as sums`;

/** What a client sees of itself through the wall is all there is of it, and it sees no other client. */
async function proveWall(database: Database): Promise<Finding> {
  const clients = await database.acrossClientsAsAuditor((db) =>
    db.rows<{ client_id: string; name: string }>(`select client_id, name from clients order by name`),
  );
  const bad: string[] = [];
  for (const { client_id: id, name } of clients) {
    const all = await database.acrossClientsAsAuditor((db) => db.row<{ sums: string }>(sumsOf, [id]));
    const [own, visible] = await database.inTenant(
      id,
      async (db) =>
        [await db.row<{ sums: string }>(sumsOf, [id]), await db.rows<{ client_id: string }>(`select client_id from clients`)] as const,
    );
    if (own!.sums !== all!.sums) bad.push(`${name} sees ${own!.sums}, the auditor ${all!.sums}`);
    if (visible.some((client) => client.client_id !== id)) bad.push(`${name} sees other clients`);
  }
  return finding('tenancy.each_client_sees_all_of_itself_alone', `${clients.length} clients`, bad.length, bad.slice(0, 3));
}
