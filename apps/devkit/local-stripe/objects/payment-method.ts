import type Stripe from 'stripe';
import { newId } from '../clock';
import type { Instrument, Payer } from './instrument';

export const NO_ADDRESS = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
} satisfies Stripe.Address;

export function billingDetails(payer: Payer): Stripe.PaymentMethod.BillingDetails {
  return { address: { ...NO_ADDRESS }, email: payer.email, name: payer.name, phone: null, tax_id: null };
}

export function newPaymentMethod(instrument: Instrument, payer: Payer, created: number): Stripe.PaymentMethod {
  return {
    id: newId('pm'),
    object: 'payment_method',
    allow_redisplay: 'limited',
    billing_details: billingDetails(payer),
    created,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: instrument.type,
    ...(instrument.type === 'card'
      ? {
          card: {
            brand: instrument.brand,
            checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
            country: instrument.country,
            display_brand: instrument.brand,
            exp_month: instrument.expMonth,
            exp_year: instrument.expYear,
            fingerprint: instrument.fingerprint,
            funding: 'credit',
            generated_from: null,
            last4: instrument.last4,
            networks: { available: [instrument.brand], preferred: null },
            regulated_status: 'unregulated',
            three_d_secure_usage: { supported: true },
            wallet: null,
          } satisfies Stripe.PaymentMethod.Card,
        }
      : {
          sepa_debit: {
            bank_code: instrument.bankCode,
            branch_code: instrument.branchCode,
            country: instrument.country,
            fingerprint: instrument.fingerprint,
            generated_from: { charge: null, setup_attempt: null },
            last4: instrument.last4,
          } satisfies Stripe.PaymentMethod.SepaDebit,
        }),
  } satisfies Stripe.PaymentMethod;
}
