import { NotFound } from '@amiable/kernel';
import { RequestContext } from '@amiable/platform';
import { openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import { fileOf, importDesk } from './import.fixture';
import type { ImportReport } from './import.types';

let test: TestDatabase;
let cast: Cast;
let desk: ReturnType<typeof importDesk>;

beforeAll(async () => {
  test = await openTestDatabase(); // 2 November 2026
  cast = await seatCast(test);
  desk = importDesk(test, cast);
});
afterAll(() => test.close());

const numbersOf = ({ counts }: Pick<ImportReport, 'counts'>) => [counts.new, counts.changed, counts.unchanged, counts.rejected];

it('opens one case per debtor, under the mandate, with its fee, its next step and its story', async () => {
  const report = await desk.place([
    'N1;NEW1;Société Neuve;05/03/2026;04/04/2026;1 200,00;;;;compta@neuve.example',
    'N2;NEW1;Société Neuve;05/10/2026;04/11/2026;300,50;;;;compta@neuve.example',
    'N3;NEW2;Café Suzette;20/10/2026;19/11/2026;80,00;;;;',
  ]);
  expect(report).toMatchObject({
    state: 'done',
    mode: 'all_or_nothing',
    counts: { lines: 3, new: 3, rejected: 0, settled: 0 },
    currency: 'EUR',
    sums: { amount: '1580.50', open: '1580.50', settled: '0.00', disputed: '0.00' },
    debtorsNew: 2,
    casesOpened: 2,
  });
  const [theCase] = await desk.casesOf('NEW1');
  expect(theCase).toMatchObject({
    open_minor: 150050n,
    mandate_id: cast.a.mandateId,
    brand_id: cast.a.brandId,
    hat: 'client_name',
    state: 'open',
    stage: 'reminder',
    fee_percent: '20.00',
    opened_on: '2026-11-02',
  });
  expect(theCase!.reference).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  expect((await desk.casesOf('NEW2'))[0]).toMatchObject({ stage: 'before_due', fee_percent: '10.00', open_minor: 8000n });
  expect(await desk.story('NEW1')).toEqual([
    { kind: 'case.opened', facts: { amount: '1500.50', currency: 'EUR', importId: report.importId } },
    { kind: 'import.placed', facts: { invoices: 2, amount: '1500.50', currency: 'EUR', importId: report.importId } },
  ]);
  expect(await test.owner(`select ready, due_on, why, score > 0 as scored from work_items where case_id = $1`, [theCase!.id])).toEqual([
    { ready: false, due_on: '2026-11-24', why: 'new_case', scored: true },
  ]);
  expect(await test.owner(`select payload from outbox where topic = 'cases.opened'`)).toEqual([{ payload: { source: report.importId } }]);
  expect(await test.owner(`select name, email, kind, country, language from debtors where reference = 'NEW1'`)).toEqual([
    { name: 'Société Neuve', email: 'compta@neuve.example', kind: 'company', country: 'FR', language: 'fr' },
  ]);
});

it('changes nothing when the same file comes again', async () => {
  const lines = [
    'S1;SAME;Deux Fois;05/09/2026;05/10/2026;100,00;40,00;;oui;a@b.example',
    'S2;SAME;Deux Fois;05/09/2026;05/10/2026;50,00;;20/10/2026;;',
    'S3;SAME;Deux Fois;05/09/2026;05/10/2026;-10,00;;;;',
  ];
  expect(numbersOf(await desk.place(lines))).toEqual([3, 0, 0, 0]);
  const before = await desk.figures();
  const again = await desk.place(lines);
  expect(numbersOf(again)).toEqual([0, 0, 3, 0]);
  expect(again).toMatchObject({ debtorsNew: 0, casesOpened: 0 });
  expect(await desk.figures()).toEqual(before);
});

it('shows before it places, and places exactly what it showed', async () => {
  const before = await desk.figures();
  const shown = await desk.preview('P1;PRE;Vu Avant;05/09/2026;05/10/2026;100,00;;;;');
  expect(await desk.figures()).toEqual(before);
  const { importId } = shown;
  const done = await desk.imports.commit(desk.ctx, { clientId: cast.a.id, importId, mode: 'all_or_nothing' });
  expect(done).toEqual({ ...shown, state: 'done', mode: 'all_or_nothing', seconds: expect.any(Number) });
  expect(await desk.invoice('P1')).toMatchObject({ amount_minor: 10000n, import_id: importId, case_open: 10000n });
  await expect(desk.imports.commit(desk.ctx, { clientId: cast.a.id, importId, mode: 'good_lines' })).rejects.toMatchObject({
    code: 'IMPORT_ALREADY_DONE',
  });
});

it('keeps the file as it came', async () => {
  const { importId } = await desk.preview('K1;KEPT;Archivé;05/09/2026;05/10/2026;1,00;;;;');
  const [kept] = await test.owner(
    `select d.bytes, d.kind, d.sha256 = i.file_sha256 and sha256(d.bytes) = d.sha256 as same from imports i join documents d on d.id = (i.mapping->>'documentId')::uuid where i.id = $1`,
    [importId],
  );
  expect(kept).toMatchObject({ kind: 'import_file', same: true });
  for await (const bytes of fileOf(cast.a.id, 'K1;KEPT;Archivé;05/09/2026;05/10/2026;1,00;;;;').source())
    expect(kept!.bytes).toEqual(bytes);
});

it('all or nothing undoes everything; good lines leave the others to mend', async () => {
  const before = await desk.figures();
  const lines = ['G1;GOOD;Bonne Ligne;05/09/2026;05/10/2026;100,00;;;;', 'G2;GOOD;Bonne Ligne;05/09/2026;31/02/2026;cent;;;;'];
  const refused = await desk.place(lines).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'IMPORT_HAS_REJECTIONS', facts: { count: 1 } });
  expect(await desk.figures()).toEqual(before);

  const { importId } = (refused as { facts: { importId: string } }).facts; // the preview stays
  await expect(desk.imports.commit(desk.ctx, { clientId: cast.a.id, importId, mode: 'all_or_nothing' })).rejects.toMatchObject({
    code: 'IMPORT_HAS_REJECTIONS',
  });
  const done = await desk.imports.commit(desk.ctx, { clientId: cast.a.id, importId, mode: 'good_lines' });
  expect(numbersOf(done)).toEqual([1, 0, 0, 1]);
  expect(done.rejections[0]).toMatchObject({
    line: 3,
    reasons: [
      { field: 'dueDate', code: 'DATE_INVALID', value: '31/02/2026' },
      { field: 'amount', code: 'AMOUNT_INVALID', value: 'cent' },
    ],
  });

  const mend = (await desk.imports.rejectedFile(desk.ctx, cast.a.id, importId)).toString();
  expect(mend).toContain('G2;GOOD;Bonne Ligne;05/09/2026;31/02/2026;cent');
  expect(mend).not.toContain('G1;');
});

