import type Stripe from 'stripe';
import type { Collection } from '../collection';
import type { FormTree } from '../http/form';
import { listPage, PAGING } from '../http/list';
import { listOf, optional, readParams, required, text, type Parsed, type Shape } from '../http/params';
import { StripeRefusal } from '../http/refusal';
import type { Simulation } from '../simulation';

export interface Route {
  method: 'GET' | 'POST';
  /** Segments; `:id` stands for any one. */
  path: string[];
  run: (sim: Simulation, given: FormTree, id: string) => { answer: object; expand: string[] };
}

const EXPAND = { expand: optional(listOf(text)) };

/** One operation. The shape says which parameters exist; any other is refused, as at Stripe. */
export function route<S extends Shape>(
  method: Route['method'],
  path: string,
  shape: S,
  handle: (sim: Simulation, params: Parsed<S>, id: string) => object,
): Route {
  const whole = { ...shape, ...EXPAND };
  return {
    method,
    path: path.split('/').slice(1),
    run: (sim, given, id) => {
      const { expand, ...params } = readParams(whole, given) as Parsed<typeof EXPAND>;
      return { answer: handle(sim, params as Parsed<S>, id), expand: expand ?? [] };
    },
  };
}

/**
 * Field names checked against the SDK's parameter type: a name Stripe does not know does not compile.
 */
export const shapeFor =
  <P>() =>
  <S extends Shape>(shape: S & Record<Exclude<keyof S, keyof P>, never>): S =>
    shape;

export interface Listing<T extends { id: string; created: number }> {
  path: string;
  kind: string;
  items: (sim: Simulation) => Collection<T>;
  /** Filters by name: whether the item fits the value asked for. */
  filters: Record<string, (item: T, value: string, sim: Simulation) => boolean>;
}

/** `GET path` with paging and filters, and `GET path/:id`. */
export function readRoutes<T extends { id: string; created: number }>(listing: Listing<T>): Route[] {
  const { path, kind, items, filters } = listing;
  const filterShape: Shape = Object.fromEntries(Object.keys(filters).map((name) => [name, optional(text)]));
  return [
    route('GET', path, { ...PAGING, ...filterShape }, (sim, params): Stripe.ApiList<T> => {
      const asked = Object.entries(filters).filter(([name]) => (params as Record<string, unknown>)[name] !== undefined);
      return listPage({
        items: items(sim),
        kind,
        url: path,
        paging: params as Parsed<typeof PAGING>,
        where: (item) => asked.every(([name, fits]) => fits(item, (params as Record<string, string>)[name] ?? '', sim)),
      });
    }),
    route('GET', `${path}/:id`, {}, (sim, _params, id) => known(items(sim), kind, id)),
  ];
}

/** @throws StripeRefusal 404 `resource_missing`. */
export function known<T extends { id: string; created: number }>(items: Collection<T>, kind: string, id: string, param = 'id'): T {
  const item = items.get(id);
  if (!item) throw StripeRefusal.missing(kind, id, param);
  return item;
}

export { optional, required };
