import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import { clientOf, KEY, openSession, pay, payByCard, payByIban, SECRET, startSandbox, type Sandbox } from './sandbox';
import { startLocalStripe } from './local-stripe';

const SETTLES = 'FR1420041010050500013M02606';
const FAILS = 'FR8420041010050500013M02607';
const RETURNED = 'FR5720041010050500013M02608';

let box: Sandbox;
beforeEach(async () => {
  box = await startSandbox();
});
afterEach(() => box.stop());

const types = () => box.received.map((event) => event.type);
const refusalOf = (call: Promise<unknown>) =>
  call.then(
    () => Promise.reject(new Error('was not refused')),
    (error: unknown) => error as InstanceType<typeof Stripe.errors.StripeError>,
  );
async function paidCharge(amount = 10_000, number = '4242424242424242'): Promise<Stripe.Charge> {
  const session = await openSession(box.stripe, amount);
  await payByCard(session, number);
  const { data } = await box.stripe.charges.list({ limit: 1 });
  return data[0] as Stripe.Charge;
}

describe('the API', () => {
  it('asks for the right key', async () => {
    const stranger = await refusalOf(clientOf(box.local, 'sk_test_wrong').balance.retrieve());
    expect(stranger).toBeInstanceOf(Stripe.errors.StripeAuthenticationError);
    expect((await fetch(`${box.local.url}/v1/balance`)).status).toBe(401);
  });

  it('replays the first answer for the same key and refuses the key for other parameters', async () => {
    const options = { idempotencyKey: 'pay-case-1' };
    const first = await openSession(box.stripe, 10_000);
    const make = (name: string) => box.stripe.customers.create({ name }, options);
    const made = await make('Zoé');
    const again = await make('Zoé');
    expect(again.id).toBe(made.id);
    expect(again.lastResponse.headers['idempotent-replayed']).toBe('true');
    const other = await refusalOf(make('Ada'));
    expect(other).toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
    expect(other.statusCode).toBe(400);
    expect((await box.stripe.customers.list()).data).toHaveLength(1);
    expect(first.status).toBe('open');
  });

  it('answers 409 while the first call with the key is under way', async () => {
    box.local.control.fault({ kind: 'slow', count: 1, delayMs: 150 });
    const make = () => box.stripe.customers.create({ name: 'Zoé' }, { idempotencyKey: 'k' });
    const first = make();
    await new Promise((resolve) => setTimeout(resolve, 40));
    const second = await refusalOf(make());
    expect([second.statusCode, second.code]).toEqual([409, 'idempotency_key_in_use']);
    await first;
  });

  it('keeps the answer of a call whose line was cut, and a 500', async () => {
    for (const kind of ['drop_after', 'error_500_after'] as const) {
      const options = { idempotencyKey: kind };
      // The SDK tries once more by itself after a cut line, whatever maxNetworkRetries says.
      box.local.control.fault({ kind, count: kind === 'drop_after' ? 2 : 1, path: '/v1/customers' });
      await refusalOf(box.stripe.customers.create({ name: kind }, options));
      const again = box.stripe.customers.create({ name: kind }, options);
      if (kind === 'drop_after') expect((await again).name).toBe(kind);
      else expect((await refusalOf(again)).statusCode).toBe(500);
    }
    expect((await box.stripe.customers.list()).data).toHaveLength(2);
  });

  it('answers 429 without acting and leaves the key free', async () => {
    box.local.control.fault({ kind: 'rate_limit', count: 1 });
    const make = () => box.stripe.customers.create({ name: 'Zoé' }, { idempotencyKey: 'r' });
    expect(await refusalOf(make())).toBeInstanceOf(Stripe.errors.StripeRateLimitError);
    expect((await make()).name).toBe('Zoé');
  });

  it.each([
    ['unknown parameter', { payment_method_types: ['card'] }, 'parameter_unknown', 'payment_method_types'],
    ['bad integer', { expires_at: 'soon' }, 'parameter_invalid_integer', 'expires_at'],
    ['missing parameter', { success_url: undefined }, 'parameter_missing', 'success_url'],
    ['bad address', { success_url: 'javascript:alert(1)' }, 'url_invalid', 'success_url'],
  ])('refuses a session with %s', async (_what, more, code, param) => {
    const refusal = await refusalOf(openSession(box.stripe, 1_000, more as object));
    expect([refusal.type, refusal.code, refusal.param]).toEqual(['StripeInvalidRequestError', code, param]);
  });

  it('answers 404 resource_missing', async () => {
    const refusal = await refusalOf(box.stripe.paymentIntents.retrieve('pi_none'));
    expect([refusal.statusCode, refusal.code]).toEqual([404, 'resource_missing']);
  });

  it('pages lists both ways', async () => {
    for (let i = 0; i < 25; i++) await box.stripe.customers.create({ name: `n${i}` });
    const walked: string[] = [];
    for await (const customer of box.stripe.customers.list({ limit: 10 })) walked.push(customer.name ?? '');
    expect(walked).toEqual(Array.from({ length: 25 }, (_, i) => `n${24 - i}`));
    const first = await box.stripe.customers.list({ limit: 10 });
    const second = await box.stripe.customers.list({ limit: 10, starting_after: first.data.at(-1)?.id });
    const back = await box.stripe.customers.list({ limit: 10, ending_before: second.data[0]?.id });
    expect(first.has_more).toBe(true);
    expect(back.data.map((c) => c.id)).toEqual(first.data.map((c) => c.id));
    expect((await box.stripe.customers.list({ created: { gte: 4_000_000_000 } })).data).toEqual([]);
  });

  it('confirms an intent and raises a card error for a declined card', async () => {
    const intent = await box.stripe.paymentIntents.create({ amount: 900, currency: 'eur' });
    const declined = await refusalOf(box.stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_chargeDeclined' }));
    expect([declined.type, declined.code, declined.decline_code]).toEqual(['StripeCardError', 'card_declined', 'generic_decline']);
    const paid = await box.stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_visa' });
    expect(paid.status).toBe('succeeded');
    const late = await refusalOf(box.stripe.paymentIntents.cancel(intent.id));
    expect(late.code).toBe('payment_intent_unexpected_state');
  });
});

describe('the hosted page', () => {
  it('shows what is paid, escaped, in the language of the session', async () => {
    const name = 'Facture <b>n° 1</b>';
    const session = await openSession(box.stripe, 125_050, {
      line_items: [{ price_data: { currency: 'eur', unit_amount: 125_050, product_data: { name } } }],
    });
    const answer = await fetch(session.url ?? '');
    const text = await answer.text();
    expect(text).toContain('lang="fr"');
    expect(text).toContain('Facture &lt;b&gt;n° 1&lt;/b&gt;');
    expect(text).not.toContain('<b>n°');
    expect(text).toMatch(/1\s250,50\s€/u);
    expect(text).toContain('Mode test local');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).not.toContain('<script');
    const sheet = /<style>([\s\S]*)<\/style>/.exec(text)![1]!;
    expect(answer.headers.get('content-security-policy')).toContain(`'sha256-${createHash('sha256').update(sheet).digest('base64')}'`);
  });

  it('takes a card, sends the payer on, and never charges twice', async () => {
    const session = await openSession(box.stripe);
    const answers = await Promise.all([1, 2, 3].map(() => payByCard(session, '4242 4242 4242 4242')));
    for (const answer of answers) {
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `http://127.0.0.1:9/merci?s=${session.id}`]);
    }
    const { data: charges } = await box.stripe.charges.list({ expand: ['data.balance_transaction'] });
    expect(charges).toHaveLength(1);
    expect(charges[0]?.balance_transaction).toMatchObject({ amount: 10_000, fee: 175, net: 9_825 });
    const paid = await box.stripe.checkout.sessions.retrieve(session.id, {
      expand: ['payment_intent.latest_charge.balance_transaction', 'line_items'],
    });
    expect(paid).toMatchObject({
      status: 'complete',
      payment_status: 'paid',
      payment_intent: { metadata: { case: '1' }, latest_charge: { balance_transaction: { net: 9_825 } } },
      line_items: { data: [{ description: 'Facture F-1', amount_total: 10_000 }] },
    });
    expect(await (await fetch(session.url ?? '')).text()).toContain('déjà enregistré');
    await box.local.control.whenIdle();
    expect(types().toSorted()).toEqual(
      ['payment_intent.created', 'charge.succeeded', 'payment_intent.succeeded', 'charge.updated', 'checkout.session.completed'].toSorted(),
    );
    expect(box.received.every((event) => event.api_version === '2026-10-28.endive')).toBe(true);
  });

  it('names each wrong field and charges nothing', async () => {
    const session = await openSession(box.stripe);
    const answer = await pay(session, { method: 'card', card_number: '4242424242424241', expiry: '01/20', cvc: '1', name: '' });
    const text = await answer.text();
    expect(answer.status).toBe(422);
    for (const field of ['card_number', 'expiry', 'cvc', 'name']) expect(text).toContain(`id="${field}-error"`);
    expect(text).not.toContain('4242424242424241');
    expect((await box.stripe.charges.list()).data).toEqual([]);
  });

  it('says why a card is declined, and lets the payer try another', async () => {
    const session = await openSession(box.stripe);
    const declined = await payByCard(session, '4000000000009995');
    expect([declined.status, (await declined.text()).includes('fonds disponibles')]).toEqual([402, true]);
    expect((await payByCard(session, '4000000000000002')).status).toBe(402);
    expect((await payByCard(session, '4111111111111111')).status).toBe(402);
    expect((await payByCard(session, '4242424242424242')).status).toBe(303);
    const { data } = await box.stripe.charges.list();
    expect(data.map((c) => c.failure_code)).toEqual([null, 'card_declined', 'card_declined', 'card_declined']);
    expect(new Set(data.map((c) => c.payment_intent)).size).toBe(1);
    await box.local.control.whenIdle();
    expect(types().filter((t) => t === 'payment_intent.payment_failed')).toHaveLength(3);
  });

  it('asks for 3-D Secure, and charges only after the yes', async () => {
    const session = await openSession(box.stripe);
    const ask = async () => {
      const answer = await payByCard(session, '4000002760003184');
      return new URL(answer.headers.get('location') ?? '', box.local.url);
    };
    const reply = async (answer: string) =>
      fetch(await ask(), { method: 'POST', body: new URLSearchParams({ answer }), redirect: 'manual' });
    expect(await (await fetch(await ask())).text()).toContain('Confirmer le paiement');
    const refused = await reply('refuse');
    expect(refused.headers.get('location')).toBe(`/c/pay/${session.id}`);
    expect(await (await fetch(session.url ?? '')).text()).toContain('vérifier votre identité');
    expect((await box.stripe.charges.list()).data).toEqual([]);
    const approved = await reply('approve');
    expect(approved.headers.get('location')).toContain('/merci');
    const { data } = await box.stripe.charges.list();
    expect(data[0]?.payment_method_details?.card?.three_d_secure?.result).toBe('authenticated');
  });

  it('expires, and then takes nothing', async () => {
    const session = await openSession(box.stripe);
    const expired = await box.stripe.checkout.sessions.expire(session.id);
    expect([expired.status, expired.url]).toEqual(['expired', null]);
    expect((await payByCard(session, '4242424242424242')).status).toBe(410);
    expect((await refusalOf(box.stripe.checkout.sessions.expire(session.id))).statusCode).toBe(400);
    expect((await box.stripe.charges.list()).data).toEqual([]);
  });
});

