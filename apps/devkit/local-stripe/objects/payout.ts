import type Stripe from 'stripe';
import { newId } from '../clock';

export interface StoredPayout extends Stripe.Payout {
  balance_transaction: string | null;
}

export interface PayoutFacts {
  amount: number;
  currency: string;
  arrivalDate: number;
  created: number;
}

/** An automatic payout to the one bank account of this pretended merchant. */
export function newPayout(facts: PayoutFacts): StoredPayout {
  return {
    id: newId('po'),
    object: 'payout',
    amount: facts.amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: facts.arrivalDate,
    automatic: true,
    balance_transaction: null,
    created: facts.created,
    currency: facts.currency,
    description: 'STRIPE PAYOUT',
    destination: 'ba_1LocalStripeBankAccount1',
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: {},
    method: 'standard',
    original_payout: null,
    payout_method: null,
    reconciliation_status: 'in_progress',
    reversed_by: null,
    source_type: 'card',
    statement_descriptor: null,
    status: 'in_transit',
    trace_id: { status: 'pending', value: null },
    type: 'bank_account',
  } satisfies Stripe.Payout;
}
