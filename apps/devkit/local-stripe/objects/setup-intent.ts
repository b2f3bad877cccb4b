import type Stripe from 'stripe';
import { newId } from '../clock';

/** As kept: references are ids; `expand` puts the objects in place when asked. */
export interface StoredSetup extends Stripe.SetupIntent {
  customer: string | null;
  payment_method: string | null;
}

export interface SetupFacts {
  customer: string | null;
  method: Stripe.PaymentMethod;
  metadata: Stripe.Metadata;
  allowedTypes: string[] | null;
  created: number;
}

/** A method that was asked for and given: succeeded at once, for charges without the payer. */
export function newSetupIntent(facts: SetupFacts): StoredSetup {
  const id = newId('seti');
  return {
    id,
    object: 'setup_intent',
    allowed_payment_method_types: facts.allowedTypes,
    application: null,
    automatic_payment_methods: null,
    cancellation_reason: null,
    client_secret: `${id}_secret_${newId('x', 25).slice(2)}`,
    created: facts.created,
    customer: facts.customer,
    customer_account: null,
    description: null,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    mandate: facts.method.type === 'sepa_debit' ? newId('mandate') : null,
    metadata: facts.metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: facts.method.id,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: [facts.method.type],
    single_use_mandate: null,
    status: 'succeeded',
    usage: 'off_session',
  } satisfies Stripe.SetupIntent;
}
