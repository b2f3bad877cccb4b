import type Stripe from 'stripe';
import { closeDispute } from '../flows/dispute';
import { refundCharge } from '../flows/refund';
import { PAGING, listPage } from '../http/list';
import { integer, metadata, oneOf, text, type Parsed } from '../http/params';
import { StripeRefusal } from '../http/refusal';
import type { StoredCharge } from '../objects/charge';
import type { Simulation } from '../simulation';
import { known, optional, readRoutes, route, shapeFor, type Route } from './route';

const REFUND = shapeFor<Stripe.RefundCreateParams>()({
  charge: optional(text),
  payment_intent: optional(text),
  amount: optional(integer(1)),
  reason: optional(oneOf('duplicate', 'fraudulent', 'requested_by_customer')),
  metadata: optional(metadata),
});

export const moneyRoutes: Route[] = [
  ...readRoutes({
    path: '/v1/charges',
    kind: 'charge',
    items: (sim) => sim.store.charges,
    filters: {
      payment_intent: (charge, value) => charge.payment_intent === value,
      customer: (charge, value) => charge.customer === value,
    },
  }),
  route('GET', '/v1/charges/:id/refunds', PAGING, (sim, paging, id) => {
    known(sim.store.charges, 'charge', id);
    const where = (refund: { charge: string }) => refund.charge === id;
    return listPage({ items: sim.store.refunds, kind: 'refund', url: `/v1/charges/${id}/refunds`, paging, where });
  }),

  route('POST', '/v1/refunds', REFUND, (sim, params) => {
    const { amount, reason, metadata: data } = params;
    return refundCharge(sim, chargeToRefund(sim, params), { amount, reason, metadata: data });
  }),
  ...readRoutes({
    path: '/v1/refunds',
    kind: 'refund',
    items: (sim) => sim.store.refunds,
    filters: {
      charge: (refund, value) => refund.charge === value,
      payment_intent: (refund, value) => refund.payment_intent === value,
    },
  }),

  ...readRoutes({
    path: '/v1/disputes',
    kind: 'dispute',
    items: (sim) => sim.store.disputes,
    filters: {
      charge: (dispute, value) => dispute.charge === value,
      payment_intent: (dispute, value) => dispute.payment_intent === value,
    },
  }),
  route('POST', '/v1/disputes/:id/close', {}, (sim, _params, id) => {
    const dispute = known(sim.store.disputes, 'dispute', id);
    closeDispute(sim, dispute, 'lost');
    return dispute;
  }),

  ...readRoutes({
    path: '/v1/payouts',
    kind: 'payout',
    items: (sim) => sim.store.payouts,
    filters: { status: (payout, value) => payout.status === value },
  }),

  ...readRoutes({
    path: '/v1/balance_transactions',
    kind: 'balance_transaction',
    items: (sim) => sim.store.movements,
    filters: {
      payout: (movement, value, sim) => sim.store.paidOutBy.get(movement.id) === value,
      source: (movement, value) => movement.source === value,
      type: (movement, value) => movement.type === value,
      currency: (movement, value) => movement.currency === value,
    },
  }),

  route('GET', '/v1/balance', {}, (sim) => balanceOf(sim)),
];

function chargeToRefund(sim: Simulation, params: Parsed<typeof REFUND>): StoredCharge {
  const { store } = sim;
  let charge: StoredCharge;
  if (params.charge) {
    charge = known(store.charges, 'charge', params.charge, 'charge');
  } else if (params.payment_intent) {
    const intent = known(store.intents, 'payment_intent', params.payment_intent, 'payment_intent');
    const latest = store.charges.get(intent.latest_charge ?? '');
    if (intent.status !== 'succeeded' || !latest) {
      throw StripeRefusal.invalid(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, {
        code: 'payment_intent_unexpected_state',
        param: 'payment_intent',
      });
    }
    charge = latest;
  } else {
    throw StripeRefusal.parameter(
      'parameter_missing',
      'charge',
      'One of the following params should be provided for this request: payment_intent or charge.',
    );
  }
  const dispute = store.disputes.all.findLast((d) => d.charge === charge.id);
  if (dispute && !dispute.is_charge_refundable && dispute.status !== 'won') {
    throw StripeRefusal.invalid(`Charge ${charge.id} has been charged back; cannot issue a refund.`, { code: 'charge_disputed' });
  }
  return charge;
}

/** What is on the account and has not been paid out. */
function balanceOf(sim: Simulation): Stripe.Balance {
  const { movements, paidOutBy } = sim.store;
  const sumOf = (status: string): Stripe.Balance.Available[] => {
    const open = movements.all.filter((m) => m.status === status && m.currency === 'eur' && !paidOutBy.has(m.id));
    return [{ amount: open.reduce((sum, m) => sum + m.net, 0), currency: 'eur' }];
  };
  return { object: 'balance', available: sumOf('available'), livemode: false, pending: sumOf('pending') };
}
