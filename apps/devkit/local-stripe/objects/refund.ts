import type Stripe from 'stripe';
import { newId } from '../clock';
import type { StoredCharge } from './charge';

export interface StoredRefund extends Stripe.Refund {
  balance_transaction: string | null;
  charge: string;
  payment_intent: string | null;
}

export interface RefundFacts {
  charge: StoredCharge;
  amount: number;
  status: 'succeeded' | 'pending';
  reason?: Stripe.Refund['reason'];
  metadata?: Stripe.Metadata;
  created: number;
}

export function newRefund(facts: RefundFacts): StoredRefund {
  const { charge } = facts;
  const isCard = charge.payment_method_details?.type === 'card';
  return {
    id: newId(isCard ? 're' : 'pyr'),
    object: 'refund',
    amount: facts.amount,
    balance_transaction: null,
    charge: charge.id,
    created: facts.created,
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    destination_details: isCard
      ? { card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' }, type: 'card' }
      : { type: 'sepa_debit' },
    metadata: facts.metadata ?? {},
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: facts.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: facts.status,
    transfer_reversal: null,
  } satisfies Stripe.Refund;
}
