import { cellText, looksLikeFormula } from './formula-guard.rules';
import type { Cell, Column } from './sheet';
import { toDecimal } from '@amiable/kernel';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Order of the cell formats in `styles.xml`. */
const style = { plain: 0, title: 1, amount: 2, day: 3, looksLikeFormula: 4 } as const;

/** The parts of a workbook that do not depend on its rows (ECMA-376, SpreadsheetML). */
export function fixedParts(name: string): ReadonlyArray<readonly [path: string, xml: string]> {
  const packageType = 'http://schemas.openxmlformats.org/package/2006';
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return [
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="${packageType}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="${packageType}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${escaped(sheetName(name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="${packageType}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      'xl/styles.xml',
      `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="4" applyNumberFormat="1"/><xf numFmtId="14" applyNumberFormat="1"/><xf quotePrefix="1"/></cellXfs></styleSheet>`,
    ],
  ];
}

/** The start of the sheet: the first row stays in sight while the rest scrolls. */
export function sheetStart(columns: readonly Column[]): string {
  const widths = columns.map(({ width = 14 }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('');
  const titles = columns.map(({ title }, i) => textCell(`${letters(i)}1`, title, style.title)).join('');
  return `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData><row r="1">${titles}</row>`;
}

export function sheetRow(columns: readonly Column[], row: readonly Cell[], number: number): string {
  const cells = columns.map(({ kind }, i) => {
    const at = `${letters(i)}${number}`;
    const cell = row[i] ?? null;
    if (cell === null || cell === '') return '';
    if (typeof cell === 'bigint') return `<c r="${at}" s="${style.amount}"><v>${toDecimal(cell)}</v></c>`;
    if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
    const serial = kind === 'day' ? serialOf(cell) : null;
    return serial === null ? textCell(at, cell) : `<c r="${at}" s="${style.day}"><v>${serial}</v></c>`;
  });
  return `<row r="${number}">${cells.join('')}</row>`;
}

/** The end of the sheet, with a filter over all that was written. */
export function sheetEnd(columns: readonly Column[], rows: number): string {
  return `</sheetData><autoFilter ref="A1:${letters(columns.length - 1)}${rows}"/></worksheet>`;
}

function textCell(at: string, typed: string, title?: number): string {
  const text = cellText(typed);
  const look = title ?? (looksLikeFormula(text) ? style.looksLikeFormula : style.plain);
  return `<c r="${at}" t="inlineStr"${look ? ` s="${look}"` : ''}><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

/** Excel counts days from 30 December 1899. */
function serialOf(day: string): number | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  return Number.isNaN(at) || day < '1900-03-01' ? null : at / 86_400_000 + 25_569;
}

function letters(index: number): string {
  return (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
}

const sheetName = (name: string) =>
  cellText(name)
    .replace(/[[\]:*?/\\']/g, ' ')
    .slice(0, 31)
    .trim() || 'Sheet1';

const escaped = (text: string) => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);
