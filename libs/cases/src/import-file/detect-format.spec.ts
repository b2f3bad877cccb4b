import fc from 'fast-check';
import iconv from 'iconv-lite';
import { detectFormat } from './detect-format';
import { ImportFileError } from './import-file.errors';
import type { Encoding, FileFormat } from './import-file.types';

const detect = (text: string, encoding: Encoding = 'utf-8', hints?: Partial<FileFormat>) =>
  detectFormat(iconv.encode(text, encoding), hints);
const finding = (format: ReturnType<typeof detectFormat>, about: string) => format.findings.find((found) => found.about === about);
const codeOf = (bytes: Buffer) => {
  try {
    detectFormat(bytes);
    return 'read';
  } catch (error) {
    return (error as ImportFileError).code;
  }
};

const FRENCH =
  'N° facture;Société;Date facture;Échéance;Montant TTC;Réglé\nF1;Mécanique générale;26/01/2025;25/02/2025;1 234,56;0,00\nF2;Cœur d’été;01/02/2025;03/03/2025;61,74;0,00\n';

describe('encoding', () => {
  it.each(['utf-8', 'windows-1252', 'macintosh', 'utf-16le', 'utf-16be'] as const)('finds %s', (encoding) => {
    const format = detect(FRENCH, encoding);
    expect(format.encoding).toBe(encoding);
    expect(format.headers[1]).toBe('Société');
  });
  it('finds DOS and ISO 8859-15 text', () => {
    expect(detect(FRENCH.replace(/[’œ]/g, 'e'), 'cp850').encoding).toBe('cp850');
    expect(detect(FRENCH.replace('’', "'").replace('Montant', 'Montant €'), 'iso-8859-15').encoding).toBe('iso-8859-15');
  });
  it('finds byte order marks', () => {
    expect(detect(`\ufeff${FRENCH}`).encoding).toBe('utf-8-bom');
    expect(detect(`\ufeff${FRENCH}`, 'utf-16le')).toMatchObject({ encoding: 'utf-16le', headers: expect.arrayContaining(['N° facture']) });
  });
});

describe('dates', () => {
  const file = (...dates: string[]) => `Invoice number,Invoice date,Amount\n${dates.map((date, i) => `F${i},${date},10.50`).join('\n')}\n`;
  it('shows the evidence: day above 12 in the first or in the second place', () => {
    expect(finding(detect(file('1/2/2013', '26/1/2013')), 'dateFormat')).toMatchObject({
      code: 'DATE_DAY_FIRST',
      facts: { dateFormat: 'dd/MM/yyyy', example: '26/1/2013' },
    });
    expect(finding(detect(file('1/2/2013', '1/26/2013')), 'dateFormat')).toMatchObject({
      code: 'DATE_MONTH_FIRST',
      facts: { dateFormat: 'MM/dd/yyyy' },
    });
  });
  it('takes day first and flags it when both orders fit throughout', () => {
    expect(finding(detect(file('1/2/2013', '3/4/2013')), 'dateFormat')).toMatchObject({
      code: 'DATE_ORDER_AMBIGUOUS',
      ambiguous: true,
      facts: { dateFormat: 'dd/MM/yyyy' },
    });
    expect(finding(detect(file('1/2/2013', '3/4/2013'), 'utf-8', { dateFormat: 'MM/dd/yyyy' }), 'dateFormat')).toMatchObject({
      code: 'GIVEN',
    });
    expect(finding(detect(file('26/1/2013', '1/26/2013')), 'dateFormat')).toMatchObject({ code: 'DATE_ORDER_MIXED', ambiguous: true });
  });
  it.each([
    ['2013-01-26', 'yyyy-MM-dd'],
    ['20130126', 'yyyyMMdd'],
    ['26012013', 'ddMMyyyy'],
    ['260113', 'ddMMyy'],
    ['26.01.2013', 'dd.MM.yyyy'],
    ['26-01-13', 'dd-MM-yy'],
    ['26 janv. 2013', 'd MMM yyyy'],
    ['2013-01-26 00:00:00', 'yyyy-MM-dd'],
  ])('reads %s as %s', (date, format) => expect(detect(file(date, date)).dateFormat).toBe(format));
});

describe('amounts', () => {
  const file = (separator: string, ...amounts: string[]) =>
    `Invoice number${separator}Amount\n${amounts.map((amount, i) => `F${i}${separator}${amount}`).join('\n')}\n`;
  it.each([
    [';', '1.234,56', ',', '.'],
    ['\t', '1,234.56', '.', ','],
    [';', '1 234,56', ',', ' '],
    [';', "1'234.56", '.', "'"],
    [';', '12', ',', ''],
    ['\t', '1,234,567', '.', ','],
  ])('in %j %s has decimal %s and thousands %j', (separator, amount, decimalSign, thousands) =>
    expect(detect(file(separator, amount, amount))).toMatchObject({ decimalSign, thousands }),
  );
});

