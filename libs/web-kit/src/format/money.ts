import type { Language } from '../settings/settings';
import { addDecimals, type Decimal, isZero } from './decimal';
import { kept } from './kept';

export interface Money {
  readonly amount: Decimal;
  readonly currency: string;
}

const localeOf = { fr: 'fr-FR', en: 'en-GB' } as const;
const counts = kept((language: Language) => new Intl.NumberFormat(localeOf[language]));
const percents = kept((language: Language) => new Intl.NumberFormat(localeOf[language], { maximumFractionDigits: 2 }));
const amountsIn = (digits: Intl.NumberFormatOptions) =>
  kept((language: Language) =>
    kept((currency: string) => new Intl.NumberFormat(localeOf[language], { style: 'currency', currency, ...digits })),
  );
const toTheCent = amountsIn({});
const wholeAmounts = amountsIn({ minimumFractionDigits: 0, maximumFractionDigits: 0 });

/** Narrow no-break spaces throughout, so that an amount never breaks and its parts stay close; a true minus sign. */
export function formatMoney({ amount, currency }: Money, language: Language, { whole = false } = {}): string {
  return (whole ? wholeAmounts : toTheCent)(language)(currency)
    .format(amount as Intl.StringNumericLiteral)
    .replaceAll('\u00a0', '\u202f')
    .replace('-', '\u2212');
}

export function formatPercent(percent: Decimal, language: Language): string {
  const number = percents(language).format(percent as Intl.StringNumericLiteral);
  return language === 'fr' ? `${number}\u202f%` : `${number}%`;
}

export function formatCount(count: number, language: Language): string {
  return counts(language).format(count).replaceAll('\u00a0', '\u202f');
}

/** A remittance that paid nothing on: the debtors paid the client directly, and only fees are invoiced. */
export function isFeeInvoice({ funds, paidOut }: { readonly funds: Money; readonly paidOut: Money }): boolean {
  return isZero(funds.amount) && isZero(paidOut.amount);
}

/** Sums per currency, in the order the currencies appear. */
export function sumMoney(amounts: readonly Money[]): Money[] {
  const sums = new Map<string, Decimal>();
  for (const { amount, currency } of amounts) sums.set(currency, addDecimals(sums.get(currency) ?? '0', amount));
  return [...sums].map(([currency, amount]) => ({ amount, currency }));
}
