import type Stripe from 'stripe';
import { newId } from '../clock';
import type { CardInstrument, Decline, Instrument, Payer, SepaInstrument } from './instrument';
import { billingDetails } from './payment-method';
import type { StoredIntent } from './payment-intent';

export interface StoredCharge extends Stripe.Charge {
  balance_transaction: string | null;
  customer: string | null;
  payment_intent: string | null;
}

export interface ChargeFacts {
  intent: StoredIntent;
  instrument: Instrument;
  paymentMethod: string;
  payer: Payer;
  authenticated: boolean;
  decline?: Decline;
  receiptUrl: (chargeId: string) => string;
  created: number;
}

/** Cards: `ch_`, succeeded or failed at once. SEPA: `py_`, pending until the bank has answered. */
export function newCharge(facts: ChargeFacts): StoredCharge {
  const { intent, instrument, decline } = facts;
  const isCard = instrument.type === 'card';
  const id = newId(isCard ? 'ch' : 'py');
  return {
    id,
    object: 'charge',
    amount: intent.amount,
    amount_captured: decline ? 0 : intent.amount,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: billingDetails(facts.payer),
    calculated_statement_descriptor: 'AMIABLE LOCAL',
    captured: !decline,
    created: facts.created,
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: { ...intent.metadata },
    on_behalf_of: null,
    outcome: outcomeOf(decline),
    paid: isCard && !decline,
    payment_intent: intent.id,
    payment_method: facts.paymentMethod,
    payment_method_details: isCard
      ? { card: cardDetails(instrument, facts), type: 'card' }
      : { sepa_debit: sepaDetails(instrument), type: 'sepa_debit' },
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: decline ? null : facts.receiptUrl(id),
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: decline ? 'failed' : isCard ? 'succeeded' : 'pending',
    transfer_data: null,
    transfer_group: null,
  } satisfies Stripe.Charge;
}

function outcomeOf(decline?: Decline): Stripe.Charge.Outcome {
  return {
    advice_code: decline ? 'try_again_later' : null,
    network_advice_code: null,
    network_decline_code: decline ? '01' : null,
    network_status: decline ? 'declined_by_network' : 'approved_by_network',
    reason: decline ? (decline.declineCode ?? decline.code) : null,
    risk_level: 'normal',
    risk_score: 20,
    seller_message: decline ? 'The bank did not return any further details with this decline.' : 'Payment complete.',
    type: decline ? 'issuer_declined' : 'authorized',
  };
}

function cardDetails(card: CardInstrument, facts: ChargeFacts): Stripe.Charge.PaymentMethodDetails.Card {
  return {
    amount_authorized: facts.decline ? null : facts.intent.amount,
    authorization_code: facts.decline ? null : '123456',
    brand: card.brand,
    checks: {
      address_line1_check: null,
      address_postal_code_check: null,
      cvc_check: facts.decline?.code === 'incorrect_cvc' ? 'fail' : 'pass',
    },
    country: card.country,
    electronic_commerce_indicator: null,
    exp_month: card.expMonth,
    exp_year: card.expYear,
    extended_authorization: { status: 'disabled' },
    fingerprint: card.fingerprint,
    funding: 'credit',
    incremental_authorization: { status: 'unavailable' },
    installments: null,
    last4: card.last4,
    mandate: null,
    multicapture: { status: 'unavailable' },
    network: card.brand,
    network_token: { used: false },
    network_transaction_id: null,
    overcapture: { maximum_amount_capturable: facts.intent.amount, status: 'unavailable' },
    regulated_status: 'unregulated',
    three_d_secure: facts.authenticated
      ? {
          authentication_flow: 'challenge',
          electronic_commerce_indicator: '05',
          exemption_indicator: null,
          result: 'authenticated',
          result_reason: null,
          transaction_id: newId('x', 32).slice(2),
          version: '2.2.0',
        }
      : null,
    transaction_link_id: null,
    wallet: null,
  };
}

function sepaDetails(account: SepaInstrument): Stripe.Charge.PaymentMethodDetails.SepaDebit {
  return {
    bank_code: account.bankCode,
    branch_code: account.branchCode,
    country: account.country,
    fingerprint: account.fingerprint,
    last4: account.last4,
    mandate: newId('mandate'),
  };
}
