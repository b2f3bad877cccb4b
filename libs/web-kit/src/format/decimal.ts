/** Arithmetic on decimal text such as "-1212.82", exact at any length. No float ever holds money. */
export type Decimal = string;

interface Parsed {
  units: bigint;
  scale: number;
}

function parse(value: Decimal): Parsed {
  const match = /^(-?)(\d*)(?:\.(\d*))?$/.exec(value.trim());
  if (!match || !(match[2] || match[3])) throw new RangeError(`Not a decimal number: ${value}`);
  const fraction = match[3] ?? '';
  const units = BigInt(`${match[2]}${fraction}` || '0');
  return { units: match[1] ? -units : units, scale: fraction.length };
}

const toScale = ({ units, scale }: Parsed, wanted: number) => units * 10n ** BigInt(wanted - scale);

function print(units: bigint, scale: number): Decimal {
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  return scale === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

export function addDecimals(...values: readonly Decimal[]): Decimal {
  const parsed = values.map(parse);
  const scale = Math.max(0, ...parsed.map((each) => each.scale));
  return print(
    parsed.reduce((sum, each) => sum + toScale(each, scale), 0n),
    scale,
  );
}

export function negateDecimal(value: Decimal): Decimal {
  const { units, scale } = parse(value);
  return print(-units, scale);
}

export const subtractDecimals = (from: Decimal, what: Decimal): Decimal => addDecimals(from, negateDecimal(what));

/** Below, at or above zero when a is smaller than, equal to or larger than b. */
export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const { units } = parse(subtractDecimals(a, b));
  return units < 0n ? -1 : units > 0n ? 1 : 0;
}

export const isZero = (value: Decimal): boolean => compareDecimals(value, '0') === 0;

/** The share of a part in a whole, from 0 to 1: for drawing only, never for money. */
export function shareOf(part: Decimal, whole: Decimal): number {
  if (isZero(whole)) return 0;
  const a = parse(part);
  const b = parse(whole);
  const scale = Math.max(a.scale, b.scale);
  return Number((toScale(a, scale) * 1_000_000n) / toScale(b, scale)) / 1_000_000;
}

/** Reads what a person types in French or English ("1 212,82", "1,212.82", "1212.82 €") as decimal text; null when it is not one. */
export function readDecimal(typed: string): Decimal | null {
  const bare = typed.replace(/[\s\u00a0\u202f\u2009€$£]/g, '');
  const lastMark = Math.max(bare.lastIndexOf(','), bare.lastIndexOf('.'));
  const isFraction = lastMark >= 0 && bare.length - lastMark - 1 <= 2;
  const whole = (isFraction ? bare.slice(0, lastMark) : bare).replace(/[.,](?=\d{3})/g, '');
  const fraction = isFraction ? bare.slice(lastMark + 1) : '';
  if (!/^-?\d+$/.test(whole) || !/^\d*$/.test(fraction)) return null;
  return fraction ? `${whole}.${fraction}` : whole;
}
