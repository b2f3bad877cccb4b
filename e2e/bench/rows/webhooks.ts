import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { newId, systemClock } from '@amiable/kernel';
import { PaymentProvider, ProcessInbox } from '@amiable/payments';
import type pg from 'pg';
import { atLeast, type Measure, type RowTask } from '../bench.types';
import { GraphqlClient } from '../graphql-client';
import { openLocalStripe, paidSessions, type PaidSession } from '../local-stripe';
import { each, openPool, peakMb, settings } from '../tools';

const events = 2_500;
const batch = 100;

/**
 * Signed webhooks of paid checkouts, posted to the api while the inbox is worked off, up to posted ledger entries. Each
 * event is another payment, which is read again at the local Stripe in its own process. The limit inserts the same rows.
 */
export async function webhooks(_task: RowTask): Promise<Measure[]> {
  const owner = openPool();
  const stripe = await openLocalStripe();
  settings.STRIPE_API_BASE = stripe.url;
  const client = await GraphqlClient.open();
  const inbox = client.api.get(ProcessInbox, { strict: false });
  try {
    const sessions = await paidSessions(owner, client.api.get(PaymentProvider, { strict: false }), 2 * events);
    const bodies = await stripe.completedEvents(sessions);
    const [apart, together] = [bodies.slice(0, events), bodies.slice(events)];
    const taking = await rateOf(apart.length, () => each(apart, 16, (body) => post(client, body)));
    const working = await rateOf(apart.length, () => inbox.drain());
    const cpuBefore = process.cpuUsage();
    const sustained = await rateOf(together.length, async () => {
      let posted = false;
      const posting = each(together, 16, (body) => post(client, body)).then(() => (posted = true));
      for (let taken = 1; taken > 0 || !posted;) {
        taken = await inbox.drain();
        if (taken === 0) await pause(2);
      }
      await posting;
    });
    const spent = process.cpuUsage(cpuBefore);
    await requirePosted(owner, sessions);
    const rssMb = peakMb();
    const limit = await bareInserts(owner);
    const cpuMs = (spent.user + spent.system) / 1_000 / together.length;
    return [
      {
        row: 'webhooks to ledger',
        ours: sustained,
        limit,
        unit: 'events/s',
        better: 'more',
        rssMb,
        goals: [atLeast(800, sustained, 'events/s')],
        note: `one payment each; taken in alone ${Math.round(taking)}/s, worked off alone ${Math.round(working)}/s; our CPU ${cpuMs.toFixed(2)} ms each`,
      },
    ];
  } finally {
    await client.close();
    await stripe.stop();
    await owner.end();
  }
}

async function post(client: GraphqlClient, body: string): Promise<void> {
  const at = Math.floor(Date.now() / 1_000);
  const v1 = createHmac('sha256', settings.STRIPE_WEBHOOK_SECRET).update(`${at}.${body}`).digest('hex');
  const answer = await client.post('/webhooks/stripe', body, { 'stripe-signature': `t=${at},v1=${v1}` });
  if (answer.status !== 200) throw new Error(`webhook refused: ${answer.status} ${answer.body}`);
}

async function rateOf(pieces: number, work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return pieces / ((performance.now() - began) / 1_000);
}

/** A figure counts only when the money is really there. */
async function requirePosted(owner: pg.Pool, sessions: readonly PaidSession[]): Promise<void> {
  const { rows } = await owner.query<{ n: number; state: string }>(
    `select count(*)::int as n from ledger_entries where kind = 'payment' and book = 'trust'`,
  );
  if (rows[0]!.n !== sessions.length) throw new Error(`${rows[0]!.n} of ${sessions.length} payments were posted`);
}

/** Movements, entries and lines of the same shape, a hundred events to a transaction and three statements. */
async function bareInserts(owner: pg.Pool): Promise<number> {
  const { rows: cases } = await owner.query<{ client_id: string; id: string }>(
    `select client_id, id from cases where state = 'open' order by md5(id::text) desc limit $1`,
    [events],
  );
  const day = systemClock.now().toString().slice(0, 10);
  const client = await owner.connect();
  try {
    return await rateOf(cases.length, async () => {
      for (let from = 0; from < cases.length; from += batch) {
        const facts = cases
          .slice(from, from + batch)
          .map((c) => ({ client: c.client_id, case: c.id, id: newId(), trust: newId(), own: newId() }));
        await client.query('begin');
        await client.query(
          `insert into movements (client_id, id, case_id, kind, method, source_key, amount_minor, provider_fee_minor, currency, effective_on, receipt_number)
           select client, id, "case", 'payment', 'card', 'bench:' || id, 1000, 40, 'EUR', $2::date, 'B-' || id from jsonb_to_recordset($1::jsonb) as f(client uuid, id uuid, "case" uuid)`,
          [JSON.stringify(facts), day],
        );
        await client.query(
          `insert into ledger_entries (client_id, id, book, kind, source_kind, source_id, currency, effective_on)
           select client, case book when 'trust' then trust else own end, book, 'payment', 'movement', 'bench:' || id, 'EUR', $2::date
           from jsonb_to_recordset($1::jsonb) as f(client uuid, id uuid, trust uuid, own uuid), unnest(array['trust', 'own']) book`,
          [JSON.stringify(facts), day],
        );
        await client.query(
          `insert into ledger_lines (client_id, entry_id, line_no, account, case_id, amount_minor)
           select client, case when n < 4 then trust else own end, n, account, "case", amount from jsonb_to_recordset($1::jsonb) as f(client uuid, "case" uuid, trust uuid, own uuid),
             (values (1, 'PSP_CLEARING', 960), (2, 'DUE_TO_OWN', 40), (3, 'CLIENT_PAYABLE', -1000), (4, 'PSP_FEES', 40), (5, 'OWN_DUE_FROM_TRUST', -40)) l(n, account, amount)`,
          [JSON.stringify(facts)],
        );
        await client.query('commit');
      }
    });
  } finally {
    client.release();
  }
}
