import type { ReadDb, TenantDb } from '@amiable/platform';

export const twinReasons = ['siren', 'iban', 'email', 'phone', 'name'] as const;
export type TwinReason = (typeof twinReasons)[number];

/** Doublons of some debtors of one client: new ones are proposed, those whose reasons are gone are proposed no more; what was decided stays. */
export async function findTwins(db: TenantDb, debtorIds: readonly string[]): Promise<void> {
  await db.rows(
    `with found as materialized (select * from find_twins($1, $2::uuid[])),
     gone as (
       delete from debtor_twins t where t.client_id = $1 and t.verdict is null and (t.debtor_a = any($2::uuid[]) or t.debtor_b = any($2::uuid[]))
         and not exists (select from found f where f.debtor_a = t.debtor_a and f.debtor_b = t.debtor_b))
     insert into debtor_twins (client_id, debtor_a, debtor_b, reasons) select $1, f.debtor_a, f.debtor_b, f.reasons from found f order by 2, 3
     on conflict (client_id, debtor_a, debtor_b) do update set reasons = excluded.reasons where debtor_twins.verdict is null`,
    [db.clientId, debtorIds],
  );
}

/** The same for every debtor that came since a day, over all clients: what files brought. Null looks at everybody. Answers how many were proposed. */
export async function findTwinsOfNewcomers(db: ReadDb, since: Date | null): Promise<number> {
  const found = await db.rows(
    `insert into debtor_twins (client_id, debtor_a, debtor_b, reasons)
     select c.client_id, t.debtor_a, t.debtor_b, t.reasons from clients c
     cross join lateral find_twins(c.client_id, case when $1::timestamptz is null then null
       else array(select d.id from debtors d where d.client_id = c.client_id and d.created_at > $1::timestamptz) end) t
     order by 1, 2, 3 on conflict (client_id, debtor_a, debtor_b) do nothing returning 1`,
    [since],
  );
  return found.length;
}
