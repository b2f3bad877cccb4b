import { verifyInvariants } from '@amiable/insights';
import {
  OpenCheckout,
  ProcessInbox,
  recordMovements,
  ReconcilePayments,
  StartPayment,
  SyncPayments,
  type MoneyFact,
} from '@amiable/payments';
import { Database, Performer, RequestContext, toGlobalId } from '@amiable/platform';
import { openStage, type Ask, type Stage } from '../stage';
import { abreast, plantCases, type PlantedCase } from './portfolio.fixture';

/** R-1 of trust.md: 50 payments, each submitted 200 times at once, by every way money comes in. Each is money once. */
const [byFact, byApi, byWebhook] = [30, 8, 12];
const times = 200;
const amountMinor = 12_345n;

jest.setTimeout(180_000); // on a machine that is busy with other things
let stage: Stage;
let cases: PlantedCase[];
let processes: Database[]; // each with its own pools, as several workers have
let accountant: Ask;

beforeAll(async () => {
  stage = await openStage();
  cases = await plantCases(stage.test, stage.cast.a, {
    name: 'r1',
    count: byFact + byApi + byWebhook,
    amountMinor: 500_000n,
    step: { no: 3, dueOn: '2026-12-01' },
  });
  processes = Array.from({ length: 4 }, () => new Database(stage.test.settings, stage.test.clock));
  accountant = await stage.signIn('agency', stage.cast.staff.accountant.email);
});
afterAll(async () => {
  await Promise.all(processes.map((database) => database.close()));
  await stage.close();
});

const submissions = (payments: number) => Array.from({ length: payments * times }, (_, i) => i % payments);

/** Everything a payment writes, counted. */
const written = async () =>
  (
    await stage.test.owner(
      `select (select count(*) from movements) as movements, (select count(*) from ledger_entries) as entries, (select count(*) from ledger_lines) as lines,
         (select count(*) from fees) as fees, (select count(*) from allocations) as allocations, (select count(*) from timeline_events) as events,
         (select count(*) from outbox) as effects, (select count(*) from idempotency_keys) as keys, (select value from counters where name like 'receipt%') as receipts`,
    )
  )[0];

const factOf = (i: number, more: Partial<MoneyFact> = {}): MoneyFact => ({
  clientId: stage.cast.a.id,
  caseId: cases[i]!.caseId,
  kind: 'payment',
  method: 'card',
  sourceKey: `stripe:ch_identical_${i}`,
  amountMinor,
  providerFeeMinor: 210n,
  currency: 'EUR',
  effectiveOn: '2026-11-02',
  ...more,
});

const transfer = `mutation($input: RecordTransferInput!) { recordTransfer(input: $input) { id } }`;
const transferOf = (i: number, more: object = {}) => ({
  input: {
    caseId: toGlobalId('Case', stage.cast.a.id, cases[byFact + i]!.caseId),
    amount: '123.45',
    receivedOn: '2026-11-02',
    bankReference: `VIR-${i}`,
    idempotencyKey: `r1-transfer-${i}`,
    ...more,
  },
});

it('facts, from four processes', async () => {
  const recorded = await abreast(submissions(byFact), 32, (payment, i) =>
    processes[i % 4]!.acrossClientsAsWorker((db) => recordMovements(db, [factOf(payment)])),
  );
  expect(recorded.filter((n) => n === 1)).toHaveLength(byFact);
  expect(recorded.filter((n) => n > 1)).toEqual([]);
  // In one set the same fact many times, as an import may bring it.
  expect(
    await stage.test.database.acrossClientsAsWorker((db) =>
      recordMovements(
        db,
        Array.from({ length: times }, () => factOf(0)),
      ),
    ),
  ).toBe(0);
  // The same fact with another amount is the same fact.
  const before = await written();
  expect(await stage.test.database.acrossClientsAsWorker((db) => recordMovements(db, [factOf(0, { amountMinor: 99_999n })]))).toBe(0);
  expect(await written()).toEqual(before);
});

it('the accountant clicks, and the line repeats it', async () => {
  const answers = await abreast(submissions(byApi), 24, (payment) => accountant(transfer, transferOf(payment)));
  expect(answers.filter((answer) => answer.errors || answer.status !== 200).map((answer) => answer.text)).toEqual([]);
  expect(new Set(answers.map((answer) => answer.data.recordTransfer.id)).size).toBe(byApi);

  // The same key with another amount, and the same bank line under another key: refused, and nothing is written.
  const before = await written();
  const mismatches = await abreast(submissions(byApi).slice(0, byApi * 4), 24, (payment) =>
    accountant(transfer, transferOf(payment, { amount: '123.46' })),
  );
  expect(new Set(mismatches.map((answer) => answer.errors?.[0]?.extensions.code))).toEqual(new Set(['IDEMPOTENCY_MISMATCH']));
  const twins = await abreast(submissions(byApi).slice(0, byApi), 24, (payment) =>
    accountant(transfer, transferOf(payment, { idempotencyKey: `r1-other-${payment}` })),
  );
  expect(new Set(twins.map((answer) => answer.errors?.[0]?.extensions.code))).toEqual(new Set(['RECEIPT_KNOWN']));
  expect(await written()).toEqual(before);
});

