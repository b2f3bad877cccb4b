import { percentOf, Temporal } from '@amiable/kernel';

/** The rate of a half-year, `2026-1` from 1 January, `2026-2` from 1 July; percent of the ECB in hundredths (2.15 % is 215). */
export interface LateRate {
  readonly halfYear: string;
  readonly ecbHundredths: bigint;
}

/** An invoice as late payment looks at it; amounts in minor units, days ISO. Settlements are what was allocated to it, with its day. */
export interface LateInvoice {
  readonly number: string;
  readonly dueOn: string;
  readonly amountMinor: bigint;
  /** Contested: nobody is asked for interest on it. */
  readonly disputedMinor: bigint;
  readonly settlements: ReadonlyArray<{ readonly on: string; readonly minor: bigint }>;
}

export interface LateSegment {
  /** First day that bears interest, and the last. */
  readonly from: string;
  readonly until: string;
  readonly days: number;
  readonly baseMinor: bigint;
  readonly ratePercent: string;
}

export interface LateLine {
  readonly number: string;
  readonly days: number;
  readonly segments: readonly LateSegment[];
  readonly interestMinor: bigint;
  readonly indemnityMinor: bigint;
  readonly penaltyMinor: bigint;
  /** A half-year without a known rate took the one before it. */
  readonly isProvisional: boolean;
}

/** What the mandate claims beside the principal. */
export interface LateClauses {
  readonly interest: boolean;
  readonly indemnity: boolean;
  /** Clause pénale (C. civ. 1231-5), percent of what was late; 0 for none. */
  readonly penaltyPercent: string;
}

/** Points above the ECB rate between professionals (C. com. L441-10 II). */
const pointsHundredths = 1000n;
/** Indemnité forfaitaire de recouvrement, per late invoice (C. com. D441-5). */
export const fixedIndemnityMinor = 4000n;

/**
 * Pénalités de retard of one invoice as of a day (C. com. L441-10; domain.md 2.2): simple interest at ECB + 10 from the day after the due
 * date, the day of payment included, half-year by half-year, actual days over 365. Exact in integers, rounded once to the cent, half up.
 * Payments go to the principal first: what the mandate has agreed to in the debtor's favour (C. civ. 1343-1, 1342-10).
 */
export function lateLine(invoice: LateInvoice, asOf: string, rates: readonly LateRate[], clauses: LateClauses): LateLine {
  const segments: LateSegment[] = [];
  let exact = 0n; // cents x days x hundredths of a percent
  let isProvisional = false;
  for (const [from, until] of stretches(invoice, asOf)) {
    const baseMinor = baseAfter(invoice, from);
    if (baseMinor <= 0n) continue;
    const first = Temporal.PlainDate.from(from).add({ days: 1 });
    const rate = rateOf(halfYearOf(first), rates);
    const days = Temporal.PlainDate.from(from).until(until, { largestUnit: 'days' }).days;
    const hundredths = rate.ecbHundredths + pointsHundredths;
    exact += baseMinor * BigInt(days) * hundredths;
    isProvisional ||= rate.isProvisional;
    segments.push({ from: first.toString(), until, days, baseMinor, ratePercent: percentText(hundredths) });
  }
  const late = segments[0]?.baseMinor ?? 0n;
  return {
    number: invoice.number,
    days: segments.reduce((sum, { days }) => sum + days, 0),
    segments,
    interestMinor: clauses.interest ? roundHalfUp(exact, 365n * 10_000n) : 0n,
    indemnityMinor: clauses.indemnity && late > 0n ? fixedIndemnityMinor : 0n,
    penaltyMinor: percentOf(late, clauses.penaltyPercent),
    isProvisional: clauses.interest && isProvisional,
  };
}

/** Day pairs (after, until] in which neither the base nor the rate changes. */
function stretches({ dueOn, settlements }: LateInvoice, asOf: string): Array<readonly [string, string]> {
  if (asOf <= dueOn) return [];
  const cuts = new Set([asOf, ...settlements.map(({ on }) => on), ...halfYearEnds(dueOn, asOf)]);
  const days = [dueOn, ...[...cuts].filter((day) => day > dueOn && day <= asOf).sort()];
  return days.slice(1).map((until, i) => [days[i]!, until] as const);
}

/** What was owed and not contested on the days after this one: a payment bears interest on its own day still. */
function baseAfter({ amountMinor, disputedMinor, settlements }: LateInvoice, day: string): bigint {
  return settlements.reduce((base, { on, minor }) => (on <= day ? base - minor : base), amountMinor - disputedMinor);
}

function halfYearEnds(from: string, until: string): string[] {
  const years = Array.from({ length: Number(until.slice(0, 4)) - Number(from.slice(0, 4)) + 1 }, (_, i) => Number(from.slice(0, 4)) + i);
  return years.flatMap((year) => [`${year}-06-30`, `${year}-12-31`]);
}

/** `2026-2` for a day of July to December. */
export function halfYearOf({ year, month }: { readonly year: number; readonly month: number }): string {
  return `${year}-${month <= 6 ? 1 : 2}`;
}

function rateOf(halfYear: string, rates: readonly LateRate[]): { ecbHundredths: bigint; isProvisional: boolean } {
  const known = rates.filter((rate) => rate.halfYear <= halfYear).toSorted((a, b) => (a.halfYear < b.halfYear ? 1 : -1))[0];
  return { ecbHundredths: known?.ecbHundredths ?? 0n, isProvisional: known?.halfYear !== halfYear };
}

const percentText = (hundredths: bigint) => `${hundredths / 100n}.${(hundredths % 100n).toString().padStart(2, '0')}`;
const roundHalfUp = (numerator: bigint, denominator: bigint) => (2n * numerator + denominator) / (2n * denominator);
