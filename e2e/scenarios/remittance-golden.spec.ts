import { MarkRemittancePaidOut, OrderRemittance, previewRemittance } from '@amiable/billing';
import { verifyInvariants } from '@amiable/insights';
import { RecordTransfer } from '@amiable/payments';
import { CloseDispute, OpenDispute } from '@amiable/resolution';
import type { CastClient } from '@amiable/testing';
import { clientOf } from '../../apps/devkit/local-stripe/sandbox';
import { plantCases, type PlantedCase } from '../faults/portfolio.fixture';
import { openStage, type Stage } from '../stage';
import { actsOn, card, debit, refusal } from './acts.fixture';

/** Golden 5-A of domain.md: October 2026 of a client, to the cent; net for client A, gross for client B. */
jest.setTimeout(180_000); // on a machine that is busy with other things
let stage: Stage;
type Cases = Record<'A' | 'B' | 'C' | 'D', PlantedCase>;
const plots: Array<{ client: CastClient; mode: 'net' | 'gross'; cases: Cases }> = [];

beforeAll(async () => {
  stage = await openStage();
  await stage.test.owner(`update mandates set remittance = 'gross' where client_id = $1`, [stage.cast.b.id]);
  for (const [client, mode] of [
    [stage.cast.a, 'net'],
    [stage.cast.b, 'gross'],
  ] as const) {
    // Tier 2 (20 %) is of cases placed later than six months after their invoice.
    const debts = { A: [120_000n, 10], B: [200_000n, 20], C: [248_055n, 10], D: [75_000n, 20] } as const;
    const cases: Partial<Cases> = {};
    for (const [name, [amountMinor, percent]] of Object.entries(debts) as Array<[keyof Cases, readonly [bigint, number]]>) {
      [cases[name]] = await plantCases(stage.test, client, {
        name: `5a-${client.slug}-${name.toLowerCase()}`,
        count: 1,
        amountMinor,
        step: { no: 3, dueOn: '2027-03-01' },
      });
      await stage.test.owner(`update cases set fee_percent = $2 where id = $1`, [cases[name]!.caseId, percent]);
    }
    plots.push({ client, mode, cases: cases as Cases });
  }
});
afterAll(() => stage.close());

const { perform, begin, submit, intentOf, balances } = actsOn(() => stage);
const preview = (client: CastClient, asOf: string) => stage.test.database.inTenant(client.id, (db) => previewRemittance(db, asOf));
const provider = () => clientOf(stage.stripe, 'sk_test_stage');
const remittanceOf = async (id: string) => (await stage.test.owner(`select * from remittances where id = $1`, [id]))[0]!;

const paymentsOfB = new Map<string, string[]>();
async function debitOf(client: CastClient, theCase: PlantedCase): Promise<void> {
  const { url, paymentId } = await begin(client.id, theCase.caseId, '333,33');
  await submit(url, debit);
  expect(await stage.test.owner(`select state from payments where id = $1`, [paymentId])).toEqual([{ state: 'processing' }]);
  stage.stripe.control.settle(await intentOf(paymentId), 'succeeded');
  await stage.settle();
  paymentsOfB.set(client.id, [...(paymentsOfB.get(client.id) ?? []), paymentId]);
}

const intents = new Map<string, string>();
const each = async (act: (plot: (typeof plots)[number]) => Promise<void>) => {
  for (const plot of plots) await act(plot);
};

