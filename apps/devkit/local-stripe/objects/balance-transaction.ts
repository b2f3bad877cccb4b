import type Stripe from 'stripe';
import { newId } from '../clock';

export interface StoredBalanceTransaction extends Stripe.BalanceTransaction {
  source: string | null;
}

export interface MovementFacts {
  type: Stripe.BalanceTransaction['type'];
  reportingCategory: string;
  /** Signed, minor units: what comes in is positive. */
  amount: number;
  fee?: number;
  feeDescription?: string;
  currency: string;
  source: string;
  description?: string | null;
  created: number;
  availableOn: number;
}

export function newBalanceTransaction(facts: MovementFacts): StoredBalanceTransaction {
  const fee = facts.fee ?? 0;
  return {
    id: newId('txn'),
    object: 'balance_transaction',
    amount: facts.amount,
    available_on: facts.availableOn,
    balance_type: 'payments',
    created: facts.created,
    currency: facts.currency,
    description: facts.description ?? null,
    exchange_rate: null,
    fee,
    fee_details: fee
      ? [
          {
            amount: fee,
            application: null,
            currency: facts.currency,
            description: facts.feeDescription ?? 'Stripe processing fees',
            type: 'stripe_fee',
          },
        ]
      : [],
    net: facts.amount - fee,
    reporting_category: facts.reportingCategory,
    source: facts.source,
    status: facts.availableOn <= facts.created ? 'available' : 'pending',
    type: facts.type,
  } satisfies Stripe.BalanceTransaction;
}

/** 1.5 % + 0.25 EUR, Stripe's price for European cards; half cents are rounded up. */
export const cardFee = (amount: number): number => Math.floor((amount * 15 + 500) / 1000) + 25;
/** 0.35 EUR for each SEPA debit. */
export const SEPA_FEE = 35;
/** 20 EUR for a disputed card payment; given back when the dispute is won. */
export const CARD_DISPUTE_FEE = 2000;
/** 7.50 EUR for a returned SEPA debit. */
export const SEPA_DISPUTE_FEE = 750;
