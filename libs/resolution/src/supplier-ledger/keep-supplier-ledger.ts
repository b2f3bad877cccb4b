import { Case, type SupplierLedger, type TheirLine } from '@amiable/cases';
import { toDate } from '@amiable/kernel';
import { tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';

export interface KeepSupplierLedgerInput {
  readonly caseId: string;
  readonly filename: string;
  readonly ledger: SupplierLedger;
}

/** Balance fournisseur received: the last one of a case is kept to be compared; it is no proof, the next one takes its place. */
@Injectable()
export class KeepSupplierLedger extends UseCase<KeepSupplierLedgerInput, { lines: number }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId, filename, ledger }: KeepSupplierLedgerInput) {
    ctx.may('dispute', await db.lock(Case, caseId));
    const lines = ledger.lines.map((line) => ({ ...line, amount: line.amount.toString(), open: line.open?.toString() ?? null }));
    await db.rows(
      `insert into supplier_ledgers (client_id, case_id, filename, lines, unread, read_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (client_id, case_id) do update set filename = excluded.filename, lines = excluded.lines, unread = excluded.unread, acted = '{}', read_at = excluded.read_at`,
      [db.clientId, caseId, filename, JSON.stringify(lines), ledger.unread, toDate(db.clock.now())],
    );
    await tell(db, ctx, { caseId, kind: 'ledger.compared', facts: { count: lines.length, filename } });
    return { lines: lines.length };
  }
}

export interface StoredLedger extends SupplierLedger {
  readonly filename: string;
  readonly acted: readonly string[];
}

/** The ledger of a case as it was last sent; null when none was. */
export async function storedLedgerOf(db: TenantDb, caseId: string): Promise<StoredLedger | null> {
  const row = await db.row<{
    filename: string;
    lines: Array<Omit<TheirLine, 'amount' | 'open'> & { amount: string; open: string | null }>;
    unread: number[];
    acted: string[];
  }>(`select filename, lines, unread, acted from supplier_ledgers where client_id = $1 and case_id = $2`, [db.clientId, caseId]);
  if (!row) return null;
  return {
    ...row,
    lines: row.lines.map((line) => ({ ...line, amount: BigInt(line.amount), open: line.open === null ? null : BigInt(line.open) })),
  };
}
