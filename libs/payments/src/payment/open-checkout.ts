import { addressOfBrand, Brand } from '@amiable/clients';
import { Case, Debtor } from '@amiable/cases';
import { isDebtorLanguage } from '@amiable/identity';
import { toDate } from '@amiable/kernel';
import { Database, SETTINGS, type RequestContext, type Settings } from '@amiable/platform';
import { Inject, Injectable } from '@nestjs/common';
import { PaymentProvider, type CheckoutRequest } from '../provider/payment-provider';
import { Payment } from './payment.entity';

/**
 * Opens the provider's page for a started payment: the remote call stands between two transactions, under a key made of
 * our payment, so that a crash after it is healed by the same call again (trust.md 7.7). Answers the address to send the debtor to.
 */
@Injectable()
export class OpenCheckout {
  constructor(
    private readonly database: Database,
    private readonly provider: PaymentProvider,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'PUBLIC_URL'>,
  ) {}

  async open(ctx: RequestContext, clientId: string, paymentId: string): Promise<string> {
    ctx.enter(clientId);
    const known = await this.database.inTenant(clientId, async (db) => {
      const payment = await db.find(Payment, paymentId);
      const theCase = await db.find(Case, payment.caseId);
      ctx.may('pay', theCase);
      return { payment, theCase, brand: await db.find(Brand, theCase.brandId), debtor: await db.find(Debtor, theCase.debtorId) };
    });
    if (known.payment.checkoutUrl) return known.payment.checkoutUrl;
    const checkout = await this.provider.openCheckout(this.requestOf(known.payment, known.theCase, known.brand, known.debtor));
    await this.database.inTenant(clientId, async (db) => {
      await db.rows(`update payments set session_id = $3, checkout_url = $4 where client_id = $1 and id = $2`, [
        clientId,
        paymentId,
        checkout.sessionId,
        checkout.url,
      ]);
      await db.rows(
        `insert into provider_objects (provider, object_id, client_id, payment_id) values ($1, $2, $3, $4) on conflict do nothing`,
        [this.provider.name, checkout.sessionId, clientId, paymentId],
      );
    });
    return checkout.url;
  }

  private requestOf(payment: Payment, theCase: Case, brand: Brand, debtor: Debtor): CheckoutRequest {
    const address = addressOfBrand(brand, this.settings.PUBLIC_URL);
    return {
      idempotencyKey: `checkout-${payment.clientId}-${payment.id}`,
      clientId: payment.clientId,
      paymentId: payment.id,
      amountMinor: payment.amountMinor,
      currency: payment.currency,
      label: `${brand.name} – ${theCase.reference}`,
      statementName: brand.name,
      language: isDebtorLanguage(payment.language) ? payment.language : 'fr',
      email: debtor.email,
      successUrl: `${address}/${payment.planId ? 'plan/back' : 'return'}/${payment.id}`,
      cancelUrl: `${address}/${payment.planId ? 'plan/back' : 'return'}/${payment.id}?left=1`,
      expiresAt: toDate(payment.expiresAt),
      keepsMeans: payment.savesMeans,
    };
  }
}
