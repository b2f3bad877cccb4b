export type Arm = 'champion' | 'challenger' | 'holdout';

/** What became of the cases of one arm that have had their whole time. */
export interface ArmResult {
  readonly arm: Arm;
  /** All that were drawn for it. */
  readonly cases: number;
  /** Of them, those whose time of observation is over. */
  readonly observed: number;
  /** Of those, the ones paid in full within it. */
  readonly paid: number;
}

/** A difference between two shares, with the interval that holds the true one in 95 of 100 such trials. Shares from 0 to 1. */
export interface Difference {
  readonly points: number;
  readonly low: number;
  readonly high: number;
}

export type Verdict = 'TOO_EARLY' | 'BETTER' | 'WORSE' | 'NO_DIFFERENCE_SEEN';

/** z of a two-sided 95 % interval. */
const z95 = 1.959963984540054;
/** Fewer on either side say nothing. */
export const fewestObserved = 30;

/** Wilson's score interval of a share (E. B. Wilson, JASA 22, 1927). */
export function shareInterval(paid: number, observed: number, z = z95): { low: number; high: number } {
  if (observed === 0) return { low: 0, high: 1 };
  const p = paid / observed;
  const middle = p + (z * z) / (2 * observed);
  const reach = z * Math.sqrt((p * (1 - p)) / observed + (z * z) / (4 * observed * observed));
  const scale = 1 + (z * z) / observed;
  return { low: Math.max(0, (middle - reach) / scale), high: Math.min(1, (middle + reach) / scale) };
}

/** Difference of two independent shares with its 95 % interval (R. G. Newcombe, Statistics in Medicine 17, 1998, method 10). */
export function differenceOf(one: Pick<ArmResult, 'paid' | 'observed'>, other: Pick<ArmResult, 'paid' | 'observed'>): Difference {
  const p1 = one.observed === 0 ? 0 : one.paid / one.observed;
  const p2 = other.observed === 0 ? 0 : other.paid / other.observed;
  const i1 = shareInterval(one.paid, one.observed);
  const i2 = shareInterval(other.paid, other.observed);
  return {
    points: p1 - p2,
    low: p1 - p2 - Math.hypot(p1 - i1.low, i2.high - p2),
    high: p1 - p2 + Math.hypot(i1.high - p1, p2 - i2.low),
  };
}

/** What may be said of an arm beside the champion. */
export function verdictOf(arm: ArmResult, champion: ArmResult): Verdict {
  if (arm.observed < fewestObserved || champion.observed < fewestObserved) return 'TOO_EARLY';
  const { low, high } = differenceOf(arm, champion);
  if (low > 0) return 'BETTER';
  if (high < 0) return 'WORSE';
  return 'NO_DIFFERENCE_SEEN';
}
