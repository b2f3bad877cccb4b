import type { Mapping } from '../import-file/read-import-file';
import type { ImportMode, ImportReport, ImportState } from './import.types';
import type { JudgedFile } from './judge-lines';
import type { PlannedReading } from './plan-import';

const mostShown = 100;

interface Reported extends Pick<PlannedReading, 'format' | 'mapping'> {
  readonly importId: string;
  readonly state: ImportState;
  readonly mode: ImportMode | null;
  readonly judged: JudgedFile;
  /** `performance.now()` of the beginning. */
  readonly started: number;
}

/** The report of an import as the operator's `import --json` prints it: amounts as decimal texts. */
export function reportOf({ importId, state, mode, format, mapping, judged: { counts, rejections }, started }: Reported): ImportReport {
  const { sums, currency, otherCurrencies, debtorsNew, casesOpened, ...numbers } = counts;
  return {
    importId,
    state,
    mode,
    format,
    ...columnsOf(mapping),
    counts: numbers,
    sums,
    currency,
    otherCurrencies,
    rejections: rejections.slice(0, mostShown),
    debtorsNew,
    casesOpened,
    seconds: Math.round(performance.now() - started) / 1000,
  };
}

/** Which column holds which field, in the order of the file, and which columns no field uses. */
export function columnsOf({
  columns,
  fields,
  extra,
}: Pick<Mapping, 'columns' | 'fields' | 'extra'>): Pick<ImportReport, 'columns' | 'unmappedColumns'> {
  const mapped = Object.entries(fields).sort(([, a], [, b]) => a - b);
  return { columns: mapped.map(([field, at]) => ({ field, column: columns[at]! })), unmappedColumns: extra.map((at) => columns[at]!) };
}
