import type { TenantDb } from '@amiable/platform';
import { maskedIban } from '../debtor/debtor-fields.rules';
import type { TwinReason } from './find-twins';

/** Another row that may be the same debtor, with what one needs to judge it. Money is minor units of the currency. */
export interface TwinOfDebtor {
  readonly id: string;
  readonly version: number;
  readonly reference: string;
  readonly name: string;
  readonly siren: string | null;
  readonly vatNumber: string | null;
  readonly ibanMasked: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly reasons: readonly TwinReason[];
  readonly cases: ReadonlyArray<{
    readonly id: string;
    readonly reference: string;
    readonly open_minor: string;
    readonly currency: string;
  }>;
  /** The joining that stands; null while it is only proposed. */
  readonly jointId: string | null;
}

/** Proposed twins first, then what is joined with this debtor. */
export async function readTwins(db: TenantDb, debtorId: string): Promise<TwinOfDebtor[]> {
  const rows = await db.rows(
    `with pairs as (
       select case when t.debtor_a = $2 then t.debtor_b else t.debtor_a end as id, t.reasons, null::uuid as joint_id
       from debtor_twins t where t.client_id = $1 and (t.debtor_a = $2 or t.debtor_b = $2) and t.verdict is null
       union all
       select case when j.kept_id = $2 then j.joined_id else j.kept_id end, '{}', j.id
       from debtor_joints j where j.client_id = $1 and (j.kept_id = $2 or j.joined_id = $2) and j.separated_at is null)
     select d.*, p.reasons, p.joint_id,
       (select coalesce(json_agg(x order by x.opened_on desc), '[]') from (
          select c.id, c.reference, c.open_minor::text, c.currency, c.opened_on from cases c where c.client_id = d.client_id and c.debtor_id = d.id order by c.opened_on desc limit 5) x) as cases
     from pairs p join debtors d on d.client_id = $1 and d.id = p.id
     where p.joint_id is not null or d.joined_to is null order by p.joint_id nulls first, cardinality(p.reasons) desc, d.name limit 12`,
    [db.clientId, debtorId],
  );
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    reference: row.reference,
    name: row.name,
    siren: row.siren,
    vatNumber: row.vat_number,
    ibanMasked: maskedIban(row.iban),
    email: row.email,
    phone: row.phone,
    address: [row.address_line, [row.postcode, row.city].filter(Boolean).join(' ')].filter(Boolean).join(', ') || null,
    reasons: row.reasons,
    cases: row.cases,
    jointId: row.joint_id,
  }));
}
