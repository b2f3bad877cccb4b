import { memoised } from './remembered-words';

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));
const CURRENCY_NAMES = new Map([
  ['€', 'EUR'],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['£', 'GBP'],
  ['$', 'USD'],
  ['dollar', 'USD'],
  ['dollars', 'USD'],
  ['¥', 'JPY'],
]);

/** ISO 4217 code, or null. */
export const parseCurrency = memoised((word) => {
  const code = CURRENCY_NAMES.get(word) ?? word.toUpperCase();
  return CURRENCIES.has(code) ? code : null;
});

/** Minor digits of a currency: EUR 2, JPY 0, TND 3. */
export const minorDigits = memoised(
  (word) => new Intl.NumberFormat('en', { style: 'currency', currency: word.toUpperCase() }).resolvedOptions().maximumFractionDigits ?? 2,
);
