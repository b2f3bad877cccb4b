/** How a debtor has paid this one client in the last two years. Amounts in minor units, days are calendar days. */
export interface PayerBehaviour {
  /** Invoices paid in full. */
  readonly settled: number;
  /** Of those, paid by their due day. */
  readonly onTime: number;
  /** Days from due day to payment of those, weighted by amount; paid early counts as 0. */
  readonly daysLate: number;
  readonly promisesKept: number;
  readonly promisesPartlyKept: number;
  readonly promisesBroken: number;
  readonly plansBroken: number;
  /** Payments a bank took back. */
  readonly chargebacks: number;
  /** Disputes in which the debtor was not right. */
  readonly disputesRejected: number;
  /** Days the oldest open and uncontested invoice is overdue; 0 when none is. */
  readonly oldestOverdueDays: number;
}

/** From the best payers to the worst. */
export type PayerGrade = 'a' | 'b' | 'c' | 'd' | 'e';

/** One reason of a score: how many points it gave or took, and the facts its sentence needs. */
export interface PayerReason {
  readonly code:
    | 'paid_on_time'
    | 'paid_late'
    | 'long_delay'
    | 'promises_kept'
    | 'promises_broken'
    | 'plans_broken'
    | 'chargebacks'
    | 'disputes_rejected'
    | 'overdue_now';
  readonly points: number;
  readonly facts: Readonly<Record<string, number>>;
}

/** Score de comportement: 0 to 100, or null when nothing is known yet. The score is 50 and the points of its reasons. */
export interface PayerScore {
  readonly score: number | null;
  readonly grade: PayerGrade | null;
  readonly reasons: readonly PayerReason[];
}

/** Where everybody begins, and what nobody's history can take away from or add to at one go. */
const start = 50;
const grades: ReadonlyArray<readonly [PayerGrade, number]> = [
  ['a', 80],
  ['b', 65],
  ['c', 50],
  ['d', 35],
  ['e', 0],
];

/** Little history says little: four invoices count for half of what a long history would. */
const weightOf = (pieces: number) => pieces / (pieces + 4);

/**
 * The same rules for every debtor, from behaviour towards this client alone: nothing of other clients, no age, origin or
 * address enters. It explains and ranks; it decides nothing by itself (GDPR, article 22).
 */
export function scorePayer(facts: PayerBehaviour): PayerScore {
  const reasons = [punctuality(facts), delay(facts), promises(facts), ...counted(facts), overdue(facts)].filter(
    (reason): reason is PayerReason => reason !== null && reason.points !== 0,
  );
  const known =
    facts.settled + facts.promisesKept + facts.promisesPartlyKept + facts.promisesBroken + facts.plansBroken + facts.chargebacks;
  if (known === 0 && facts.oldestOverdueDays === 0 && facts.disputesRejected === 0) return { score: null, grade: null, reasons: [] };
  const kept = withinBounds(reasons);
  const score = start + kept.reduce((sum, { points }) => sum + points, 0);
  return {
    score,
    grade: grades.find(([, least]) => score >= least)![0],
    reasons: kept.toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points)),
  };
}

function punctuality({ settled, onTime }: PayerBehaviour): PayerReason | null {
  if (settled === 0) return null;
  const points = Math.round((onTime / settled - 0.5) * 50 * weightOf(settled));
  return { code: points >= 0 ? 'paid_on_time' : 'paid_late', points, facts: { settled, onTime, late: settled - onTime } };
}

/** A third of a point for each day, twenty at most: two months late is as bad as it gets. */
function delay({ settled, daysLate }: PayerBehaviour): PayerReason | null {
  if (settled === 0 || daysLate < 5) return null;
  return { code: 'long_delay', points: -Math.round(Math.min(20, daysLate / 3) * weightOf(settled)), facts: { days: Math.round(daysLate) } };
}

function promises({ promisesKept: kept, promisesPartlyKept: partly, promisesBroken: broken }: PayerBehaviour): PayerReason | null {
  const made = kept + partly + broken;
  if (made === 0) return null;
  const points = Math.round(((kept + partly / 2) / made - 0.5) * 40 * (made / (made + 2)));
  return { code: points >= 0 ? 'promises_kept' : 'promises_broken', points, facts: { made, kept, partly, broken } };
}

function counted({ plansBroken, chargebacks, disputesRejected }: PayerBehaviour): Array<PayerReason | null> {
  const each = (code: PayerReason['code'], count: number, points: number, most: number) =>
    count === 0 ? null : { code, points: -Math.min(most, count * points), facts: { count } };
  return [
    each('plans_broken', plansBroken, 8, 16),
    each('chargebacks', chargebacks, 8, 16),
    each('disputes_rejected', disputesRejected, 2, 6),
  ];
}

function overdue({ oldestOverdueDays: days }: PayerBehaviour): PayerReason | null {
  if (days <= 0) return null;
  const points = days > 180 ? -20 : days > 90 ? -15 : days > 60 ? -10 : days > 30 ? -6 : -2;
  return { code: 'overdue_now', points, facts: { days } };
}

/** The score stays between 0 and 100, and still is the sum of what is said: the smallest reasons give way first. */
function withinBounds(reasons: readonly PayerReason[]): PayerReason[] {
  let excess = outside(start + reasons.reduce((sum, { points }) => sum + points, 0));
  const bySize = reasons.toSorted((a, b) => Math.abs(a.points) - Math.abs(b.points));
  return bySize
    .map((reason) => {
      if (excess === 0 || Math.sign(reason.points) !== Math.sign(excess)) return reason;
      const taken = Math.sign(excess) * Math.min(Math.abs(excess), Math.abs(reason.points));
      excess -= taken;
      return { ...reason, points: reason.points - taken };
    })
    .filter(({ points }) => points !== 0);
}

/** How far a score lies outside of 0 to 100; 0 inside. */
const outside = (score: number) => (score > 100 ? score - 100 : Math.min(0, score));
