import { readSupplierLedger } from '@amiable/cases';
import { newId, Temporal } from '@amiable/kernel';
import { Performer, RequestContext, type UseCase } from '@amiable/platform';
import { openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import '../index';
import { ContestInvoices } from '../answer/contest-invoices';
import { PromiseToPay } from '../answer/promise-to-pay';
import type { DisputeReason } from '../dispute/dispute.entity';
import { OpenDispute } from '../dispute/open-dispute';
import { toleranceOf } from '../promise/promise.rules';
import { RecordPromise } from '../promise/record-promise';
import { AnswerDifference } from '../supplier-ledger/answer-difference';
import { KeepSupplierLedger } from '../supplier-ledger/keep-supplier-ledger';
import { followAnswers } from './follow-answers';
import { nextPromiseOf } from './invoice-answer.rules';

let test: TestDatabase;
let cast: Cast;
let caseId: string;
let ids: string[];

beforeEach(async () => {
  test = await openTestDatabase(); // 2 November 2026, a Monday
  cast = await seatCast(test);
  ({ caseId } = cast.a.cases[0]); // FA-101 of 1,200.00 and FA-102 of 333.33
  const more = [newId(), newId()];
  await test.owner(
    `insert into invoices (client_id, id, number, debtor_id, case_id, kind, issued_on, due_on, amount_minor, currency)
     select client_id, n.id, 'FA-10' || n.at + 2, debtor_id, case_id, 'invoice', issued_on, '2026-11-20', n.at * 10000, 'EUR' from invoices, unnest($2::uuid[]) with ordinality n(id, at) where invoices.id = $1`,
    [cast.a.cases[0].invoices[0]!.id, more],
  );
  ids = [...cast.a.cases[0].invoices.map(({ id }) => id), ...more]; // FA-103 of 100.00, FA-104 of 200.00
});
afterEach(() => test.close());

const debtor = (n: 0 | 1 = 0) =>
  new RequestContext(
    'debtor',
    {
      kind: 'debtor',
      id: cast.a.cases[n].debtorId,
      name: 'débiteur',
      clientId: cast.a.id,
      caseId: cast.a.cases[n].caseId,
      brandId: cast.a.brandId,
    },
    'fr',
  );
const perform = <I, A>(useCase: UseCase<I, A>, input: I, ctx = debtor()) =>
  new Performer(test.database).perform(ctx, cast.a.id, useCase, input);
type Said = { kind: 'promised' | 'in_process'; onDay: string } | { kind: 'disputed'; reason: DisputeReason };
const promising = () => new PromiseToPay(new RecordPromise());
/** What a company's accountant says of many lines is what a debtor says of one: the same two acts. */
const answer = (invoiceIds: readonly string[], what: Said, ctx = debtor()) =>
  what.kind === 'disputed'
    ? perform(new ContestInvoices(), { caseId, invoiceIds, reason: what.reason, amount: '', rightAmount: '', note: 'x', files: [] }, ctx)
    : perform(
        promising(),
        { caseId, invoiceIds, source: what.kind === 'promised' ? 'promise' : 'payment_run', dueOn: what.onDay, amount: '' },
        ctx,
      );
const refused = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );
const promises = () =>
  test.owner(`select state, amount_minor::int as amount, due_on::text from promises where case_id = $1 order by id`, [caseId]);
const answers = () =>
  test.owner(
    `select i.number, a.kind, a.on_day::text as day from invoice_answers a join invoices i on i.id = a.invoice_id order by i.number`,
  );
const disputes = () =>
  test.owner(
    `select i.number, d.reason, d.amount_minor::int as amount, d.note from disputes d join invoices i on i.id = d.invoice_id order by i.number`,
  );

