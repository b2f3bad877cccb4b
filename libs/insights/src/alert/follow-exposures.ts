import { joinedIds } from '@amiable/cases';
import { toDate } from '@amiable/kernel';
import type { ReadDb } from '@amiable/platform';
import { exposureSql } from '../payer/read-payer';

/** Whose limits are looked at: a debtor, or with null every debtor of a client. */
export interface Concerned {
  readonly clientId: string;
  readonly debtorId: string | null;
}

/** Nobody is named: everybody is looked at. */
export type Scope = readonly Concerned[] | null;

/**
 * Who is looked at, as sets to begin a statement with: `whole` clients, and of named debtors every row they are joined with, as `seen`, with the row
 * that stands for all of them. The parameter holds the names; few are found by indexes, many by reading their client once.
 */
export const scopeSql = (parameter: string) => `
  asked as materialized (select * from jsonb_to_recordset(${parameter}::jsonb) as k(client_id uuid, debtor_id uuid)),
  whole as materialized (select distinct client_id from asked where debtor_id is null),
  seen as materialized (
    select distinct d.client_id, d.id, coalesce(d.joined_to, d.id) as root
    from asked k cross join lateral (${joinedIds('k.client_id', 'k.debtor_id')}) j join debtors d on d.client_id = k.client_id and d.id = j.id)`;

/** The value `scopeSql` speaks of. */
export const scopeParam = (scope: readonly Concerned[]) =>
  JSON.stringify(scope.map(({ clientId, debtorId }) => ({ client_id: clientId, debtor_id: debtorId })));

/** Limits with the row that stands for all rows of their debtor. */
const rootedLimits = (from: string) =>
  `select l.*, coalesce(d.joined_to, d.id) as root from ${from} join debtors d on d.client_id = l.client_id and d.id = l.debtor_id`;
const limitsOf = (scope: Scope) =>
  scope === null
    ? rootedLimits('credit_limits l')
    : `${rootedLimits('whole w join credit_limits l on l.client_id = w.client_id')}
       union all select l.*, s.root from seen s cross join lateral (select * from credit_limits l where l.client_id = s.client_id and l.debtor_id = s.id offset 0) l`;

/** Rows whose limit was recorded on a row that has another standing for it now: it was joined since, or separated. */
const staleOf = (exposures: string) =>
  `delete from exposures x using ${exposures} e, credit_limits l, debtors d
   where x.client_id = e.client_id and x.debtor_id = e.debtor_id and l.client_id = e.client_id and l.id = e.limit_id
     and d.client_id = l.client_id and d.id = l.debtor_id and coalesce(d.joined_to, d.id) <> e.debtor_id`;

/** Encours suivis: brings what debtors with a limit of their own owe up to date, as a set. The limit recorded last is theirs. */
export async function followExposures(db: ReadDb, scope: Scope): Promise<void> {
  await db.rows(
    `with ${scope === null ? '' : `${scopeSql('$2')},`}
     limits as materialized (
       select distinct on (l.client_id, l.root) l.* from (${limitsOf(scope)}) l order by l.client_id, l.root, l.recorded_at desc, l.id desc)
     insert into exposures (client_id, debtor_id, limit_id, limit_minor, currency, valid_until, exposure_minor, looked_at)
     select l.client_id, l.root, l.id, l.amount_minor, l.currency, l.valid_until, ${exposureSql}, $1 from limits l
     on conflict (client_id, debtor_id) do update set limit_id = excluded.limit_id, limit_minor = excluded.limit_minor, currency = excluded.currency, valid_until = excluded.valid_until,
       exposure_minor = excluded.exposure_minor, looked_at = excluded.looked_at
       where (exposures.limit_id, exposures.exposure_minor) is distinct from (excluded.limit_id, excluded.exposure_minor)`,
    [toDate(db.clock.now()), ...(scope === null ? [] : [scopeParam(scope)])],
  );
  if (scope === null) await db.rows(staleOf('exposures'));
  else
    await db.rows(
      `with ${scopeSql('$1')}
       ${staleOf(`(select e.* from seen s join exposures e on e.client_id = s.client_id and e.debtor_id = s.id union all select e.* from whole w join exposures e on e.client_id = w.client_id)`)}`,
      [scopeParam(scope)],
    );
}