it('October: six movements, and an overpayment that waits for its refund', async () => {
  stage.on('2026-10-05');
  await each(async ({ client, cases }) => {
    // While the debtor is on the card page for the whole sum, the client gives up 200 of it: he pays too much.
    const { url, paymentId } = await begin(client.id, cases.A.caseId, '1200');
    const { disputeId } = await perform(client.id, OpenDispute, {
      caseId: cases.A.caseId,
      invoiceId: cases.A.invoiceId,
      reason: 'wrong_amount',
      amount: '200',
    });
    await perform(client.id, CloseDispute, { disputeId, upheld: true, answer: 'Avoir émis' });
    await submit(url, card);
    intents.set(client.id, await intentOf(paymentId));
  });
  stage.on('2026-10-09');
  await each(({ client, cases }) => debitOf(client, cases.B));
  stage.on('2026-10-14');
  await each(
    async ({ client, cases }) =>
      void (await perform(client.id, RecordTransfer, {
        caseId: cases.C.caseId,
        amount: '2480.55',
        receivedOn: '2026-10-14',
        bankReference: `VIR ${client.slug}`,
        direct: false,
      })),
  );
  stage.on('2026-10-20');
  await each(
    async ({ client, cases }) =>
      void (await perform(client.id, RecordTransfer, {
        caseId: cases.D.caseId,
        amount: '750',
        receivedOn: '2026-10-20',
        bankReference: `DIRECT ${client.slug}`,
        direct: true,
      })),
  );
  await each(async ({ client, cases }) => {
    const { lines, fundsMinor } = await preview(client, '2026-10-20');
    expect(lines.map((line) => line.case_id)).not.toContain(cases.A.caseId); // nothing is remitted of a case that was paid too much
    expect(fundsMinor).toBe(33_333n + 248_055n);
  });
  stage.on('2026-10-22');
  await each(async ({ client }) => void (await provider().refunds.create({ payment_intent: intents.get(client.id)!, amount: 20_000 })));
  await stage.settle();
  stage.on('2026-10-30');
  await each(({ client, cases }) => debitOf(client, cases.B));
  await each(async ({ client }) => {
    const found = await preview(client, '2026-10-31');
    expect(found.lines.map((line) => [line.effective_on, line.amount_minor, Number(line.percent), line.fee_minor])).toEqual([
      ['2026-10-05', 120_000n, 10, 12_000n],
      ['2026-10-09', 33_333n, 20, 6_667n],
      ['2026-10-14', 248_055n, 10, 24_806n],
      ['2026-10-20', 75_000n, 20, 15_000n],
      ['2026-10-22', -20_000n, 10, -2_000n],
      ['2026-10-30', 33_333n, 20, 6_667n],
    ]);
    expect(found.remitBy).toBe('2026-11-05'); // R124-6: one month after the first receipt
  });
});

const ordered = new Map<string, string>();

it('the remittance: 3,389.53 net; gross 4,147.21 and an invoice of 757.68', async () => {
  stage.on('2026-10-31');
  await each(async ({ client, mode }) => {
    expect(await refusal(perform(client.id, OrderRemittance, { asOf: '2026-11-01' }))).toBe('DAY_IN_FUTURE');
    // Two accountants at once: one remittance.
    const both = await Promise.allSettled([
      perform(client.id, OrderRemittance, { asOf: '2026-10-31' }),
      perform(client.id, OrderRemittance, { asOf: '2026-10-31' }),
    ]);
    const done = both.find((one) => one.status === 'fulfilled')!;
    expect((both.find((one) => one.status === 'rejected') as PromiseRejectedResult).reason).toMatchObject({ code: 'NOTHING_TO_REMIT' });
    ordered.set(client.id, done.value.remittanceId);
    expect(await remittanceOf(done.value.remittanceId)).toMatchObject({
      mode,
      funds_minor: 414_721n,
      fees_minor: 63_140n,
      vat_minor: 12_628n,
      paid_out_minor: mode === 'net' ? 338_953n : 414_721n,
      state: 'ordered',
    });
    const trust = await balances(client.id, 'trust');
    expect(trust.CLIENT_PAYABLE).toBeUndefined();
    expect(trust.IN_TRANSIT).toBe(mode === 'net' ? -338_953n : -414_721n);
    expect(await balances(client.id, 'own')).toMatchObject({
      FEE_INCOME: -63_140n,
      VAT_DUE: -12_628n,
      ...(mode === 'gross' && { CLIENT_FEES_RECEIVABLE: 75_768n }),
    });
    expect((await balances(client.id, 'own')).CLIENT_FEES_RECEIVABLE).toBe(mode === 'net' ? undefined : 75_768n);
    expect(await refusal(perform(client.id, OrderRemittance, { asOf: '2026-10-31' }))).toBe('NOTHING_TO_REMIT');
  });
  const numbers = await stage.test.owner<{ number: string; invoice_number: string }>(
    `select number, invoice_number from remittances order by number`,
  );
  expect(numbers).toEqual([
    { number: 'R-2026-00001', invoice_number: 'F-2026-00001' },
    { number: 'R-2026-00002', invoice_number: 'F-2026-00002' },
  ]); // refused orders leave no hole
});