describe('header', () => {
  it('stands behind titles, blank lines and comments', () => {
    expect(detect(`Balance âgée au 30/06/2013\n\nÉdité le 01/07/2013 par M. Paul\n${FRENCH}`)).toMatchObject({
      headerLine: 4,
      separator: ';',
    });
    expect(detect('# comment\nf1,f2,f3\n1,2,3\n4,5,6\n')).toMatchObject({ headerLine: 2 });
  });
  it('may be absent: columns are called by position; blank and repeated names are made unique', () => {
    expect(detect('1,english\n2,german\n')).toMatchObject({ headerLine: 0, headers: ['#1', '#2'] });
    expect(detect('id,,id,\nx,1,y,2\n').headers).toEqual(['id', '#2', 'id (2)', '#4']);
  });
});

describe('what is no text table', () => {
  it.each([
    ['', 'FILE_EMPTY'],
    ['\ufeff', 'FILE_EMPTY'],
    [' \n\n', 'FILE_EMPTY'],
    ['a;b;c\n', 'FILE_HEADER_ONLY'],
    ['PK\x03\x04xl/workbook.xml', 'FILE_IS_SPREADSHEET'],
    ['PK\x03\x04other', 'FILE_IS_ARCHIVE'],
    ['%PDF-1.7', 'FILE_IS_PDF'],
    ['<html><table>', 'FILE_IS_MARKUP'],
    ['<?xml version="1.0"?>', 'FILE_IS_MARKUP'],
    ['a;b\n1;\x002\n', 'FILE_HAS_NUL_BYTES'],
    ['a;b\n\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f', 'FILE_IS_BINARY'],
  ])('%j is refused as %s', (text, code) => expect(codeOf(Buffer.from(text))).toBe(code));
  it('old workbooks and gzip', () => {
    expect(codeOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toBe('FILE_IS_SPREADSHEET');
    expect(codeOf(Buffer.from([0x1f, 0x8b, 8]))).toBe('FILE_IS_ARCHIVE');
  });
});

it('finds any dialect that a small ledger may be written in', () => {
  const dialect = fc.record({
    separator: fc.constantFrom(';', ',', '\t', '|'),
    decimal: fc.constantFrom(',' as const, '.' as const),
    eol: fc.constantFrom('\n', '\r\n', '\r'),
    encoding: fc.constantFrom<Encoding>('utf-8', 'windows-1252', 'utf-16le'),
    order: fc.constantFrom('dd/MM/yyyy' as const, 'MM/dd/yyyy' as const),
    titles: fc.integer({ min: 0, max: 3 }),
    quoteAll: fc.boolean(),
  });
  const row = fc.record({
    cents: fc.integer({ min: 1, max: 99_999_999 }),
    day: fc.integer({ min: 1, max: 28 }),
    month: fc.integer({ min: 1, max: 12 }),
    name: fc.constantFrom('Dupont & fils', 'Société Générale, Lyon', 'Été; Hiver', 'L\'Œuvre "du" midi'),
  });
  fc.assert(
    fc.property(dialect, fc.array(row, { minLength: 3, maxLength: 30 }), (d, rows) => {
      const quote = (text: string) =>
        d.quoteAll || text.includes(d.separator) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
      const date = (day: number, month: number) => (d.order === 'dd/MM/yyyy' ? `${day}/${month}/2025` : `${month}/${day}/2025`);
      const amount = (cents: number) => `${Math.floor(cents / 100)}${d.decimal}${String(cents % 100).padStart(2, '0')}`;
      const lines = [
        ...['Export du logiciel', '', 'Société Exemple'].slice(0, d.titles),
        ['Numéro de facture', 'Raison sociale', 'Date facture', 'Montant TTC'].map(quote).join(d.separator),
        ...[{ cents: 1050, day: 28, month: 1, name: 'Créée' }, ...rows].map((r, i) =>
          [`F${i}`, r.name, date(r.day, r.month), amount(r.cents)].map(quote).join(d.separator),
        ),
      ];
      const format = detect(`${lines.join(d.eol)}${d.eol}`, d.encoding);
      expect(format).toMatchObject({
        separator: d.separator,
        encoding: d.encoding,
        decimalSign: d.decimal,
        dateFormat: d.order,
        headerLine: d.titles + 1,
      });
      expect(format.sampleRows).toHaveLength(rows.length + 1);
    }),
  );
});
