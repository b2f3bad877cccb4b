import type Stripe from 'stripe';
import { cancelIntent } from '../flows/checkout';
import { attemptOffSession, attemptPayment } from '../flows/attempt-payment';
import { flag, ignored, integer, listOf, metadata, nested, oneOf, text, type Parsed } from '../http/params';
import { StripeRefusal } from '../http/refusal';
import type { Instrument, Payer } from '../objects/instrument';
import { newPaymentIntent, type StoredIntent } from '../objects/payment-intent';
import type { Simulation } from '../simulation';
import { instrumentOfCard, TEST_PAYMENT_METHODS } from '../test-cards';
import { compactIban, instrumentOfIban, isIban } from '../test-ibans';
import { known, optional, readRoutes, required, route, shapeFor, type Route } from './route';

const METHOD_DATA = {
  type: required(oneOf('sepa_debit')),
  sepa_debit: required(nested({ iban: required(text) })),
  billing_details: optional(nested({ name: optional(text), email: optional(text) })),
};
const CONFIRM = shapeFor<Stripe.PaymentIntentConfirmParams>()({
  payment_method: optional(text),
  payment_method_data: optional(nested(METHOD_DATA)),
  return_url: optional(text),
  receipt_email: optional(text),
  mandate_data: optional(ignored),
});
const CREATE = shapeFor<Stripe.PaymentIntentCreateParams>()({
  ...CONFIRM,
  amount: required(integer(1)),
  currency: required(text),
  confirm: optional(flag),
  customer: optional(text),
  description: optional(text),
  metadata: optional(metadata),
  allowed_payment_method_types: optional(listOf(oneOf('card', 'sepa_debit'))),
  automatic_payment_methods: optional(ignored),
  off_session: optional(flag),
});

export const paymentIntentRoutes: Route[] = [
  route('POST', '/v1/payment_intents', CREATE, (sim, params) => {
    if (params.amount < 50) {
      throw StripeRefusal.parameter('amount_too_small', 'amount', 'Amount must be at least €0.50 eur');
    }
    const intent = sim.store.intents.add(
      newPaymentIntent({
        amount: params.amount,
        currency: params.currency.toLowerCase(),
        customer: params.customer ? known(sim.store.customers, 'customer', params.customer, 'customer').id : null,
        description: params.description,
        metadata: params.metadata,
        allowedTypes: params.allowed_payment_method_types ?? null,
        receiptEmail: params.receipt_email,
        created: sim.now(),
      }),
    );
    sim.store.intentSides.set(intent.id, { session: null });
    sim.emit('payment_intent.created', intent);
    return params.confirm ? confirm(sim, intent, params, params.off_session === true) : intent;
  }),

  ...readRoutes({
    path: '/v1/payment_intents',
    kind: 'payment_intent',
    items: (sim) => sim.store.intents,
    filters: { customer: (intent, value) => intent.customer === value },
  }),

  route('POST', '/v1/payment_intents/:id/confirm', CONFIRM, (sim, params, id) =>
    confirm(sim, known(sim.store.intents, 'payment_intent', id, 'intent'), params),
  ),

  route(
    'POST',
    '/v1/payment_intents/:id/cancel',
    shapeFor<Stripe.PaymentIntentCancelParams>()({
      cancellation_reason: optional(oneOf('abandoned', 'duplicate', 'fraudulent', 'requested_by_customer')),
    }),
    (sim, params, id) => {
      const intent = known(sim.store.intents, 'payment_intent', id, 'intent');
      if (sim.store.intentSides.get(id)?.session) {
        throw StripeRefusal.invalid('You cannot cancel a PaymentIntent created by Checkout. Expire the session instead.');
      }
      if (!cancelIntent(sim, intent, params.cancellation_reason ?? null)) throw unexpectedState(intent, 'cancel');
      return intent;
    },
  ),
];

function confirm(sim: Simulation, intent: StoredIntent, params: Parsed<typeof CONFIRM>, offSession = false): StoredIntent {
  if (!['requires_payment_method', 'requires_confirmation'].includes(intent.status)) throw unexpectedState(intent, 'confirm');
  const kept = keptMethodOf(sim, intent, params.payment_method);
  const instrument = kept?.instrument ?? instrumentOf(params);
  if (!intent.payment_method_types.includes(instrument.type)) {
    throw StripeRefusal.parameter(undefined, 'payment_method', `The PaymentIntent does not allow the type ${instrument.type}.`);
  }
  const details = params.payment_method_data?.billing_details;
  const payer: Payer = { name: details?.name ?? null, email: details?.email ?? params.receipt_email ?? null };
  const side = sim.store.intentSides.get(intent.id) ?? { session: null };
  sim.store.intentSides.set(intent.id, { ...side, returnUrl: params.return_url });
  if (kept && offSession) attemptOffSession(sim, intent, params.payment_method!, kept.instrument, kept.payer);
  else attemptPayment(sim, intent, instrument, kept?.payer ?? payer, kept && params.payment_method);
  const error = intent.last_payment_error;
  if (error) {
    throw new StripeRefusal(402, {
      type: 'card_error',
      message: error.message ?? '',
      code: error.code,
      ...(error.decline_code && { decline_code: error.decline_code }),
      ...(error.charge && { charge: error.charge }),
      payment_intent: { ...intent },
      payment_method: error.payment_method,
    });
  }
  return intent;
}

/** A kept method belongs to one customer, and is charged for him alone. */
function keptMethodOf(sim: Simulation, intent: StoredIntent, id: string | undefined) {
  const kept = id ? sim.store.keptMethods.get(id) : undefined;
  if (!kept) return undefined;
  const owner = sim.store.paymentMethods.get(id!)?.customer;
  if (!owner || owner !== intent.customer)
    throw StripeRefusal.invalid(
      'The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, or was detached from a Customer. It may not be used again.',
    );
  return kept;
}

function instrumentOf(params: Parsed<typeof CONFIRM>): Instrument {
  if (params.payment_method_data) {
    const iban = compactIban(params.payment_method_data.sepa_debit.iban);
    if (isIban(iban)) return instrumentOfIban(iban);
    throw StripeRefusal.parameter(
      'invalid_bank_account_iban',
      'payment_method_data[sepa_debit][iban]',
      'The IBAN you provided is invalid.',
    );
  }
  if (!params.payment_method) {
    throw StripeRefusal.parameter(
      'parameter_missing',
      'payment_method',
      "You cannot confirm this PaymentIntent because it's missing a payment method.",
    );
  }
  const number = TEST_PAYMENT_METHODS[params.payment_method];
  if (!number) throw StripeRefusal.missing('PaymentMethod', params.payment_method, 'payment_method');
  return instrumentOfCard({ number, expMonth: 12, expYear: 2034 });
}

function unexpectedState(intent: StoredIntent, verb: string): StripeRefusal {
  const refusal = StripeRefusal.invalid(`You cannot ${verb} this PaymentIntent because it has a status of ${intent.status}.`, {
    code: 'payment_intent_unexpected_state',
  });
  refusal.body.payment_intent = { ...intent };
  return refusal;
}
