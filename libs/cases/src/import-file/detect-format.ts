import iconv from 'iconv-lite';
import { uniqueColumnNames } from './column-names';
import { detectDateFormat } from './detect-date-format';
import { detectDecimalSign } from './detect-decimal-sign';
import { detectEncoding } from './detect-encoding';
import { detectHeader, detectQuote, detectSeparator, isBlankRecord, usualWidth } from './detect-layout';
import { refuseWhatIsNotText } from './file-signature';
import { ImportFileError } from './import-file.errors';
import type { DetectedFormat, Encoding, FileFormat, FormatFinding, ImportField, Mapping } from './import-file.types';
import { proposeMapping } from './propose-mapping';
import { splitAll } from './split-records';

/** How much of the file `detectFormat` should be given, in bytes. */
export const SAMPLE_BYTES = 256 * 1024;
const MOST_COLUMNS = 1_000;

/**
 * Finds encoding, separator, quote, header, decimal sign and date format of the first 256 KiB of a file; a hint wins over
 * what is seen. Each finding carries its evidence, and `ambiguous` when another reading fits as well.
 * @throws ImportFileError FILE_EMPTY, FILE_HEADER_ONLY, FILE_IS_*, FILE_HAS_NUL_BYTES, FILE_HAS_NO_TABLE, FILE_TOO_MANY_COLUMNS
 */
export function detectFormat(sample: Buffer, hints: Partial<FileFormat> = {}): DetectedFormat {
  const layout = detectTable(sample, hints);
  return withValueFormats(layout, proposeMapping(layout.headers, layout.sampleRows), hints);
}

/** Everything but the formats of values. */
export function detectTable(sample: Buffer, hints: Partial<FileFormat>): DetectedFormat {
  refuseWhatIsNotText(sample);
  const findings: FormatFinding[] = [];
  const taken = <K extends keyof FileFormat>(about: K, seen: () => { value: FileFormat[K]; finding: FormatFinding }): FileFormat[K] => {
    const given = hints[about];
    if (given !== undefined) {
      findings.push({ about, code: 'GIVEN', facts: { value: String(given) } });
      return given as FileFormat[K];
    }
    const { value, finding } = seen();
    findings.push(finding);
    return value;
  };

  const encoding = taken('encoding', () => {
    const found = detectEncoding(sample);
    return { value: found.encoding, finding: found.finding };
  });
  const isWhole = sample.length < SAMPLE_BYTES;
  const text = decodeSample(sample, encoding);
  if (text.trim() === '') throw new ImportFileError('FILE_EMPTY');
  const newline = taken('newline', () => {
    const value: FileFormat['newline'] = text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
    const kind = text.includes('\r\n') ? 'CRLF' : value === '\n' ? 'LF' : 'CR';
    return { value, finding: { about: 'newline', code: 'NEWLINE_SEEN', facts: { kind } } };
  });
  const quote = taken('quote', () => {
    const found = detectQuote(text);
    return { value: found.quote, finding: found.finding };
  });
  const separator = taken('separator', () => {
    const found = detectSeparator(text, quote, newline);
    return { value: found.separator, finding: found.finding };
  });

  const records = splitAll(text, { separator, quote, newline });
  if (!isWhole && records.length > 1) records.pop(); // the sample may end inside it
  const { width } = usualWidth(records);
  if (width === 0) throw new ImportFileError('FILE_HAS_NO_TABLE');
  if (width > MOST_COLUMNS) throw new ImportFileError('FILE_TOO_MANY_COLUMNS', { columns: width, limit: MOST_COLUMNS });
  const headerLine = taken('headerLine', () => {
    const found = detectHeader(records);
    return { value: found.header?.line ?? 0, finding: found.finding };
  });
  const header = headerLine === 0 ? null : records.find((record) => record.line >= headerLine);
  if (header === undefined) throw new ImportFileError('FILE_HAS_NO_TABLE', { headerLine });
  const rows = records.filter((record) => (header ? record.line > header.line : true) && !isBlankRecord(record));
  if (rows.length === 0) throw new ImportFileError('FILE_HEADER_ONLY', { line: header?.line ?? 1 });
  const headers = uniqueColumnNames(header ? header.cells : Array.from({ length: width }, () => ''));
  const sampleRows = rows.map((record) => record.cells).filter((cells) => cells.length >= Math.min(width, headers.length));
  return {
    encoding,
    separator,
    quote,
    newline,
    headerLine: header?.line ?? 0,
    decimalSign: ',',
    thousands: '',
    dateFormat: 'dd/MM/yyyy',
    findings,
    headers,
    sampleRows,
  };
}

function decodeSample(sample: Buffer, encoding: Encoding): string {
  const text =
    encoding === 'utf-8' || encoding === 'utf-8-bom' ? sample.toString('utf8') : iconv.decode(sample, encoding, { stripBOM: false });
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

const DATES: readonly ImportField[] = ['invoiceDate', 'dueDate', 'settledOn'];
const AMOUNTS: readonly ImportField[] = ['amount', 'paidAmount', 'openAmount'];

/** Decimal sign and date format, looked for in the columns that the mapping names as amounts and dates. */
export function withValueFormats(table: DetectedFormat, mapping: Mapping, hints: Partial<FileFormat>): DetectedFormat {
  const columnsOf = (fields: readonly ImportField[]) => {
    const indexes = fields.map((field) => mapping.fields[field]).filter((index) => index !== undefined);
    const chosen = indexes.length ? indexes : table.headers.map((_, index) => index);
    return { named: indexes.length > 0, columns: chosen.map((index) => table.sampleRows.map((row) => row[index] ?? '')) };
  };
  const dates = columnsOf(DATES);
  const date = detectDateFormat(dates.columns, dates.named);
  const decimal = detectDecimalSign(columnsOf(AMOUNTS).columns, table.separator);
  const findings = [...table.findings];
  for (const finding of [date.finding, ...decimal.findings]) {
    const given = hints[finding.about as keyof FileFormat];
    findings.push(given === undefined ? finding : { about: finding.about, code: 'GIVEN', facts: { value: String(given) } });
  }
  return {
    ...table,
    dateFormat: hints.dateFormat ?? date.dateFormat,
    decimalSign: hints.decimalSign ?? decimal.decimalSign,
    thousands: hints.thousands ?? decimal.thousands,
    findings,
  };
}
