import { toDecimal } from '@amiable/kernel';
import { Database, move, OutboxWorker, RequestContext, type TenantDb, type Work } from '@amiable/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SyncPayments } from '../payment/sync-payments';
import { PaymentProvider } from '../provider/payment-provider';
import { Refund } from './refund.entity';
import { ProviderRefusedRefund } from './refund.errors';
import { refundStates } from './refund.states';

interface ToSend {
  readonly amount_minor: bigint;
  readonly payment_id: string;
  readonly session_id: string;
}

/**
 * Remboursements approuvés sent back by the provider, once each: the same key again is the same refund. What then moves is read from the
 * provider like every other fact, so the ledger knows no refund that did not happen. One that came by transfer waits for a hand.
 */
@Injectable()
export class SendRefunds implements OnModuleInit {
  constructor(
    private readonly outbox: OutboxWorker,
    private readonly database: Database,
    private readonly provider: PaymentProvider,
    private readonly syncing: SyncPayments,
  ) {}

  onModuleInit(): void {
    this.outbox.on('refund.send', async (works) => {
      const failures = new Map<string, Error>();
      for (const work of works) await this.send(work).catch((error: Error) => failures.set(work.id, error));
      return failures;
    });
  }

  private async send({ clientId, payload: { refundId } }: Work): Promise<void> {
    const due = await this.database.inTenant(clientId, (db) =>
      db.row<ToSend>(
        `select r.amount_minor, p.id as payment_id, p.session_id from refunds r join movements m on m.client_id = r.client_id and m.id = r.movement_id
         join payments p on p.client_id = m.client_id and p.id = m.payment_id
         where r.client_id = $1 and r.id = $2 and r.state = 'approved' and m.method in ('card', 'sepa_debit') and p.session_id is not null`,
        [clientId, refundId],
      ),
    );
    if (!due) return;
    const request = { idempotencyKey: `refund-${refundId}`, sessionId: due.session_id, amountMinor: due.amount_minor };
    try {
      const ref = await this.provider.refund(request);
      await this.database.inTenant(clientId, (db) => settle(db, refundId, 'done', { providerRef: `${this.provider.name}:${ref}` }));
    } catch (error) {
      if (!(error instanceof ProviderRefusedRefund)) throw error;
      await this.database.inTenant(clientId, (db) => settle(db, refundId, 'failed', { failure: error.message.slice(0, 200) }));
      return;
    }
    await this.syncing.sync([{ clientId, paymentId: due.payment_id }]);
  }
}

async function settle(
  db: TenantDb,
  refundId: string,
  to: 'done' | 'failed',
  told: { providerRef?: string; failure?: string },
): Promise<void> {
  const refund = await db.lock(Refund, refundId);
  if (refund.state !== 'approved') return;
  const facts = { amount: toDecimal(refund.amountMinor), currency: refund.currency, note: told.failure ?? null };
  await move(db, RequestContext.system(), refundStates, refund, to, { kind: to === 'done' ? 'refund.sent' : 'refund.failed', facts });
  await db.of(Refund).save(Object.assign(refund, told));
}
