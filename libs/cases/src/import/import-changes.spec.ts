import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { openTestDatabase, plant, seatCast, castId, type Cast, type TestDatabase } from '@amiable/testing';
import { importDesk } from './import.fixture';

let test: TestDatabase;
let cast: Cast;
let desk: ReturnType<typeof importDesk>;

beforeAll(async () => {
  test = await openTestDatabase();
  cast = await seatCast(test);
  desk = importDesk(test, cast);
});
afterAll(() => test.close());

/** A line of the debtor PART, whose balance goes up and down. */
const line = (debtor: string, number: string, amount: string, paid = '', { due = '05/10/2026', settled = '', disputed = '' } = {}) =>
  `${number};${debtor};Société ${debtor};05/09/2026;${due};${amount};${paid};${settled};${disputed};`;

/** Money the agency collected on an invoice, as the payments lib allocates it. */
async function collect(number: string, amountMinor: bigint) {
  const invoice = await desk.invoice(number);
  await plant(test, 'allocations', [
    {
      client_id: cast.a.id,
      invoice_id: invoice!.id,
      case_id: invoice!.case_id,
      source_kind: 'movement',
      source_id: castId(`paid ${number}`),
      amount_minor: amountMinor,
      effective_on: '2026-11-01',
    },
  ]);
}

afterEach(async () => {
  const wrong = await test.owner(
    `select c.reference from cases c left join (select client_id, case_id, sum(amount_minor - settled_minor) as minor from invoices group by 1, 2) i on i.client_id = c.client_id and i.case_id = c.id
     where c.open_minor <> coalesce(i.minor, 0) or (c.state = 'closed' and c.close_reason = 'paid' and c.open_minor > 0)
     union all select number from invoices where settled_minor not between least(amount_minor, 0) and greatest(amount_minor, 0)
     union all select number from invoices i where disputed_minor > 0 and disputed_minor <> (select coalesce(sum(amount_minor), 0) from disputes d where d.client_id = i.client_id and d.invoice_id = i.id and d.state = 'open')`,
  );
  expect(wrong).toEqual([]);
});

it('a part payment leaves the rest open; a later one adds the difference only', async () => {
  await desk.place([line('PART', 'P1', '100,00', '40,00')]);
  expect(await desk.invoice('P1')).toMatchObject({ settled_minor: 4000n, case_open: 6000n });
  const report = await desk.place([line('PART', 'P1', '100,00', '70,00')]);
  expect(report.counts).toMatchObject({ new: 0, changed: 1, unchanged: 0 });
  expect(await desk.invoice('P1')).toMatchObject({ settled_minor: 7000n, case_open: 3000n });
  expect((await desk.story('PART')).at(-1)).toEqual({
    kind: 'import.changed',
    facts: {
      invoices: 1,
      invoiceNumber: 'P1',
      from: { amount: '60.00', currency: 'EUR' },
      to: { amount: '30.00', currency: 'EUR' },
      importId: report.importId,
    },
  });
});

it('a client who takes back a declared payment opens the invoice again by as much', async () => {
  await desk.place([line('BACK', 'B1', '100,00', '100,00'), line('BACK', 'B2', '50,00')]);
  expect(await desk.invoice('B1')).toMatchObject({ case_id: null });
  await desk.place([line('BACK', 'B1', '100,00', '25,00')]);
  expect(await desk.invoice('B1')).toMatchObject({ settled_minor: 2500n, case_open: 12500n });
});

it('money collected here counts once, whether the client has booked it yet or not', async () => {
  await desk.place([line('OURS', 'O1', '100,00', '10,00')]);
  await collect('O1', 3000n);
  for (const paid of ['10,00', '40,00']) {
    expect((await desk.place([line('OURS', 'O1', '100,00', paid)])).counts).toMatchObject({ changed: 0, unchanged: 1 });
    expect(await desk.invoice('O1')).toMatchObject({ settled_minor: 4000n });
  }
  await desk.place([line('OURS', 'O1', '100,00', '60,00')]);
  expect(await desk.invoice('O1')).toMatchObject({ settled_minor: 6000n, case_open: 4000n });
});

