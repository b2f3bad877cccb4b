/** What a cell looks like, before any format is decided. All patterns are anchored, linear, on at most 40 characters. */

const SPACES = '[ \\u00a0\\u202f\\u2009]';
const CODES = 'EUR|USD|GBP|CHF|CAD|MAD|TND|XOF|XPF|PLN|SEK|DKK|NOK|CZK|HUF|RON|JPY';
const MONEY = new RegExp(
  `^(?:[-+(\\u2212€$£]|${CODES}|${SPACES})*(?:\\d[\\d.,'’]*(?:${SPACES}\\d{3}[\\d.,'’]*)*|[.,]\\d+)(?:[-)€$£%]|${CODES}|${SPACES})*$`,
);
const SEPARATED_DATE = /^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})(?:[T ]\d{1,2}:\d{2}.{0,20})?$/;
const WORD_DATE = /^\d{1,2}[ .-]{1,2}\p{L}{3,9}\.?[ .-]\d{2,4}$/u;

export const looksLikeNumber = (cell: string) => cell.length <= 40 && MONEY.test(cell.trim());
export const looksLikeWordDate = (cell: string) => cell.length <= 40 && WORD_DATE.test(cell.trim());

export interface SeparatedDate {
  first: number;
  second: number;
  sign: string;
  year: 'first' | 'last';
  yearDigits: 2 | 4;
}

/** Splits 2/1/2025, 2025-01-02, 02.01.25 (a time after it is passed over); null when it cannot be a date in any order. */
export function separatedDate(cell: string): SeparatedDate | null {
  const match = cell.length <= 40 ? SEPARATED_DATE.exec(cell.trim()) : null;
  if (!match) return null;
  const [, a = '', sign = '', b = '', c = ''] = match;
  if (a.length === 4 && c.length <= 2)
    return Number(b) <= 12 && Number(c) <= 31 ? { first: Number(b), second: Number(c), sign, year: 'first', yearDigits: 4 } : null;
  if (a.length > 2 || (c.length !== 4 && c.length !== 2)) return null;
  const [first, second] = [Number(a), Number(b)];
  if (first < 1 || second < 1 || first > 31 || second > 31) return null;
  return { first, second, sign, year: 'last', yearDigits: c.length as 2 | 4 };
}

/** Numbers, dates and e-mail addresses are data: a header holds none. */
export const looksLikeData = (cell: string) =>
  looksLikeNumber(cell) ||
  separatedDate(cell) !== null ||
  looksLikeWordDate(cell) ||
  /^[^\s@]{1,64}@[^\s@]{1,200}$/.test(cell.trim().slice(0, 300));
