import { toDate } from '@amiable/kernel';
import { Database } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { PaymentProvider } from '../provider/payment-provider';

interface ReceivedEvent {
  readonly event_id: string;
  readonly type: string;
  readonly api_version: string;
  readonly object_id: string;
  readonly body: string;
  readonly received_at: Date;
}

interface Waiting {
  readonly event: ReceivedEvent;
  readonly kept: () => void;
  readonly failed: (error: unknown) => void;
}

const mostAtOnce = 100;

/** Takes a provider's message in: verified on its raw bytes, kept once, worked on later. Throws BadSignature. */
@Injectable()
export class ReceiveEvent {
  private readonly waiting: Waiting[] = [];
  private writing = false;

  constructor(
    private readonly database: Database,
    private readonly provider: PaymentProvider,
  ) {}

  /**
   * Comes back when the message is kept for good. What arrives while others are being written is written with the next
   * commit: a commit that wakes the worker shuts the others out, so one for each message would be the bottleneck.
   */
  async receive(rawBody: Buffer, signature: string | undefined): Promise<void> {
    const now = toDate(this.database.clock.now());
    const { id, type, apiVersion, objectIds } = this.provider.verifyEvent(rawBody, signature, now);
    const event = {
      event_id: id,
      type,
      api_version: apiVersion,
      object_id: objectIds.join(' '),
      body: rawBody.toString('utf8'),
      received_at: now,
    };
    const kept = new Promise<void>((resolve, reject) => this.waiting.push({ event, kept: resolve, failed: reject }));
    if (!this.writing) void this.writeWaiting();
    return kept;
  }

  private async writeWaiting(): Promise<void> {
    this.writing = true;
    for (let batch = this.waiting.splice(0, mostAtOnce); batch.length > 0; batch = this.waiting.splice(0, mostAtOnce)) {
      const whole = await this.write(batch).then(
        () => true,
        (error: unknown) => (batch.length === 1 ? (batch[0]!.failed(error), true) : false),
      );
      // One message the database refuses must not cost the others their place: each alone.
      if (!whole) for (const one of batch) await this.write([one]).catch(one.failed);
    }
    this.writing = false;
  }

  private async write(batch: readonly Waiting[]): Promise<void> {
    await this.database.outsideClients((db) =>
      db.rows(
        `insert into inbox_events (provider, event_id, type, api_version, object_id, body, received_at, not_before)
         select $1, event_id, type, api_version, object_id, body, received_at, received_at
         from jsonb_to_recordset($2::jsonb) as e(event_id text, type text, api_version text, object_id text, body text, received_at timestamptz)
         order by event_id on conflict do nothing`,
        [this.provider.name, JSON.stringify(batch.map(({ event }) => event))],
      ),
    );
    for (const { kept } of batch) kept();
  }
}
