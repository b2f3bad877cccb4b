import { toDecimal } from '@amiable/kernel';
import { Database, move, type RequestContext } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { PaymentProvider } from '../provider/payment-provider';
import { Payment } from './payment.entity';
import { paymentStates } from './payment.states';

/** Paiement abandonné by the debtor: the provider's page is closed first, so that nothing can be paid there any more. */
@Injectable()
export class CancelPayment {
  constructor(
    private readonly database: Database,
    private readonly provider: PaymentProvider,
  ) {}

  /** Answers false when it is too late: paid or in process, and the facts decide. */
  async cancel(ctx: RequestContext, clientId: string, paymentId: string): Promise<boolean> {
    ctx.enter(clientId);
    const payment = await this.database.inTenant(clientId, (db) => db.find(Payment, paymentId));
    if (payment.state !== 'started' || payment.meansId) return false; // what is collected has no page that could be closed
    if (payment.sessionId && !(await this.provider.closeCheckout(payment.sessionId))) return false;
    return this.database.inTenant(clientId, async (db) => {
      const held = await db.lock(Payment, paymentId);
      if (held.state !== 'started') return false;
      await move(db, ctx, paymentStates, held, 'cancelled', {
        kind: 'payment.cancelled',
        facts: { amount: toDecimal(held.amountMinor), currency: held.currency },
      });
      await db.of(Payment).save(held);
      return true;
    });
  }
}
