import { Performer, RequestContext } from '@amiable/platform';
import { openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import '../payments.abilities';
import { StartPayment, type StartPaymentInput } from './start-payment';

let test: TestDatabase;
let cast: Cast;

beforeEach(async () => {
  test = await openTestDatabase();
  cast = await seatCast(test);
});
afterEach(() => test.close());

const debtor = (n: 0 | 1 | 2 = 0, client = cast.a) =>
  new RequestContext(
    'debtor',
    {
      kind: 'debtor',
      id: client.cases[n].debtorId,
      name: client.cases[n].debtorName,
      clientId: client.id,
      caseId: client.cases[n].caseId,
      brandId: client.brandId,
    },
    'fr',
  );
const start = (input: Partial<StartPaymentInput> = {}, ctx = debtor()) =>
  new Performer(test.database).perform(ctx, cast.a.id, new StartPayment(), {
    caseId: cast.a.cases[0].caseId,
    choice: 'all',
    invoiceIds: [],
    amount: null,
    language: 'fr',
    ...input,
  });
const refused = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: { code: string; facts: object; field?: string }) => ({ code: error.code, ...error.facts }),
  );
const payments = () =>
  test.owner(`select id, case_id, amount_minor, currency, invoice_ids, state, expires_at - created_at as lasts from payments order by id`);
const invoice = (n: number) => cast.a.cases[0].invoices[n]!;
const contest = async (n: number, minor: bigint) =>
  void (await test.owner(`update invoices set disputed_minor = $2 where id = $1`, [invoice(n).id, minor.toString()]));

it('all, the chosen invoices or a part: the amount is reckoned here', async () => {
  await start();
  expect(await payments()).toMatchObject([
    { case_id: cast.a.cases[0].caseId, amount_minor: 153_333n, currency: 'EUR', invoice_ids: null, state: 'started' },
  ]);
  expect(await test.owner(`select kind, actor_kind, facts from timeline_events`)).toEqual([
    { kind: 'payment.started', actor_kind: 'debtor', facts: { amount: '1533.33', currency: 'EUR' } },
  ]);
});

it('the chosen invoices', async () => {
  await start({ choice: 'invoices', invoiceIds: [invoice(1).id] });
  expect(await payments()).toMatchObject([{ amount_minor: 33_333n, invoice_ids: [invoice(1).id] }]);
  expect(await refused(start({ choice: 'invoices', invoiceIds: [] }))).toMatchObject({ code: 'NO_INVOICE_CHOSEN' });
  expect(await refused(start({ choice: 'invoices', invoiceIds: [invoice(1).id, cast.a.cases[1].invoices[0]!.id] }))).toMatchObject({
    code: 'NO_INVOICE_CHOSEN',
  }); // another debtor's
  expect(await refused(start({ choice: 'invoices', invoiceIds: [cast.b.cases[0].invoices[0]!.id] }))).toMatchObject({
    code: 'NO_INVOICE_CHOSEN',
  });
});

it.each([
  ['0,99', { code: 'PART_TOO_SMALL', amount: '1.00' }],
  ['0', { code: 'PART_TOO_SMALL' }],
  ['-5', { code: 'PART_TOO_SMALL' }],
  ['1533,34', { code: 'PART_TOO_LARGE', amount: '1533.33' }],
  ['', { code: 'NOT_AN_AMOUNT' }],
  ['1e3', { code: 'NOT_AN_AMOUNT' }],
  ['12,345', { code: 'NOT_AN_AMOUNT' }],
  ['٣٠', { code: 'NOT_AN_AMOUNT' }],
])('a part of %s is refused', async (amount, refusal) => {
  expect(await refused(start({ choice: 'part', amount }))).toMatchObject(refusal);
  expect(await payments()).toEqual([]);
});

it.each([
  ['1 200,50', 120_050n],
  ['1\u202f533,33', 153_333n],
  ['1', 100n],
])('a part of %s is taken', async (amount, amount_minor) => {
  await start({ choice: 'part', amount });
  expect(await payments()).toMatchObject([{ amount_minor }]);
});

it('a second click gets the payment in flight back; another wish waits until it is over', async () => {
  const clicks = await Promise.all(Array.from({ length: 12 }, () => start()));
  expect(new Set(clicks.map((click) => click.paymentId)).size).toBe(1);
  const { paymentId } = clicks[0]!;
  expect(await refused(start({ choice: 'part', amount: '10' }))).toEqual({
    code: 'PAYMENT_IN_FLIGHT',
    amount: '1533.33',
    currency: 'EUR',
    paymentId,
  });
  await test.owner(`update payments set state = 'processing'`);
  expect(await refused(start())).toMatchObject({ code: 'PAYMENT_IN_FLIGHT' }); // a debit on its way is not paid twice
  await test.owner(`update payments set state = 'failed'`);
  expect((await start()).paymentId).not.toBe(paymentId);
});

it('the same sum for other invoices is another payment', async () => {
  await start({ choice: 'invoices', invoiceIds: [invoice(1).id] });
  expect(await refused(start({ choice: 'part', amount: '333,33' }))).toMatchObject({ code: 'PAYMENT_IN_FLIGHT' });
});

it('what is contested is not asked for: not in the whole, and not by choice', async () => {
  await contest(1, 33_333n);
  expect(await refused(start({ choice: 'invoices', invoiceIds: [invoice(1).id] }))).toMatchObject({ code: 'NO_INVOICE_CHOSEN' });
  await start();
  expect(await payments()).toMatchObject([{ amount_minor: 120_000n }]);
});

it('an invoice contested for more than is left of it makes the others no cheaper', async () => {
  await test.owner(`update invoices set settled_minor = 30000 where id = $1`, [invoice(1).id]);
  await contest(1, 33_333n); // contested when nothing was paid yet
  await start();
  expect(await payments()).toMatchObject([{ amount_minor: 120_000n }]);
});

it('nothing owed, a closed case, a mandate without parts, somebody else’s case: refused, nothing written', async () => {
  expect(await refused(start({}, debtor(1)))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await refused(start({}, debtor(0, cast.b)))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await refused(start({ caseId: cast.b.cases[0].caseId }))).toMatchObject({ code: 'NOT_FOUND' });
  await test.owner(`update mandates set part_payment = false`);
  expect(await refused(start({ choice: 'part', amount: '10' }))).toMatchObject({ code: 'PART_NOT_ALLOWED' });
  await contest(0, 120_000n);
  await contest(1, 33_333n);
  expect(await refused(start())).toMatchObject({ code: 'NOTHING_OWED' });
  await test.owner(`update cases set state = 'closed', closed_on = '2026-11-02', close_reason = 'withdrawn'`);
  expect(await refused(start())).toMatchObject({ code: 'CASE_CLOSED' });
  expect(await payments()).toEqual([]);
});
