import { SETTINGS, type Settings } from '@amiable/platform';
import { Inject, Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import {
  BadSignature,
  PaymentProvider,
  type Checkout,
  type CheckoutRequest,
  type OffSessionCharge,
  type ProviderEvent,
  type ProviderPayout,
  type ProviderTruth,
  type RefundRequest,
  type SetupRequest,
  type SetupTruth,
} from './payment-provider';
import { ProviderRefusedRefund } from '../refund/refund.errors';
import { meansOfMethod, truthOfIntent, truthOfSession } from './stripe-truth';

/** Stripe's API version this adapter was written for; events of another are parked (trust.md, section 1). */
export const stripeApiVersion = '2026-10-28.endive';

/** Stripe Checkout, hosted page by redirect (PCI SAQ A). With STRIPE_API_BASE the same code talks to the local Stripe. */
@Injectable()
export class StripeProvider extends PaymentProvider {
  readonly name = 'stripe';
  private readonly stripe: Stripe;

  constructor(
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'STRIPE_SECRET_KEY' | 'STRIPE_WEBHOOK_SECRET' | 'STRIPE_API_BASE'>,
  ) {
    super();
    const base = settings.STRIPE_API_BASE ? new URL(settings.STRIPE_API_BASE) : null;
    this.stripe = new Stripe(settings.STRIPE_SECRET_KEY, {
      apiVersion: stripeApiVersion,
      maxNetworkRetries: 2,
      timeout: 20_000,
      telemetry: false,
      ...(base && { host: base.hostname, port: Number(base.port || 80), protocol: base.protocol.replace(':', '') as 'http' | 'https' }),
    });
  }

  async openCheckout(request: CheckoutRequest): Promise<Checkout> {
    const session = await this.stripe.checkout.sessions.create(
      {
        mode: 'payment',
        allowed_payment_method_types: request.currency === 'EUR' ? ['card', 'sepa_debit'] : ['card'],
        line_items: [
          {
            quantity: 1,
            price_data: {
              currency: request.currency.toLowerCase(),
              unit_amount: Number(request.amountMinor),
              product_data: { name: request.label },
            },
          },
        ],
        client_reference_id: request.paymentId,
        ...(request.email && { customer_email: request.email }),
        metadata: { payment: request.paymentId, client: request.clientId },
        payment_intent_data: {
          metadata: { payment: request.paymentId, client: request.clientId },
          description: request.label,
          ...(request.keepsMeans && { setup_future_usage: 'off_session' }),
        },
        ...(request.keepsMeans && { customer_creation: 'always' }),
        locale: request.language,
        success_url: request.successUrl,
        cancel_url: request.cancelUrl,
        expires_at: Math.floor(request.expiresAt.getTime() / 1000),
      } as Stripe.Checkout.SessionCreateParams,
      { idempotencyKey: request.idempotencyKey },
    );
    return { sessionId: session.id, url: session.url! };
  }

  async closeCheckout(sessionId: string): Promise<boolean> {
    try {
      await this.stripe.checkout.sessions.expire(sessionId);
      return true;
    } catch (error) {
      if (error instanceof Stripe.errors.StripeInvalidRequestError)
        return (await this.stripe.checkout.sessions.retrieve(sessionId)).status === 'expired';
      throw error;
    }
  }

  async readPayment(sessionId: string): Promise<ProviderTruth> {
    if (sessionId.startsWith('pi_')) {
      const intent = await this.stripe.paymentIntents.retrieve(sessionId, { expand: ['latest_charge.balance_transaction'] });
      const charge = (intent.latest_charge ?? null) as Stripe.Charge | null;
      return truthOfIntent(intent, charge, ...(await this.reversalsOf(intent, charge)));
    }
    const session = await this.stripe.checkout.sessions.retrieve(sessionId, {
      expand: ['payment_intent.latest_charge.balance_transaction', 'payment_intent.payment_method'],
    });
    const intent = session.payment_intent as Stripe.PaymentIntent | null;
    const charge = (intent?.latest_charge ?? null) as Stripe.Charge | null;
    return truthOfSession(session, intent, charge, ...(await this.reversalsOf(intent, charge)));
  }

  private async reversalsOf(
    intent: Stripe.PaymentIntent | null,
    charge: Stripe.Charge | null,
  ): Promise<[Stripe.Refund[], Stripe.Dispute[]]> {
    const [refunds, disputes] = await Promise.all([
      intent && charge && charge.amount_refunded > 0
        ? this.stripe.refunds.list({ payment_intent: intent.id, limit: 100, expand: ['data.balance_transaction'] })
        : null,
      intent && charge?.disputed ? this.stripe.disputes.list({ payment_intent: intent.id, limit: 100 }) : null,
    ]);
    return [refunds?.data ?? [], disputes?.data ?? []];
  }

  async openSetup(request: SetupRequest): Promise<Checkout> {
    const metadata = { means: request.meansId, client: request.clientId };
    const session = await this.stripe.checkout.sessions.create(
      {
        mode: 'setup',
        currency: request.currency.toLowerCase(),
        allowed_payment_method_types: request.currency === 'EUR' ? ['card', 'sepa_debit'] : ['card'],
        customer_creation: 'always',
        client_reference_id: request.meansId,
        ...(request.email && { customer_email: request.email }),
        metadata,
        setup_intent_data: { metadata },
        locale: request.language,
        success_url: request.successUrl,
        cancel_url: request.cancelUrl,
        expires_at: Math.floor(request.expiresAt.getTime() / 1000),
      } as Stripe.Checkout.SessionCreateParams,
      { idempotencyKey: request.idempotencyKey },
    );
    return { sessionId: session.id, url: session.url! };
  }

  async readSetup(sessionId: string): Promise<SetupTruth> {
    const session = await this.stripe.checkout.sessions.retrieve(sessionId, { expand: ['setup_intent.payment_method'] });
    const setup = session.setup_intent as Stripe.SetupIntent | null;
    if (setup?.status === 'succeeded') {
      const means = meansOfMethod(session.customer, setup.payment_method as Stripe.PaymentMethod | null);
      if (means) return { state: 'on_file', means };
    }
    return { state: session.status === 'expired' ? 'failed' : 'asked', means: null };
  }

  async chargeOffSession(charge: OffSessionCharge): Promise<string> {
    try {
      const intent = await this.stripe.paymentIntents.create(
        {
          amount: Number(charge.amountMinor),
          currency: charge.currency.toLowerCase(),
          customer: charge.means.customerRef,
          payment_method: charge.means.methodRef,
          allowed_payment_method_types: [charge.means.kind],
          off_session: true,
          confirm: true,
          description: charge.label,
          metadata: { payment: charge.paymentId, client: charge.clientId },
        } as Stripe.PaymentIntentCreateParams,
        { idempotencyKey: charge.idempotencyKey },
      );
      return intent.id;
    } catch (error) {
      // The bank said no, or wants the payer to confirm: the payment exists and says so itself.
      const refused = error instanceof Stripe.errors.StripeCardError ? error.payment_intent?.id : undefined;
      if (refused) return refused;
      throw error;
    }
  }

  async findOffSession(charge: OffSessionCharge): Promise<string | null> {
    for await (const intent of this.stripe.paymentIntents.list({ customer: charge.means.customerRef, limit: 100 }))
      if (intent.metadata.payment === charge.paymentId) return intent.id;
    return null;
  }

  async refund({ idempotencyKey, sessionId, amountMinor }: RefundRequest): Promise<string> {
    try {
      const intent = sessionId.startsWith('pi_') ? sessionId : (await this.stripe.checkout.sessions.retrieve(sessionId)).payment_intent;
      if (!intent) throw new ProviderRefusedRefund('there is no payment to send back');
      const refund = await this.stripe.refunds.create(
        { payment_intent: typeof intent === 'string' ? intent : intent.id, amount: Number(amountMinor) },
        { idempotencyKey },
      );
      return refund.id;
    } catch (error) {
      if (error instanceof Stripe.errors.StripeInvalidRequestError) throw new ProviderRefusedRefund(error.message);
      throw error;
    }
  }

  async forgetMeans(methodRef: string): Promise<void> {
    try {
      await this.stripe.paymentMethods.detach(methodRef);
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
    }
  }

  async sessionOf(objectId: string): Promise<string | null> {
    if (objectId.startsWith('cs_')) return objectId;
    if (!objectId.startsWith('pi_')) return null;
    const sessions = await this.stripe.checkout.sessions.list({ payment_intent: objectId, limit: 1 });
    return sessions.data[0]?.id ?? null;
  }

  verifyEvent(rawBody: Buffer, signature: string | undefined, now: Date): ProviderEvent {
    let event: Stripe.Event;
    try {
      event = this.stripe.webhooks.constructEvent(
        rawBody,
        signature ?? '',
        this.settings.STRIPE_WEBHOOK_SECRET,
        300,
        undefined,
        now.getTime(), // milliseconds: in seconds every event would look fresh
      );
    } catch (error) {
      throw new BadSignature((error as Error).message);
    }
    const object = event.data.object as { id?: string; payment_intent?: string | { id: string } | null };
    const intent = typeof object.payment_intent === 'string' ? object.payment_intent : object.payment_intent?.id;
    return {
      id: event.id,
      type: event.type,
      apiVersion: event.api_version ?? '',
      objectIds: [object.id, intent].filter((id): id is string => Boolean(id)),
    };
  }

  async readPayout(payoutId: string): Promise<ProviderPayout | null> {
    const payout = await this.stripe.payouts.retrieve(payoutId);
    if (payout.status !== 'paid') return null;
    const parts: Array<{ sourceKey: string; netMinor: bigint }> = [];
    for await (const line of this.stripe.balanceTransactions.list({ payout: payoutId, limit: 100 })) {
      if (line.type === 'payout' || !line.source) continue;
      const source = typeof line.source === 'string' ? line.source : line.source.id;
      // By category, not by id: a card's dispute is `dp_`, a returned debit's `pdp_` or `du_`.
      const phase = { dispute: ':out', dispute_reversal: ':in' }[line.reporting_category] ?? '';
      parts.push({ sourceKey: `stripe:${source}${phase}`, netMinor: BigInt(line.net) });
    }
    return {
      id: payout.id,
      arrivedOn: new Date(payout.arrival_date * 1000).toISOString().slice(0, 10),
      currency: payout.currency.toUpperCase(),
      parts,
    };
  }
}
