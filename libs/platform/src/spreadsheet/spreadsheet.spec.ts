import { unzipSync, zipSync, strToU8 } from 'fflate';
import fc from 'fast-check';
import { formulaPayloads } from './formula-payloads.fixture';
import { looksLikeFormula } from './formula-guard.rules';
import { readXlsx, workbookLimits } from './read-xlsx';
import type { Sheet } from './sheet';
import { writeCsv, type CsvPreset } from './write-csv';
import { writeXlsx } from './write-xlsx';
import { safeFileName, zipFiles } from './zip-files';

const gathered = async (pieces: AsyncIterable<Buffer>) => {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
};
const workbook = (sheet: Sheet) => gathered(writeXlsx(sheet));
const csv = async (sheet: Sheet, preset: CsvPreset = 'french') => (await gathered(writeCsv(sheet, preset))).toString('utf8');
/** Rows of a CSV whose cells are all quoted. */
const records = (text: string, separator: ';' | ',' = ';') => {
  const rows: string[][] = [[]];
  for (const [, cell, end] of text.slice(1).matchAll(new RegExp(`"((?:[^"]|"")*)"(${separator}|\r\n)`, 'g'))) {
    rows.at(-1)!.push(cell!.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
};

const invoices: Sheet = {
  name: 'Relevé',
  columns: [
    { title: 'Facture', kind: 'text', width: 20 },
    { title: 'Échéance', kind: 'day' },
    { title: 'Reste dû', kind: 'amount' },
    { title: 'Jours', kind: 'count' },
  ],
  rows: [
    ['F-1 & <b>"2"</b>', '2026-02-28', 121282n, 12],
    ['AV-7', null, -5n, 0],
    ['Pas un jour', 'demain', null, null],
  ],
};

describe('a table as a file', () => {
  it('an accountant gets real numbers and real days, a header that stays and a filter', async () => {
    const parts = unzipSync(await workbook(invoices));
    const sheet = Buffer.from(parts['xl/worksheets/sheet1.xml']!).toString();
    expect(sheet).toContain('<c r="C2" s="2"><v>1212.82</v></c>');
    expect(sheet).toContain('<c r="B2" s="3"><v>46081</v></c>');
    expect(sheet).toContain('state="frozen"');
    expect(sheet).toContain('<autoFilter ref="A1:D4"/>');
    expect(readXlsx(await workbook(invoices))).toEqual([
      ['Facture', 'Échéance', 'Reste dû', 'Jours'],
      ['F-1 & <b>"2"</b>', '2026-02-28', '1212.82', '12'],
      ['AV-7', '', '-0.05', '0'],
      ['Pas un jour', 'demain'],
    ]);
  });

  it('a French spreadsheet opens the CSV as it is; a machine gets points and ISO days', async () => {
    expect(await csv(invoices)).toBe(
      '\ufeff"Facture";"Échéance";"Reste dû";"Jours"\r\n"F-1 & <b>""2""</b>";"28/02/2026";"1212,82";"12"\r\n"AV-7";"";"-0,05";"0"\r\n"Pas un jour";"demain";"";""\r\n',
    );
    expect(records(await csv(invoices, 'machine'), ',')[1]).toEqual(['F-1 & <b>"2"</b>', '2026-02-28', '1212.82', '12']);
  });

  it('the same table gives the same bytes, and 3,000 rows come in pieces', async () => {
    expect((await workbook(invoices)).equals(await workbook(invoices))).toBe(true);
    const rows = Array.from({ length: 2_999 }, (_, i): [string, string, bigint, number] => [`F-${i}`, '2026-01-31', BigInt(i), i]);
    let pieces = 0;
    for await (const piece of writeXlsx({ ...invoices, rows })) pieces += piece.length > 0 ? 1 : 0;
    expect(pieces).toBeGreaterThan(5);
    expect(readXlsx(await workbook({ ...invoices, rows })).length).toBe(3_000);
  });
});

describe('forty payloads through a name, an address, a note', () => {
  const sheet = (texts: readonly string[]): Sheet => ({
    name: '=1+1',
    columns: [
      { title: '=Titre', kind: 'text' },
      { title: 'Montant', kind: 'amount' },
    ],
    rows: texts.map((text) => [text, -100n]),
  });

  it('there are forty, and each is one', () => {
    expect(new Set(formulaPayloads).size).toBe(40);
    expect(formulaPayloads.filter((text) => !looksLikeFormula(text.replaceAll('\0', ' ')))).toEqual([]);
  });

  it.each(['french', 'machine'] as const)('no cell of the %s CSV is one any more; a negative amount stays a number', async (preset) => {
    const rows = records(await csv(sheet(formulaPayloads), preset), preset === 'french' ? ';' : ',');
    expect(rows).toHaveLength(41);
    expect(rows.map(([text]) => text!).filter(looksLikeFormula)).toEqual([]);
    expect(new Set(rows.slice(1).map(([, amount]) => amount))).toEqual(new Set([preset === 'french' ? '-1,00' : '-1.00']));
  });

  it('the workbook holds texts marked as texts, and not one formula', async () => {
    const parts = unzipSync(await workbook(sheet(formulaPayloads)));
    const xml = Buffer.from(parts['xl/worksheets/sheet1.xml']!).toString();
    expect(xml).not.toMatch(/<f[ >/]/);
    expect(xml.match(/t="inlineStr" s="4"/g)).toHaveLength(40);
    expect(Object.keys(parts).some((path) => /externalLink|connections|vba/i.test(path))).toBe(false);
  });

  it('whatever text a stranger types, no cell of the CSV begins a formula and the table keeps its shape', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 8 }), async (texts) => {
        const rows = records(await csv(sheet(texts)));
        expect(rows).toHaveLength(texts.length + 1);
        expect(rows.every((cells) => cells.length === 2 && !looksLikeFormula(cells[0]!))).toBe(true);
        readXlsx(await workbook(sheet(texts))); // stays well-formed
      }),
      { numRuns: 25 },
    );
  });
});

