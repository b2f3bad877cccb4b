import { percentShare } from '@amiable/kernel';

/** What was done and what came of it; sums in cents of one currency. */
export interface CollectionCounts {
  readonly calls: number;
  readonly reached: number;
  readonly talks: number;
  readonly promised: number;
  readonly judged: number;
  readonly kept: number;
  readonly judgedMinor: bigint;
  readonly keptMinor: bigint;
  readonly honouredMinor: bigint;
}

/** Taux de recouvrement amiable (domain.md 4.3), each with what it is a share of. */
export interface CollectionRates {
  readonly talksOfCalls: string | null;
  readonly talksOfReached: string | null;
  readonly promisesOfTalks: string | null;
  /** By number: promises kept whole, of those that fell due. */
  readonly keptOfJudged: string | null;
  /** By amount: what was paid on promises in their time, of what was promised. */
  readonly honoured: string | null;
  /** By amount, strictly: only what was promised by promises kept whole. */
  readonly keptAmount: string | null;
}

export function collectionRates(counts: CollectionCounts): CollectionRates {
  const share = (part: number, whole: number) => percentShare(BigInt(part), BigInt(whole));
  return {
    talksOfCalls: share(counts.talks, counts.calls),
    talksOfReached: share(counts.talks, counts.reached),
    promisesOfTalks: share(counts.promised, counts.talks),
    keptOfJudged: share(counts.kept, counts.judged),
    honoured: percentShare(counts.honouredMinor, counts.judgedMinor),
    keptAmount: percentShare(counts.keptMinor, counts.judgedMinor),
  };
}
