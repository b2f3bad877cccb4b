import type { FileFormat, Mapping, RejectedLine } from './import-file.types';
import { sentenceOf, type Language } from './import-file.sentences';
import { endsWithMendingColumns, guardedCell, MENDING_COLUMNS } from './mending-columns';

export interface RejectedFileShape {
  format: Pick<FileFormat, 'separator'>;
  mapping: Pick<Mapping, 'columns'>;
  language: Language;
}

/**
 * The rejected lines as a file to mend: the original cells in their order, then line, field and reason; the separator of
 * the original, UTF-8 with BOM, CRLF, cells that a spreadsheet would execute guarded by an apostrophe. It can be imported again.
 */
export async function* writeRejectedLines(
  rejected: AsyncIterable<RejectedLine> | Iterable<RejectedLine>,
  shape: RejectedFileShape,
): AsyncGenerator<Buffer> {
  const { separator } = shape.format;
  const all = shape.mapping.columns;
  const columns = endsWithMendingColumns(all) ? all.slice(0, -MENDING_COLUMNS.length) : all; // mended twice: ours stand once
  const width = columns.length;
  const record = (cells: readonly string[]) => `${cells.map((cell) => quoted(guardedCell(cell), separator)).join(separator)}\r\n`;
  let text = `\ufeff${record([...columns, ...MENDING_COLUMNS])}`;
  for await (const { line, rejected: findings, cells: found } of rejected) {
    const cells = found.length === all.length ? found.slice(0, width) : found;
    // A line of another width keeps all its cells: those too many stand in the last column, for a person to sort out.
    const fitted =
      cells.length > width
        ? [...cells.slice(0, width - 1), cells.slice(width - 1).join(separator)]
        : [...cells, ...Array<string>(width - cells.length).fill('')];
    const fields = [...new Set(findings.map(({ column, field }) => column ?? field ?? ''))].filter(Boolean).join(', ');
    const reasons = findings.map((finding) =>
      sentenceOf(finding.code, { ...finding.params, column: finding.column ?? '', value: finding.value, line }, shape.language),
    );
    text += record([...fitted, String(line), fields, reasons.join(' ')]);
    if (text.length < 64 * 1024) continue;
    yield Buffer.from(text, 'utf8');
    text = '';
  }
  if (text) yield Buffer.from(text, 'utf8');
}

const quoted = (cell: string, separator: string) =>
  cell.includes('"') || cell.includes(separator) || /[\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
