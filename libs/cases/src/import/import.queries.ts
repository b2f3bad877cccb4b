import { NotFound, parseDecimal, type Money } from '@amiable/kernel';
import type { ReadDb, TenantDb } from '@amiable/platform';
import { sentenceOf, type Language } from '../import-file/read-import-file';
import { columnsOf } from './import-report';
import type { ImportCounts, ImportMode, ImportReason, ImportState, StoredCounts, StoredMapping } from './import.types';
import type { PlannedReading } from './plan-import';
import { sentenceOfReason } from './rejections';

/** One import as a screen shows it. */
export interface ImportView {
  readonly id: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly filename: string;
  readonly state: ImportState;
  readonly mode: ImportMode | null;
  readonly createdAt: Date;
  readonly createdBy: string | null;
  /** The format as found, and each finding with its sentence. */
  readonly format: Record<string, unknown>;
  readonly columns: ReadonlyArray<{ readonly field: string; readonly column: string }>;
  readonly unmappedColumns: readonly string[];
  readonly counts: ImportCounts & {
    readonly sum: Money;
    readonly openSum: Money;
    readonly casesOpened: number;
    readonly debtorsNew: number;
  };
  readonly rejections: ReadonlyArray<{
    readonly line: number;
    readonly cells: readonly string[];
    readonly reasons: ReadonlyArray<ImportReason & { readonly text: string }>;
  }>;
}

const mostRejectionsShown = 200;
const mostImportsListed = 100;

const columns = `i.client_id, i.id, c.name as client_name, i.filename, i.state, i.mode, i.created_at, u.name as created_by, i.format, i.mapping, i.counts
  from imports i join clients c on c.client_id = i.client_id left join staff_users u on u.id = i.created_by`;

/** The newest imports of one client, or of all that `db` sees; without their rejections. */
export async function listImports(db: ReadDb, clientId: string | null, language: Language = 'fr'): Promise<ImportView[]> {
  const rows = await db.rows<ImportRow>(
    `select ${columns} where $1::uuid is null or i.client_id = $1 order by i.created_at desc, i.id desc limit ${mostImportsListed}`,
    [clientId],
  );
  return rows.map((row) => viewOf(row, [], language));
}

/** One import of this client with its first 200 rejections. Throws NotFound. */
export async function readImport(db: TenantDb, importId: string, language: Language = 'fr'): Promise<ImportView> {
  const row = await db.row<ImportRow>(`select ${columns} where i.client_id = $1 and i.id = $2`, [db.clientId, importId]);
  if (!row) throw new NotFound('Import');
  const rejections = await db.rows<RejectionRow>(
    `select line, cells, reasons from import_rejections where client_id = $1 and import_id = $2 order by line limit ${mostRejectionsShown}`,
    [db.clientId, importId],
  );
  return viewOf(row, rejections, language);
}

interface ImportRow {
  client_id: string;
  id: string;
  client_name: string;
  filename: string;
  state: ImportState;
  mode: ImportMode | null;
  created_at: Date;
  created_by: string | null;
  format: PlannedReading['format'];
  mapping: StoredMapping;
  counts: StoredCounts;
}
interface RejectionRow {
  line: number;
  cells: string[];
  reasons: ImportReason[];
}

function viewOf(row: ImportRow, rejections: RejectionRow[], language: Language): ImportView {
  const { sums, currency, otherCurrencies: _others, debtorsNew, casesOpened, ...numbers } = row.counts;
  return {
    id: row.id,
    clientId: row.client_id,
    clientName: row.client_name,
    filename: row.filename,
    state: row.state,
    mode: row.mode,
    createdAt: row.created_at,
    createdBy: row.created_by,
    format: {
      ...row.format,
      findings: [...row.format.findings, ...row.mapping.findings].map((finding) => ({
        ...finding,
        text: sentenceOf(finding.code, finding.facts, language),
      })),
    },
    ...columnsOf(row.mapping),
    counts: {
      ...numbers,
      sum: { minor: parseDecimal(sums.amount), currency },
      openSum: { minor: parseDecimal(sums.open), currency },
      debtorsNew,
      casesOpened,
    },
    rejections: rejections.map(({ line, cells, reasons }) => ({
      line,
      cells,
      reasons: reasons.map((reason) => ({ ...reason, text: sentenceOfReason(reason, line, language) })),
    })),
  };
}
