import type { FileFormat, FormatFinding, Mapping, MappingFile } from '../import-file/read-import-file';

export type ImportMode = 'all_or_nothing' | 'good_lines';
export type ImportState = 'previewed' | 'done' | 'refused';

/** How far an import has come; lines are those read so far. */
export interface ImportProgress {
  readonly step: 'archive' | 'read' | 'compare' | 'write';
  readonly lines: number;
}

export interface FileToImport {
  readonly clientId: string;
  readonly filename: string;
  /** Opens the file anew at each call: it is read twice, once to archive it and once to read its lines. */
  readonly source: () => AsyncIterable<Uint8Array>;
  /** A mapping file (JSON text or already read) that corrects what was found. */
  readonly mapping?: MappingFile | string;
  /** The day of the import, `yyyy-mm-dd`; the clock's day by default. */
  readonly asOf?: string;
  readonly onProgress?: (progress: ImportProgress) => void;
}

export interface ImportToCommit {
  readonly clientId: string;
  readonly importId: string;
  readonly mode: ImportMode;
  readonly asOf?: string;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** Sums as decimal texts of one currency. `settled` is what was paid already, `disputed` the amounts of disputed lines. */
export interface ImportSums {
  readonly amount: string;
  readonly open: string;
  readonly settled: string;
  readonly disputed: string;
}

export interface ImportCounts {
  readonly lines: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly settled: number;
  readonly totals: number;
  readonly warnings: number;
  readonly disputed: number;
}

export interface ImportReason {
  readonly field: string | null;
  readonly column: string | null;
  readonly value: string;
  readonly code: string;
  readonly params: Record<string, string | number>;
}

export interface ImportRejection {
  readonly line: number;
  readonly cells: readonly string[];
  readonly reasons: readonly ImportReason[];
}

/** What an import did, or what its preview says it would do. */
export interface ImportReport {
  readonly importId: string;
  readonly state: ImportState;
  readonly mode: ImportMode | null;
  readonly format: FileFormat & { readonly findings: readonly FormatFinding[] };
  readonly columns: ReadonlyArray<{ readonly field: string; readonly column: string }>;
  readonly unmappedColumns: readonly string[];
  readonly counts: ImportCounts;
  readonly sums: ImportSums;
  readonly currency: string;
  /** Sums of each further currency of the file, never added up. */
  readonly otherCurrencies: Readonly<Record<string, ImportSums>>;
  /** The first hundred. */
  readonly rejections: readonly ImportRejection[];
  readonly debtorsNew: number;
  readonly casesOpened: number;
  readonly seconds: number;
}

/** What `imports.counts` keeps. */
export type StoredCounts = ImportCounts & Pick<ImportReport, 'sums' | 'currency' | 'otherCurrencies' | 'debtorsNew' | 'casesOpened'>;

/** What `imports.mapping` keeps: the mapping, the correction it was given, and where the file is archived. */
export type StoredMapping = Mapping & { readonly documentId: string; readonly given: MappingFile | null };