it('webhooks, the return page and the reconciliation, all at once', async () => {
  const ctx = RequestContext.system();
  const performer = stage.worker.get(Performer);
  stage.stripe.control.hold();
  const payments = await abreast(cases.slice(byFact + byApi), 4, async ({ caseId }) => {
    const start = { caseId, choice: 'part', invoiceIds: [], amount: '123,45', language: 'fr' } as const;
    const clicks = await Promise.all(
      Array.from({ length: 8 }, () => performer.perform(ctx, stage.cast.a.id, stage.worker.get(StartPayment), start)),
    );
    expect(new Set(clicks.map((click) => click.paymentId)).size).toBe(1); // eight clicks, one payment
    const { paymentId } = clicks[0]!;
    const urls = await Promise.all(Array.from({ length: 4 }, () => stage.worker.get(OpenCheckout).open(ctx, stage.cast.a.id, paymentId)));
    expect(new Set(urls).size).toBe(1);
    const paid = await fetch(urls[0]!, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ method: 'card', card_number: '4242 4242 4242 4242', expiry: '12/39', cvc: '123', name: 'A Morel' }),
    });
    expect(paid.status).toBe(303);
    return { clientId: stage.cast.a.id, paymentId };
  });

  const events = stage.stripe.control.deliveries().length;
  const posts = stage.stripe.control.release({ times: Math.ceil((byWebhook * times) / 2 / events), seed: 11 });
  const workers = Array.from({ length: 4 }, () => stage.worker.get(ProcessInbox).drain());
  await Promise.all([
    ...workers,
    ...Array.from({ length: 4 }, () => stage.worker.get(ReconcilePayments).reconcile()),
    abreast(submissions(byWebhook).slice(0, (byWebhook * times) / 2), 16, (payment) =>
      stage.worker.get(SyncPayments).sync([payments[payment]!]),
    ),
  ]);
  expect(await stage.stripe.control.whenIdle(30_000)).toBe(true);
  for (let taken = 1; taken > 0;) {
    taken = (await Promise.all(Array.from({ length: 4 }, () => stage.worker.get(ProcessInbox).drain()))).reduce((a, b) => a + b, 0);
  }
  expect(posts).toBeGreaterThanOrEqual((byWebhook * times) / 2);
  expect(
    await stage.test.owner(
      `select count(*)::int as n, count(*) filter (where processed_at is not null and error is null)::int as done from inbox_events`,
    ),
  ).toEqual([{ n: events, done: events }]);
  expect(await stage.test.owner(`select distinct state from payments`)).toEqual([{ state: 'succeeded' }]);
});

it('each of the fifty is one movement, one entry per book, one receipt without gaps, one fee', async () => {
  const perMovement = await stage.test.owner(
    `select m.source_key, m.receipt_number, m.amount_minor, m.provider_fee_minor > 0 as costs,
       (select count(*)::int from ledger_entries e where e.client_id = m.client_id and e.source_kind = 'movement' and e.source_id = m.source_key and e.book = 'trust') as trust,
       (select count(*)::int from ledger_entries e where e.client_id = m.client_id and e.source_kind = 'movement' and e.source_id = m.source_key and e.book = 'own') as own,
       (select count(*)::int from fees f where f.client_id = m.client_id and f.movement_id = m.id and f.amount_minor = 1235) as fees,
       (select coalesce(sum(a.amount_minor), 0)::bigint from allocations a where a.client_id = m.client_id and a.source_id = m.id) as allocated,
       (select count(*)::int from outbox o where o.client_id = m.client_id and o.dedup_key = 'receipt:' || m.id) as receipts,
       (select count(*)::int from timeline_events t where t.client_id = m.client_id and t.case_id = m.case_id and t.kind = 'payment.received') as told
     from movements m order by m.receipt_number`,
  );
  expect(perMovement).toHaveLength(byFact + byApi + byWebhook);
  // A transfer costs nothing at a provider, so that the agency's own book has nothing to say of it.
  for (const movement of perMovement) {
    expect(movement).toMatchObject({
      amount_minor: amountMinor,
      trust: 1,
      own: movement.costs ? 1 : 0,
      fees: 1,
      allocated: amountMinor,
      receipts: 1,
      told: 1,
    });
  }
  expect(perMovement.filter((movement) => movement.costs)).toHaveLength(byFact + byWebhook);
  const year = stage.test.clock.now().toZonedDateTimeISO('UTC').year;
  expect(perMovement.map((movement) => movement.receipt_number)).toEqual(
    perMovement.map((_, i) => `Q-${year}-${String(i + 1).padStart(6, '0')}`),
  );
  const unmoved = await stage.test.owner(
    `select reference, open_minor from cases where client_id = $1 and reference like 'r1-%' and open_minor <> 500000 - 12345`,
    [stage.cast.a.id],
  );
  expect(unmoved).toEqual([]);
  expect((await verifyInvariants(stage.test.database)).filter((finding) => !finding.ok)).toEqual([]);
});
