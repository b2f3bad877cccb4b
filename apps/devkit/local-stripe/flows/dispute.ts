import { moveBalance } from './balance';
import { StripeRefusal } from '../http/refusal';
import { CARD_DISPUTE_FEE, SEPA_DISPUTE_FEE } from '../objects/balance-transaction';
import type { StoredCharge } from '../objects/charge';
import { newDispute, type StoredDispute } from '../objects/dispute';
import type { Simulation } from '../simulation';

export interface DisputeOptions {
  reason?: string;
  amount?: number;
  inquiry?: boolean;
}

/** The payer's bank takes the money back. @throws StripeRefusal when there is nothing to take. */
export function openDispute(sim: Simulation, charge: StoredCharge, options: DisputeOptions = {}): StoredDispute {
  const isCard = charge.payment_method_details?.type === 'card';
  // A bank returning a SEPA debit is not told of refunds: it takes the whole amount.
  const amount = options.amount ?? (isCard ? charge.amount - charge.amount_refunded : charge.amount);
  if (charge.status !== 'succeeded' || charge.disputed) {
    throw StripeRefusal.invalid(`Charge ${charge.id} cannot be disputed.`, { code: 'charge_not_disputable' });
  }
  if (amount < 1 || amount > charge.amount) {
    throw StripeRefusal.invalid('The amount in dispute exceeds the charge.', { param: 'amount' });
  }
  const dispute = sim.store.disputes.add(
    newDispute({
      charge,
      amount,
      reason: options.reason ?? (isCard ? 'fraudulent' : 'debit_not_authorized'),
      inquiry: isCard && (options.inquiry ?? false),
      created: sim.now(),
    }),
  );
  charge.disputed = true;
  sim.emit('charge.dispute.created', dispute);
  if (dispute.status !== 'warning_needs_response') withdraw(sim, dispute, isCard);
  if (!isCard) closeDispute(sim, dispute, 'lost');
  return dispute;
}

/** Won: money and fee come back. Lost: nothing more moves. */
export function closeDispute(sim: Simulation, dispute: StoredDispute, outcome: 'won' | 'lost'): void {
  if (isClosed(dispute)) {
    throw StripeRefusal.invalid('This dispute is already closed', { code: 'dispute_already_closed' });
  }
  const inquiry = dispute.status.startsWith('warning');
  dispute.status = inquiry ? 'warning_closed' : outcome;
  if (inquiry) {
    const charge = sim.store.charges.get(dispute.charge);
    if (charge) charge.disputed = false;
  } else if (outcome === 'won') {
    reinstate(sim, dispute);
    dispute.is_charge_refundable = true;
  }
  sim.emit('charge.dispute.closed', dispute);
}

export const isClosed = (dispute: StoredDispute): boolean => ['won', 'lost', 'warning_closed'].includes(dispute.status);

function withdraw(sim: Simulation, dispute: StoredDispute, isCard: boolean): void {
  const fee = isCard ? CARD_DISPUTE_FEE : SEPA_DISPUTE_FEE;
  dispute.balance_transactions.push(moveDispute(sim, dispute, -dispute.amount, fee, 'dispute'));
  sim.emit('charge.dispute.funds_withdrawn', dispute);
}

function reinstate(sim: Simulation, dispute: StoredDispute): void {
  const fee = dispute.balance_transactions[0]?.fee ?? 0;
  dispute.balance_transactions.push(moveDispute(sim, dispute, dispute.amount, -fee, 'dispute_reversal'));
  sim.emit('charge.dispute.funds_reinstated', dispute);
}

function moveDispute(sim: Simulation, dispute: StoredDispute, amount: number, fee: number, reportingCategory: string) {
  return moveBalance(sim, {
    type: 'adjustment',
    reportingCategory,
    amount,
    fee,
    feeDescription: 'Dispute fee',
    currency: dispute.currency,
    source: dispute.id,
    description: `${reportingCategory === 'dispute' ? 'Chargeback withdrawal' : 'Chargeback reversal'} for ${dispute.charge}`,
  });
}
