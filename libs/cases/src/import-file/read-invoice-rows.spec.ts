import { readInvoiceRows } from './read-invoice-rows';
import { inChunks, readLine, readText } from './read-text.fixture';
import { planReading } from './read-import-file';
import { summarise } from './summarise';

describe('a good line', () => {
  it('becomes an invoice: days as ISO text, amounts in cents, references with their zeros', async () => {
    const { row } = await readLine('0007;0042-A;02/01/2026;01/02/2026;1 234,50');
    expect(row).toMatchObject({
      invoiceNumber: '0007',
      kind: 'invoice',
      debtorReference: '0042-A',
      debtorName: null,
      invoiceDate: '2026-01-02',
      dueDate: '2026-02-01',
      dueDateDerived: false,
      amount: 123450n,
      paidAmount: 0n,
      openAmount: 123450n,
      currency: 'EUR',
      settledOn: null,
      disputed: false,
    });
  });
  it('is a credit note when negative, due at once when it has no due date', async () => {
    expect((await readLine('A1;C1;02/01/2026;;(12,00)')).row).toMatchObject({ kind: 'credit_note', amount: -1200n, dueDate: '2026-01-02' });
  });
  it.each([
    ['Réglé', '20,00', { paidAmount: 2000n, openAmount: 8000n }],
    ['Reste dû', '30,00', { paidAmount: 7000n, openAmount: 3000n }],
    ['Réglé;Reste dû', '20,00;80,00', { paidAmount: 2000n, openAmount: 8000n }],
    ['Date règlement', '05/01/2026', { settledOn: '2026-01-05', paidAmount: 10000n, openAmount: 0n }],
    ['Litige', 'Oui', { disputed: true }],
    ['Litige', '', { disputed: false }],
    ['Devise', 'CHF', { currency: 'CHF' }],
    ['SIRET', '732 829 320 00074', { siret: '73282932000074', siren: '732829320' }],
    ['Pays', 'Belgique', { country: 'BE' }],
    ['Langue', 'Anglais', { language: 'en' }],
    ['Type client', 'Particulier', { debtorKind: 'person' }],
    ["Mode d'envoi", 'Électronique', { channelPreference: 'electronic' }],
    ['Email', 'Compta@Moulin.EXAMPLE', { email: 'Compta@moulin.example' }],
    ['Couleur', ' =1+1 ', { extra: { Couleur: '=1+1' } }],
  ])('with %s = %s', async (more, cells, expected) =>
    expect((await readLine(`F1;C1;02/01/2026;01/02/2026;100,00;${cells}`, more)).row).toMatchObject(expected),
  );
  it('takes terms for a due date, or the legal 30 days with a warning', async () => {
    expect((await readLine('F1;C1;15/01/2026;;1,00;45 jours fin de mois', 'Délai')).row).toMatchObject({
      dueDate: '2026-03-31',
      dueDateDerived: true,
    });
    expect(await readLine('F1;C1;15/01/2026;;1,00')).toMatchObject({ row: { dueDate: '2026-02-14' }, warned: ['DUE_DATE_DERIVED'] });
  });
});

