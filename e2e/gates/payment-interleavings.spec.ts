import { verifyInvariants } from '@amiable/insights';
import { SendMessages } from '@amiable/outreach';
import {
  CancelPayment,
  OpenCheckout,
  recordMovements,
  StartPayment,
  SyncPayments,
  type CheckoutRequest,
  type PaymentProvider,
  type ProviderTruth,
} from '@amiable/payments';
import { Performer, RequestContext } from '@amiable/platform';
import { RunDay } from '@amiable/strategies';
import { castId } from '@amiable/testing';
import { Temporal, toDate } from '@amiable/kernel';
import { openStage, type Stage } from '../stage';
import { dice, plantCases, seedOfRun, type PlantedCase } from '../faults/portfolio.fixture';

/**
 * Paying and reminding at the same moment, many times in another order each: starts, double clicks, webhooks and their
 * replays, return pages, cancellations, transfers from the bank, messages that leave, the daily run.
 * Never is a debtor charged twice; never does a reminder leave once a payment has begun or all is paid.
 */
const perRound = 4;
/** `AMIABLE_GATES=1` weaves 1,000 times, `npm test` a tenth of it, each time with a seed of its own. */
const rounds = process.env.AMIABLE_GATES ? 250 : 25;
const owedMinor = 40_000n;
const partMinor = 5_000n;

jest.setTimeout(600_000); // on a machine that is busy with other things
let stage: Stage;
let cases: PlantedCase[];
const provider = new (class {
  readonly name = 'stripe';
  readonly sessions = new Map<string, { request: CheckoutRequest; state: 'open' | 'closed' | 'paid' }>();
  readonly charges: Array<{ paymentId: string; amountMinor: bigint }> = [];
  async openCheckout(request: CheckoutRequest) {
    const sessionId = `cs_${request.idempotencyKey}`; // the same key is the same page
    if (!this.sessions.has(sessionId)) this.sessions.set(sessionId, { request, state: 'open' });
    return { sessionId, url: `https://pay.example/${sessionId}` };
  }
  async closeCheckout(sessionId: string) {
    const session = this.sessions.get(sessionId)!;
    if (session.state === 'open') session.state = 'closed';
    return session.state === 'closed';
  }
  /** The debtor confirms on the provider's page, in as many tabs as he likes. */
  pay(paymentId: string): void {
    const session = [...this.sessions.values()].find(({ request }) => request.paymentId === paymentId);
    if (session?.state !== 'open') return;
    session.state = 'paid';
    this.charges.push({ paymentId, amountMinor: session.request.amountMinor });
  }
  isCharged(paymentId: string): boolean {
    return this.charges.some((charge) => charge.paymentId === paymentId);
  }
  async readPayment(sessionId: string): Promise<ProviderTruth> {
    const { request, state } = this.sessions.get(sessionId)!;
    const fact = {
      kind: 'payment',
      method: 'card',
      sourceKey: `stripe:ch_${request.paymentId}`,
      amountMinor: request.amountMinor,
      providerFeeMinor: 25n,
      currency: 'EUR',
      effectiveOn: '2026-11-02',
    } as const;
    return {
      state: state === 'paid' ? 'succeeded' : state === 'closed' ? 'expired' : 'started',
      failure: null,
      amountMinor: request.amountMinor,
      currency: 'EUR',
      objectIds: [],
      facts: state === 'paid' ? [fact] : [],
    };
  }
})();

beforeAll(async () => {
  stage = await openStage();
  cases = await plantCases(stage.test, stage.cast.a, {
    name: 'weave',
    count: perRound * rounds,
    amountMinor: owedMinor,
    step: { no: 2, dueOn: '2027-06-01' },
  });
});
afterAll(() => stage?.close());

/** What is known for certain of a case while everything runs: since when it must be silent. */
interface Known {
  readonly theCase: PlantedCase;
  silentSince: number | null;
  readonly payments: Set<string>;
  /** Payments of a part: once they have come in, the rest may be asked for again. */
  readonly parts: Set<string>;
  readonly cancelled: Set<string>;
  transfers: bigint;
  /** What happened to it, for whoever reads a fault. */
  readonly diary: string[];
}