describe('SEPA debits', () => {
  it.each([
    [SETTLES, 'succeeded', 'paid', 'checkout.session.async_payment_succeeded'],
    [FAILS, 'requires_payment_method', 'unpaid', 'checkout.session.async_payment_failed'],
  ])('%s is processed, then %s', async (iban, status, paymentStatus, last) => {
    const session = await openSession(box.stripe);
    expect((await payByIban(session, iban)).status).toBe(303);
    const open = await box.stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] });
    const intent = open.payment_intent as Stripe.PaymentIntent;
    expect([open.status, open.payment_status, intent.status]).toEqual(['complete', 'unpaid', 'processing']);
    box.local.control.settle(intent.id);
    const after = await box.stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] });
    expect([after.payment_status, (after.payment_intent as Stripe.PaymentIntent).status]).toEqual([paymentStatus, status]);
    await box.local.control.whenIdle();
    expect(types()).toEqual(expect.arrayContaining(['charge.pending', 'payment_intent.processing', last]));
    const { data } = await box.stripe.balanceTransactions.list();
    expect(data.map((m) => m.fee)).toEqual(status === 'succeeded' ? [35] : []);
  });

  it('a returned debit is lost at once', async () => {
    const session = await openSession(box.stripe);
    await payByIban(session, RETURNED);
    const paid = await box.stripe.checkout.sessions.retrieve(session.id);
    box.local.control.settle(String(paid.payment_intent));
    const { data } = await box.stripe.disputes.list();
    expect(data.map((d) => [d.status, d.amount])).toEqual([['lost', 10_000]]);
    const { data: moves } = await box.stripe.balanceTransactions.list();
    expect(moves.reduce((sum, m) => sum + m.net, 0)).toBe(-35 - 750);
  });

  it('settle by themselves when the clock says so', async () => {
    let now = Date.parse('2027-01-15T10:00:00Z');
    const timed = await startSandbox({ clock: () => now, settings: { sepaSettleMs: 5_000 } });
    const session = await openSession(timed.stripe);
    await payByIban(session, SETTLES);
    now += 6_000;
    timed.local.control.tick();
    expect((await timed.stripe.checkout.sessions.retrieve(session.id)).payment_status).toBe('paid');
    await timed.stop();
  });
});

