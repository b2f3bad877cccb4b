import { openTestDatabase, plant, castId, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import { readPayer } from './read-payer';

let test: TestDatabase;
let cast: Cast;
beforeAll(async () => {
  test = await openTestDatabase();
  cast = await seatCast(test);
});
afterAll(() => test.close());

const payer = (client: { id: string }, debtorId: string) => test.database.inTenant(client.id, (db) => readPayer(db, debtorId));

it('reads what happened with this client alone: paid late by amount, one promise kept, one broken', async () => {
  const { a } = cast;
  const [theCase] = a.cases;
  const own = { client_id: a.id, case_id: theCase.caseId };
  const invoice = (name: string, due_on: string, amount_minor: number) => ({
    ...own,
    id: castId(name),
    number: name,
    debtor_id: theCase.debtorId,
    kind: 'invoice',
    issued_on: '2026-01-01',
    due_on,
    amount_minor,
    currency: 'EUR',
  });
  const paid = (name: string, effective_on: string, amount_minor: number) => ({
    ...own,
    invoice_id: castId(name),
    source_kind: 'client_declared',
    source_id: castId(`paid ${name}`),
    effective_on,
    amount_minor,
  });
  await plant(test, 'invoices', [
    invoice('P1', '2026-02-01', 100_00),
    invoice('P2', '2026-03-01', 300_00),
    invoice('P3', '2020-03-01', 900_00),
  ]);
  await plant(test, 'allocations', [
    paid('P1', '2026-02-01', 100_00), // on its day
    paid('P2', '2026-03-11', 100_00),
    { ...paid('P2', '2026-03-21', 200_00), source_id: castId('second half') }, // in full twenty days late
    paid('P3', '2020-12-01', 900_00), // too long ago to count
  ]);
  await plant(
    test,
    'promises',
    (['kept', 'broken'] as const).map((state) => ({
      ...own,
      id: castId(`promise ${state}`),
      amount_minor: 50_00,
      currency: 'EUR',
      due_on: '2026-10-10',
      made_on: '2026-10-01',
      state,
      made_by: 'staff',
    })),
  );
  const { behaviour, score, external } = await payer(a, theCase.debtorId);
  expect(behaviour).toMatchObject({ settled: 2, onTime: 1, daysLate: 15, promisesKept: 1, promisesBroken: 1, promisesPartlyKept: 0 });
  expect(score).toBeGreaterThan(0);
  expect(external).toEqual([]);
});

it('another client knows nothing of it', async () => {
  expect((await payer(cast.b, cast.a.cases[0].debtorId)).behaviour).toMatchObject({ settled: 0, promisesKept: 0, oldestOverdueDays: 0 });
});