it('a settled invoice is history: no case, settled on its day', async () => {
  const report = await desk.place(['H1;HIST;Bon Payeur;05/03/2026;04/04/2026;500,00;;10/04/2026;oui;']);
  expect(report).toMatchObject({
    counts: { new: 1, settled: 1, disputed: 1 },
    sums: { open: '0.00', settled: '500.00', disputed: '500.00' },
    casesOpened: 0,
  });
  const invoice = await desk.invoice('H1');
  expect(invoice).toMatchObject({ case_id: null, settled_minor: 50000n, disputed_minor: 0n, extra: { disputed: true } });
  expect(
    await test.owner(`select source_kind, source_id, amount_minor, effective_on from allocations where invoice_id = $1`, [invoice!.id]),
  ).toEqual([{ source_kind: 'client_declared', source_id: report.importId, amount_minor: 50000n, effective_on: '2026-04-10' }]);
});

it('a second placement joins the open case', async () => {
  await desk.place(['J1;JOIN;Deux Lots;05/09/2026;05/10/2026;100,00;;;;']);
  const report = await desk.place([
    'J2;JOIN;Deux Lots;05/10/2026;05/11/2026;60,00;;;;',
    'J3;DA1;Boulangerie Martin;05/10/2026;05/11/2026;7,00;;;;',
  ]);
  expect(report.casesOpened).toBe(0);
  expect(await desk.casesOf('JOIN')).toMatchObject([{ open_minor: 16000n }]);
  expect(await desk.invoice('J3')).toMatchObject({ case_id: cast.a.cases[0].caseId, case_open: 154033n });
  expect((await desk.story('JOIN')).at(-1)).toEqual({
    kind: 'import.placed',
    facts: { invoices: 1, invoiceNumber: 'J2', amount: '60.00', currency: 'EUR', importId: report.importId },
  });
});

