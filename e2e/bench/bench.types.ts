/** A goal of docs/bench.md: a sentence and whether this run reached it. */
export interface Goal {
  readonly text: string;
  readonly met: boolean;
}

/** One line of the table, as a row process measured it at one size. Rates: more is better; times: less is better. */
export interface Measure {
  readonly row: string;
  readonly ours: number;
  readonly limit?: number;
  readonly unit: string;
  readonly better: 'more' | 'less';
  /** What one unit of work cost, for the growth from one size to the next; seconds or milliseconds, always the same. */
  readonly cost?: number;
  /** Of how much work `cost` speaks, when that is not the number of cases. */
  readonly size?: number;
  readonly rssMb?: number;
  readonly note?: string;
  /** Goals judged by this measure alone: the ratio is what we cost for what the limit costs. */
  readonly goals?: readonly Goal[];
  /** The largest growth exponent allowed. */
  readonly growth?: number;
}

/** What a row process is told. */
export interface RowTask {
  readonly row: string;
  readonly cases: number;
  readonly rows: number;
  /** False at the small size, which only serves to see the growth. */
  readonly full: boolean;
}

export type Row = (task: RowTask) => Promise<Measure[]>;

/** How many times the limit's cost ours is; 1 is the limit itself. */
export function ratioOf({ ours, limit, better }: Pick<Measure, 'ours' | 'limit' | 'better'>): number | undefined {
  if (limit === undefined) return undefined;
  return better === 'more' ? limit / ours : ours / limit;
}

export function within(times: number, measure: Pick<Measure, 'ours' | 'limit' | 'better'>): Goal {
  return { text: `within ${times}x`, met: (ratioOf(measure) ?? Infinity) <= times };
}

export const atLeast = (least: number, value: number, unit: string): Goal => ({ text: `>= ${least} ${unit}`, met: value >= least });
export const below = (most: number, value: number, unit: string): Goal => ({ text: `< ${most} ${unit}`, met: value < most });
