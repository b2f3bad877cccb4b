import { fieldNamedBy } from './column-names';
import type { FormatFinding, Separator } from './import-file.types';
import { SEPARATORS } from './import-file.types';
import { looksLikeData } from './cell-shapes';
import { splitAll, type TextRecord } from './split-records';

const ROWS_LOOKED_AT = 500;
const HEADER_SEARCHED_IN = 30; // records: titles, dates of print and blank lines stand above a header

export const isBlankRecord = (record: { cells: readonly string[] }) => record.cells.every((cell) => cell.trim() === '');

/** The commonest number of cells among records that are not blank; the earlier wins a tie. */
export function usualWidth(records: readonly TextRecord[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  let total = 0;
  for (const record of records) {
    if (isBlankRecord(record)) continue;
    total++;
    counts.set(record.cells.length, (counts.get(record.cells.length) ?? 0) + 1);
  }
  let width = 0;
  let most = 0;
  for (const [cells, count] of counts) if (count > most) [width, most] = [cells, count];
  return { width, share: total ? most / total : 0 };
}

/** Single quotes count as quotes only when cells wear them on both sides on most lines and no double quote is seen. */
export function detectQuote(text: string): { quote: '"' | "'"; finding: FormatFinding } {
  if (!text.includes('"') && text.includes("'")) {
    const lines = text.split(/[\r\n]+/, ROWS_LOOKED_AT).filter((line) => line.trim() !== '');
    const wearing = lines.filter((line) => /(?:^|[;,\t|])'[^']*'(?=$|[;,\t|])/.test(line)).length;
    if (wearing > lines.length / 2)
      return { quote: "'", finding: { about: 'quote', code: 'QUOTE_SEEN', facts: { quote: "'", lines: wearing } } };
  }
  return { quote: '"', finding: { about: 'quote', code: 'QUOTE_USUAL', facts: { quote: '"' } } };
}

/** The separator that gives most lines the same number of cells, more cells and known column names counting for it. */
export function detectSeparator(text: string, quote: string, newline: '\n' | '\r'): { separator: Separator; finding: FormatFinding } {
  let best: { separator: Separator; score: number; width: number; share: number } | null = null;
  for (const separator of SEPARATORS) {
    const records = splitAll(text, { separator, quote, newline }).slice(0, ROWS_LOOKED_AT);
    const { width, share } = usualWidth(records);
    if (width < 2) continue;
    const names = Math.max(0, ...records.slice(0, HEADER_SEARCHED_IN).map((record) => namesKnown(record.cells)));
    const score = share * share * Math.log(width) + Math.min(names, 10) * 0.3;
    if (!best || score > best.score + 1e-9) best = { separator, score, width, share };
  }
  if (!best) return { separator: ';', finding: { about: 'separator', code: 'SEPARATOR_NONE', facts: { separator: ';' } } };
  const facts = { separator: best.separator === '\t' ? 'TAB' : best.separator, cells: best.width, percent: Math.round(best.share * 100) };
  return { separator: best.separator, finding: { about: 'separator', code: 'SEPARATOR_REGULAR', facts } };
}

const namesKnown = (cells: readonly string[]) =>
  new Set(
    cells
      .slice(0, 200)
      .map((cell) => fieldNamedBy(cell)?.field)
      .filter(Boolean),
  ).size;

/** The record that names the columns: the first with known names, else the first full-width one that holds no data. */
export function detectHeader(records: readonly TextRecord[]): { header: TextRecord | null; finding: FormatFinding } {
  const { width } = usualWidth(records);
  const head = records.slice(0, HEADER_SEARCHED_IN);
  let named: TextRecord | null = null;
  let names = Math.min(2, width) - 1;
  for (const record of head) {
    const known = namesKnown(record.cells) - record.cells.filter(looksLikeData).length / 2;
    if (known > names) [named, names] = [record, known];
  }
  if (named)
    return {
      header: named,
      finding: { about: 'headerLine', code: 'HEADER_BY_NAMES', facts: { line: named.line, names: namesKnown(named.cells) } },
    };
  const full = head.find((record) => record.cells.length === width && !isBlankRecord(record));
  const filled = full ? full.cells.filter((cell) => cell.trim() !== '').length : 0;
  if (full && filled * 2 >= width && !full.cells.some(looksLikeData)) {
    return { header: full, finding: { about: 'headerLine', code: 'HEADER_BY_SHAPE', facts: { line: full.line } } };
  }
  return { header: null, finding: { about: 'headerLine', code: 'HEADER_NONE', facts: {}, ambiguous: true } };
}