describe('refunds, disputes, payouts', () => {
  it('refunds in parts and never above the charge', async () => {
    const charge = await paidCharge();
    const part = await box.stripe.refunds.create({ charge: charge.id, amount: 3_000, metadata: { why: 'part' } });
    expect([part.status, part.amount]).toEqual(['succeeded', 3_000]);
    const over = await refusalOf(box.stripe.refunds.create({ charge: charge.id, amount: 7_001 }));
    expect(over.message).toBe('Refund amount (€70.01) is greater than unrefunded amount on charge (€70.00)');
    const rest = await box.stripe.refunds.create({ payment_intent: String(charge.payment_intent) });
    expect(rest.amount).toBe(7_000);
    const none = await refusalOf(box.stripe.refunds.create({ charge: charge.id }));
    expect(none.code).toBe('charge_already_refunded');
    const after = await box.stripe.charges.retrieve(charge.id, { expand: ['refunds'] });
    expect([after.refunded, after.amount_refunded, after.refunds?.data.length]).toEqual([true, 10_000, 2]);
    await box.local.control.whenIdle();
    expect(types().filter((t) => t === 'charge.refunded' || t === 'refund.created')).toHaveLength(4);
  });

  it('a refund can fail afterwards and gives the money back to the balance', async () => {
    const charge = await paidCharge();
    const refund = await box.stripe.refunds.create({ charge: charge.id });
    box.local.control.failRefund(refund.id);
    const after = await box.stripe.charges.retrieve(charge.id);
    expect([after.amount_refunded, after.refunded]).toEqual([0, false]);
    await box.local.control.whenIdle();
    expect(types()).toEqual(expect.arrayContaining(['refund.failed', 'refund.updated', 'charge.refund.updated']));
  });

  it('a dispute takes the money and the fee; won, both come back', async () => {
    const charge = await paidCharge(10_000, '4000000000000259');
    const { data } = await box.stripe.disputes.list({ charge: charge.id });
    const dispute = data[0] as Stripe.Dispute;
    expect(dispute.balance_transactions.map((m) => [m.amount, m.fee, m.net])).toEqual([[-10_000, 2_000, -12_000]]);
    expect((await refusalOf(box.stripe.refunds.create({ charge: charge.id }))).code).toBe('charge_disputed');
    const won = box.local.control.closeDispute(dispute.id, 'won');
    expect(won.balance_transactions.map((m) => m.net)).toEqual([-12_000, 12_000]);
    await box.local.control.whenIdle();
    expect(types()).toEqual(
      expect.arrayContaining([
        'charge.dispute.created',
        'charge.dispute.funds_withdrawn',
        'charge.dispute.funds_reinstated',
        'charge.dispute.closed',
      ]),
    );
  });

  it('closing a dispute by the API accepts the loss', async () => {
    const charge = await paidCharge();
    const dispute = box.local.control.openDispute(charge.id);
    expect((await box.stripe.disputes.close(dispute.id)).status).toBe('lost');
    expect((await refusalOf(box.stripe.disputes.close(dispute.id))).statusCode).toBe(400);
  });

  it('pays the whole balance out and says what the payout is made of', async () => {
    const charge = await paidCharge();
    await box.stripe.refunds.create({ charge: charge.id, amount: 1_000 });
    const payout = box.local.control.payout();
    expect([payout.amount, payout.status]).toEqual([8_825, 'paid']);
    const { data } = await box.stripe.balanceTransactions.list({ payout: payout.id });
    expect(data.map((m) => m.type)).toEqual(['payout', 'refund', 'charge']);
    expect(data.reduce((sum, m) => sum + m.net, 0)).toBe(0);
    expect((await box.stripe.balance.retrieve()).available).toEqual([{ amount: 0, currency: 'eur' }]);
    expect(() => box.local.control.payout()).toThrow('insufficient funds');
  });
});

