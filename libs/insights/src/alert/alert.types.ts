export const alertKinds = [
  'broken_promise',
  'instalment_missed',
  'dispute_deadline',
  'falling_score',
  'limit_near',
  'limit_passed',
  'insolvency',
] as const;

/** What one may be told of. The threshold of its rule is in euros, days, points or percent, as `thresholdUnits` says. */
export type AlertKind = (typeof alertKinds)[number];

/** What the threshold of each rule counts: the least sum, the days before the deadline, the points lost, the share of the limit, the open sum. */
export const thresholdUnits: Readonly<Record<AlertKind, 'euros' | 'days' | 'points' | 'percent'>> = {
  broken_promise: 'euros',
  instalment_missed: 'euros',
  dispute_deadline: 'days',
  falling_score: 'points',
  limit_near: 'percent',
  limit_passed: 'euros',
  insolvency: 'euros',
};

export interface AlertRule {
  readonly kind: AlertKind;
  readonly enabled: boolean;
  readonly threshold: number;
  /** Told to managers in a digest of the day too. */
  readonly byMail: boolean;
}