it('twelve lines or two are promised at once; the case promises the next day, and what was said of a line last counts', async () => {
  expect(await answer([ids[0]!, ids[1]!], { kind: 'promised', onDay: '2026-11-20' })).toMatchObject({ answered: 2 });
  await answer([ids[2]!, ids[3]!], { kind: 'in_process', onDay: '2026-11-12' });
  expect(await promises()).toEqual([
    { state: 'cancelled', amount: 153_333, due_on: '2026-11-20' },
    { state: 'open', amount: 30_000, due_on: '2026-11-12' },
  ]);
  await answer([ids[1]!], { kind: 'in_process', onDay: '2026-11-12' });
  expect((await promises()).at(-1)).toEqual({ state: 'open', amount: 63_333, due_on: '2026-11-12' });
  await answer([ids[1]!], { kind: 'in_process', onDay: '2026-11-12' }); // a double click
  expect(await promises()).toHaveLength(3);
  expect(await answers()).toEqual([
    { number: 'FA-101', kind: 'promised', day: '2026-11-20' },
    { number: 'FA-102', kind: 'in_process', day: '2026-11-12' },
    { number: 'FA-103', kind: 'in_process', day: '2026-11-12' },
    { number: 'FA-104', kind: 'in_process', day: '2026-11-12' },
  ]);
  const [told] = await test.owner(`select kind, facts from timeline_events where kind = 'answer.promise' order by id limit 1`);
  expect(told).toMatchObject({ facts: { invoiceNumbers: 'FA-101, FA-102', amount: '1533.33', currency: 'EUR', dueOn: '2026-11-20' } });
});

it('many lines are contested at once; what is paid or contested already is left as it is', async () => {
  await perform(new OpenDispute(), { caseId, invoiceId: ids[0]!, reason: 'defective' });
  expect(await answer(ids.slice(0, 3), { kind: 'disputed', reason: 'not_received' })).toMatchObject({ answered: 2 });
  expect((await disputes()).map(({ number, reason }) => `${number} ${reason}`)).toEqual([
    'FA-101 defective',
    'FA-102 not_received',
    'FA-103 not_received',
  ]);
  expect(await refused(answer(ids.slice(0, 3), { kind: 'promised', onDay: '2026-11-20' }))).toBe('NOTHING_OWED');
  expect(await refused(answer(ids.slice(0, 3), { kind: 'disputed', reason: 'other' }))).toBe('DISPUTE_ALREADY_OPEN');
});

it('is all or nothing, inside its own case and its days', async () => {
  expect(await refused(answer([], { kind: 'disputed', reason: 'defective' }))).toBe('NO_INVOICE_CHOSEN');
  expect(await refused(answer([...ids, cast.a.cases[1].invoices[0]!.id], { kind: 'disputed', reason: 'other' }))).toBe('NOT_FOUND');
  expect(await refused(answer([...ids, cast.b.cases[0].invoices[0]!.id], { kind: 'disputed', reason: 'other' }))).toBe('NOT_FOUND');
  expect(await refused(answer(ids, { kind: 'promised', onDay: '2026-11-01' }))).toBe('PROMISE_IN_PAST');
  expect(await refused(answer(ids, { kind: 'promised', onDay: '2027-01-02' }))).toBe('PROMISE_TOO_LATE');
  expect(await refused(answer(ids, { kind: 'promised', onDay: '31/02/2026' }))).toBe('NOT_A_DAY');
  expect(await refused(answer(ids, { kind: 'promised', onDay: '2026-11-20' }, debtor(1)))).toBe('FORBIDDEN');
  expect([await disputes(), await promises(), await answers()]).toEqual([[], [], []]);
});

it('when the earlier day is over, the case promises the next day that was given, once', async () => {
  await answer([ids[2]!], { kind: 'in_process', onDay: '2026-11-04' });
  await answer([ids[3]!], { kind: 'promised', onDay: '2026-11-20' });
  await test.owner(`update promises set state = 'broken' where state = 'open'`);
  const run = (day: string) =>
    test.database.acrossClientsAsWorker((db) => followAnswers(db, RequestContext.system(), Temporal.PlainDate.from(day)));
  expect([await run('2026-11-08'), await run('2026-11-08')]).toEqual([1, 0]);
  expect((await promises()).at(-1)).toEqual({ state: 'open', amount: 20_000, due_on: '2026-11-20' });
  const [told] = await test.owner(`select facts from timeline_events where kind = 'promise.recorded' and actor_kind = 'system'`);
  expect(told).toEqual({ facts: { amount: '200.00', currency: 'EUR', dueOn: '2026-11-20' } });
});