describe('webhooks', () => {
  it('are tried again after a failure until they are accepted', async () => {
    box.answerWith.push(500, 302, 404);
    await box.stripe.customers.create({ name: 'Zoé' });
    expect(await box.local.control.whenIdle()).toBe(true);
    const [delivery] = box.local.control.deliveries();
    expect(delivery?.attempts.map((a) => a.status)).toEqual([500, 302, 404, 200]);
    expect((await box.stripe.events.retrieve(delivery?.event ?? '')).pending_webhooks).toBe(0);
  });

  it('are given up after the last try, listed as undelivered, and can be delivered by hand', async () => {
    box.answerWith.push(500, 500, 500, 500);
    await box.stripe.customers.create({ name: 'Zoé' });
    await box.local.control.whenIdle();
    expect(box.local.control.deliveries()[0]?.state).toBe('gave_up');
    const { data } = await box.stripe.events.list({ delivery_success: false, type: 'customer.created' });
    expect(data).toHaveLength(1);
    box.local.control.redeliver(data[0]?.id ?? '');
    await box.local.control.whenIdle();
    expect(types()).toEqual(['customer.created']);
  });

  it('can be held, shuffled and doubled, the same way for the same seed', async () => {
    box.local.control.hold();
    for (let i = 0; i < 10; i++) await box.stripe.customers.create({ name: String(i) });
    expect(box.received).toEqual([]);
    expect(box.local.control.release({ seed: 7, times: 2 })).toBe(20);
    await box.local.control.whenIdle();
    expect(box.received).toHaveLength(20);
    expect(new Set(box.received.map((e) => e.id)).size).toBe(10);
  });

  it('carry a signature that a changed body breaks', () => {
    const payload = '{"id":"evt_1","object":"event"}';
    const header = Stripe.webhooks.generateTestHeaderString({ payload, secret: SECRET });
    expect(() => Stripe.webhooks.constructEvent(`${payload} `, header, SECRET)).toThrow('No signatures found');
  });
});

