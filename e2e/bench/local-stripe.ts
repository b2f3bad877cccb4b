import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '@amiable/kernel';
import type { PaymentProvider } from '@amiable/payments';
import type pg from 'pg';
import { each, freePort, settings } from './tools';

export interface PaidSession {
  readonly sessionId: string;
  readonly url: string;
}

export interface LocalStripeProcess {
  readonly url: string;
  /** The bodies of the events that told of these sessions' completion. */
  completedEvents(sessions: readonly PaidSession[]): Promise<string[]>;
  stop(): Promise<void>;
}

/** The local Stripe in a process of its own; it sends no webhooks, its events are fetched and posted by the benchmark. */
export async function openLocalStripe(): Promise<LocalStripeProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [join(__dirname, '..', '..', 'apps', 'devkit', 'local-stripe', 'main.js')], {
    env: {
      ...process.env,
      STRIPE_LOCAL_PORT: String(port),
      STRIPE_WEBHOOK_URL: '',
      DATA_DIR: '',
      STRIPE_SECRET_KEY: settings.STRIPE_SECRET_KEY,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  while (!(await fetch(url).catch(() => undefined))?.status) await pause(50);
  return {
    url,
    async completedEvents(sessions) {
      const wanted = new Set(sessions.map(({ sessionId }) => sessionId));
      const bodies: string[] = [];
      for (let after = '', more = true; more;) {
        const page = await fetch(`${url}/v1/events?type=checkout.session.completed&limit=100${after && `&starting_after=${after}`}`, {
          headers: { authorization: `Bearer ${settings.STRIPE_SECRET_KEY}` },
        });
        const { data, has_more } = (await page.json()) as {
          data: Array<{ id: string; data: { object: { id: string } } }>;
          has_more: boolean;
        };
        for (const event of data) if (wanted.has(event.data.object.id)) bodies.push(JSON.stringify(event));
        after = data.at(-1)?.id ?? '';
        more = has_more;
      }
      if (bodies.length !== sessions.length) throw new Error(`${bodies.length} events of ${sessions.length} sessions`);
      return bodies;
    },
    async stop() {
      child.kill('SIGTERM');
      await Promise.race([new Promise((resolve) => child.once('exit', resolve)), pause(3_000)]);
    },
  };
}

/** Payments of as many cases, each with its checkout paid by a test card; our rows know nothing of it yet. */
export async function paidSessions(owner: pg.Pool, provider: PaymentProvider, count: number): Promise<PaidSession[]> {
  const { rows: cases } = await owner.query<{ client_id: string; id: string; open_minor: bigint }>(
    `select client_id, id, open_minor from cases where state = 'open' and open_minor between 100 and 90000000 order by md5(id::text) limit $1`,
    [count],
  );
  const paid: PaidSession[] = [];
  const rows: object[] = [];
  const expiresAt = new Date(Date.now() + 31 * 60_000);
  await each(cases, 8, async (row) => {
    const id = newId();
    const request = {
      idempotencyKey: `bench-${id}`,
      clientId: row.client_id,
      paymentId: id,
      amountMinor: row.open_minor,
      currency: 'EUR',
      label: 'Bench',
      keepsMeans: false,
      statementName: 'Bench',
      language: 'fr' as const,
    };
    const checkout = await provider.openCheckout({
      ...request,
      email: 'payer@example.org',
      successUrl: `${settings.PUBLIC_URL}/r`,
      cancelUrl: `${settings.PUBLIC_URL}/r`,
      expiresAt,
    });
    const form = new URLSearchParams({ method: 'card', card_number: '4242424242424242', expiry: '12/39', cvc: '123', name: 'Zoé Martin' });
    const answer = await fetch(checkout.url, { method: 'POST', body: form, redirect: 'manual' });
    if (answer.status !== 303) throw new Error(`the payment was not taken: ${answer.status}`);
    await answer.arrayBuffer();
    paid.push({ sessionId: checkout.sessionId, url: checkout.url });
    rows.push({ client_id: row.client_id, id, case_id: row.id, amount: row.open_minor.toString(), session_id: checkout.sessionId });
  });
  await owner.query(
    `with p as (select * from jsonb_to_recordset($1::jsonb) as p(client_id uuid, id uuid, case_id uuid, amount bigint, session_id text)),
     begun as (
       insert into payments (client_id, id, case_id, provider, amount_minor, currency, language, state, session_id, created_at, expires_at)
       select client_id, id, case_id, 'stripe', amount, 'EUR', 'fr', 'started', session_id, now(), $2 from p returning client_id, id, session_id)
     insert into provider_objects (provider, object_id, client_id, payment_id) select 'stripe', session_id, client_id, id from begun`,
    [JSON.stringify(rows), expiresAt],
  );
  return paid;
}
