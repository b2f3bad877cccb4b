import { toDate } from '@amiable/kernel';
import { Database } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { PaymentProvider } from '../provider/payment-provider';

/** Takes a provider's message in: verified on its raw bytes, kept once, worked on later. Throws BadSignature. */
@Injectable()
export class ReceiveEvent {
  constructor(
    private readonly database: Database,
    private readonly provider: PaymentProvider,
  ) {}

  async receive(rawBody: Buffer, signature: string | undefined): Promise<void> {
    const now = toDate(this.database.clock.now());
    const event = this.provider.verifyEvent(rawBody, signature, now);
    await this.database.outsideClients((db) =>
      db.rows(
        `insert into inbox_events (provider, event_id, type, api_version, object_id, body, received_at, not_before) values ($1, $2, $3, $4, $5, $6, $7, $7) on conflict do nothing`,
        [this.provider.name, event.id, event.type, event.apiVersion, event.objectIds.join(' '), rawBody.toString('utf8'), now],
      ),
    );
  }
}
