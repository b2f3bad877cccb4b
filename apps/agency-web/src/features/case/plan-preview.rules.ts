import type { Day, Money } from '@amiable/web-kit';

export type Rounding = 'LAST' | 'FIRST' | 'SPREAD';
export type Frequency = 'WEEKLY' | 'FORTNIGHTLY' | 'MONTHLY';
export const roundings: readonly Rounding[] = ['LAST', 'FIRST', 'SPREAD'];

export interface PreviewedInstalment {
  number: number;
  dueOn: Day;
  amounts: Readonly<Record<Rounding, Money>>;
}

/** Equal parts to the cent under each rounding, with their days: the anchor day each month, or every one or two weeks. A preview: the server decides. */
export function planPreview(total: Money, instalments: number, firstDueOn: Day, frequency: Frequency = 'MONTHLY'): PreviewedInstalment[] {
  const units = unitsOf(total);
  const count = BigInt(instalments);
  const part = units / count;
  const rest = units - part * count;
  const amount = (minor: bigint): Money => {
    const text = minor.toString().padStart(3, '0');
    return { amount: `${text.slice(0, -2)}.${text.slice(-2)}`, currency: total.currency };
  };
  return Array.from({ length: instalments }, (_, index) => ({
    number: index + 1,
    dueOn: frequency === 'MONTHLY' ? sameDayLater(firstDueOn, index) : daysLater(firstDueOn, index * (frequency === 'WEEKLY' ? 7 : 14)),
    amounts: {
      LAST: amount(part + (index === instalments - 1 ? rest : 0n)),
      FIRST: amount(part + (index === 0 ? rest : 0n)),
      SPREAD: amount(part + (BigInt(index) < rest ? 1n : 0n)),
    },
  }));
}

export interface PlanLimits {
  readonly longestMonths: number;
  readonly smallestInstalment: Money;
  readonly smallestFirst: Money;
  readonly firstWithinDays: number;
  readonly frequencies: readonly Frequency[];
}

/** Is a plan outside what the mandate allows without asking? The screen asks for a reason then; the server decides. */
export function isOutside(
  rows: readonly PreviewedInstalment[],
  rounding: Rounding,
  frequency: Frequency,
  limits: PlanLimits,
  today: Day,
): boolean {
  const [first] = rows;
  if (!first) return false;
  const smallest = rows.map((row) => unitsOf(row.amounts[rounding])).reduce((a, b) => (b < a ? b : a));
  return (
    rows.at(-1)!.dueOn >= sameDayLater(first.dueOn, limits.longestMonths) ||
    smallest < unitsOf(limits.smallestInstalment) ||
    unitsOf(first.amounts[rounding]) < unitsOf(limits.smallestFirst) ||
    first.dueOn > daysLater(today, limits.firstWithinDays) ||
    !limits.frequencies.includes(frequency)
  );
}

function unitsOf({ amount }: Money): bigint {
  const [whole = '0', fraction = ''] = amount.split('.');
  return BigInt(whole + fraction.padEnd(2, '0'));
}

function daysLater(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

function sameDayLater(first: Day, months: number): Day {
  const [year, month, day] = first.split('-').map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth))).toISOString().slice(0, 10);
}
