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
 * may have it. The same cases go to the same people whatever order they come in; numbers differ by one at most where all may have all.
 */
export function shareOut(cases: readonly CaseToShare[], standIns: readonly StandIn[]): Handover[] {
  const loads = standIns.map(({ staffId, clients, cases: count = 0, openMinor = 0n }) => ({ staffId, clients, count, openMinor }));
  const largestFirst = [...cases].sort((a, b) =>
    a.openMinor === b.openMinor ? (a.caseId < b.caseId ? -1 : 1) : a.openMinor > b.openMinor ? -1 : 1,
  );
  return largestFirst.map(({ clientId, caseId, openMinor }) => {
    let lightest: (typeof loads)[number] | undefined;
    for (const load of loads) {
      if (load.clients !== 'all' && !load.clients.includes(clientId)) continue;
      if (!lightest || load.count < lightest.count || (load.count === lightest.count && load.openMinor < lightest.openMinor))
        lightest = load;
    }
    if (lightest) {
      lightest.count++;
      lightest.openMinor += openMinor;
    }
    return { clientId, caseId, to: lightest?.staffId ?? null };
  });
}
