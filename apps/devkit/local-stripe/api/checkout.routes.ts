import type Stripe from 'stripe';
import { expireIfDue, expireSession } from '../flows/checkout';
import { PAGING } from '../http/list';
import { flag, ignored, integer, listOf, metadata, nested, oneOf, text, type Parsed } from '../http/params';
import { StripeRefusal } from '../http/refusal';
import { newSession } from '../objects/checkout-session';
import { newLineItem } from '../objects/line-item';
import type { Simulation } from '../simulation';
import { amountInWords } from '../amount';
import { known, optional, readRoutes, required, route, shapeFor, type Route } from './route';

type Params = Stripe.Checkout.SessionCreateParams;

const PRODUCT = { name: required(text), description: optional(text), images: optional(ignored), metadata: optional(metadata) };
const PRICE_DATA = shapeFor<Stripe.Checkout.SessionCreateParams.LineItem.PriceData>()({
  currency: required(text),
  unit_amount: required(integer(0)),
  product_data: required(nested(shapeFor<Stripe.Checkout.SessionCreateParams.LineItem.PriceData.ProductData>()(PRODUCT))),
  tax_behavior: optional(ignored),
});
const LINE = shapeFor<Stripe.Checkout.SessionCreateParams.LineItem>()({
  price: optional(text),
  price_data: optional(nested(PRICE_DATA)),
  quantity: optional(integer(1)),
});
const INTENT_DATA = shapeFor<Stripe.Checkout.SessionCreateParams.PaymentIntentData>()({
  metadata: optional(metadata),
  description: optional(text),
  receipt_email: optional(text),
  statement_descriptor_suffix: optional(text),
  setup_future_usage: optional(oneOf('off_session', 'on_session')),
  capture_method: optional(oneOf('automatic', 'automatic_async')),
});
const SETUP_DATA = shapeFor<Stripe.Checkout.SessionCreateParams.SetupIntentData>()({
  metadata: optional(metadata),
  description: optional(text),
});
const SESSION = shapeFor<Params>()({
  mode: required(oneOf('payment', 'setup')),
  ui_mode: optional(oneOf('hosted_page')),
  success_url: required(text),
  cancel_url: optional(text),
  line_items: optional(listOf(nested(LINE))),
  setup_intent_data: optional(nested(SETUP_DATA)),
  // `payment_method_types` is gone from requests since the endive major; the object still shows the result under that name.
  allowed_payment_method_types: optional(listOf(oneOf('card', 'sepa_debit'))),
  client_reference_id: optional(text),
  customer: optional(text),
  customer_email: optional(text),
  metadata: optional(metadata),
  payment_intent_data: optional(nested(INTENT_DATA)),
  expires_at: optional(integer()),
  locale: optional(text),
  submit_type: optional(oneOf('auto', 'pay')),
  currency: optional(text),
  // Known to Stripe and without effect on this page.
  payment_method_options: optional(ignored),
  billing_address_collection: optional(ignored),
  adaptive_pricing: optional(ignored),
  custom_text: optional(ignored),
  customer_creation: optional(oneOf('always', 'if_required')),
  allow_promotion_codes: optional(flag),
});

const LEAST_AMOUNT = 50;
const MINUTE = 60;
const DAY = 86_400;