it('a promise that follows from lines is judged by the same policy as one that is recorded, to the cent', async () => {
  const percent = '7.77';
  await test.owner(`update mandates set promise_grace_days = 6, promise_tolerance_percent = $1`, [percent]);
  await test.owner(`update invoices set amount_minor = 19999 where id = $1`, [ids[3]]);
  await answer([ids[2]!], { kind: 'in_process', onDay: '2026-11-04' });
  await answer([ids[3]!], { kind: 'promised', onDay: '2026-11-20' });
  await test.owner(`update promises set state = 'broken' where state = 'open'`);
  await test.database.acrossClientsAsWorker((db) => followAnswers(db, RequestContext.system(), Temporal.PlainDate.from('2026-11-08')));
  const made = await test.owner<{ amount_minor: bigint; tolerance_minor: bigint; grace_days: number; invoice_ids: string[] }>(
    `select amount_minor, tolerance_minor, grace_days, invoice_ids from promises order by created_at, due_on`,
  );
  expect(made).toHaveLength(2);
  for (const { amount_minor, tolerance_minor, grace_days } of made)
    expect([tolerance_minor, grace_days]).toEqual([toleranceOf(amount_minor, percent), 6]);
  expect(made.at(-1)!.invoice_ids).toEqual([ids[3]]);
});

it('the next promise is the next day that is not over, with all lines of that day', () => {
  const line = (onDay: string, open: bigint) => ({ onDay, open });
  expect(
    nextPromiseOf([line('2026-11-20', 5n), line('2026-11-12', 2n), line('2026-11-12', 3n), line('2026-11-01', 9n)], '2026-11-02'),
  ).toEqual({ dueOn: '2026-11-12', amount: 5n });
  expect(nextPromiseOf([line('2026-11-12', 0n), line('2026-11-01', 9n)], '2026-11-02')).toBeNull();
});

describe('a supplier ledger set against ours', () => {
  const send = async (text: string) =>
    perform(new KeepSupplierLedger(), {
      caseId,
      filename: 'balance.csv',
      ledger: await readSupplierLedger({ bytes: Buffer.from(text), kind: 'csv' }, { today: '2026-11-02', currency: 'EUR' }),
    });
  const act = (difference: string, what: 'dispute' | 'paid' | 'promise', onDay?: string) =>
    perform(new AnswerDifference(new ContestInvoices(), promising()), { caseId, difference, act: what, onDay });
  const theirs = `N° facture;Date facture;Montant TTC;Reste à payer
FA-101;24/09/2026;1 200,00;0,00
FA-103;24/09/2026;90,00;90,00
FA-104;24/09/2026;200,00;200,00
AV-7;01/10/2026;-50,00;-50,00`;

  it('turns each difference into what it stands for, once, compared anew before', async () => {
    const [{ issued }] = (await test.owner<{ issued: string }>(
      `select to_char(issued_on, 'DD/MM/YYYY') as issued from invoices where id = $1`,
      [ids[0]],
    )) as [{ issued: string }];
    await send(theirs.replaceAll('24/09/2026', issued));
    await act('paid_by_them:FA101:2', 'paid');
    await act('amount:FA103:3', 'dispute');
    await act('credit_unapplied::5', 'dispute');
    await expect(act('missing_theirs:FA102:', 'promise', '2026-11-16')).rejects.toMatchObject({ code: 'DIFFERENCE_GONE' }); // the credit note was taken from it
    expect((await disputes()).map(({ number, reason, amount }) => [number, reason, amount])).toEqual([
      ['FA-101', 'already_paid', 120_000],
      ['FA-102', 'wrong_amount', 5_000],
      ['FA-103', 'wrong_amount', 1_000],
    ]);
    expect((await disputes())[1]!.note).toBe('Comparaison des comptes : un avoir n’est pas déduit (AV-7, 2026-10-01, -50.00 EUR).');
    expect(await refused(act('paid_by_them:FA101:2', 'paid'))).toBe('DIFFERENCE_GONE');
    expect(await refused(act('duplicate:FA101:9', 'dispute'))).toBe('DIFFERENCE_GONE');
  });

  it('a missing invoice is promised; the next ledger takes the place of the last', async () => {
    await send(theirs);
    await act('missing_theirs:FA102:', 'promise', '2026-11-16');
    expect(await answers()).toEqual([{ number: 'FA-102', kind: 'promised', day: '2026-11-16' }]);
    await send(theirs);
    expect(
      await test.owner(`select filename, cardinality(acted) as acted, jsonb_array_length(lines) as lines from supplier_ledgers`),
    ).toEqual([{ filename: 'balance.csv', acted: 0, lines: 4 }]);
  });
});
