/** Somebody with what he was dealt, the largest first. */
export interface Hand<Item extends { readonly clientId: string; readonly openMinor: bigint }> {
  readonly clients: 'all' | readonly string[];
  /** What he carries besides. */
  readonly carriedMinor: bigint;
  readonly items: Item[];
}

/** Each exchange takes one step; the first ones do nearly all. */
const mostExchanges = 200;

/**
 * Makes the sums of hands even without changing how many each holds: two exchange one case for one as long as that brings their sums nearer, those
 * farthest apart first. Nobody is given what he may not have. The same hands come out the same.
 */
export function evenOut<Item extends { readonly clientId: string; readonly openMinor: bigint }>(hands: readonly Hand<Item>[]): void {
  for (let n = 0; n < mostExchanges; n++) if (!exchangeOne(hands)) return;
}

function exchangeOne<Item extends { readonly clientId: string; readonly openMinor: bigint }>(hands: readonly Hand<Item>[]): boolean {
  const sums = hands.map(({ items, carriedMinor }) => items.reduce((sum, { openMinor }) => sum + openMinor, carriedMinor));
  const pairs = hands
    .flatMap((_, a) => hands.map((_each, b) => ({ a, b, apart: sums[a]! - sums[b]! })))
    .filter(({ apart }) => apart > 0n)
    .sort((one, other) => (one.apart === other.apart ? one.a - other.a || one.b - other.b : one.apart > other.apart ? -1 : 1));
  for (const { a, b, apart } of pairs) {
    const best = bestExchange(hands[a]!, hands[b]!, apart);
    if (!best) continue;
    const [give, take] = [hands[a]!.items[best.give]!, hands[b]!.items[best.take]!];
    hands[a]!.items[best.give] = take;
    hands[b]!.items[best.take] = give;
    for (const { items } of [hands[a]!, hands[b]!])
      items.sort((x, y) => (x.openMinor > y.openMinor ? -1 : x.openMinor < y.openMinor ? 1 : 0));
    return true;
  }
  return false;
}

/** The two cases whose difference is nearest to half of what the sums are apart; both lists run from large to small. */
function bestExchange<Item extends { readonly clientId: string; readonly openMinor: bigint }>(
  heavy: Hand<Item>,
  light: Hand<Item>,
  apart: bigint,
) {
  const may = ({ clients }: Hand<Item>, { clientId }: Item) => clients === 'all' || clients.includes(clientId);
  const gives = heavy.items.flatMap((item, at) => (may(light, item) ? [{ at, minor: item.openMinor }] : []));
  const takes = light.items.flatMap((item, at) => (may(heavy, item) ? [{ at, minor: item.openMinor }] : []));
  let best: { give: number; take: number; miss: bigint } | null = null;
  let take = 0;
  for (const give of gives) {
    // The larger what is given, the larger what is wanted back: the place among the takes only moves on.
    while (take < takes.length && (give.minor - takes[take]!.minor) * 2n < apart) take++;
    for (const place of [take - 1, take]) {
      const other = takes[place];
      if (!other) continue;
      const moved = give.minor - other.minor;
      if (moved <= 0n || moved >= apart) continue;
      const miss = moved * 2n > apart ? moved * 2n - apart : apart - moved * 2n;
      if (!best || miss < best.miss) best = { give: give.at, take: other.at, miss };
    }
  }
  return best;
}
