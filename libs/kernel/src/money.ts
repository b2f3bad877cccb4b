import Decimal from 'decimal.js';
import { Refusal } from './errors';

/** An amount: integer minor units (cents) and an ISO 4217 currency. Never a float. */
export interface Money {
  readonly minor: bigint;
  readonly currency: string;
}

/** The smallest code that says "this text is not an amount". */
export class NotAnAmount extends Refusal {
  constructor(text: string) {
    super('NOT_AN_AMOUNT', { value: text });
  }
}

/** Reads a decimal text such as `1234.56` or `-0.5` as minor units. Throws NotAnAmount. */
export function parseDecimal(text: string): bigint {
  const match = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (!match) throw new NotAnAmount(text);
  const minor = BigInt(match[2]!) * 100n + BigInt((match[3] ?? '').padEnd(2, '0'));
  return match[1] ? -minor : minor;
}

/** Writes minor units as a decimal text with two decimals: `123456n` is `1234.56`. */
export function toDecimal(minor: bigint): string {
  const digits = (minor < 0n ? -minor : minor).toString().padStart(3, '0');
  return `${minor < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** What share of a whole a part is, in percent with two decimals, rounded once, half away from zero; null of nothing. */
export function percentShare(part: bigint, whole: bigint): string | null {
  if (whole === 0n) return null;
  return new Decimal(part.toString()).times(100).dividedBy(whole.toString()).toFixed(2, Decimal.ROUND_HALF_UP);
}

/** A percentage of an amount, rounded once, half away from zero, to the cent. */
export function percentOf(minor: bigint, percent: string): bigint {
  const exact = new Decimal(minor.toString()).times(percent).dividedBy(100);
  return BigInt(exact.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toFixed(0));
}

/**
 * Splits a total over weights by largest remainder; the parts always add up to the total (C. civ. 1342-10: pro rata).
 * Equal remainders go to the earlier part. Throws when every weight is zero.
 */
export function allocate(total: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((a, b) => a + b, 0n);
  if (sum <= 0n || weights.some((w) => w < 0n)) throw new Error('allocate needs weights that are not negative and not all zero');
  const sign = total < 0n ? -1n : 1n;
  const whole = total * sign;
  const parts = weights.map((w) => (whole * w) / sum);
  let rest = whole - parts.reduce((a, b) => a + b, 0n);
  const byRemainder = weights
    .map((w, i) => ({ i, remainder: (whole * w) % sum }))
    .sort((a, b) => (a.remainder === b.remainder ? a.i - b.i : a.remainder > b.remainder ? -1 : 1));
  for (const { i } of byRemainder) {
    if (rest === 0n) break;
    parts[i]! += 1n;
    rest -= 1n;
  }
  return parts.map((p) => p * sign);
}

/** Where the odd cents of an equal split go: to the last part, to the first, or one each to the first parts. */
export type RoundingPolicy = 'LAST' | 'FIRST' | 'SPREAD';

/** Splits a total into n equal instalments; the parts always add up (domain.md, section 8). */
export function splitEqually(total: bigint, parts: number, policy: RoundingPolicy): bigint[] {
  if (!Number.isInteger(parts) || parts < 1 || total < 0n)
    throw new Error('splitEqually needs a whole number of parts and an amount that is not negative');
  const n = BigInt(parts);
  const base = total / n;
  const rest = total % n;
  return Array.from({ length: parts }, (_, i) => {
    if (policy === 'SPREAD') return base + (BigInt(i) < rest ? 1n : 0n);
    return base + (i === (policy === 'LAST' ? parts - 1 : 0) ? rest : 0n);
  });
}
