import type { MoneyText } from '../../../libs/web-kit/src/debtor-pages';

/** Adds decimal texts exactly (cents as bigint); what adds up on the server adds up on the page. */
export function sumOf(currency: string, amounts: readonly string[]): MoneyText {
  return { amount: toText(amounts.reduce((sum, amount) => sum + cents(amount), 0n)), currency };
}

export const isZero = ({ amount }: MoneyText) => cents(amount) === 0n;
export const isSome = ({ amount }: MoneyText) => cents(amount) > 0n;

/** What is left of an amount when another is taken away; same currency. */
export function less(from: MoneyText, taken: MoneyText): MoneyText {
  return { amount: toText(cents(from.amount) - cents(taken.amount)), currency: from.currency };
}

function cents(amount: string): bigint {
  const [whole = '0', fraction = ''] = amount.split('.');
  return BigInt(`${whole}${fraction.padEnd(2, '0')}`);
}

function toText(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(3, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