it('money that comes in while a file is placed is seen: the comparison is made again', async () => {
  await desk.place([line('RACE', 'W1', '100,00')]);
  const invoice = await desk.invoice('W1');
  const other = new pg.Client({ connectionString: test.url });
  await other.connect();
  await other.query('begin');
  await other.query(
    `insert into allocations (client_id, invoice_id, case_id, source_kind, source_id, amount_minor, effective_on) values ($1, $2, $3, 'movement', uuidv7(), 7000, '2026-11-02')`,
    [cast.a.id, invoice!.id, invoice!.case_id],
  );
  const placing = desk.place([line('RACE', 'W1', '100,00', '80,00')]); // compares with nothing paid yet, then waits for the invoice
  while ((await test.owner(`select from pg_locks where not granted`)).length === 0) await pause(5);
  await other.query('commit');
  await other.end();
  expect((await placing).counts).toMatchObject({ changed: 1 });
  expect(await desk.invoice('W1')).toMatchObject({ settled_minor: 8000n, case_open: 2000n });
});

it('a changed amount and a changed due date are restated', async () => {
  await desk.place([line('REST', 'R1', '100,00')]);
  await desk.place([line('REST', 'R1', '130,00', '', { due: '30/11/2026' })]);
  expect(await desk.invoice('R1')).toMatchObject({ amount_minor: 13000n, due_on: '2026-11-30', case_open: 13000n });
});

it('a case on which nothing is left is closed as paid, and a later debt opens a new one', async () => {
  await desk.place([line('PAID', 'D1', '100,00'), line('PAID', 'D2', '50,00')]);
  await desk.place([line('PAID', 'D1', '100,00', '', { settled: '30/10/2026' }), line('PAID', 'D2', '50,00', '50,00')]);
  const [closed] = await desk.casesOf('PAID');
  expect(closed).toMatchObject({ state: 'closed', close_reason: 'paid', closed_on: '2026-11-02', open_minor: 0n });
  expect(await test.owner(`select from work_items where case_id = $1`, [closed!.id])).toEqual([]);
  expect(await test.owner(`select from outbox where topic = 'case.closed' and payload->>'caseId' = $1`, [closed!.id])).toHaveLength(1);
  expect((await desk.story('PAID')).map(({ kind }) => kind)).toEqual(['case.opened', 'import.placed', 'import.changed', 'case.closed']);

  await desk.place([line('PAID', 'D3', '9,00'), line('PAID', 'D2', '50,00', '20,00')]); // and the client takes a payment back
  expect(await desk.casesOf('PAID')).toMatchObject([
    { state: 'closed', open_minor: 0n },
    { state: 'open', open_minor: 3900n },
  ]);
});

it('a credit note lowers what is owed, and closes the case when it covers all', async () => {
  await desk.place([line('CRED', 'C1', '100,00')]);
  await desk.place([line('CRED', 'A1', '-30,00')]);
  expect(await desk.invoice('A1')).toMatchObject({ kind: 'credit_note', amount_minor: -3000n, case_open: 7000n });
  await desk.place([line('CRED', 'A2', '-70,00')]);
  expect(await desk.casesOf('CRED')).toMatchObject([{ state: 'closed', close_reason: 'paid', open_minor: 0n }]);
});

it('a credit note alone opens no case and waits for the next debt', async () => {
  expect(await desk.place([line('ALONE', 'A3', '-30,00')])).toMatchObject({ casesOpened: 0 });
  expect(await desk.invoice('A3')).toMatchObject({ case_id: null });
  expect(await desk.place([line('ALONE', 'C2', '20,00')])).toMatchObject({ casesOpened: 0 });
  expect(await desk.place([line('ALONE', 'C3', '50,00')])).toMatchObject({ casesOpened: 1 });
  expect(await desk.casesOf('ALONE')).toMatchObject([{ open_minor: 4000n }]);
  expect((await desk.invoice('A3'))!.case_id).toBe((await desk.invoice('C2'))!.case_id);
});

