import { Refusal } from '@amiable/kernel';
import { readXlsx } from '@amiable/platform';
import { cleanText } from '../import-file/clean-text';
import { decodeText } from '../import-file/decode-text';
import { detectTable, SAMPLE_BYTES, withValueFormats } from '../import-file/detect-format';
import { ImportFileError } from '../import-file/import-file.errors';
import type { FileFormat, Mapping } from '../import-file/import-file.types';
import { parseAmount } from '../import-file/parse-amount';
import { parseCurrency } from '../import-file/parse-currency';
import { dateReader } from '../import-file/parse-date';
import { proposeMapping } from '../import-file/propose-mapping';
import { RecordSplitter, type TextRecord } from '../import-file/split-records';
import { totalsLabel } from '../import-file/totals-row';
import { ledgerColumnsOf, withoutRunningBalance, type LedgerColumns } from './ledger-columns';
import { isSettledBy, natureOf } from './ledger-words.rules';
import { plainNumber } from './invoice-number.rules';
import type { TheirLine } from './supplier-ledger.types';

/** A file that is no account book: `LEDGER_UNREADABLE` (with the code of the reader), `LEDGER_NO_NUMBER`, `LEDGER_NO_AMOUNT`, `LEDGER_TOO_LONG`, `LEDGER_EMPTY`. */
export class LedgerRefused extends Refusal {}

export const ledgerLimits = { bytes: 5 * 1024 * 1024, lines: 5_000 } as const;

export interface SupplierLedger {
  readonly lines: readonly TheirLine[];
  /** Lines of the file that could not be read: no amount, or no document. */
  readonly unread: readonly number[];
}

/**
 * Reads a supplier ledger as a company exports it, CSV or XLSX: French or English headers in any order, its encoding, separator,
 * decimal sign and days found as imports find them; one amount column or debit and credit. Throws LedgerRefused, WorkbookRefused.
 */
export async function readSupplierLedger(
  file: { readonly bytes: Buffer; readonly kind: 'csv' | 'xlsx' },
  { today, currency }: { readonly today: string; readonly currency: string },
): Promise<SupplierLedger> {
  if (file.bytes.length > ledgerLimits.bytes) throw new LedgerRefused('LEDGER_TOO_LONG', { lines: ledgerLimits.lines });
  const bytes = file.kind === 'xlsx' ? asCsv(readXlsx(file.bytes)) : file.bytes;
  const { table, columns } = planOf(bytes);
  const { format, mapping } = table;
  if (mapping.fields.invoiceNumber === undefined && mapping.fields.description === undefined) throw new LedgerRefused('LEDGER_NO_NUMBER');
  if (
    mapping.fields.amount === undefined &&
    mapping.fields.openAmount === undefined &&
    columns.debit === undefined &&
    columns.credit === undefined
  )
    throw new LedgerRefused('LEDGER_NO_AMOUNT');
  const records = (await recordsOf(bytes, format)).filter(
    ({ line, cells }) => line > format.headerLine && cells.some((cell) => cell.trim() !== ''),
  );
  if (records.length > ledgerLimits.lines) throw new LedgerRefused('LEDGER_TOO_LONG', { lines: ledgerLimits.lines });
  const read = new LedgerLines(format, mapping, columns, today, currency);
  const lines: TheirLine[] = [];
  const unread: number[] = [];
  for (const record of records) {
    if (totalsLabel(record.cells, mapping) !== null) continue;
    const line = read.line(record);
    if (line) lines.push(line);
    else unread.push(record.line);
  }
  if (lines.length === 0) throw new LedgerRefused('LEDGER_EMPTY');
  return { lines: withPayments(lines), unread };
}

function planOf(bytes: Buffer): { table: { format: FileFormat; mapping: Mapping }; columns: LedgerColumns } {
  try {
    const table = detectTable(bytes.subarray(0, SAMPLE_BYTES), {});
    const proposed = proposeMapping(table.headers, table.sampleRows);
    const columns = ledgerColumnsOf(table.headers);
    const fields = withoutRunningBalance(proposed.fields, table.headers, columns);
    const mapping = { ...proposed, fields };
    // Debit and credit are looked at as amounts when the decimal sign is found.
    const asAmounts = { ...fields, amount: columns.debit ?? fields.amount, paidAmount: columns.credit ?? fields.paidAmount };
    return { table: { format: withValueFormats(table, { ...mapping, fields: asAmounts }, {}), mapping }, columns };
  } catch (error) {
    if (error instanceof ImportFileError) throw new LedgerRefused('LEDGER_UNREADABLE', { reason: error.code });
    throw error;
  }
}

