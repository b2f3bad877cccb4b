import type Stripe from 'stripe';
import { newId } from '../clock';
import { eligibleTypes } from './checkout-session';

/** As kept: references are ids; `expand` puts the objects in place when asked. */
export interface StoredIntent extends Stripe.PaymentIntent {
  customer: string | null;
  latest_charge: string | null;
  payment_method: string | null;
}

export interface IntentFacts {
  amount: number;
  currency: string;
  customer?: string | null;
  description?: string | null;
  metadata?: Stripe.Metadata;
  allowedTypes: string[] | null;
  receiptEmail?: string | null;
  statementDescriptorSuffix?: string | null;
  created: number;
}

/** Starts as `requires_payment_method`; capture is `automatic_async`, the default since 2024-04-10. */
export function newPaymentIntent(facts: IntentFacts): StoredIntent {
  const id = newId('pi');
  const types = eligibleTypes(facts.allowedTypes, facts.currency);
  return {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: facts.allowedTypes,
    amount: facts.amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: `${id}_secret_${newId('x', 25).slice(2)}`,
    confirmation_method: 'automatic',
    created: facts.created,
    currency: facts.currency,
    customer: facts.customer ?? null,
    customer_account: null,
    description: facts.description ?? null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: facts.metadata ?? {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: paymentMethodOptions(types),
    payment_method_types: types,
    payment_record: null,
    processing: null,
    receipt_email: facts.receiptEmail ?? null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: facts.statementDescriptorSuffix ?? null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: null,
  } satisfies Stripe.PaymentIntent;
}

function paymentMethodOptions(types: string[]): Stripe.PaymentIntent.PaymentMethodOptions {
  return {
    ...(types.includes('card') && {
      card: { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' },
    }),
    ...(types.includes('sepa_debit') && { sepa_debit: {} }),
  };
}
