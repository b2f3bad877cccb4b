import { CancelPayment, OpenCheckout, ProcessInbox, ReconcilePayments, StartPayment, SyncPayments } from '@amiable/payments';
import { RequestContext } from '@amiable/platform';
import { signatureOf } from '../../apps/devkit/local-stripe/webhooks/signature';
import { openStage, type Stage } from '../stage';
import { actsOn, card, debit, refusal } from './acts.fixture';

/** The writes that stand between us and the provider: cancelling, syncing, the inbox; against a provider that speaks the real protocol. */
jest.setTimeout(180_000); // on a machine that is busy with other things
let stage: Stage;
const ctx = RequestContext.system();
const { perform, begin, submit, intentOf } = actsOn(() => stage);

beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const a = () => ({ clientId: stage.cast.a.id, caseId: stage.cast.a.cases[0].caseId });
const start = (amount = '100') => begin(a().clientId, a().caseId, amount);
const stateOf = async (paymentId: string) =>
  (await stage.test.owner<{ state: string }>(`select state from payments where id = $1`, [paymentId]))[0]!.state;
const movements = () => stage.test.owner(`select kind, amount_minor, method from movements order by recorded_at, id`);
const cancel = (paymentId: string) => stage.worker.get(CancelPayment).cancel(ctx, a().clientId, paymentId);
const sync = (paymentId: string) => stage.worker.get(SyncPayments).sync([{ clientId: a().clientId, paymentId }]);
const inbox = () =>
  stage.test.owner(
    `select type, attempts, processed_at is not null as done, dead_at is not null as dead, error from inbox_events order by received_at, event_id`,
  );

describe('cancelling', () => {
  it('closes the provider’s page first: nothing can be paid there any more', async () => {
    const { url, paymentId } = await start();
    expect(await cancel(paymentId)).toBe(true);
    expect(await stateOf(paymentId)).toBe('cancelled');
    await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ ...card, expiry: '12/39', cvc: '123', name: 'A' }),
    });
    await stage.settle();
    expect(await movements()).toEqual([]);
    expect(await cancel(paymentId)).toBe(false); // once is enough
    expect((await start('50')).paymentId).not.toBe(paymentId);
  });

  it('comes too late once it is paid or on its way, and the facts decide', async () => {
    stage.stripe.control.hold(); // we have not been told yet
    const { url, paymentId } = await start();
    await submit(url, card);
    expect(await cancel(paymentId)).toBe(false);
    expect(await stateOf(paymentId)).toBe('started');
    stage.stripe.control.release();
    await stage.settle();
    expect(await stateOf(paymentId)).toBe('succeeded');
    expect(await movements()).toEqual([{ kind: 'payment', amount_minor: 10_000n, method: 'card' }]);
  });
});

describe('syncing', () => {
  it('a debit is on its way, then paid, then returned: each fact once, the case owed again', async () => {
    const { url, paymentId } = await start();
    await submit(url, debit);
    expect(await stateOf(paymentId)).toBe('processing');
    stage.stripe.control.settle(await intentOf(paymentId), 'succeeded');
    await stage.settle();
    expect(await stateOf(paymentId)).toBe('succeeded');
    const [{ source_key }] = (await stage.test.owner<{ source_key: string }>(`select source_key from movements`)) as [
      { source_key: string },
    ];
    stage.stripe.control.openDispute(source_key.replace('stripe:', ''));
    await stage.settle();
    await Promise.all(Array.from({ length: 10 }, () => sync(paymentId)));
    expect(await movements()).toEqual([
      { kind: 'payment', amount_minor: 10_000n, method: 'sepa_debit' },
      { kind: 'chargeback', amount_minor: -10_000n, method: 'sepa_debit' },
    ]);
    expect(await stage.test.owner(`select open_minor, state from cases where id = $1`, [a().caseId])).toEqual([
      { open_minor: 153_333n, state: 'open' },
    ]);
  });

  it('a debit that the bank refuses writes no money, and the debtor may try again', async () => {
    const { url, paymentId } = await start();
    await submit(url, debit);
    stage.stripe.control.settle(await intentOf(paymentId), 'failed');
    await stage.settle();
    expect(await stateOf(paymentId)).toBe('failed');
    expect(await movements()).toEqual([]);
    expect((await start()).paymentId).not.toBe(paymentId);
  });

  it('a provider that names another sum is not believed, and holds no other payment up', async () => {
    const { url, paymentId } = await start();
    stage.stripe.control.hold();
    await submit(url, card);
    await stage.test.owner(`update payments set amount_minor = 9999 where id = $1`, [paymentId]);
    const other = await begin(a().clientId, stage.cast.a.cases[1].caseId, '30');
    await submit(other.url, card);
    const failed = await stage.worker.get(SyncPayments).sync([
      { clientId: a().clientId, paymentId },
      { clientId: a().clientId, paymentId: other.paymentId },
    ]);
    expect([...failed.keys()]).toEqual([paymentId]);
    expect(await movements()).toEqual([{ kind: 'payment', amount_minor: 3_000n, method: 'card' }]);
  });

  it('no message ever came: the reconciliation asks by itself', async () => {
    stage.stripe.control.hold();
    const paid = await start();
    await submit(paid.url, card);
    const left = await begin(a().clientId, stage.cast.a.cases[1].caseId, '30');
    const { paymentId: unopened } = await perform(a().clientId, StartPayment, {
      caseId: stage.cast.a.cases[2].caseId,
      choice: 'all',
      invoiceIds: [],
      amount: null,
      language: 'fr',
    });
    stage.test.clock.advance({ minutes: 40 });
    await stage.worker.get(ReconcilePayments).reconcile();
    expect([await stateOf(paid.paymentId), await stateOf(left.paymentId), await stateOf(unopened)]).toEqual([
      'succeeded',
      'expired',
      'expired',
    ]);
    expect(await movements()).toHaveLength(1);
  });
});