it('two debtors of one name are two debtors, each with a case', async () => {
  const report = await desk.place([
    'T1;TWIN1;Martin Jean;05/09/2026;05/10/2026;10,00;;;;',
    'T2;TWIN2;Martin Jean;05/09/2026;05/10/2026;20,00;;;;',
  ]);
  expect(report).toMatchObject({ debtorsNew: 2, casesOpened: 2 });
  expect(await desk.casesOf('TWIN2')).toMatchObject([{ open_minor: 2000n }]);
});

it('two commits of one client come one after the other: the second sees the first', async () => {
  const lines = Array.from({ length: 50 }, (_, i) => `C${i};CON${i % 5};Concurrent ${i % 5};05/09/2026;05/10/2026;10,00;;;;`);
  const reports = await Promise.all([desk.place(lines), desk.place(lines)]);
  expect(reports.map(({ counts }) => counts.new + counts.unchanged)).toEqual([50, 50]);
  expect(reports.map(({ counts }) => counts.new).sort((a, b) => a - b)).toEqual([0, 50]);
  expect(await desk.casesOf('CON0')).toMatchObject([{ open_minor: 10000n }]);
});

it('leaves other clients alone, and does not know their imports', async () => {
  const before = await desk.figures(cast.b.id);
  const { importId } = await desk.preview('O1;OTHER;Ailleurs;05/09/2026;05/10/2026;10,00;;;;');
  await desk.place([`${cast.b.cases[0].invoices[0]!.number};DB1;Même numéro;05/09/2026;05/10/2026;10,00;;;;`]);
  expect(await desk.figures(cast.b.id)).toEqual(before);
  await expect(desk.imports.commit(desk.ctx, { clientId: cast.b.id, importId, mode: 'good_lines' })).rejects.toThrow(NotFound);
  await expect(desk.imports.rejectedFile(desk.ctx, cast.b.id, importId)).rejects.toThrow(NotFound);
});

it('is for managers with this client in their portfolio', async () => {
  const as = (role: 'collector' | 'manager', portfolio: string[]) =>
    new RequestContext('agency', { kind: 'staff', id: cast.staff.hugo.id, name: 'Hugo', role, portfolio }, 'fr');
  const file = fileOf(cast.a.id, 'A1;ABLE;X;05/09/2026;05/10/2026;10,00;;;;');
  await expect(desk.imports.preview(as('collector', [cast.a.id]), file)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(desk.imports.preview(as('manager', [cast.b.id]), file)).rejects.toThrow(NotFound);
});

it('collects nothing without a mandate in force', async () => {
  await test.owner(`update mandates set ends_on = '2026-10-31' where client_id = $1`, [cast.b.id]);
  const deskB = importDesk(test, cast, cast.b.id);
  const shown = await deskB.preview('M1;MAND;Sans Mandat;05/09/2026;05/10/2026;10,00;;;;');
  await expect(
    deskB.imports.commit(deskB.ctx, { clientId: cast.b.id, importId: shown.importId, mode: 'good_lines' }),
  ).rejects.toMatchObject({ code: 'MANDATE_MISSING' });
});
