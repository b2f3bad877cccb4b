import type Stripe from 'stripe';
import { newCustomer } from '../objects/customer';
import { newPrice } from '../objects/line-item';
import { listPage, PAGING } from '../http/list';
import { StripeRefusal } from '../http/refusal';
import { integer, listOf, metadata, nested, oneOf, text } from '../http/params';
import { known, optional, readRoutes, required, route, shapeFor, type Route } from './route';

const CUSTOMER = shapeFor<Stripe.CustomerCreateParams>()({
  email: optional(text),
  name: optional(text),
  phone: optional(text),
  description: optional(text),
  metadata: optional(metadata),
});

export const otherRoutes: Route[] = [
  route('POST', '/v1/customers', CUSTOMER, (sim, params) => {
    const customer = sim.store.customers.add(newCustomer({ ...params, created: sim.now() }));
    sim.emit('customer.created', customer);
    return customer;
  }),
  ...readRoutes({
    path: '/v1/customers',
    kind: 'customer',
    items: (sim) => sim.store.customers,
    filters: { email: (customer, value) => customer.email === value },
  }),

  route('POST', '/v1/payment_methods/:id/detach', {}, (sim, _params, id) => {
    const method = known(sim.store.paymentMethods, 'PaymentMethod', id);
    if (!method.customer)
      throw StripeRefusal.invalid('The payment method you provided is not attached to a customer so detachment is impossible.');
    method.customer = null;
    sim.store.keptMethods.delete(id);
    sim.emit('payment_method.detached', method);
    return method;
  }),
  ...readRoutes({
    path: '/v1/setup_intents',
    kind: 'setup_intent',
    items: (sim) => sim.store.setups,
    filters: { customer: (setup, value) => setup.customer === value },
  }),

  route('GET', '/v1/payment_methods/:id', {}, (sim, _params, id) => known(sim.store.paymentMethods, 'PaymentMethod', id)),

  route(
    'POST',
    '/v1/prices',
    shapeFor<Stripe.PriceCreateParams>()({
      currency: required(text),
      unit_amount: required(integer(0)),
      product_data: required(nested({ name: required(text) })),
    }),
    (sim, params) => {
      const price = sim.store.prices.add(newPrice(params.unit_amount, params.currency.toLowerCase(), sim.now()));
      price.active = true;
      sim.store.priceNames.set(price.id, params.product_data.name);
      return price;
    },
  ),
  ...readRoutes({ path: '/v1/prices', kind: 'price', items: (sim) => sim.store.prices, filters: {} }),

  route(
    'GET',
    '/v1/events',
    {
      ...PAGING,
      type: optional(text),
      types: optional(listOf(text)),
      delivery_success: optional(oneOf('true', 'false')),
    },
    (sim, params) =>
      listPage({
        items: sim.store.events,
        kind: 'event',
        url: '/v1/events',
        paging: params,
        where: (event) =>
          (!params.type || isOfType(event.type, params.type)) &&
          (!params.types || params.types.includes(event.type)) &&
          (!params.delivery_success || (params.delivery_success === 'true') === (event.pending_webhooks === 0)),
      }),
  ),
  route('GET', '/v1/events/:id', {}, (sim, _params, id) => known(sim.store.events, 'event', id)),
];

/** `charge.*` asks for all that begin so. */
function isOfType(type: string, asked: string): boolean {
  return asked.endsWith('*') ? type.startsWith(asked.slice(0, -1)) : type === asked;
}