describe('the inbox', () => {
  const post = (event: object, at = Math.floor(stage.test.clock.now().epochMilliseconds / 1000), secret = 'whsec_stage_secret') => {
    const body = JSON.stringify(event);
    return fetch(`${stage.url}/webhooks/stripe`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'stripe-signature': signatureOf(body, secret, at) },
    }).then((answer) => answer.status);
  };
  const event = (more: object = {}) => ({
    id: 'evt_1',
    object: 'event',
    api_version: '2026-10-28.endive',
    created: 0,
    type: 'payment_intent.succeeded',
    data: { object: { id: 'pi_nobody', object: 'payment_intent' } },
    livemode: false,
    pending_webhooks: 0,
    request: null,
    ...more,
  });

  it('keeps only what the provider signed, and not long ago', async () => {
    const now = Math.floor(stage.test.clock.now().epochMilliseconds / 1000);
    expect(await post(event(), now, 'whsec_somebody_else')).toBe(400);
    expect(await post(event(), now - 301)).toBe(400);
    expect(await inbox()).toEqual([]);
    expect(await post(event(), now - 299)).toBe(200);
    expect(await post(event(), now)).toBe(200);
    expect(await inbox()).toHaveLength(1);
  });

  it('an object of somebody else’s on the same account is no matter of ours', async () => {
    await post(event());
    await stage.settle();
    expect(await inbox()).toMatchObject([{ done: true, dead: false, error: null }]);
    expect(await movements()).toEqual([]);
  });

  it('what cannot be worked on is tried ten times, then lies among the dead letters with its reason', async () => {
    await post(event({ api_version: '2027-03-31.another' }));
    await post(event({ id: 'evt_2', type: 'payout.paid', data: { object: { id: 'po_unknown', object: 'payout' } } }));
    for (let n = 0; n < 12; n++) {
      await stage.worker.get(ProcessInbox).drain();
      stage.test.clock.advance({ hours: 3 });
    }
    const letters = await inbox();
    expect(letters).toMatchObject([
      { attempts: 10, done: false, dead: true },
      { attempts: 10, done: false, dead: true },
    ]);
    expect(letters.map((letter) => letter.error).join()).toMatch(/API version 2027-03-31\.another.*No such payout/s);
    expect(await stage.worker.get(ProcessInbox).drain()).toBe(0);
  });

  it('a failing provider is asked again, and nothing is lost', async () => {
    const { url, paymentId } = await start();
    stage.stripe.control.hold();
    await submit(url, card);
    stage.stripe.control.fault({ kind: 'error_500_before', count: 60, method: 'GET' } as never);
    stage.stripe.control.release();
    await stage.settle();
    expect(await movements()).toEqual([]);
    stage.stripe.control.faults.clear();
    stage.test.clock.advance({ minutes: 5 });
    await stage.settle();
    expect(await stateOf(paymentId)).toBe('succeeded');
    expect(await movements()).toHaveLength(1);
    expect((await inbox()).filter((row) => !row.done)).toEqual([]);
  });

  it('a crash after the provider’s page was opened is healed by the same call', async () => {
    const { paymentId } = await perform(a().clientId, StartPayment, {
      ...a(),
      choice: 'all',
      invoiceIds: [],
      amount: null,
      language: 'fr',
    });
    const open = () => stage.worker.get(OpenCheckout).open(ctx, a().clientId, paymentId);
    const first = await open();
    await stage.test.owner(`update payments set session_id = null, checkout_url = null`); // as if we had died before writing it down
    expect(await open()).toBe(first);
    expect(
      await refusal(perform(a().clientId, StartPayment, { ...a(), choice: 'part', invoiceIds: [], amount: '5', language: 'fr' })),
    ).toBe('PAYMENT_IN_FLIGHT');
  });
});
