import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSiren, parseSiret, parseVatNumber } from './french-identifiers';
import { cleanText } from './clean-text';
import { detectFormat } from './detect-format';
import { isBlankRecord } from './detect-layout';
import { readBytes } from './read-text.fixture';
import { splitAll } from './split-records';
import { summarise } from './summarise';

/** Real files, with the figures of EXPECTED.md beside them. They are not in the repository: AMIABLE_SAMPLES says where they are. */
const samples = process.env.AMIABLE_SAMPLES ?? '';
const available = samples !== '' && existsSync(join(samples, 'EXPECTED.md'));
if (!available)
  process.stderr.write('AMIABLE_SAMPLES is not set to the folder of the real files: the readings of real files are skipped.\n');
const bytesOf = (path: string) => readFileSync(join(samples, path));

(available ? describe : describe.skip)('real files', () => {
  it.each([
    ['ar-history/WA_Fn-UseC_-Accounts-Receivable.csv', { encoding: 'utf-8', separator: ',', decimalSign: '.', dateFormat: 'MM/dd/yyyy' }],
    [
      'ar-history/derived/ibm-ar-fr-cp1252-semicolon.csv',
      { encoding: 'windows-1252', separator: ';', decimalSign: ',', dateFormat: 'dd/MM/yyyy' },
    ],
  ])('%s: 2466 settled invoices, 147703.18, disputed 561 for 36746.12', async (path, format) => {
    const read = await readBytes(bytesOf(path));
    expect(read.format).toMatchObject({ ...format, headerLine: 1 });
    expect(await summarise([read.lines])).toMatchObject({
      lines: 2466,
      ok: 2466,
      rejected: 0,
      warnings: 0,
      settled: 2466,
      disputed: 561,
      sums: { EUR: { rows: 2466, amount: 14770318n, open: 0n, disputed: 3674612n } },
    });
    expect(read.rows.every(({ settledOn }) => settledOn !== null)).toBe(true);
    expect(new Set(read.rows.map(({ debtorReference }) => debtorReference)).size).toBe(100);
    expect(read.rows.filter(({ channelPreference }) => channelPreference === 'electronic')).toHaveLength(1203);
    const days = (field: 'invoiceDate' | 'dueDate' | 'settledOn') => read.rows.map((row) => row[field] as string).sort();
    expect([
      days('invoiceDate')[0],
      days('invoiceDate').at(-1),
      days('dueDate')[0],
      days('dueDate').at(-1),
      days('settledOn')[0],
      days('settledOn').at(-1),
    ]).toEqual(['2012-01-03', '2013-12-02', '2012-02-02', '2014-01-01', '2012-01-13', '2014-01-09']);
    const late = read.rows.filter(({ settledOn, dueDate }) => (settledOn as string) > dueDate);
    expect([late.length, late.reduce((sum, { amount }) => sum + amount, 0n)]).toEqual([877, 5396078n]);
  });

  it('the aged balance: header on line 3, 84 items for 5119.85, its Total row told and not imported', async () => {
    const read = await readBytes(bytesOf('ar-history/derived/ibm-balance-agee-2013-06-30.csv'));
    expect(read.format).toMatchObject({ encoding: 'utf-8-bom', headerLine: 3 });
    expect(await summarise([read.lines])).toMatchObject({
      ok: 84,
      rejected: 0,
      totals: 1,
      sums: { EUR: { amount: 511985n, open: 511985n } },
      fileTotals: [{ line: 88, totals: { label: 'Total général', openAmount: 511985n } }],
    });
    expect(new Set(read.rows.map(({ debtorReference }) => debtorReference)).size).toBe(52);
  });

  it('the export of an invoicing tool: 40 invoices, 130636.66 of which 23641.08 paid and 106995.58 open', async () => {
    const read = await readBytes(bytesOf('fec-receivables/made-export-factures.csv'));
    expect(await summarise([read.lines])).toMatchObject({
      ok: 40,
      rejected: 0,
      warnings: 0,
      sums: { EUR: { amount: 13063666n, paid: 2364108n, open: 10699558n } },
    });
    expect(new Set(read.rows.map(({ debtorName }) => debtorName)).size).toBe(5);
  });

  it.each(['xlsx/table.xlsx', 'xlsx/table.xls', 'xlsx/sheets.xlsx'])('names-messy/%s is a spreadsheet', (path) => {
    expect(() => detectFormat(bytesOf(`names-messy/${path}`))).toThrow('FILE_IS_SPREADSHEET');
  });

  // file, separator, records (first included), columns, blank records, records of another width, header line
  it.each([
    ['accent.csv', ';', 3, 17, 0, 0, 1],
    ['blank-cells.csv', ',', 6, 2, 0, 0, 1],
    ['blank-rows.csv', ',', 4, 3, 1, 0, 1],
    ['bom.csv', ',', 3, 2, 0, 0, 1],
    ['defective-rows.csv', ',', 3, 3, 0, 2, 1],
    ['doublequote.csv', ',', 6, 17, 0, 0, 1],
    ['duplicate-headers.csv', ',', 3, 5, 0, 0, 1],
    ['escaping.csv', ',', 4, 2, 0, 0, 1],
    ['issue-1009-semicolon.csv', ';', 2, 2, 0, 0, 1],
    ['latin1.csv', ',', 3, 2, 0, 0, 1],
    ['leading-zeros.csv', ';', 4, 1, 0, 0, 1],
    ['long.csv', ',', 7, 2, 0, 0, 1],
    ['matrix-with-comment.csv', ',', 6, 4, 0, 1, 2],
    ['skip-rows.csv', ',', 5, 2, 0, 2, 2],
    ['spectrum-comma_in_quotes.csv', ',', 2, 5, 0, 0, 1],
    ['spectrum-escaped_quotes.csv', ',', 3, 2, 0, 0, 1],
    ['spectrum-newlines.csv', ',', 4, 3, 0, 0, 1],
    ['spectrum-newlines_crlf.csv', ',', 4, 3, 0, 0, 1],
    ['spectrum-simple.csv', ',', 2, 3, 0, 0, 1],
    ['spectrum-utf8.csv', ',', 3, 3, 0, 0, 1],
    ['table-with-accents.csv', ';', 639, 8, 0, 0, 1],
    ['table.tsv', '\t', 4, 2, 0, 0, 1],
    ['without-headers.csv', ',', 3, 2, 0, 0, 0],
  ] as const)(
    'names-messy/csv/%s is cut as expected, then refused because no invoice columns are there',
    async (name, separator, records, columns, blank, otherWidth, headerLine) => {
      const bytes = bytesOf(`names-messy/csv/${name}`);
      const format = detectFormat(bytes);
      expect(format).toMatchObject({ separator, headerLine });
      expect(format.headers).toHaveLength(columns);
      const cut = splitAll(new TextDecoder(format.encoding.startsWith('utf-8') ? 'utf-8' : 'windows-1252').decode(bytes), format);
      expect([cut.length, cut.filter(isBlankRecord).length, cut.filter((r) => r.cells.length !== columns).length]).toEqual([
        records,
        blank,
        otherWidth,
      ]);
      await expect(readBytes(bytes)).rejects.toMatchObject({ code: 'MAPPING_INCOMPLETE' });
    },
  );

  it('naughty strings come through as names: cleaned of control characters and nothing else, or refused by a code', async () => {
    const names: string[] = JSON.parse(bytesOf('names-messy/blns.json').toString('utf8'));
    const line = (name: string, i: number) => `F${i};C1;"${name.replaceAll('"', '""')}";26/01/2026;28/02/2026;10,00`;
    const read = await readBytes(
      Buffer.from(`N° facture;Code client;Raison sociale;Date facture;Échéance;Montant TTC\n${names.map(line).join('\n')}\n`),
    );
    const kept = new Map(read.rows.map((row) => [Number(row.invoiceNumber.slice(1)), row.debtorName ?? '']));
    const refused = new Map(read.rejected.map(({ cells, rejected }) => [Number(cells[0]?.slice(1)), rejected[0]?.code]));
    expect(names).toHaveLength(485);
    names.forEach((name, i) => {
      if (cleanText(name).length > 200) expect(refused.get(i)).toBe('TEXT_TOO_LONG');
      else expect(kept.get(i)).toBe(cleanText(name));
      if (!/[\p{Cc}\u2028\u2029]/u.test(name)) expect(cleanText(name)).toBe(name.normalize('NFC').trim());
    });
  });

  it('names of the world come through whole', async () => {
    const table = splitAll(bytesOf('names-messy/names-international.csv').toString('utf8'), {
      separator: ',',
      quote: '"',
      newline: '\n',
    }).slice(1);
    const names = table.flatMap(({ cells }) => [cells[3] as string, cells[4] as string]).filter((name) => name !== '');
    const text = `Invoice number,Customer name,Invoice date,Due date,Amount\n${names.map((name, i) => `F${i},"${name}",2026-01-26,2026-02-28,10.00`).join('\n')}\n`;
    const read = await readBytes(Buffer.from(text));
    expect(read.rows.map(({ debtorName }) => debtorName)).toEqual(names.map((name) => name.normalize('NFC').trim()));
  });

  it('check digits are judged as the list says', () => {
    const parsers: Record<string, (text: string) => string | null> = { SIREN: parseSiren, SIRET: parseSiret, VAT: parseVatNumber };
    const rows = splitAll(bytesOf('identifiers/check-digits.csv').toString('utf8'), { separator: ',', quote: '"', newline: '\n' });
    for (const {
      cells: [value = '', kind = '', verdict],
    } of rows) {
      if (parsers[kind]) expect([value, parsers[kind](value) !== null]).toEqual([value, verdict?.trim() === 'valid']);
    }
  });
});
