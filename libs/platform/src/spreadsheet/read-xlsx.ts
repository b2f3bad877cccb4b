import { XMLParser } from 'fast-xml-parser';
import { unpack } from './unpack';
import { WorkbookRefused } from './spreadsheet.errors';

/** What is read of a stranger's workbook (trust.md 3.3). */
export const workbookLimits = {
  bytes: 5 * 1024 * 1024,
  unpacked: 8 * 1024 * 1024,
  entries: 500,
  rows: 5_000,
  columns: 200,
  cells: 100_000,
  cell: 2_000,
};

const wanted = /^xl\/(workbook\.xml|sharedStrings\.xml|styles\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/;

/**
 * The first sheet of an XLSX workbook as rows of text: numbers with a point, days as `yyyy-mm-dd`, formulas by the value they
 * had when saved. No entities, no links, nothing outside the file; sizes are counted, not believed. Throws WorkbookRefused.
 */
export function readXlsx(bytes: Buffer): string[][] {
  if (bytes.length > workbookLimits.bytes)
    throw new WorkbookRefused('WORKBOOK_TOO_LARGE', { megabytes: workbookLimits.bytes / 1024 / 1024 });
  if (bytes.subarray(0, 4).toString('hex') === 'd0cf11e0') throw new WorkbookRefused('WORKBOOK_LOCKED');
  const parts = unpack(bytes, (path) => wanted.test(path), workbookLimits);
  const shared = sharedTexts(parts.get('xl/sharedStrings.xml'));
  const isDay = dayStyles(parts.get('xl/styles.xml'));
  const { path, since1904 } = firstSheet(parts);
  const sheet = parts.get(path);
  if (!sheet) throw new WorkbookRefused('WORKBOOK_BROKEN');
  // Counted before the tree is built: a tree of cells is the dear part.
  if (sheet.toString('latin1').split('<c', workbookLimits.cells + 2).length > workbookLimits.cells + 1)
    throw new WorkbookRefused('WORKBOOK_TOO_LARGE', { cells: workbookLimits.cells });
  const rows: string[][] = [];
  for (const row of list(parsed(sheet)?.worksheet?.sheetData?.row)) {
    const at = Number(row['@r'] ?? rows.length + 1) - 1;
    if (!(at >= 0 && at < workbookLimits.rows)) throw new WorkbookRefused('WORKBOOK_TOO_LARGE', { rows: workbookLimits.rows });
    while (rows.length <= at) rows.push([]);
    const cells = rows[at]!;
    for (const cell of list(row.c)) {
      const column = cell['@r'] ? columnOf(String(cell['@r'])) : cells.length;
      if (column >= workbookLimits.columns) throw new WorkbookRefused('WORKBOOK_TOO_LARGE', { columns: workbookLimits.columns });
      while (cells.length <= column) cells.push('');
      cells[column] = valueOf(cell, shared, isDay, since1904).slice(0, workbookLimits.cell);
    }
  }
  if (!rows.some((cells) => cells.some((cell) => cell.trim() !== ''))) throw new WorkbookRefused('WORKBOOK_EMPTY');
  return rows;
}

type Xml = any; // the shape of a stranger's file: every access below bears its absence

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: true, // the five of XML itself; a file that declares more is refused before
  htmlEntities: false,
});

function parsed(part: Buffer): Xml {
  const xml = part.toString('utf8');
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new WorkbookRefused('WORKBOOK_BROKEN');
  try {
    return parser.parse(xml) as Xml;
  } catch {
    throw new WorkbookRefused('WORKBOOK_BROKEN');
  }
}

const list = (value: Xml): Xml[] => (value === undefined || value === null || value === '' ? [] : [value].flat());
const textOf = (value: Xml): string => (typeof value === 'object' && value !== null ? String(value['#text'] ?? '') : String(value ?? ''));

/** A text, whole or in runs of different looks. */
const richText = (item: Xml): string =>
  item?.r !== undefined
    ? list(item.r)
        .map((run) => textOf(run?.t))
        .join('')
    : textOf(item?.t);

function sharedTexts(part: Buffer | undefined): string[] {
  return part ? list(parsed(part)?.sst?.si).map(richText) : [];
}

function firstSheet(parts: Map<string, Buffer>): { path: string; since1904: boolean } {
  const book = parts.get('xl/workbook.xml');
  if (!book) throw new WorkbookRefused('WORKBOOK_BROKEN');
  const workbook = parsed(book)?.workbook;
  const since1904 = ['1', 'true'].includes(String(workbook?.workbookPr?.['@date1904'] ?? ''));
  const visible = list(workbook?.sheets?.sheet).find((sheet) => !sheet['@state'] || sheet['@state'] === 'visible');
  const links = parts.get('xl/_rels/workbook.xml.rels');
  const target = links
    ? list(parsed(links)?.Relationships?.Relationship).find((link) => link['@Id'] === visible?.['@id'])?.['@Target']
    : undefined;
  const path = typeof target === 'string' ? target.replace(/^\/?(xl\/)?/, 'xl/') : 'xl/worksheets/sheet1.xml';
  return { path, since1904 };
}

/** Which cell formats show a number as a day. */
function dayStyles(part: Buffer | undefined): (style: number) => boolean {
  if (!part) return () => false;
  const sheet = parsed(part)?.styleSheet;
  const custom = new Map(list(sheet?.numFmts?.numFmt).map((format) => [Number(format['@numFmtId']), String(format['@formatCode'] ?? '')]));
  const formats = list(sheet?.cellXfs?.xf).map((xf) => Number(xf?.['@numFmtId'] ?? 0));
  return (style) => {
    const id = formats[style] ?? 0;
    if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return true;
    const code = (custom.get(id) ?? '').replace(/\[[^\]]*\]|"[^"]*"|\\./g, '').toLowerCase();
    return /d|j/.test(code) && /m/.test(code); // French Excel writes "jj/mm/aaaa"
  };
}

function valueOf(cell: Xml, shared: readonly string[], isDay: (style: number) => boolean, since1904: boolean): string {
  const value = textOf(cell.v);
  switch (cell['@t']) {
    case 's':
      return shared[Number(value)] ?? '';
    case 'inlineStr':
      return richText(cell.is);
    case 'str':
      return value;
    case 'b':
      return value === '1' ? 'true' : 'false';
    case 'e':
      return '';
    case 'd':
      return value.slice(0, 10);
  }
  if (value === '') return '';
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  if (isDay(Number(cell['@s'] ?? 0)) && number >= 1 && number < 2_958_466) return dayOf(number, since1904);
  // A float of a spreadsheet: 1212.8200000000002 is 1212.82, and a whole number has no point.
  return Number.isInteger(number) ? BigInt(number).toString() : number.toFixed(2);
}

function dayOf(serial: number, since1904: boolean): string {
  return new Date((Math.floor(serial) - (since1904 ? 24_107 : 25_569)) * 86_400_000).toISOString().slice(0, 10);
}

function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (!letters) throw new WorkbookRefused('WORKBOOK_BROKEN');
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
