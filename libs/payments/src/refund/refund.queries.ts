import type { ReadDb } from '@amiable/platform';

/** A payment that money can go back on, the same way as it came. */
export interface RefundableMovement {
  readonly id: string;
  readonly method: 'card' | 'sepa_debit' | 'transfer' | 'cheque' | 'direct';
  readonly left_minor: bigint;
}

/** Refunds that are on their way and not among the movements yet. */
const underWay = (condition: string) => `
  coalesce((select sum(r.amount_minor) from refunds r where r.client_id = $1 and ${condition} and (r.state in ('asked', 'approved')
    or (r.state = 'done' and not exists (select from movements x where x.client_id = r.client_id and x.source_key = r.provider_ref)))), 0)`;

/** What a case holds beyond what was owed and is not on its way back (C. civ. 1302), minor units. */
export async function excessOf(db: ReadDb, clientId: string, caseId: string): Promise<bigint> {
  const row = (await db.row<{ minor: bigint }>(
    `select (coalesce((select sum(amount_minor) from movements where client_id = $1 and case_id = $2 and method <> 'direct'), 0)
       - coalesce((select sum(a.amount_minor) from allocations a join movements m on m.client_id = a.client_id and m.id = a.source_id
           where a.client_id = $1 and m.case_id = $2 and m.method <> 'direct' and a.source_kind = 'movement'), 0)
       - ${underWay('r.case_id = $2')})::bigint as minor`,
    [clientId, caseId],
  ))!;
  return row.minor > 0n ? row.minor : 0n;
}

/** The payments of a case with what can still go back on each, the newest first. */
export function refundableMovements(db: ReadDb, clientId: string, caseId: string): Promise<RefundableMovement[]> {
  return db.rows<RefundableMovement>(
    `select m.id, m.method, (m.amount_minor + coalesce((select sum(x.amount_minor) from movements x where x.client_id = m.client_id and x.reverses = m.id), 0)
       - ${underWay('r.movement_id = m.id')})::bigint as left_minor
     from movements m where m.client_id = $1 and m.case_id = $2 and m.kind = 'payment' and m.method <> 'direct' order by m.effective_on desc, m.id desc`,
    [clientId, caseId],
  );
}
