import type { MoneyFact } from './money-fact';

/** An open promise for certain invoices, and until when its money may come. */
export interface GuidingPromise {
  readonly id: string;
  readonly clientId: string;
  readonly caseId: string;
  readonly invoiceIds: readonly string[];
  readonly invoiceNumbers: string;
  /** What of it has not come yet, minor units. */
  readonly leftMinor: bigint;
  readonly madeOn: string;
  /** Its day and the days of grace. */
  readonly lastDay: string;
}

/** Means of payment that carry no choice of invoices of their own; a page of ours asks for it. */
const carriesNoChoice: readonly MoneyFact['method'][] = ['transfer', 'cheque', 'direct'];

/**
 * Which promise each payment is plainly the money of: nobody chose invoices, the sum is just what the promise still awaits, and it comes in the
 * time of the promise. The debtor said beforehand which debts he would pay (C. civ. 1342-10 al. 1). A promise guides one payment only.
 */
export function guidedBy(facts: readonly MoneyFact[], promises: readonly GuidingPromise[]): Map<MoneyFact, GuidingPromise> {
  const guided = new Map<MoneyFact, GuidingPromise>();
  const inOrder = facts.toSorted((a, b) => order(a.effectiveOn, b.effectiveOn) || order(a.sourceKey, b.sourceKey));
  const free = promises.toSorted((a, b) => order(a.lastDay, b.lastDay) || order(a.id, b.id));
  for (const fact of inOrder) {
    const place = free.findIndex((promise) => isItsMoney(fact, promise));
    if (place >= 0) guided.set(fact, free.splice(place, 1)[0]!);
  }
  return guided;
}

function isItsMoney(fact: MoneyFact, promise: GuidingPromise): boolean {
  return (
    fact.kind === 'payment' &&
    carriesNoChoice.includes(fact.method) &&
    !fact.invoiceIds?.length &&
    fact.clientId === promise.clientId &&
    fact.caseId === promise.caseId &&
    fact.amountMinor === promise.leftMinor &&
    fact.effectiveOn >= promise.madeOn &&
    fact.effectiveOn <= promise.lastDay
  );
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
