import type Stripe from 'stripe';
import { newId } from '../clock';

export interface StoredSession extends Stripe.Checkout.Session {
  customer: string | null;
  payment_intent: string | null;
  setup_intent: string | null;
}

export interface SessionFacts {
  mode: 'payment' | 'setup';
  amount: number;
  currency: string;
  cancelUrl: string | null;
  successUrl: string;
  clientReferenceId: string | null;
  customer: string | null;
  customerEmail: string | null;
  locale: Stripe.Checkout.Session['locale'];
  metadata: Stripe.Metadata;
  /** As asked; null offers all that fit the currency. */
  allowedTypes: string[] | null;
  submitType: Stripe.Checkout.Session['submit_type'];
  created: number;
  expiresAt: number;
  urlOf: (sessionId: string) => string;
}

/** Payment or setup mode, hosted page. The payment intent comes into being when the payer submits, as since 2022-08-01. */
export function newSession(facts: SessionFacts): StoredSession {
  const id = newId('cs_test', 58);
  return {
    id,
    object: 'checkout.session',
    adaptive_pricing: { enabled: false },
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: facts.allowedTypes,
    amount_subtotal: facts.mode === 'setup' ? null : facts.amount,
    amount_total: facts.mode === 'setup' ? null : facts.amount,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: facts.cancelUrl,
    client_reference_id: facts.clientReferenceId,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: facts.created,
    currency: facts.currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
    customer: facts.customer,
    customer_account: null,
    customer_creation: facts.customer ? null : 'if_required',
    customer_details: facts.customerEmail ? customerDetails(facts.customerEmail, null) : null,
    customer_email: facts.customer ? null : facts.customerEmail,
    discounts: [],
    expires_at: facts.expiresAt,
    integration_identifier: null,
    invoice: null,
    invoice_creation: {
      enabled: false,
      invoice_data: {
        account_tax_ids: null,
        custom_fields: null,
        description: null,
        footer: null,
        issuer: null,
        metadata: {},
        rendering_options: null,
      },
    },
    livemode: false,
    locale: facts.locale,
    managed_payments: { enabled: false },
    metadata: facts.metadata,
    mode: facts.mode,
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: 'if_required',
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: eligibleTypes(facts.allowedTypes, facts.currency),
    payment_status: facts.mode === 'setup' ? 'no_payment_required' : 'unpaid',
    permissions: null,
    phone_number_collection: { enabled: false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: facts.submitType,
    subscription: null,
    success_url: facts.successUrl,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: facts.urlOf(id),
    wallet_options: null,
  } satisfies Stripe.Checkout.Session;
}

/** SEPA debits are in euros only. */
export function eligibleTypes(allowed: string[] | null, currency: string): string[] {
  return ['card', 'sepa_debit'].filter((type) => (!allowed || allowed.includes(type)) && (type === 'card' || currency === 'eur'));
}

export function customerDetails(email: string | null, name: string | null): Stripe.Checkout.Session.CustomerDetails {
  return {
    address: null,
    business_name: null,
    email,
    individual_name: null,
    name,
    phone: null,
    tax_exempt: 'none',
    tax_ids: null,
  };
}