export const checkoutRoutes: Route[] = [
  route('POST', '/v1/checkout/sessions', SESSION, (sim, params) => {
    const isSetup = params.mode === 'setup';
    if (isSetup && params.line_items)
      throw StripeRefusal.parameter(undefined, 'line_items', 'You can not pass `line_items` in `setup` mode.');
    if (!isSetup && !params.line_items)
      throw StripeRefusal.parameter('parameter_missing', 'line_items', 'Missing required param: line_items.');
    const lines = (params.line_items ?? []).map((line, place) => readLine(sim, line, place));
    const amount = lines.reduce((sum, line) => sum + line.amount_total, 0);
    const currency = lines[0]?.currency ?? params.currency?.toLowerCase() ?? 'eur';
    refuseBadSession(sim, params, lines, amount, currency);
    const session = sim.store.sessions.add(
      newSession({
        mode: params.mode,
        amount,
        currency,
        cancelUrl: params.cancel_url ?? null,
        successUrl: params.success_url,
        clientReferenceId: params.client_reference_id ?? null,
        customer: params.customer ? known(sim.store.customers, 'customer', params.customer, 'customer').id : null,
        customerEmail: params.customer_email ?? null,
        locale: params.locale ?? null,
        metadata: params.metadata ?? {},
        allowedTypes: params.allowed_payment_method_types ?? null,
        submitType: params.submit_type ?? null,
        created: sim.now(),
        expiresAt: params.expires_at ?? sim.now() + DAY,
        urlOf: (id) => `${sim.publicUrl}/c/pay/${id}`,
      }),
    );
    const data = params.payment_intent_data;
    sim.store.sessionSides.set(session.id, {
      lineItems: lines,
      intentMetadata: data?.metadata ?? params.setup_intent_data?.metadata ?? {},
      intentDescription: data?.description ?? null,
      receiptEmail: data?.receipt_email ?? null,
      statementDescriptorSuffix: data?.statement_descriptor_suffix ?? null,
      keeps: isSetup || data?.setup_future_usage === 'off_session',
    });
    return session;
  }),

  ...readRoutes({
    path: '/v1/checkout/sessions',
    kind: 'checkout.session',
    items: (sim) => {
      for (const session of sim.store.sessions.all) expireIfDue(sim, session);
      return sim.store.sessions;
    },
    filters: {
      payment_intent: (s, value) => s.payment_intent === value,
      customer: (s, value) => s.customer === value,
      status: (s, value) => s.status === value,
    },
  }).filter((each) => each.path.at(-1) !== ':id'),

  route('GET', '/v1/checkout/sessions/:id', {}, (sim, _params, id) => {
    const session = known(sim.store.sessions, 'checkout.session', id, 'session');
    expireIfDue(sim, session);
    return session;
  }),

  route('GET', '/v1/checkout/sessions/:id/line_items', PAGING, (sim, params, id) => {
    known(sim.store.sessions, 'checkout.session', id, 'session');
    const data = (sim.store.sessionSides.get(id)?.lineItems ?? []).slice(0, params.limit ?? 10);
    return { object: 'list', data, has_more: false, url: `/v1/checkout/sessions/${id}/line_items` };
  }),

  route('POST', '/v1/checkout/sessions/:id/expire', {}, (sim, _params, id) => {
    const session = known(sim.store.sessions, 'checkout.session', id, 'session');
    expireSession(sim, session);
    return session;
  }),

  route(
    'POST',
    '/v1/checkout/sessions/:id',
    shapeFor<Stripe.Checkout.SessionUpdateParams>()({ metadata: optional(metadata) }),
    (sim, params, id) => {
      const session = known(sim.store.sessions, 'checkout.session', id, 'session');
      session.metadata = { ...session.metadata, ...params.metadata };
      return session;
    },
  ),
];

function readLine(sim: Simulation, line: Parsed<typeof LINE>, place: number): Stripe.LineItem {
  const name = `line_items[${place}]`;
  const quantity = line.quantity ?? 1;
  if (line.price) {
    const price = known(sim.store.prices, 'price', line.price, `${name}[price]`);
    const product = sim.store.priceNames.get(price.id) ?? price.id;
    return newLineItem({
      name: product,
      unitAmount: price.unit_amount ?? 0,
      quantity,
      currency: price.currency,
      price,
      created: sim.now(),
    });
  }
  if (!line.price_data) {
    throw StripeRefusal.parameter('parameter_missing', name, `${name} must have \`price\` or \`price_data\`.`);
  }
  const { unit_amount: unitAmount, product_data: product } = line.price_data;
  const currency = line.price_data.currency.toLowerCase();
  return newLineItem({ name: product.name, unitAmount, quantity, currency, created: sim.now() });
}

function refuseBadSession(
  sim: Simulation,
  params: Parsed<typeof SESSION>,
  lines: Stripe.LineItem[],
  amount: number,
  currency: string,
): void {
  const bad = (param: string, message: string, code?: string) => {
    throw StripeRefusal.parameter(code, param, message);
  };
  for (const name of ['success_url', 'cancel_url'] as const) {
    const url = params[name];
    if (url !== undefined && !isWebAddress(url)) bad(name, 'Not a valid URL', 'url_invalid');
  }
  if (lines.some((line) => line.currency !== currency)) bad('line_items', 'All line items must have the same currency.');
  if (params.mode === 'payment' && amount < LEAST_AMOUNT) {
    const least = amountInWords(LEAST_AMOUNT, currency);
    bad('line_items', `The Checkout Session's total amount due must add up to at least ${least} ${currency}`, 'amount_too_small');
  }
  if (amount > 99_999_999) bad('line_items', "The Checkout Session's total amount is too large.", 'amount_too_large');
  if (params.allowed_payment_method_types?.includes('sepa_debit') && currency !== 'eur') {
    bad('allowed_payment_method_types', 'The currency provided is invalid for payments with sepa_debit: only eur is accepted.');
  }
  const lifetime = (params.expires_at ?? sim.now() + DAY) - sim.now();
  if (lifetime < 30 * MINUTE - 5 || lifetime > DAY + 5) {
    bad('expires_at', 'The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.');
  }
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url.replaceAll('{CHECKOUT_SESSION_ID}', 'id'));
}
