import { joinedIds } from '@amiable/cases';
import { toDate } from '@amiable/kernel';
import type { ReadDb } from '@amiable/platform';
import { exposureSql } from '../payer/read-payer';

/** Whose limits are looked at: a debtor, or with null every debtor of a client. */
export interface Concerned {
  readonly clientId: string;
  readonly debtorId: string | null;
}

/**
 * `seen`: every row of the debtors that are looked at, joined ones too, with the row that stands for all of them. Of everybody when nobody is
 * named; otherwise the parameter holds who is.
 */
export function seenSql(concerned: readonly Concerned[] | null, parameter: string): string {
  if (concerned === null) return `seen as not materialized (select client_id, id, coalesce(joined_to, id) as root from debtors)`;
  return `asked as materialized (select * from jsonb_to_recordset(${parameter}::jsonb) as k(client_id uuid, debtor_id uuid)),
  seen as materialized (
    select d.client_id, d.id, coalesce(d.joined_to, d.id) as root
    from asked k cross join lateral (${joinedIds('k.client_id', 'k.debtor_id')}) j join debtors d on d.client_id = k.client_id and d.id = j.id
    union
    select d.client_id, d.id, coalesce(d.joined_to, d.id) from asked k join debtors d on d.client_id = k.client_id where k.debtor_id is null)`;
}

/** The values that `seenSql` speaks of, after those of the statement. */
export function seenParams(concerned: readonly Concerned[] | null): string[] {
  if (concerned === null) return [];
  return [JSON.stringify(concerned.map(({ clientId, debtorId }) => ({ client_id: clientId, debtor_id: debtorId })))];
}

/** Encours suivis: brings what debtors with a limit of their own owe up to date, one statement for the set. The limit recorded last is theirs. */
export async function followExposures(db: ReadDb, concerned: readonly Concerned[] | null): Promise<void> {
  await db.rows(
    `with ${seenSql(concerned, '$2')},
     limits as materialized (
       select distinct on (l.client_id, s.root) l.*, s.root from seen s join credit_limits l on l.client_id = s.client_id and l.debtor_id = s.id
       order by l.client_id, s.root, l.recorded_at desc, l.id desc),
     -- A row that was joined to another, or separated from the one its limit was recorded on.
     gone as (
       delete from exposures e using seen s where e.client_id = s.client_id and e.debtor_id = s.id
         and not exists (select from limits l where l.client_id = e.client_id and l.root = e.debtor_id))
     insert into exposures (client_id, debtor_id, limit_id, exposure_minor, looked_at)
     select l.client_id, l.root, l.id, ${exposureSql}, $1 from limits l
     on conflict (client_id, debtor_id) do update set limit_id = excluded.limit_id, exposure_minor = excluded.exposure_minor, looked_at = excluded.looked_at
       where (exposures.limit_id, exposures.exposure_minor) is distinct from (excluded.limit_id, excluded.exposure_minor)`,
    [toDate(db.clock.now()), ...seenParams(concerned)],
  );
}
