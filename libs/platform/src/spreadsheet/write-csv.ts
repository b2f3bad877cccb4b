import { toDecimal } from '@amiable/kernel';
import { cellText, guardedText } from './formula-guard.rules';
import type { Cell, ColumnKind, Sheet } from './sheet';

/** For a French spreadsheet (`;`, decimal comma, dd/mm/yyyy) or for a machine (`,`, point, ISO days); faces.md 4.5. */
export type CsvPreset = 'french' | 'machine';

/** A table as CSV in pieces of about 64 KiB: UTF-8 with its mark, CRLF, every cell quoted, no cell that a spreadsheet runs. */
export async function* writeCsv(sheet: Sheet, preset: CsvPreset): AsyncGenerator<Buffer> {
  const separator = preset === 'french' ? ';' : ',';
  const record = (cells: readonly string[]) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator)}\r\n`;
  let text = `\ufeff${record(sheet.columns.map(({ title }) => guardedText(cellText(title))))}`;
  for await (const row of sheet.rows) {
    text += record(sheet.columns.map(({ kind }, i) => written(kind, row[i] ?? null, preset)));
    if (text.length < 64 * 1024) continue;
    yield Buffer.from(text, 'utf8');
    text = '';
  }
  if (text) yield Buffer.from(text, 'utf8');
}

function written(kind: ColumnKind, cell: Cell, preset: CsvPreset): string {
  if (cell === null) return '';
  if (typeof cell === 'bigint') return preset === 'french' ? toDecimal(cell).replace('.', ',') : toDecimal(cell);
  if (typeof cell === 'number') return String(cell);
  if (kind === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(cell)) return preset === 'french' ? cell.split('-').reverse().join('/') : cell;
  return guardedText(cellText(cell));
}