describe('a bad line', () => {
  it.each([
    [';C1;02/01/2026;01/02/2026;1,00', ['VALUE_MISSING']],
    ['F1;;02/01/2026;01/02/2026;1,00', ['VALUE_MISSING']],
    ['F1;C1;;01/02/2026;1,00', ['VALUE_MISSING']],
    ['F1;C1;02/01/2026;01/02/2026;', ['VALUE_MISSING']],
    ['F1;C1;31/02/2026;01/03/2026;1,005', ['DATE_INVALID', 'AMOUNT_TOO_MANY_DECIMALS']],
    ['F1;C1;02/01/2026;01/01/2026;1,00', ['DUE_BEFORE_INVOICE']],
    ['F1;C1;23/01/2027;01/02/2027;1,00', ['INVOICE_IN_FUTURE']],
    ['F1;C1;02/01/2026;01/02/2026;abc', ['AMOUNT_INVALID']],
    ['F1;C1;02/01/2026;01/02/2026;99999999999999,00', ['AMOUNT_TOO_LARGE']],
    ['F1;C1;02/01/2026;01/02/2026', ['CELL_COUNT']],
    ['F1;C1;02/01/2026;01/02/2026;1,00;x', ['CELL_COUNT']],
    [`F1;${'x'.repeat(101)};02/01/2026;01/02/2026;1,00`, ['TEXT_TOO_LONG']],
    ['F1;C1;02/01/2026;01/02/2026;"1,00', ['AMOUNT_INVALID']],
    ['F1;"C1;02/01/2026;01/02/2026', ['QUOTE_NOT_CLOSED']],
  ])('%s: %j', async (line, codes) => expect((await readLine(line)).codes).toEqual(codes));
  it.each([
    ['Date règlement', '01/01/2026', ['SETTLED_BEFORE_INVOICE']],
    ['Date règlement', '24/11/2026', ['SETTLED_IN_FUTURE']],
    ['Litige', 'peut-être', ['YES_NO_UNKNOWN']],
    ['Devise', 'ABC', ['CURRENCY_UNKNOWN']],
    ['Réglé', '101,00', ['PAID_ABOVE_AMOUNT']],
    ['Reste dû', '101,00', ['OPEN_ABOVE_AMOUNT']],
    ['Reste dû', '-1,00', ['AMOUNTS_OF_OPPOSITE_SIGN']],
    ['Réglé;Reste dû', '20,00;70,00', ['AMOUNTS_DO_NOT_ADD_UP']],
    ['Reste dû', '$ 5,00', ['CURRENCY_CONFLICT']],
  ])('with %s = %s: %j', async (more, cells, codes) => {
    const line = cells.startsWith('$') ? `F1;C1;02/01/2026;01/02/2026;100,00 €;${cells}` : `F1;C1;02/01/2026;01/02/2026;100,00;${cells}`;
    expect((await readLine(line, more)).codes).toEqual(codes);
  });
  it('is told with its field, column, value and what was expected', async () => {
    const { rejected } = await readLine('F1;C1;31/02/2026;;1,00');
    expect(rejected).toEqual([
      {
        line: 2,
        cells: ['F1', 'C1', '31/02/2026', '', '1,00'],
        rejected: [
          { field: 'invoiceDate', column: 'Date facture', value: '31/02/2026', code: 'DATE_INVALID', params: { expected: 'dd/MM/yyyy' } },
        ],
      },
    ]);
  });
  it.each([
    ['SIREN', '404833049', 'SIREN_INVALID'],
    ['SIRET', '73282932000075', 'SIRET_INVALID'],
    ['N° TVA', 'FR84404833048', 'VAT_NUMBER_INVALID'],
    ['Email', 'x@y', 'EMAIL_INVALID'],
    ['Téléphone', 'le soir', 'PHONE_INVALID'],
    ["Mode d'envoi", 'pigeon', 'CHANNEL_UNKNOWN'],
    ['Type client', '?', 'DEBTOR_KIND_UNKNOWN'],
    ['Encours autorisé', 'sans', 'CREDIT_LIMIT_INVALID'],
    ['Reste dû;Date règlement', '10,00;05/01/2026', 'SETTLED_BUT_STILL_OPEN'],
  ])('but a wrong optional %s (%s) only warns', async (more, cells, code) => {
    const { row, warned } = await readLine(`F1;C1;02/01/2026;01/02/2026;100,00;${cells}`, more);
    expect(warned).toEqual([code]);
    expect(row).toMatchObject({ siren: null, siret: null, vatNumber: null, email: null, phone: null, settledOn: null });
  });
});

