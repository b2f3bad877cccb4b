import type { Store } from '../store';
import { StripeRefusal } from './refusal';

type Json = Record<string, unknown>;
type Lookup = (store: Store, id: string) => object | undefined;

const MAX_DEPTH = 4;

const charge: Lookup = (s, id) => s.charges.get(id);
const intent: Lookup = (s, id) => s.intents.get(id);
const movement: Lookup = (s, id) => s.movements.get(id);
const customer: Lookup = (s, id) => s.customers.get(id);
const method: Lookup = (s, id) => s.paymentMethods.get(id);
const setup: Lookup = (s, id) => s.setups.get(id);
const source: Lookup = (s, id) => s.charges.get(id) ?? s.refunds.get(id) ?? s.disputes.get(id) ?? s.payouts.get(id);

const REFERENCES: Record<string, Record<string, Lookup>> = {
  'checkout.session': { payment_intent: intent, setup_intent: setup, customer },
  setup_intent: { payment_method: method, customer },
  payment_intent: { latest_charge: charge, payment_method: method, customer },
  charge: { balance_transaction: movement, payment_intent: intent, customer, failure_balance_transaction: movement },
  refund: { balance_transaction: movement, charge, payment_intent: intent, failure_balance_transaction: movement },
  dispute: { charge, payment_intent: intent },
  payout: { balance_transaction: movement },
  balance_transaction: { source },
};

/** Lists that are left out unless asked for. */
const INCLUDED: Record<string, Record<string, (store: Store, id: string) => object[]>> = {
  'checkout.session': { line_items: (s, id) => s.sessionSides.get(id)?.lineItems ?? [] },
  charge: { refunds: (s, id) => s.refunds.all.filter((r) => r.charge === id).toReversed() },
};

const LIST_URLS: Record<string, (id: string) => string> = {
  line_items: (id) => `/v1/checkout/sessions/${id}/line_items`,
  refunds: (id) => `/v1/charges/${id}/refunds`,
};

/** A copy of the object with the asked references in place. @throws StripeRefusal for a path that cannot be expanded. */
export function expand(store: Store, object: object, paths: readonly string[]): object {
  let result: object = object;
  for (const path of paths) {
    const parts = path.split('.');
    if (parts.length - (parts[0] === 'data' ? 1 : 0) > MAX_DEPTH) {
      throw StripeRefusal.parameter(
        undefined,
        'expand',
        `You cannot expand more than ${MAX_DEPTH} levels of a property. Property: ${path}`,
      );
    }
    result = follow(store, result as Json, parts, path);
  }
  return result;
}

function follow(store: Store, object: Json, [part, ...rest]: string[], path: string): Json {
  if (part === undefined) return object;
  const kind = String(object.object);
  if (kind === 'list' && part === 'data') {
    return { ...object, data: (object.data as Json[]).map((each) => follow(store, each, rest, path)) };
  }
  const present = object[part];
  if (typeof present === 'object' && present !== null && !Array.isArray(present)) {
    return { ...object, [part]: follow(store, present as Json, rest, path) };
  }
  const list = INCLUDED[kind]?.[part];
  if (list) {
    const id = String(object.id);
    const whole = { object: 'list', data: list(store, id), has_more: false, url: LIST_URLS[part]?.(id) };
    return { ...object, [part]: follow(store, whole, rest, path) };
  }
  const lookup = REFERENCES[kind]?.[part];
  if (!lookup) throw StripeRefusal.parameter(undefined, 'expand', `This property cannot be expanded (${path}).`);
  const found = typeof present === 'string' ? lookup(store, present) : undefined;
  return found ? { ...object, [part]: follow(store, found as Json, rest, path) } : object;
}
