import { mayMove, toDate, toDecimal } from '@amiable/kernel';
import { Database, log, type ReadDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import type { MoneyFact } from '../movement/money-fact';
import { recordMovements } from '../movement/record-movements';
import { keepMeans } from '../means/keep-means';
import { PaymentProvider, type ProviderTruth } from '../provider/payment-provider';
import { paymentStates, type PaymentState } from './payment.states';

interface KnownPayment {
  client_id: string;
  id: string;
  case_id: string;
  state: PaymentState;
  session_id: string | null;
  amount_minor: bigint;
  currency: string;
  invoice_ids: string[] | null;
}

/** The provider's word does not fit our payment: amount or currency differ. A person looks at it. */
export class PaymentMismatch extends Error {}

/**
 * Brings payments to what the provider says of them now, re-read with our key, a set at a time.
 * Webhooks, the return page and the daily reconciliation all end here; order and repetition change nothing.
 */
@Injectable()
export class SyncPayments {
  constructor(
    private readonly database: Database,
    private readonly provider: PaymentProvider,
  ) {}

  /** Syncs payments named by client and id; answers those that failed, each with its reason. */
  async sync(keys: ReadonlyArray<{ clientId: string; paymentId: string }>): Promise<Map<string, Error>> {
    const failures = new Map<string, Error>();
    const payments = await this.database.acrossClientsAsWorker((db) => this.load(db, keys));
    const truths = await Promise.all(
      payments.map(async (payment) => {
        try {
          if (!payment.session_id) return null;
          const truth = await this.provider.readPayment(payment.session_id);
          requireFit(payment, truth);
          return { payment, truth };
        } catch (error) {
          failures.set(payment.id, error as Error);
          return null;
        }
      }),
    );
    const read = truths.filter((t) => t !== null);
    if (read.length === 0) return failures;
    try {
      await this.database.acrossClientsAsWorker((db) => this.write(db, read));
    } catch (error) {
      if (read.length === 1) failures.set(read[0]!.payment.id, error as Error);
      // One bad payment must not hold the others up: each alone.
      else
        for (const one of read)
          await this.database.acrossClientsAsWorker((db) => this.write(db, [one])).catch((e: Error) => failures.set(one.payment.id, e));
    }
    for (const [id, error] of failures) log.warn({ payment: id, error: error.message }, 'payment not brought up to date');
    return failures;
  }

  private load(db: ReadDb, keys: ReadonlyArray<{ clientId: string; paymentId: string }>): Promise<KnownPayment[]> {
    return db.rows<KnownPayment>(
      `select p.client_id, p.id, p.case_id, p.state, p.session_id, p.amount_minor, p.currency, p.invoice_ids
       from jsonb_to_recordset($1::jsonb) as k(client_id uuid, id uuid) join payments p using (client_id, id)`,
      [JSON.stringify(keys.map((key) => ({ client_id: key.clientId, id: key.paymentId })))],
    );
  }

  private async write(db: ReadDb, read: ReadonlyArray<{ payment: KnownPayment; truth: ProviderTruth }>): Promise<void> {
    const facts: MoneyFact[] = read.flatMap(({ payment, truth }) =>
      truth.facts.map((fact) => ({
        ...fact,
        clientId: payment.client_id,
        caseId: payment.case_id,
        paymentId: payment.id,
        invoiceIds: payment.invoice_ids,
      })),
    );
    await db.rows(
      `insert into provider_objects (provider, object_id, client_id, payment_id)
       select $1, object_id, client_id, payment_id from jsonb_to_recordset($2::jsonb) as o(object_id text, client_id uuid, payment_id uuid) order by object_id on conflict do nothing`,
      [
        this.provider.name,
        JSON.stringify(
          read.flatMap(({ payment, truth }) =>
            truth.objectIds.map((id) => ({ object_id: id, client_id: payment.client_id, payment_id: payment.id })),
          ),
        ),
      ],
    );
    await recordMovements(db, facts);
    await movePayments(db, read);
    await noteRefusals(db, read);
    await keepMeans(db, this.provider.name, read);
  }
}

function requireFit(payment: KnownPayment, truth: ProviderTruth): void {
  if (truth.amountMinor !== payment.amount_minor || truth.currency !== payment.currency) {
    throw new PaymentMismatch(
      `the provider says ${truth.amountMinor} ${truth.currency}, we asked for ${payment.amount_minor} ${payment.currency}`,
    );
  }
}

/** A card that was refused while the provider's page stays open: kept, so that the debtor is told why when he comes back. */
async function noteRefusals(db: ReadDb, read: ReadonlyArray<{ payment: KnownPayment; truth: ProviderTruth }>): Promise<void> {
  const refused = read.filter(({ payment, truth }) => payment.state === 'started' && truth.state === 'started' && truth.failure);
  if (refused.length === 0) return;
  await db.rows(
    `update payments p set failure = r.failure from jsonb_to_recordset($1::jsonb) as r(client_id uuid, id uuid, failure text)
     where p.client_id = r.client_id and p.id = r.id and p.state = 'started'`,
    [JSON.stringify(refused.map(({ payment, truth }) => ({ client_id: payment.client_id, id: payment.id, failure: truth.failure })))],
  );
}

/** `move` for a set of payments, with their timelines, in one statement. */
async function movePayments(db: ReadDb, read: ReadonlyArray<{ payment: KnownPayment; truth: ProviderTruth }>): Promise<void> {
  const moves = read.filter(({ payment, truth }) => payment.state !== truth.state && mayMove(paymentStates, payment.state, truth.state));
  if (moves.length === 0) return;
  await db.rows(
    `with m as (select * from jsonb_to_recordset($1::jsonb) as m(client_id uuid, id uuid, from_state text, to_state text, failure text, facts jsonb)),
     moved as (
       update payments p set state = m.to_state, failure = m.failure from m
       where p.client_id = m.client_id and p.id = m.id and p.state = m.from_state returning p.client_id, p.case_id, p.id, p.plan_id, p.means_id, m.to_state, m.facts),
     -- Who is collected from hears at once that it did not work, with the way to pay by hand.
     refused as (
       insert into outbox (client_id, topic, dedup_key, payload, not_before)
       select v.client_id, 'plan.message', 'plan:' || v.plan_id || ':failed:' || v.id, jsonb_build_object('planId', v.plan_id, 'kind', 'failed', 'number', a.number), $2
       from moved v join collection_attempts a on a.client_id = v.client_id and a.payment_id = v.id
       where v.to_state = 'failed' and v.means_id is not null on conflict do nothing)
     insert into timeline_events (client_id, case_id, kind, at, actor_kind, actor_name, facts)
     select client_id, case_id, 'payment.' || to_state, $2, 'system', 'Amiable', facts from moved where to_state <> 'succeeded'`,
    [
      JSON.stringify(
        moves.map(({ payment, truth }) => ({
          client_id: payment.client_id,
          id: payment.id,
          from_state: payment.state,
          to_state: truth.state,
          failure: truth.failure,
          facts: { amount: toDecimal(payment.amount_minor), currency: payment.currency, reason: truth.failure },
        })),
      ),
      toDate(db.clock.now()),
    ],
  );
}