describe('a whole file', () => {
  const HEADER = 'N° facture;Client;Date facture;Échéance;Montant TTC';
  it('skips totals and blank lines, tells them, and keeps a debtor named Total', async () => {
    const { lines, rows } = await readText(
      `${HEADER}\nF1;TOTAL ENERGIES;26/01/2026;28/02/2026;10,00\n;;;;\nSous-total;;;;10,00\n\nF2;Paul;26/01/2026;28/02/2026;5,00\n;;;;15,00\nTotal général;;;;15,00;;\n`,
    );
    expect(rows.map(({ debtorName }) => debtorName)).toEqual(['TOTAL ENERGIES', 'Paul']);
    expect(lines.filter((line) => 'totals' in line)).toEqual([
      { line: 4, totals: { label: 'Sous-total', amount: 1000n, openAmount: null } },
      { line: 7, totals: { label: '', amount: 1500n, openAmount: null } },
      { line: 8, totals: { label: 'Total général', amount: 1500n, openAmount: null } },
    ]);
    expect(await summarise([lines])).toMatchObject({
      lines: 7,
      ok: 2,
      rejected: 0,
      totals: 3,
      blank: 2,
      sums: { EUR: { rows: 2, amount: 1500n, open: 1500n } },
    });
  });
  it('tells a remark below the table like a totals row, but refuses a line that holds a reference alone', async () => {
    const { lines, rejected } = await readText(
      `${HEADER}\nF1;Paul;26/01/2026;28/02/2026;10,00\nÉdité le 02/02/2026;;;;\nPage 1 sur 2\nF2;;;;\n`,
    );
    expect(lines.slice(1, 3)).toEqual([
      { line: 3, totals: { label: 'Édité le 02/02/2026', amount: null, openAmount: null } },
      { line: 4, totals: { label: 'Page 1 sur 2', amount: null, openAmount: null } },
    ]);
    expect(rejected.map((line) => line.rejected.map(({ field, column, code }) => `${field} ${column} ${code}`))).toEqual([
      ['debtorName Client VALUE_MISSING', 'invoiceDate Date facture VALUE_MISSING', 'amount Montant TTC VALUE_MISSING'],
    ]);
  });
  it('refuses the second line with an invoice number and names the first good one', async () => {
    const { rejected, rows } = await readText(
      `${HEADER}\nF1;A;26/01/2026;;x\nF1;A;26/01/2026;28/02/2026;10,00\nF1;A;26/01/2026;28/02/2026;20,00\n`,
    );
    expect(rows).toMatchObject([{ amount: 1000n }]);
    expect(rejected.map(({ line, rejected: [first] }) => [line, first?.code, first?.params])).toEqual([
      [2, 'AMOUNT_INVALID', { expected: '1 234,56' }],
      [4, 'INVOICE_NUMBER_REPEATED', { first: 3 }],
    ]);
  });
  it('cleans names: control characters, blanks around, NFC; nothing else', async () => {
    const { rows } = await readText(
      `${HEADER}\nF1;\u00a0 E\u0301le\u0301onore \u0007D'ESTIENNE ;26/01/2026;;1,00\nF2;"=HYPERLINK(""x"")\n2e ligne";26/01/2026;;1,00\nF3;${'é'.repeat(200)};26/01/2026;;1,00\n`,
    );
    expect(rows.map(({ debtorName }) => debtorName)).toEqual(["Éléonore D'ESTIENNE", '=HYPERLINK("x") 2e ligne', 'é'.repeat(200)]);
  });
  it('reads the same in chunks of any size', async () => {
    const text = `${HEADER}\r\nF1;"É ""x""\r\ny";26/01/2026;28/02/2026;10,00\r\nF2;Paul;26/01/2026;28/02/2026;5,00`;
    const whole = await readText(text);
    for (const chunk of [1, 2, 3, 5, 13]) expect((await readText(text, { chunk })).lines).toEqual(whole.lines);
    expect(whole.lines.map(({ line }) => line)).toEqual([2, 4]);
  });
  it('reads on as windows-1252 when the first accent comes after the sample; never mixes encodings silently', async () => {
    const lines = Array.from({ length: 9_000 }, (_, i) => `F${i};Paul;26/01/2026;28/02/2026;10,00`).join('\n');
    const ascii = Buffer.from(
      `${HEADER.replace('°', 'o').replace('É', 'E').replace('é', 'e')}\n${lines}\n`.replace(/[\u0080-\uffff]/g, 'e'),
    );
    const late = Buffer.concat([ascii, Buffer.from('X1;H\xe9l\xe8ne;26/01/2026;28/02/2026;1,00\n', 'latin1')]);
    const { format, mapping } = planReading(late.subarray(0, 256 * 1024));
    expect(format.encoding).toBe('utf-8');
    let last;
    for await (const batch of readInvoiceRows(inChunks(late, 65_536), { format, mapping, today: '2026-11-23' })) last = batch.at(-1);
    expect(last).toMatchObject({ line: 9_002, ok: { debtorName: 'Hélène' } });
    const mixed = Buffer.concat([
      ascii,
      Buffer.from('X0;Hélène;26/01/2026;28/02/2026;1,00\n'),
      Buffer.from('X1;H\xe9l\xe8ne;26/01/2026;28/02/2026;1,00\n', 'latin1'),
    ]);
    await expect(summarise(readInvoiceRows(inChunks(mixed, 65_536), { format, mapping, today: '2026-11-23' }))).rejects.toMatchObject({
      code: 'FILE_ENCODING_BROKEN',
      params: { line: 9_003, byte: '0xe9' },
    });
  });
  it.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const)(
    'reads %s whole over many pieces, wherever they are cut',
    async (encoding) => {
      const names = Array.from({ length: 6_000 }, (_, i) => `${'é'.repeat(i % 7)}Hélène ${i}`);
      const text = `${HEADER}\n${names.map((name, i) => `F${i};${name};26/01/2026;28/02/2026;10,00`).join('\n')}\n`;
      const { rows, rejected, format } = await readText(text, { encoding, chunk: 4_099 });
      expect([rejected.length, format.encoding]).toEqual([0, encoding]);
      expect(rows.map(({ debtorName }) => debtorName)).toEqual(names);
    },
  );
  it('is not led astray by words that mean something to JavaScript', async () => {
    const { row, warned } = await readLine(
      '__proto__;constructor;02/01/2026;01/02/2026;1,00;toString;constructor;x',
      'Pays;Langue;__proto__',
    );
    expect(row).toMatchObject({
      invoiceNumber: '__proto__',
      debtorReference: 'constructor',
      country: null,
      language: null,
      extra: { '#8': 'x' },
    });
    expect(warned).toEqual([]); // columns of no countries and no languages were kept as extra
    expect((await readLine('F1;C1;02/01/2026;01/02/2026;1,00;constructor', 'Devise')).codes).toEqual(['CURRENCY_UNKNOWN']);
  });
  it('needs its columns', async () => {
    await expect(readText('id,name\n1,x\n')).rejects.toMatchObject({
      code: 'MAPPING_INCOMPLETE',
      params: { missing: 'invoiceNumber, invoiceDate, amount|openAmount', expected: 'id | name' },
    });
  });
});
