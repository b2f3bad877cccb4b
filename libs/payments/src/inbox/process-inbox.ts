import { toDate } from '@amiable/kernel';
import { Database, log, type ReadDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { MeansOnFile } from '../means/means-on-file';
import { SyncPayments } from '../payment/sync-payments';
import { PaymentProvider } from '../provider/payment-provider';
import { stripeApiVersion } from '../provider/stripe-provider';
import { RecordPayout } from './record-payout';

interface WaitingEvent {
  event_id: string;
  type: string;
  api_version: string;
  object_id: string;
  attempts: number;
}

const maxAttempts = 10;
const lanes = 2;

/** Works through the inbox: each event only says which payment to read again. Several workers may run at once. */
@Injectable()
export class ProcessInbox {
  constructor(
    private readonly database: Database,
    private readonly provider: PaymentProvider,
    private readonly payments: SyncPayments,
    private readonly payouts: RecordPayout,
    private readonly means: MeansOnFile,
  ) {}

  /** Works until nothing is due; answers how many events were taken. While one batch waits for the provider, another writes. */
  async drain(): Promise<number> {
    let taken = 0;
    const lane = async (): Promise<void> => {
      for (let n = await this.workOnBatch(); n > 0; n = await this.workOnBatch()) taken += n;
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    return taken;
  }

  /** Takes a batch of waiting events and brings what they speak of up to date; answers how many it took. */
  async workOnBatch(size = 100): Promise<number> {
    const now = toDate(this.database.clock.now());
    const events = await this.database.acrossClientsAsWorker((db) =>
      db.rows<WaitingEvent>(
        `update inbox_events e set attempts = e.attempts + 1, not_before = $2::timestamptz + interval '60 seconds'
         from (select provider, event_id from inbox_events where provider = $1 and processed_at is null and dead_at is null and not_before <= $2
               order by not_before limit $3 for update skip locked) due
         where e.provider = due.provider and e.event_id = due.event_id returning e.event_id, e.type, e.api_version, e.object_id, e.attempts`,
        [this.provider.name, now, size],
      ),
    );
    if (events.length === 0) return 0;
    const failures = await this.work(events);
    await this.database.acrossClientsAsWorker((db) => this.settle(db, events, failures, now));
    return events.length;
  }

  private async work(events: readonly WaitingEvent[]): Promise<Map<string, Error>> {
    const failures = new Map<string, Error>();
    for (const event of events.filter((e) => e.api_version !== stripeApiVersion))
      failures.set(event.event_id, new Error(`event of API version ${event.api_version}, this release speaks ${stripeApiVersion}`));
    const usable = events.filter((event) => !failures.has(event.event_id));
    for (const event of usable.filter((e) => e.type.startsWith('payout.'))) {
      await this.payouts.record(event.object_id.split(' ')[0]!).catch((error: Error) => failures.set(event.event_id, error));
    }
    const ofPayments = usable.filter((event) => !event.type.startsWith('payout.'));
    const paymentOf = await this.paymentsOf(ofPayments, failures);
    const keys = [...new Map([...paymentOf.values()].map((key) => [key.paymentId, key])).values()];
    const failed = await this.payments.sync(keys);
    for (const [eventId, key] of paymentOf) if (failed.has(key.paymentId)) failures.set(eventId, failed.get(key.paymentId)!);
    const others = ofPayments.filter((event) => !paymentOf.has(event.event_id) && !failures.has(event.event_id));
    for (const [eventId, error] of await this.means.work(others)) failures.set(eventId, error);
    return failures;
  }

  /** Which payment each event speaks of, by our own mapping; an object we have not met is asked for at the provider. */
  private async paymentsOf(
    events: readonly WaitingEvent[],
    failures: Map<string, Error>,
  ): Promise<Map<string, { clientId: string; paymentId: string }>> {
    const ids = [...new Set(events.flatMap((event) => event.object_id.split(' ')))];
    const lookUp = (objectIds: string[]) =>
      this.database.outsideClients((db) =>
        db.rows<{ object_id: string; client_id: string; payment_id: string }>(
          `select object_id, client_id, payment_id from provider_objects where provider = $1 and object_id = any($2) and payment_id is not null`,
          [this.provider.name, objectIds],
        ),
      );
    const known = new Map((await lookUp(ids)).map((row) => [row.object_id, { clientId: row.client_id, paymentId: row.payment_id }]));
    const result = new Map<string, { clientId: string; paymentId: string }>();
    await Promise.all(
      events.map(async (event) => {
        const objectIds = event.object_id.split(' ');
        const direct = objectIds.map((id) => known.get(id)).find((key) => key);
        if (direct) return void result.set(event.event_id, direct);
        try {
          for (const id of objectIds) {
            const session = await this.provider.sessionOf(id);
            const [found] = session ? await lookUp([session]) : [];
            if (found) return void result.set(event.event_id, { clientId: found.client_id, paymentId: found.payment_id });
          }
        } catch (error) {
          failures.set(event.event_id, error as Error);
        }
        return undefined; // an object of somebody else's on the same account: nothing to do
      }),
    );
    return result;
  }

  private async settle(db: ReadDb, events: readonly WaitingEvent[], failures: ReadonlyMap<string, Error>, now: Date): Promise<void> {
    const done = events.map((event) => event.event_id).filter((id) => !failures.has(id));
    await db.rows(`update inbox_events set processed_at = $3, error = null where provider = $1 and event_id = any($2)`, [
      this.provider.name,
      done,
      now,
    ]);
    for (const [eventId, error] of failures) {
      log.warn({ event: eventId, error: error.message }, 'webhook not worked on');
      await db.rows(
        `update inbox_events set error = $3, dead_at = case when attempts >= $4 then $5::timestamptz end, not_before = $5::timestamptz + make_interval(secs => 2 * power(2, least(attempts, 12)))
         where provider = $1 and event_id = $2`,
        [this.provider.name, eventId, error.message.slice(0, 500), maxAttempts, now],
      );
    }
  }
}