async function recordsOf(bytes: Buffer, format: FileFormat): Promise<TextRecord[]> {
  const splitter = new RecordSplitter(format);
  const records: TextRecord[] = [];
  try {
    for await (const text of decodeText(once(bytes), format.encoding)) records.push(...splitter.push(text));
    records.push(...splitter.end());
  } catch (error) {
    if (error instanceof ImportFileError) throw new LedgerRefused('LEDGER_UNREADABLE', { reason: error.code });
    throw error;
  }
  return records;
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** A workbook in the words of the reader of text files, so that there is one reader. */
function asCsv(rows: readonly (readonly string[])[]): Buffer {
  const width = Math.max(...rows.map((cells) => cells.length));
  const record = (cells: readonly string[]) =>
    Array.from({ length: width }, (_, i) => `"${(cells[i] ?? '').replace(/\s+/g, ' ').replaceAll('"', '""')}"`).join(';');
  return Buffer.from(rows.map(record).join('\n'), 'utf8');
}

/** Reads one record into a line of an account book; null when it is none. */
class LedgerLines {
  private readonly day: (cell: string) => string | null;

  constructor(
    private readonly format: FileFormat,
    private readonly mapping: Mapping,
    private readonly columns: LedgerColumns,
    today: string,
    private readonly currency: string,
  ) {
    this.day = dateReader(format.dateFormat, today);
  }

  line({ cells, line }: TextRecord): TheirLine | null {
    const at = (column: number | undefined) => (column === undefined ? '' : cleanText(cells[column] ?? ''));
    const { fields } = this.mapping;
    const number = at(fields.invoiceNumber);
    const used = new Set([...Object.values(fields), ...Object.values(this.columns)].filter((column) => column !== fields.description));
    const text = cells
      .filter((_, column) => !used.has(column))
      .map(cleanText)
      .filter(Boolean)
      .join(' ')
      .slice(0, 500);
    const { debit, credit } = this.columns;
    const sides = debit !== undefined || credit !== undefined ? this.amountOfSides(at(debit), at(credit)) : null;
    const stated = this.amount(at(fields.openAmount));
    const paid = this.amount(at(fields.paidAmount));
    const amount = sides ?? this.amount(at(fields.amount)) ?? (stated !== null && paid !== null ? stated + paid : stated);
    if (amount === null || (number === '' && text === '')) return null;
    const written = at(fields.currency);
    const words = `${at(this.columns.type)} ${number.replace(/\d.*/, '')} ${text}`;
    const nature = natureOf(at(this.columns.type)) ?? natureOf(words);
    return {
      line,
      number,
      text,
      kind: nature ?? (amount < 0n ? 'credit_note' : 'invoice'),
      on: this.day(at(fields.invoiceDate)),
      dueOn: this.day(at(fields.dueDate)),
      amount: nature !== null && amount > 0n && sides === null ? -amount : amount,
      open:
        nature === 'payment'
          ? null
          : openOf(
              amount,
              { stated, paid, settledOn: at(fields.settledOn), state: at(this.columns.state), cleared: at(this.columns.cleared) },
              this.columns,
            ),
      currency: (written && parseCurrency(written)) || this.currency,
    };
  }

  /** In a customer's books a credit is what it owes. */
  private amountOfSides(debit: string, credit: string): bigint | null {
    const [left, right] = [this.amount(debit), this.amount(credit)];
    return left === null && right === null ? null : (right ?? 0n) - (left ?? 0n);
  }

  private amount(cell: string): bigint | null {
    const minor = cell === '' ? null : parseAmount(cell, this.format.decimalSign);
    return typeof minor === 'bigint' ? minor : null;
  }
}

function openOf(
  amount: bigint,
  says: { stated: bigint | null; paid: bigint | null; settledOn: string; state: string; cleared: string },
  columns: LedgerColumns,
): bigint | null {
  if (says.stated !== null) return says.stated;
  if (says.paid !== null) return amount - (amount < 0n === says.paid < 0n ? says.paid : -says.paid);
  if (says.settledOn !== '') return 0n;
  const settled = isSettledBy(says.state);
  if (settled !== null) return settled ? 0n : amount;
  if (columns.cleared !== undefined) return says.cleared === '' ? null : 0n;
  return null;
}

/** A line against a document of the same number pays it: that is how account books without a type column tell. */
function withPayments(lines: readonly TheirLine[]): TheirLine[] {
  const invoices = new Map<string, TheirLine>();
  for (const line of lines) if (line.kind === 'invoice' && line.number) invoices.set(plainNumber(line.number), line);
  return lines.map((line) => {
    const paid =
      line.kind === 'credit_note' && natureOf(`${line.number.replace(/\d.*/, '')} ${line.text}`) === null
        ? invoices.get(plainNumber(line.number))
        : undefined;
    return paid ? { ...line, kind: 'payment' as const, open: null } : line;
  });
}