it('opens a dispute once, on what is open', async () => {
  await desk.place([line('DISP', 'L1', '100,00', '20,00', { disputed: 'oui' }), line('DISP', 'L2', '10,00')]);
  expect(await desk.invoice('L1')).toMatchObject({ disputed_minor: 8000n });
  const disputes = () =>
    test.owner(
      `select reason, amount_minor, state, opened_by, opened_on, due_on from disputes where invoice_id in (select id from invoices where number in ('L1', 'L2')) order by amount_minor`,
    );
  expect(await disputes()).toEqual([
    { reason: 'other', amount_minor: 8000n, state: 'open', opened_by: 'staff', opened_on: '2026-11-02', due_on: '2026-11-16' },
  ]);
  expect(await desk.story('DISP')).toContainEqual({
    kind: 'dispute.opened',
    facts: { invoiceNumber: 'L1', amount: '80.00', currency: 'EUR', reason: 'other', dueOn: '2026-11-16' },
  });

  expect(
    (await desk.place([line('DISP', 'L1', '100,00', '20,00', { disputed: 'oui' }), line('DISP', 'L2', '10,00', '', { disputed: 'oui' })]))
      .counts,
  ).toMatchObject({ changed: 1, unchanged: 1 });
  expect((await disputes()).map(({ amount_minor }) => amount_minor)).toEqual([1000n, 8000n]);
});

it('refuses what cannot be true beside what is known, each line by its reason', async () => {
  await desk.place([line('REFU', 'X1', '100,00'), line('REFU', 'X2', '100,00'), line('REFU', 'X3', '100,00'), line('FULL', 'X4', '40,00')]);
  await collect('X3', 8000n);
  await desk.place([line('FULL', 'X4', '40,00')]);
  await collect('X4', 4000n);
  await test.owner(`update cases set state = 'closed', close_reason = 'paid', closed_on = '2026-11-01' where id = $1`, [
    (await desk.invoice('X4'))!.case_id,
  ]);
  const before = await desk.figures();
  const report = await desk.place(
    [line('ELSE', 'X1', '100,00'), line('REFU', 'X2', '-100,00'), line('REFU', 'X3', '50,00'), line('FULL', 'X4', '45,00')],
    'good_lines',
  );
  expect(report.counts).toMatchObject({ new: 0, changed: 0, unchanged: 0, rejected: 4 });
  expect(
    report.rejections.map(({ line: at, cells, reasons }) => [at, reasons[0]!.field, reasons[0]!.code, cells.slice(0, 6).join(';')]),
  ).toEqual([
    [2, 'debtorReference', 'INVOICE_OF_ANOTHER_DEBTOR', 'X1;ELSE;Société ELSE;2026-09-05;2026-10-05;100,00'],
    [3, 'amount', 'KIND_CHANGED', 'X2;REFU;Société REFU;2026-09-05;2026-10-05;-100,00'],
    [4, 'amount', 'AMOUNT_BELOW_COLLECTED', 'X3;REFU;Société REFU;2026-09-05;2026-10-05;50,00'],
    [5, 'amount', 'CASE_PAID_AND_CLOSED', 'X4;FULL;Société FULL;2026-09-05;2026-10-05;45,00'],
  ]);
  expect(await desk.figures()).toEqual(before);
});

it('brings contact data up to date, and a blank cell takes nothing away', async () => {
  const at = (email: string) => `E1;CONT;Société CONT;05/09/2026;05/10/2026;10,00;;;;${email}`;
  await desk.place([at('vieux@cont.example')]);
  await desk.place([at('')]);
  await desk.place([at('neuf@cont.example')]);
  expect(await test.owner(`select email, version from debtors where reference = 'CONT'`)).toEqual([
    { email: 'neuf@cont.example', version: 2 },
  ]);
});

it('uses the mapping that mended the last file of the same shape again', async () => {
  const file = (number: string) => ({
    clientId: cast.a.id,
    filename: 'x.csv',
    source: async function* () {
      yield Buffer.from(`Quoi,Qui,Quand,Combien\n${number},MAPD,2026-09-05,12.00\n`);
    },
  });
  await expect(desk.imports.preview(desk.ctx, file('Q1'))).rejects.toMatchObject({ code: 'MAPPING_INCOMPLETE', field: 'mapping' });
  const mapping = JSON.stringify({ fields: { invoiceNumber: 'Quoi', debtorName: 'Qui', invoiceDate: 'Quand', amount: 'Combien' } });
  await desk.imports.importFromFile(desk.ctx, { ...file('Q1'), mapping }, 'all_or_nothing');
  expect(await desk.imports.importFromFile(desk.ctx, file('Q2'), 'all_or_nothing')).toMatchObject({ counts: { new: 1 }, debtorsNew: 0 });
  expect(await desk.casesOf('MAPD')).toMatchObject([{ open_minor: 2400n }]); // the name is the reference
});
