import { Zip, ZipDeflate } from 'fflate';
import type { Sheet } from './sheet';
import { fixedParts, sheetEnd, sheetRow, sheetStart } from './xlsx-parts';

/**
 * A table as an XLSX workbook, in pieces while its rows come: typed cells (text never becomes a formula), real numbers and days,
 * the header in sight, a filter over all columns. Memory holds one piece, whatever the number of rows.
 */
export async function* writeXlsx(sheet: Sheet): AsyncGenerator<Buffer> {
  let ready: Buffer[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(Buffer.from(piece));
  });
  const put = (path: string) => {
    const part = new ZipDeflate(path, { level: 6 });
    part.mtime = new Date(2000, 0, 1); // the same table gives the same bytes
    zip.add(part);
    return (xml: string, last: boolean) => part.push(Buffer.from(xml, 'utf8'), last);
  };
  for (const [path, xml] of fixedParts(sheet.name)) put(path)(xml, true);
  const write = put('xl/worksheets/sheet1.xml');
  let xml = sheetStart(sheet.columns);
  let rows = 1;
  for await (const row of sheet.rows) {
    xml += sheetRow(sheet.columns, row, ++rows);
    if (xml.length < 64 * 1024) continue;
    write(xml, false);
    xml = '';
    yield* ready;
    ready = [];
  }
  write(xml + sheetEnd(sheet.columns, rows), true);
  zip.end();
  yield* ready;
}
