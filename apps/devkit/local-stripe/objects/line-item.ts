import Stripe from 'stripe';
import { newId } from '../clock';

export interface LineFacts {
  name: string;
  unitAmount: number;
  quantity: number;
  currency: string;
  /** Given when the line names an existing price instead of `price_data`. */
  price?: Stripe.Price;
  created: number;
}

export function newPrice(unitAmount: number, currency: string, created: number, id = newId('price')): Stripe.Price {
  return {
    id,
    object: 'price',
    active: false,
    billing_scheme: 'per_unit',
    created,
    currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: null,
    metadata: {},
    nickname: null,
    product: newId('prod', 14),
    recurring: null,
    tax_behavior: 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: 'one_time',
    unit_amount: unitAmount,
    // Travels as a string; the SDK makes a Decimal of it again.
    unit_amount_decimal: Stripe.Decimal.from(unitAmount),
  } satisfies Stripe.Price;
}

export function newLineItem(facts: LineFacts): Stripe.LineItem {
  const amount = facts.unitAmount * facts.quantity;
  return {
    id: newId('li'),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency: facts.currency,
    description: facts.name,
    metadata: {},
    price: facts.price ?? newPrice(facts.unitAmount, facts.currency, facts.created),
    quantity: facts.quantity,
  } satisfies Stripe.LineItem;
}