describe('a stranger’s workbook', () => {
  const book = (sheet: string, more: Record<string, string> = {}) =>
    Buffer.from(
      zipSync({
        'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="A" sheetId="1"/></sheets></workbook>'),
        'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
        ...Object.fromEntries(Object.entries(more).map(([path, text]) => [path, strToU8(text)])),
      }),
    );
  const refusal = (bytes: Buffer) => {
    try {
      readXlsx(bytes);
      return 'read';
    } catch (error) {
      return (error as { code?: string }).code ?? error;
    }
  };

  it('is read with shared and rich texts, gaps, saved formulas, floats and the days of French Excel', () => {
    const rows = readXlsx(
      book(
        '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row><row r="3"><c r="A3"><v>1212.8200000000002</v></c><c r="B3" s="1"><v>46081</v></c><c r="C3"><f>A3*2</f><v>2425.64</v></c><c r="D3"><v>2026004217</v></c></row>',
        {
          'xl/sharedStrings.xml': '<sst><si><t>N&#176; &amp; pièce</t></si><si><r><t>Mon</t></r><r><t>tant</t></r></si></sst>',
          'xl/styles.xml':
            '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="jj/mm/aaaa"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>',
        },
      ),
    );
    expect(rows[0]).toEqual([]);
    expect(rows[1]?.[2]).toBe('Montant');
    expect(rows[2]).toEqual(['1212.82', '2026-02-28', '2425.64', '2026004217']);
  });

  it('is refused when it unpacks to more than it should, whether it says so or lies', () => {
    const bomb = book('<row r="1"/>', { 'xl/sharedStrings.xml': ' '.repeat(workbookLimits.unpacked + 1) });
    expect(bomb.length).toBeLessThan(200_000);
    expect(refusal(bomb)).toBe('WORKBOOK_TOO_LARGE');
    const lying = Buffer.from(bomb);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(workbookLimits.unpacked + 1);
    for (let at = lying.indexOf(size); at >= 0; at = lying.indexOf(size)) lying.writeUInt32LE(10, at);
    const began = performance.now();
    expect(refusal(lying)).toMatch(/^WORKBOOK_(TOO_LARGE|BROKEN)$/);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('is refused with too many parts, rows or columns, with entities, with a password, or when it is no workbook', () => {
    const many = Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`xl/media/${i}.png`, '']));
    expect(refusal(book('<row r="1"/>', many))).toBe('WORKBOOK_TOO_LARGE');
    expect(refusal(book('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'))).toBe('WORKBOOK_TOO_LARGE');
    expect(refusal(book(`<row r="1">${'<c/>'.repeat(workbookLimits.cells + 1)}</row>`))).toBe('WORKBOOK_TOO_LARGE');
    expect(refusal(book('<row r="1"><c r="XFD1"><v>1</v></c></row>'))).toBe('WORKBOOK_TOO_LARGE');
    const laughs = '<!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>';
    expect(refusal(book('<row r="1"><c r="A1"><v>1</v></c></row>', { 'xl/sharedStrings.xml': laughs }))).toBe('WORKBOOK_BROKEN');
    expect(refusal(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('WORKBOOK_LOCKED');
    expect(refusal(Buffer.from('PK\x03\x04 not really a zip'))).toBe('WORKBOOK_BROKEN');
    expect(refusal(Buffer.from('Facture;Montant\n1;2'))).toBe('WORKBOOK_BROKEN');
    expect(refusal(book(''))).toBe('WORKBOOK_EMPTY');
    expect(refusal(Buffer.alloc(workbookLimits.bytes + 1))).toBe('WORKBOOK_TOO_LARGE');
  });

  it('never fails in another way, whatever its bytes', () => {
    const good = book('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', { 'xl/sharedStrings.xml': '<sst><si><t>a</t></si></sst>' });
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.uint8Array({ minLength: 1, maxLength: 6 }), (at, noise) => {
        const bytes = Buffer.from(good);
        bytes.set(noise.subarray(0, bytes.length - at), at);
        expect(refusal(bytes)).toMatch(/^(read|WORKBOOK_\w+)$/);
      }),
      { numRuns: 150 },
    );
  });
});

describe('many files as one', () => {
  it('carries names that are files everywhere, twice the same told apart, what is gone left out', async () => {
    const file = (name: string, text: string | null) => ({ name, bytes: () => Promise.resolve(text === null ? null : Buffer.from(text)) });
    const zip = await gathered(
      zipFiles([
        file('../../etc/passwd', 'a'),
        file('F-1.pdf', 'b'),
        file('f-1.PDF', 'c'),
        file('CON.pdf', 'd'),
        file('gone.pdf', null),
        file('C:\\x\0\u202efdp.exe', 'e'),
      ]),
    );
    const names = Object.keys(unzipSync(zip));
    expect(names).toEqual(['_.._etc_passwd', 'F-1.pdf', 'f-1 (2).PDF', '_CON.pdf', 'C_x_fdp.exe']);
    expect(names.every((name) => safeFileName(name) === name || name.includes('('))).toBe(true);
  });
});
