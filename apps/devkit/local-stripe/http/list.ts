import type Stripe from 'stripe';
import type { Collection } from '../collection';
import { integer, nested, optional, text, type Parsed, type Reader } from './params';
import { StripeRefusal } from './refusal';

interface Range {
  gt?: number;
  gte?: number;
  lt?: number;
  lte?: number;
}

const range = nested({
  gt: optional(integer()),
  gte: optional(integer()),
  lt: optional(integer()),
  lte: optional(integer()),
});

/** An instant, or bounds as in `created[gte]`. */
const instant: Reader<Range> = (value, name) => {
  if (typeof value !== 'string') return range(value, name);
  const exact = integer()(value, name);
  return { gte: exact, lte: exact };
};

export const PAGING = {
  limit: optional(integer(1)),
  starting_after: optional(text),
  ending_before: optional(text),
  created: optional(instant),
};

export interface ListQuestion<T extends { id: string; created: number }> {
  items: Collection<T>;
  kind: string;
  url: string;
  paging: Parsed<typeof PAGING>;
  where: (item: T) => boolean;
}

/** One page, newest first. @throws StripeRefusal when the cursor names nothing known. */
export function listPage<T extends { id: string; created: number }>(question: ListQuestion<T>): Stripe.ApiList<T> {
  const { items, paging, kind } = question;
  const limit = paging.limit ?? 10;
  if (limit > 100) {
    throw StripeRefusal.parameter('parameter_invalid_integer', 'limit', 'Invalid limit: must be between 1 and 100');
  }
  const placeOf = (id: string, name: string) => {
    const place = items.placeOf(id);
    if (place === undefined) throw StripeRefusal.missing(kind, id, name);
    return place;
  };
  const matches = (item: T) => isIn(item.created, paging.created) && question.where(item);
  // One more than asked tells whether there are more.
  const found: T[] = [];
  if (paging.ending_before) {
    for (let i = placeOf(paging.ending_before, 'ending_before') + 1; i < items.all.length && found.length <= limit; i++) {
      const item = items.all[i];
      if (item && matches(item)) found.push(item);
    }
  } else {
    const start = paging.starting_after ? placeOf(paging.starting_after, 'starting_after') : items.all.length;
    for (let i = start - 1; i >= 0 && found.length <= limit; i--) {
      const item = items.all[i];
      if (item && matches(item)) found.push(item);
    }
  }
  const data = found.slice(0, limit);
  if (paging.ending_before) data.reverse();
  return { object: 'list', data, has_more: found.length > limit, url: question.url };
}

function isIn(created: number, bounds: Range | undefined): boolean {
  if (!bounds) return true;
  const { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity } = bounds;
  return created > gt && created >= gte && created < lt && created <= lte;
}
