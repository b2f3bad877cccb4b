import { newId } from '@amiable/kernel';
import type { ReadDb } from '@amiable/platform';

export type TrustAccount =
  | 'BANK_TRUST'
  | 'PSP_CLEARING'
  | 'IN_TRANSIT'
  | 'CLIENT_PAYABLE'
  | 'SUSPENSE_RECEIPTS'
  | 'REFUND_DUE'
  | 'CHARGEBACK_RECOVERABLE'
  | 'DUE_TO_OWN';
export type OwnAccount =
  | 'BANK_OWN'
  | 'PSP_FEES'
  | 'FEE_INCOME'
  | 'VAT_DUE'
  | 'CLIENT_FEES_RECEIVABLE'
  | 'DISPUTE_LOSSES'
  | 'OWN_DUE_FROM_TRUST';

/** One line: debit positive, credit negative, minor units. Lines of zero are left out when posted. */
export interface LedgerLine<A extends string = TrustAccount | OwnAccount> {
  readonly account: A;
  readonly minor: bigint;
  readonly caseId?: string;
}

/** An entry names the one outside fact it tells; the same fact is never posted twice. */
export interface LedgerEntry {
  readonly clientId: string;
  readonly book: 'trust' | 'own';
  readonly kind: string;
  readonly sourceKind: string;
  readonly sourceId: string;
  readonly currency: string;
  readonly effectiveOn: string;
  readonly lines: readonly LedgerLine[];
}

/**
 * Posts entries of one or many clients in two statements. The database refuses what does not sum to zero.
 * Throws on an entry whose fact is posted already: callers decide before whether a fact is new.
 */
export async function postEntries(db: ReadDb, entries: readonly LedgerEntry[]): Promise<void> {
  const posted = entries
    .map((entry) => ({ entry, id: newId(), lines: entry.lines.filter((line) => line.minor !== 0n) }))
    .filter(({ lines }) => lines.length > 0);
  if (posted.length === 0) return;
  await db.rows(
    `insert into ledger_entries (client_id, id, book, kind, source_kind, source_id, currency, effective_on)
     select client_id, id, book, kind, source_kind, source_id, currency, effective_on
     from jsonb_to_recordset($1::jsonb) as e(client_id uuid, id uuid, book text, kind text, source_kind text, source_id text, currency text, effective_on date)`,
    [
      JSON.stringify(
        posted.map(({ entry, id }) => ({
          client_id: entry.clientId,
          id,
          book: entry.book,
          kind: entry.kind,
          source_kind: entry.sourceKind,
          source_id: entry.sourceId,
          currency: entry.currency,
          effective_on: entry.effectiveOn,
        })),
      ),
    ],
  );
  await db.rows(
    `insert into ledger_lines (client_id, entry_id, line_no, account, case_id, amount_minor)
     select client_id, entry_id, line_no, account, case_id, amount_minor
     from jsonb_to_recordset($1::jsonb) as l(client_id uuid, entry_id uuid, line_no smallint, account text, case_id uuid, amount_minor bigint)`,
    [
      JSON.stringify(
        posted.flatMap(({ entry, id, lines }) =>
          lines.map((line, i) => ({
            client_id: entry.clientId,
            entry_id: id,
            line_no: i + 1,
            account: line.account,
            case_id: line.caseId ?? null,
            amount_minor: line.minor.toString(),
          })),
        ),
      ),
    ],
  );
}

/** Balance of an account of one client, minor units; 0 when nothing was posted. */
export async function balanceOf(db: ReadDb, clientId: string, account: TrustAccount | OwnAccount, currency: string): Promise<bigint> {
  const found = await db.row<{ balance_minor: bigint }>(
    `select balance_minor from ledger_balances where client_id = $1 and account = $2 and currency = $3`,
    [clientId, account, currency],
  );
  return found?.balance_minor ?? 0n;
}
