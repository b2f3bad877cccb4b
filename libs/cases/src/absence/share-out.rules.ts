import { evenOut } from './even-out.rules';

/** A case to hand over. Sums in minor units of the agency's currency. */
export interface CaseToShare {
  readonly clientId: string;
  readonly caseId: string;
  readonly openMinor: bigint;
}

/** Somebody who stands in. */
export interface StandIn {
  readonly staffId: string;
  /** Clients whose cases he may be given. */
  readonly clients: 'all' | readonly string[];
  /** What he carries of this absence already. */
  readonly cases?: number;
  readonly openMinor?: bigint;
}

/** A case and who has it now; null: nobody may, it goes to the shared queue. */
export interface Handover {
  readonly clientId: string;
  readonly caseId: string;
  readonly to: string | null;
}

/**
 * Shares cases out: the largest first, each to the one who has the fewest of them, then the smallest sum, then the first named, among those who
 * may have it; then cases are exchanged one for one until the sums are as even as that makes them. The same cases go to the same people whatever
 * order they come in; numbers differ by one at most where all may have all.
 */
export function shareOut(cases: readonly CaseToShare[], standIns: readonly StandIn[]): Handover[] {
  const hands = standIns.map(({ staffId, clients, cases: count = 0, openMinor = 0n }) => ({
    staffId,
    clients,
    count,
    carriedMinor: openMinor,
    openMinor,
    items: [] as CaseToShare[],
  }));
  const largestFirst = [...cases].sort((a, b) =>
    a.openMinor === b.openMinor ? (a.caseId < b.caseId ? -1 : 1) : a.openMinor > b.openMinor ? -1 : 1,
  );
  const nobody: CaseToShare[] = [];
  for (const each of largestFirst) {
    let lightest: (typeof hands)[number] | undefined;
    for (const hand of hands) {
      if (hand.clients !== 'all' && !hand.clients.includes(each.clientId)) continue;
      if (!lightest || hand.count < lightest.count || (hand.count === lightest.count && hand.openMinor < lightest.openMinor))
        lightest = hand;
    }
    if (!lightest) {
      nobody.push(each);
      continue;
    }
    lightest.count++;
    lightest.openMinor += each.openMinor;
    lightest.items.push(each);
  }
  evenOut(hands);
  const handed = ({ clientId, caseId }: CaseToShare, to: string | null): Handover => ({ clientId, caseId, to });
  return [
    ...hands.flatMap(({ staffId, items }) => items.map((each) => handed(each, staffId))),
    ...nobody.map((each) => handed(each, null)),
  ];
}