it('the statement is archived as PDF and CSV, and the CSV re-adds', async () => {
  await stage.settle();
  await each(async ({ client, mode }) => {
    const remittance = await remittanceOf(ordered.get(client.id)!);
    const files = await stage.test.owner<{ id: string; bytes: Buffer; content_type: string }>(
      `select id, bytes, content_type from documents where client_id = $1 and kind = 'remittance_statement' order by filename`,
      [client.id],
    );
    expect(files.map((file) => file.content_type)).toEqual(['text/csv; charset=utf-8', 'application/pdf']);
    expect([remittance.csv_document_id, remittance.pdf_document_id]).toEqual(files.map((file) => file.id));
    expect(files[1]!.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const [head, ...rows] = files[0]!.bytes
      .toString('utf8')
      .replace('\uFEFF', '')
      .trim()
      .split('\r\n')
      .map((line) => line.split(';'));
    const cents = (text: string) => BigInt(text.replace(',', ''));
    const lines = rows.filter((row) => /^\d\d\//.test(row[0]!));
    expect(head).toHaveLength(10);
    expect(lines.map((row) => row[0])).toEqual(['05/10/2026', '09/10/2026', '14/10/2026', '20/10/2026', '22/10/2026', '30/10/2026']);
    const sum = (column: number, of = lines) => of.reduce((total, row) => total + cents(row[column]!), 0n);
    expect(
      sum(
        6,
        lines.filter((row) => row[5] !== '"Direct au client"'),
      ),
    ).toBe(414_721n);
    expect(sum(8)).toBe(63_140n);
    const totals = Object.fromEntries(rows.filter((row) => row.length === 7).map((row) => [row[0]!.replaceAll('"', ''), row[6]]));
    expect(totals).toMatchObject({
      'Fonds mandants': '4147,21',
      'Honoraires HT': '631,40',
      'Honoraires TTC': '757,68',
      Reversé: mode === 'net' ? '3389,53' : '4147,21',
    });
  });
});

const markPaidOut = (client: CastClient, paidOutOn: string) =>
  perform(client.id, MarkRemittancePaidOut, { remittanceId: ordered.get(client.id)!, paidOutOn });

it('is paid out only with money that is there; then the trust ledger is at zero', async () => {
  stage.on('2026-11-03');
  await each(async ({ client }) => expect(await refusal(markPaidOut(client, '2026-11-03'))).toBe('REMITTANCE_NOT_COVERED')); // the cards' money is still at the provider
  stage.stripe.control.payout({});
  await stage.settle();
  await each(async ({ client }) => {
    await markPaidOut(client, '2026-11-03');
    expect(await balances(client.id, 'trust')).toEqual({});
    expect(await refusal(markPaidOut(client, '2026-11-03'))).not.toBe('done');
  });
});

it('a refund after the remittance is the client’s to give back, and is set off in the next', async () => {
  stage.on('2026-11-05');
  await each(
    async ({ client }) =>
      void (await provider().refunds.create({ payment_intent: await intentOf(paymentsOfB.get(client.id)![1]!), amount: 10_000 })),
  );
  await stage.settle();
  await each(async ({ client }) => {
    expect(await balances(client.id, 'trust')).toEqual({ CHARGEBACK_RECOVERABLE: 10_000n, PSP_CLEARING: -10_000n });
    expect(await refusal(perform(client.id, OrderRemittance, { asOf: '2026-11-05' }))).toBe('NOTHING_TO_REMIT');
  });
  stage.on('2026-11-10');
  await each(async ({ client, cases }) => submit((await begin(client.id, cases.B.caseId, '500')).url, card));
  stage.stripe.control.payout({});
  await stage.settle();
  stage.on('2026-11-12');
  await each(async ({ client, mode }) => {
    const { remittanceId } = await perform(client.id, OrderRemittance, { asOf: '2026-11-12' });
    ordered.set(client.id, remittanceId);
    // 500 came and 100 went; 20 % of each, VAT on the sum.
    expect(await remittanceOf(remittanceId)).toMatchObject({
      funds_minor: 40_000n,
      fees_minor: 8_000n,
      vat_minor: 1_600n,
      paid_out_minor: mode === 'net' ? 30_400n : 40_000n,
    });
    expect((await balances(client.id, 'trust')).CHARGEBACK_RECOVERABLE).toBeUndefined();
    await markPaidOut(client, '2026-11-12');
    expect(await balances(client.id, 'trust')).toEqual({});
  });
  expect((await verifyInvariants(stage.test.database)).filter((finding) => !finding.ok)).toEqual([]);
});
