import { openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import { importDesk } from './import.fixture';
import { listImports, readImport } from './import.queries';

let test: TestDatabase;
let cast: Cast;
let desk: ReturnType<typeof importDesk>;

beforeAll(async () => {
  test = await openTestDatabase();
  cast = await seatCast(test);
  desk = importDesk(test, cast);
});
afterAll(() => test.close());

it('shows an import as the screen needs it, each rejection with its sentence', async () => {
  const { importId } = await desk.preview(
    'F1;D1;Un;05/09/2026;05/10/2026;100,00;40,00;;;',
    'F2;D1;Un;05/09/2026;05/10/2026;cent;;;;',
    'Total;;;;;100,00;;;;',
  );
  const view = await test.database.inTenant(cast.a.id, (db) => readImport(db, importId, 'en'));
  expect(view).toMatchObject({
    id: importId,
    clientName: 'Alizé Mobilier',
    filename: 'factures.csv',
    state: 'previewed',
    mode: null,
    createdBy: 'Nadia Benali',
    format: { encoding: 'utf-8', separator: ';', decimalSign: ',', dateFormat: 'dd/MM/yyyy' },
    unmappedColumns: [],
    counts: {
      lines: 3,
      new: 1,
      changed: 0,
      unchanged: 0,
      rejected: 1,
      settled: 0,
      totals: 1,
      sum: { minor: 10000n, currency: 'EUR' },
      openSum: { minor: 6000n, currency: 'EUR' },
      casesOpened: 1,
      debtorsNew: 1,
    },
  });
  expect(view.columns[0]).toEqual({ field: 'invoiceNumber', column: 'N° facture' });
  expect(view.rejections).toMatchObject([
    {
      line: 3,
      cells: expect.arrayContaining(['F2', 'cent']),
      reasons: [{ field: 'amount', column: 'Montant TTC', value: 'cent', code: 'AMOUNT_INVALID', text: expect.stringContaining('cent') }],
    },
  ]);
  expect((view.format.findings as Array<{ text: string }>).every(({ text }) => text.length > 5)).toBe(true);
});

it('lists the imports of whom the reader may see', async () => {
  const { importId } = await importDesk(test, cast, cast.b.id).preview('F1;D1;Un;05/09/2026;05/10/2026;100,00;;;;');
  const seen = (portfolio: string[] | 'all', clientId: string | null) =>
    test.database.acrossClients(portfolio, (db) => listImports(db, clientId));
  expect((await seen('all', null)).map((view) => view.clientId)).toEqual([cast.b.id, cast.a.id]);
  expect((await seen('all', cast.b.id)).map((view) => view.id)).toEqual([importId]);
  expect((await seen([cast.a.id], null)).map((view) => view.clientId)).toEqual([cast.a.id]);
  await expect(test.database.inTenant(cast.a.id, (db) => readImport(db, importId))).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('tells why a known invoice is refused in the language of the reader', async () => {
  await desk.place(['K1;D9;Neuf;05/09/2026;05/10/2026;10,00;;;;']);
  const { importId } = await desk.preview('K1;D8;Huit;05/09/2026;05/10/2026;10,00;;;;');
  const textIn = async (language: 'fr' | 'en') =>
    (await test.database.inTenant(cast.a.id, (db) => readImport(db, importId, language))).rejections[0]!.reasons[0]!.text;
  expect(await textIn('fr')).toBe('La facture est connue chez un autre débiteur : D9.');
  expect(await textIn('en')).toBe('The invoice is known under another debtor: D9.');
});
