import type Stripe from 'stripe';
import { newId } from '../clock';
import type { StoredCharge } from './charge';

export interface StoredDispute extends Stripe.Dispute {
  charge: string;
  payment_intent: string | null;
}

export interface DisputeFacts {
  charge: StoredCharge;
  amount: number;
  reason: string;
  /** An inquiry asks first; no money moves. */
  inquiry: boolean;
  created: number;
}

const EVIDENCE_DAYS = 9;

/** A card dispute awaits an answer; a SEPA return cannot be contested and is lost at once. */
export function newDispute(facts: DisputeFacts): StoredDispute {
  const { charge } = facts;
  const card = charge.payment_method_details?.card;
  return {
    id: newId(card ? 'dp' : 'pdp'),
    object: 'dispute',
    amount: facts.amount,
    balance_transactions: [],
    charge: charge.id,
    created: facts.created,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: noEvidence(),
    evidence_details: {
      due_by: card ? facts.created + EVIDENCE_DAYS * 86_400 : null,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: facts.inquiry,
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    payment_method_details: card
      ? {
          card: {
            brand: card.brand ?? 'visa',
            case_type: facts.inquiry ? 'inquiry' : 'chargeback',
            network: card.network ?? 'visa',
            network_reason_code: '10.4',
          },
          type: 'card',
        }
      : { type: 'sepa_debit' },
    reason: facts.reason,
    status: facts.inquiry ? 'warning_needs_response' : 'needs_response',
  } satisfies Stripe.Dispute;
}

function noEvidence(): Stripe.Dispute.Evidence {
  return {
    access_activity_log: null,
    billing_address: null,
    cancellation_policy: null,
    cancellation_policy_disclosure: null,
    cancellation_rebuttal: null,
    customer_communication: null,
    customer_email_address: null,
    customer_name: null,
    customer_purchase_ip: null,
    customer_signature: null,
    duplicate_charge_documentation: null,
    duplicate_charge_explanation: null,
    duplicate_charge_id: null,
    enhanced_evidence: {},
    product_description: null,
    receipt: null,
    refund_policy: null,
    refund_policy_disclosure: null,
    refund_refusal_explanation: null,
    service_date: null,
    service_documentation: null,
    shipping_address: null,
    shipping_carrier: null,
    shipping_date: null,
    shipping_documentation: null,
    shipping_tracking_number: null,
    uncategorized_file: null,
    uncategorized_text: null,
  };
}
