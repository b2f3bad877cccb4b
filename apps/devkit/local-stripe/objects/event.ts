import Stripe from 'stripe';
import { newId } from '../clock';

/** The one API version this server renders: the one the installed SDK pins. */
export const API_VERSION: string = Stripe.API_VERSION;

export interface EventFacts {
  type: Stripe.Event['type'];
  object: Stripe.EventBase['data']['object'];
  previousAttributes?: Stripe.EventBase['data']['previous_attributes'];
  request: { id: string | null; idempotency_key: string | null };
  created: number;
}

/** An event carries the object as it was at that moment, so the object is copied. */
export function newEvent(facts: EventFacts): Stripe.EventBase {
  return {
    id: newId('evt'),
    object: 'event',
    api_version: API_VERSION,
    created: facts.created,
    data: {
      object: JSON.parse(JSON.stringify(facts.object)),
      ...(facts.previousAttributes && { previous_attributes: facts.previousAttributes }),
    },
    livemode: false,
    pending_webhooks: 0,
    request: facts.request,
    type: facts.type,
  } satisfies Stripe.EventBase;
}