describe('the state', () => {
  it('outlives a restart, with keys and undelivered events', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'local-stripe-'));
    const options = { port: 0, webhookSecret: SECRET, secretKey: KEY, dataDir };
    const first = await startLocalStripe(options);
    const made = await clientOf(first).customers.create({ name: 'Zoé' }, { idempotencyKey: 'once' });
    const session = await openSession(clientOf(first));
    await first.stop();
    const second = await startLocalStripe(options);
    const again = await clientOf(second).customers.create({ name: 'Zoé' }, { idempotencyKey: 'once' });
    expect(again.id).toBe(made.id);
    const kept = await clientOf(second).checkout.sessions.retrieve(session.id, { expand: ['line_items'] });
    expect(kept.line_items?.data[0]?.description).toBe('Facture F-1');
    await second.stop();
    rmSync(dataDir, { recursive: true });
  });
});

describe('the control over HTTP', () => {
  const post = (name: string, body: object) =>
    fetch(`${box.local.url}/_control/${name}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });

  it('moves money as the in-process one does, and refuses in a clear shape', async () => {
    const charge = await paidCharge();
    expect((await post('open-dispute', { charge: charge.id })).status).toBe(200);
    expect(await (await post('close-dispute', { dispute: charge.id, outcome: 'won' })).json()).toMatchObject({ status: 'won' });
    expect(await (await post('payout', {})).json()).toMatchObject({ amount: 9_825, status: 'paid' });
    expect(await (await post('idle', {})).json()).toEqual({ idle: true });
    expect((await post('settle', {})).status).toBe(400);
    expect((await post('nothing', {})).status).toBe(404);
  });

  it('shows a dashboard', async () => {
    const charge = await paidCharge();
    const text = await (await fetch(`${box.local.url}/`)).text();
    expect(text).toContain(String(charge.payment_intent));
    expect(text).toContain('checkout.session.completed');
  });
});
