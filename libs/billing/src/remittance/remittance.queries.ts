import { Mandate } from '@amiable/clients';
import { NotFound, Temporal } from '@amiable/kernel';
import type { ReadDb, TenantDb } from '@amiable/platform';
import { reckonRemittance, type RemittanceSums } from './remittance.rules';

/** A movement with what the statement says of it. */
export interface RemittanceLine {
  readonly id: string;
  readonly case_id: string;
  readonly reference: string;
  readonly debtor_name: string;
  readonly debtor_reference: string;
  readonly kind: string;
  readonly method: string;
  readonly amount_minor: bigint;
  readonly effective_on: string;
  readonly receipt_number: string | null;
  readonly percent: string;
  readonly fee_minor: bigint;
  readonly currency: string;
}

const lineColumns = `m.id, m.case_id, c.reference, d.name as debtor_name, d.reference as debtor_reference, m.kind, m.method, m.amount_minor, m.effective_on, m.receipt_number, f.percent, f.amount_minor as fee_minor, m.currency
  from movements m join fees f on f.client_id = m.client_id and f.movement_id = m.id
  join cases c on c.client_id = m.client_id and c.id = m.case_id join debtors d on d.client_id = c.client_id and d.id = c.debtor_id`;

/** What would be remitted to a client as of a day: movements not remitted yet, but none of a case that was paid too much. */
export async function remittableLines(db: ReadDb, clientId: string, asOf: string, currency: string): Promise<RemittanceLine[]> {
  return db.rows<RemittanceLine>(
    `select ${lineColumns}
     where m.client_id = $1 and m.effective_on <= $2 and m.currency = $3
       and not exists (select from remittance_lines r where r.client_id = m.client_id and r.movement_id = m.id)
       and (select coalesce(sum(x.amount_minor), 0) from movements x where x.client_id = m.client_id and x.case_id = m.case_id)
         <= (select coalesce(sum(a.amount_minor), 0) from movements x join allocations a on a.client_id = x.client_id and a.source_id = x.id and a.source_kind = 'movement'
             where x.client_id = m.client_id and x.case_id = m.case_id)
     order by m.effective_on, m.id`,
    [clientId, asOf, currency],
  );
}

/** The lines of an ordered remittance. */
export async function linesOfRemittance(db: ReadDb, clientId: string, remittanceId: string): Promise<RemittanceLine[]> {
  return db.rows<RemittanceLine>(
    `select ${lineColumns} join remittance_lines r on r.client_id = m.client_id and r.movement_id = m.id
     where m.client_id = $1 and r.remittance_id = $2 order by m.effective_on, m.id`,
    [clientId, remittanceId],
  );
}

export interface RemittancePreview extends RemittanceSums {
  readonly lines: readonly RemittanceLine[];
  readonly mandate: Mandate;
  readonly currency: string;
  /** The last day to pay on the oldest money: R124-6 CPCE, one month, or what the mandate says. */
  readonly remitBy: string | null;
}

/** The newest version of a client's mandate. Throws NotFound. */
export async function currentMandate(db: TenantDb): Promise<Mandate> {
  const mandate = await db
    .of(Mandate)
    .createQueryBuilder('m')
    .where('m.client_id = :clientId', { clientId: db.clientId })
    .orderBy('m.version', 'DESC')
    .addOrderBy('m.createdAt', 'DESC')
    .getOne();
  if (!mandate) throw new NotFound('Mandate');
  return mandate;
}

/** Reckons a remittance without ordering it. */
export async function previewRemittance(db: TenantDb, asOf: string): Promise<RemittancePreview> {
  const mandate = await currentMandate(db);
  const currency = (await db.row<{ currency: string }>(`select currency from clients where client_id = $1`, [db.clientId]))!.currency;
  const lines = await remittableLines(db, db.clientId, asOf, currency);
  const sums = reckonRemittance(
    lines.map((line) => ({ amountMinor: line.amount_minor, feeMinor: line.fee_minor, direct: line.method === 'direct' })),
    mandate.remittance,
    mandate.vatPercent,
  );
  const oldest = lines.find((line) => line.method !== 'direct' && line.amount_minor > 0n);
  const remitBy = oldest
    ? Temporal.PlainDate.from(oldest.effective_on)
        .add(mandate.remitWithinDays === 30 ? { months: 1 } : { days: mandate.remitWithinDays })
        .toString()
    : null;
  return { ...sums, lines, mandate, currency, remitBy };
}
