import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import { startLocalStripe, type LocalStripe, type LocalStripeOptions } from './local-stripe';

export const SECRET = 'whsec_spec';
export const KEY = 'sk_test_spec';

export interface Sandbox {
  local: LocalStripe;
  stripe: Stripe;
  /** Verified events in order of arrival. */
  received: Stripe.Event[];
  /** Statuses the receiver answers next, one per webhook; then 200. */
  answerWith: number[];
  stop(): Promise<void>;
}

/** For specs: a local Stripe, the real SDK talking to it, and a webhook receiver that verifies signatures. */
export async function startSandbox(options: Partial<LocalStripeOptions> = {}): Promise<Sandbox> {
  const received: Stripe.Event[] = [];
  const answerWith: number[] = [];
  const receiver = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const status = answerWith.shift() ?? 200;
      const signature = String(request.headers['stripe-signature']);
      // The clock of a spec may stand elsewhere than the machine's, hence the wide tolerance.
      const event = Stripe.webhooks.constructEvent(Buffer.concat(parts), signature, SECRET, 10 ** 12);
      if (status < 300) received.push(event);
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const webhookUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/webhooks/stripe`;
  const local = await startLocalStripe({
    port: 0,
    webhookUrl,
    webhookSecret: SECRET,
    secretKey: KEY,
    retryDelaysMs: [10, 20, 40],
    ...options,
  });
  return {
    local,
    stripe: clientOf(local),
    received,
    answerWith,
    async stop() {
      await local.stop();
      receiver.closeAllConnections();
      await new Promise<void>((resolve) => receiver.close(() => resolve()));
    },
  };
}

export function clientOf(local: LocalStripe, key = KEY): Stripe {
  return new Stripe(key, { host: '127.0.0.1', port: local.port, protocol: 'http', maxNetworkRetries: 0, telemetry: false });
}

export function openSession(stripe: Stripe, amount = 10_000, more: Partial<Stripe.Checkout.SessionCreateParams> = {}) {
  return stripe.checkout.sessions.create({
    mode: 'payment',
    line_items: [{ price_data: { currency: 'eur', unit_amount: amount, product_data: { name: 'Facture F-1' } }, quantity: 1 }],
    success_url: 'http://127.0.0.1:9/merci?s={CHECKOUT_SESSION_ID}',
    cancel_url: 'http://127.0.0.1:9/retour',
    customer_email: 'payer@example.org',
    locale: 'fr',
    client_reference_id: 'case-1',
    metadata: { case: '1' },
    payment_intent_data: { metadata: { case: '1' }, description: 'Dossier 1' },
    ...more,
  });
}

/** Fills and sends the hosted form as a browser without JavaScript does. */
export function pay(session: Stripe.Checkout.Session, fields: Record<string, string>): Promise<Response> {
  const body = new URLSearchParams({ expiry: '12/39', cvc: '123', name: 'Zoé Martin', ...fields });
  return fetch(session.url ?? '', { method: 'POST', body, redirect: 'manual' });
}

export const payByCard = (session: Stripe.Checkout.Session, number: string) => pay(session, { method: 'card', card_number: number });
export const payByIban = (session: Stripe.Checkout.Session, iban: string) => pay(session, { method: 'sepa_debit', iban });
