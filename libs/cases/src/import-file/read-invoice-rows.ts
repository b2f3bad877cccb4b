import { cleanText } from './clean-text';
import { decodeText } from './decode-text';
import { ImportFileError } from './import-file.errors';
import type { ReadLine, TotalsRow } from './import-file.types';
import { LineFindings } from './line-findings';
import { endsWithMendingColumns, unguardedCell } from './mending-columns';
import { parseAmount } from './parse-amount';
import { InvoiceLineReader, type ReadContext } from './read-invoice-line';
import { RecordSplitter, type TextRecord } from './split-records';
import { totalsLabel } from './totals-row';

/** Lines per batch. */
export const BATCH_SIZE = 2_000;

/**
 * Reads a file into batches of lines: each an invoice, a rejection with all its reasons, a totals row or a blank line.
 * Streams: memory holds one piece of text, one batch and the invoice numbers seen.
 * @throws ImportFileError MAPPING_INCOMPLETE, FILE_ENCODING_BROKEN, FILE_LINE_TOO_LONG
 */
export async function* readInvoiceRows(stream: AsyncIterable<Uint8Array>, context: ReadContext): AsyncGenerator<ReadLine[]> {
  const { format, mapping } = context;
  if (mapping.missing.length > 0) {
    throw new ImportFileError('MAPPING_INCOMPLETE', { missing: mapping.missing.join(', '), expected: mapping.columns.join(' | ') });
  }
  const splitter = new RecordSplitter({ ...format, width: mapping.columns.length });
  const reader = new RecordReader(context);
  let batch: ReadLine[] = [];
  const take = function* (records: TextRecord[]) {
    for (const record of records) {
      if (record.line <= format.headerLine) continue;
      batch.push(reader.read(record));
      if (batch.length < BATCH_SIZE) continue;
      yield batch;
      batch = [];
    }
  };
  for await (const text of decodeText(stream, format.encoding)) yield* take(splitter.push(text));
  yield* take(splitter.end());
  if (batch.length > 0) yield batch;
}

/** Sorts records into blank lines, totals, broken lines and invoices, and refuses an invoice number seen before. */
class RecordReader {
  private readonly lines: InvoiceLineReader;
  private readonly lineOfNumber = new Map<string, number>();
  private readonly isMended: boolean;

  constructor(private readonly context: ReadContext) {
    this.lines = new InvoiceLineReader(context);
    this.isMended = endsWithMendingColumns(context.mapping.columns);
  }

  read({ cells, line, quoteLeftOpen }: TextRecord): ReadLine {
    const { mapping } = this.context;
    const width = mapping.columns.length;
    if (isBlank(cells)) return { line, blank: true };
    if (this.isMended) for (let i = 0; i < cells.length; i++) cells[i] = unguardedCell(cells[i] as string);
    const label = totalsLabel(cells, mapping);
    if (label !== null) return { line, totals: this.totals(label, cells) };

    const findings = new LineFindings(cells, mapping);
    while (cells.length > width && cells[cells.length - 1]?.trim() === '') cells.pop(); // spreadsheets trail empty cells
    if (cells.length !== width) {
      if (quoteLeftOpen)
        findings.error(null, 'QUOTE_NOT_CLOSED', cells.join(this.context.format.separator), { found: cells.length, expected: width });
      else findings.error(null, 'CELL_COUNT', cells.join(this.context.format.separator), { found: cells.length, expected: width });
      return { line, rejected: findings.errors ?? [], cells };
    }
    if (quoteLeftOpen) findings.warn(null, 'QUOTE_READ_AS_TEXT', cells.join(this.context.format.separator));
    const read = this.lines.read(cells, line, findings);
    this.noteNumber(cells, line, findings, 'ok' in read);
    return findings.errors ? { line, rejected: findings.errors, cells } : read;
  }

  /** The second line with an invoice number is refused and names the first good one. */
  private noteNumber(cells: readonly string[], line: number, findings: LineFindings, isOk: boolean): void {
    const number = cleanText(cells[this.context.mapping.fields.invoiceNumber as number] ?? '');
    if (number === '') return;
    const first = this.lineOfNumber.get(number);
    if (first !== undefined) findings.error('invoiceNumber', 'INVOICE_NUMBER_REPEATED', number, { first });
    else if (isOk) this.lineOfNumber.set(ownCopy(number), line);
  }

  private totals(label: string, cells: readonly string[]): TotalsRow {
    const { fields } = this.context.mapping;
    const sum = (column: number | undefined) => {
      const minor = column === undefined ? null : parseAmount(cells[column]?.trim() ?? '', this.context.format.decimalSign);
      return typeof minor === 'bigint' ? minor : null;
    };
    return { label, amount: sum(fields.amount), openAmount: sum(fields.openAmount) };
  }
}

function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}

/** V8 cuts strings of 13 characters and more as views that keep the whole piece of file alive: these are copied. */
const ownCopy = (text: string) => (text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le'));