it(`${perRound * rounds} interleavings: no second charge, no reminder after a payment`, async () => {
  const seed = seedOfRun();
  const random = dice(seed);
  const { database, settings, clock } = stage.test;
  const clientId = stage.cast.a.id;
  const ctx = RequestContext.system();
  const far = provider as unknown as PaymentProvider;
  const performer = stage.worker.get(Performer);
  const [starting, opening, syncing, cancelling] = [
    new StartPayment(),
    new OpenCheckout(database, far, settings),
    new SyncPayments(database, far),
    new CancelPayment(database, far),
  ];
  const sending = stage.worker.get(SendMessages);
  const running = stage.worker.get(RunDay);
  const faults: string[] = [];
  const counts = { starts: 0, refused: 0, sent: 0, stayed: 0, paid: 0, cancelled: 0, runs: 0, transfers: 0 };
  const refusals = new Set<string>();
  const began = performance.now();
  const soon = async () => {
    for (let turns = Math.floor(random() * 6); turns > 0; turns--) await new Promise((resolve) => setImmediate(resolve));
  };

  /** A wait for a lock that took too long, or two that waited for each other: the worker and the browser try again, and so do we. */
  const again = async <T>(act: () => Promise<T>, tries = 8): Promise<T> =>
    act().catch((error: Error & { code?: string; driverError?: { code?: string } }) => {
      const code = error.driverError?.code ?? error.code ?? '';
      // 25P03: a connection that stood idle too long on a busy machine is taken away, and its transaction undone.
      const passing = ['55P03', '40P01', '25P03'].includes(code) || /already released|Connection terminated/.test(error.message);
      if (tries > 0 && passing) return again(act, tries - 1);
      throw error;
    });

  const note = (known: Known, what: string) => known.diary.push(`${Math.round(performance.now() - began)} ${what}`);
  const start = async (known: Known, choice: 'all' | 'part') => {
    try {
      const wish = {
        caseId: known.theCase.caseId,
        choice,
        invoiceIds: [],
        amount: choice === 'part' ? '50.00' : null,
        language: 'fr',
      } as const;
      const { paymentId } = await again(() => performer.perform(ctx, clientId, starting, wish));
      counts.starts += 1;
      known.payments.add(paymentId);
      note(known, `started ${choice} ${paymentId.slice(-4)}`);
      if (choice === 'part') known.parts.add(paymentId);
      if (!known.cancelled.has(paymentId)) known.silentSince ??= performance.now(); // "pay" was pressed while this very payment was left
      await opening.open(ctx, clientId, paymentId);
    } catch (error) {
      const { code } = error as { code?: string };
      if (!code) throw error;
      counts.refused += 1;
      refusals.add(code);
      note(known, `refused ${choice} ${code}`);
    }
  };
  const eachPayment = async (known: Known, act: (paymentId: string) => Promise<unknown> | void) => {
    for (const paymentId of known.payments) await act(paymentId);
  };
  const webhook = (known: Known) =>
    eachPayment(known, async (paymentId) => {
      note(known, `webhook ${paymentId.slice(-4)}`);
      await syncing.sync([{ clientId, paymentId }]);
      note(known, `webhook ${paymentId.slice(-4)} done`);
    });
  const pay = async (known: Known) =>
    eachPayment(known, (paymentId) => {
      provider.pay(paymentId);
      if (known.parts.has(paymentId) && provider.isCharged(paymentId)) known.silentSince = null; // whoever reads it from now on may record it
      note(known, `paid ${paymentId.slice(-4)} ${provider.isCharged(paymentId)}`);
    });
  const leave = (known: Known) =>
    eachPayment(known, async (paymentId) => {
      known.silentSince = null; // from here on until it is certain again, a message may leave or stay
      note(known, `leaves ${paymentId.slice(-4)}`);
      if (await again(() => cancelling.cancel(ctx, clientId, paymentId))) {
        counts.cancelled += 1;
        known.silentSince = null;
        known.cancelled.add(paymentId);
      }
      note(known, `left ${paymentId.slice(-4)}`);
    });
  const transfer = async (known: Known, nth: number) => {
    const amountMinor = random() < 0.5 ? owedMinor : partMinor;
    known.transfers += amountMinor;
    counts.transfers += 1;
    const record = () =>
      database.acrossClientsAsWorker((db) =>
        recordMovements(db, [
          {
            clientId,
            caseId: known.theCase.caseId,
            kind: 'payment',
            method: 'transfer',
            sourceKey: `bank:${known.theCase.caseId}:${nth}`,
            amountMinor,
            providerFeeMinor: 0n,
            currency: 'EUR',
            effectiveOn: '2026-11-02',
          },
        ]),
      );
    await again(record);
    note(known, `transfer ${amountMinor}`);
    if (amountMinor === owedMinor) known.silentSince ??= performance.now();
  };
  const remind = async (known: Known, name: string) => {
    const messageId = castId(name);
    await again(() =>
      database.inTenant(clientId, (db) =>
        db.rows(
          `insert into messages (client_id, id, case_id, channel, template, state, not_before) values ($1, $2, $3, 'email', 'reminder_2', 'queued', $4)`,
          [clientId, messageId, known.theCase.caseId, toDate(clock.now())],
        ),
      ),
    );
    const before = known.silentSince;
    const beganSending = performance.now();
    await again(() => sending.send(clientId, messageId));
    const [row] = await stage.test.owner<{ state: string }>(`select state from messages where id = $1`, [messageId]);
    counts[row!.state === 'sent' ? 'sent' : 'stayed'] += 1;
    note(known, `${row!.state} ${name}, begun ${Math.round(performance.now() - beganSending)} ms before`);
    if (row!.state === 'sent' && before !== null && before < beganSending && known.silentSince === before)
      faults.push(
        `${name}: a reminder left ${(beganSending - before).toFixed(1)} ms after the case had to be silent: ${known.diary.join('; ')}`,
      );
  };
  const day = async (knowns: readonly Known[]) => {
    counts.runs += 1;
    const silent = knowns.filter(({ silentSince }) => silentSince !== null).map((known) => ({ known, since: known.silentSince }));
    const before = await queuedBy(silent.map(({ known }) => known));
    await again(() => running.run(Temporal.PlainDate.from('2026-11-02')));
    const after = await queuedBy(silent.map(({ known }) => known));
    for (const { known, since } of silent)
      if (known.silentSince === since && (after.get(known.theCase.caseId) ?? 0) > (before.get(known.theCase.caseId) ?? 0))
        faults.push(`${known.theCase.caseId}: the daily run planned a reminder for a silent case`);
  };
  const queuedBy = async (knowns: readonly Known[]) =>
    new Map(
      (
        await stage.test.owner<{ case_id: string; n: number }>(
          `select case_id, count(*)::int as n from actions where case_id = any($1) and scenario_id is not null group by 1`,
          [knowns.map(({ theCase }) => theCase.caseId)],
        )
      ).map((row) => [row.case_id, row.n]),
    );

  for (let round = 0; round < rounds; round++) {
    const knowns = cases.slice(round * perRound, (round + 1) * perRound).map((theCase): Known => ({
      theCase,
      silentSince: null,
      payments: new Set(),
      parts: new Set(),
      cancelled: new Set(),
      transfers: 0n,
      diary: [],
    }));
    await stage.test.owner(`update schedules set due_on = '2026-11-01' where case_id = any($1)`, [
      knowns.map(({ theCase }) => theCase.caseId),
    ]);
    // Each case lives through its own shuffled acts, all cases and the daily run at once.
    await Promise.all([
      ...knowns.map(async (known, nth) => {
        const name = `${round}.${nth}`;
        const acts: Array<() => Promise<unknown>> = [
          () => Promise.all([start(known, 'all'), start(known, 'all')]), // a double click
          () => start(known, random() < 0.5 ? 'all' : 'part'),
          () => pay(known),
          () => webhook(known),
          () => Promise.all([webhook(known), webhook(known)]), // replayed, and the return page beside it
          () => remind(known, `${name} first`),
          () => remind(known, `${name} second`),
          ...(random() < 0.4 ? [() => transfer(known, nth)] : []),
          ...(random() < 0.3 ? [() => leave(known)] : []),
        ];
        const shuffled = acts.map((act) => ({ act, at: random() })).sort((x, y) => x.at - y.at);
        for (let at = 0; at < shuffled.length;) {
          const together = shuffled.slice(at, (at += 1 + Math.floor(random() * 3))); // one to three at once
          await Promise.all(
            together.map(async ({ act }) => {
              await soon();
              await act();
            }),
          );
        }
      }),
      round % 5 === 0 && soon().then(() => day(knowns)), // a run looks at every case: one in five rounds is enough
    ]);
    // Everything is told in the end, once more.
    await Promise.all(knowns.map(webhook));
    const charged = (known: Known) => provider.charges.filter(({ paymentId }) => known.payments.has(paymentId));
    for (const known of knowns) {
      const mine = charged(known);
      counts.paid += mine.length;
      if (new Set(mine.map(({ paymentId }) => paymentId)).size !== mine.length) faults.push(`${round}: one payment was charged twice`);
      const sum = mine.reduce((total, { amountMinor }) => total + amountMinor, 0n);
      if (sum > owedMinor) faults.push(`${round}: ${sum} was charged of ${owedMinor}`);
      const open = [...provider.sessions.values()].filter(
        ({ request, state }) => known.payments.has(request.paymentId) && state === 'open',
      );
      if (open.length > 1) faults.push(`${round}: two payment pages stand open`);
    }
  }
  const seconds = Math.round((performance.now() - began) / 1000);
  const [moved] = await stage.test.owner<{ cards: number; sum: bigint }>(
    `select count(*)::int as cards, coalesce(sum(amount_minor), 0)::bigint as sum from movements where method = 'card'`,
  );
  const sum = provider.charges.reduce((total, { amountMinor }) => total + amountMinor, 0n);
  process.stdout.write(
    `${rounds * perRound} interleavings of paying and reminding, seed ${seed}, ${seconds} s: ${JSON.stringify(counts)}, refused with ${[...refusals].sort().join(', ')}\n`,
  );
  expect({ seed, faults: faults.slice(0, 5) }).toEqual({ seed, faults: [] });
  expect([moved!.cards, moved!.sum]).toEqual([provider.charges.length, sum]); // each charge is money once
  expect([...refusals].filter((code) => !['PAYMENT_IN_FLIGHT', 'NOTHING_OWED', 'CASE_CLOSED', 'PART_TOO_LARGE'].includes(code))).toEqual(
    [],
  );
  for (const seen of ['starts', 'refused', 'sent', 'stayed', 'paid', 'cancelled', 'transfers'] as const)
    expect([seen, counts[seen] > rounds / 12]).toEqual([seen, true]);
  const broken = (await verifyInvariants(database)).filter((finding) => !finding.ok);
  expect(broken).toEqual([]);
});
