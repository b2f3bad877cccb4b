import { looksLikeWordDate, separatedDate } from './cell-shapes';
import type { DateFormat, FormatFinding } from './import-file.types';

type Found = { dateFormat: DateFormat; finding: FormatFinding };
const found = (dateFormat: DateFormat, code: string, facts: FormatFinding['facts'] = {}, ambiguous?: boolean): Found => ({
  dateFormat,
  finding: { about: 'dateFormat', code, facts: { dateFormat, ...facts }, ...(ambiguous ? { ambiguous } : {}) },
});

/** Digits only are dates only in a column that is named as a date: an invoice number may look the same. */
function compactFormat(cells: readonly string[]): DateFormat | null {
  const filled = cells.filter((cell) => /^\d{6}(\d\d)?$/.test(cell));
  if (filled.length === 0 || filled.length < cells.length * 0.8) return null;
  const fits = (year: number, month: number, day: number) =>
    year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  const num = (cell: string, from: number, to: number) => Number(cell.slice(from, to));
  const share = (test: (cell: string) => boolean) => filled.filter(test).length / filled.length;
  if (share((c) => c.length === 8 && fits(num(c, 0, 4), num(c, 4, 6), num(c, 6, 8))) > 0.8) return 'yyyyMMdd';
  if (share((c) => c.length === 8 && fits(num(c, 4, 8), num(c, 2, 4), num(c, 0, 2))) > 0.8) return 'ddMMyyyy';
  if (share((c) => c.length === 6 && fits(2000, num(c, 2, 4), num(c, 0, 2))) > 0.8) return 'ddMMyy';
  return null;
}

/**
 * The date format shown by the columns named as dates (by all columns that hold dates when none is named).
 * When day and month could be swapped throughout, French habit (day first) is taken and flagged as ambiguous.
 */
export function detectDateFormat(columns: readonly (readonly string[])[], namedAsDates: boolean): Found {
  const votes = new Map<string, number>();
  let firstOver12 = 0;
  let secondOver12 = 0;
  let example = '';
  let seen = 0;
  const vote = (key: string) => votes.set(key, (votes.get(key) ?? 0) + 1);
  for (const column of columns) {
    const cells = column.map((cell) => cell.trim()).filter(Boolean);
    const dates = cells.map((cell) => ({ cell, date: separatedDate(cell), word: looksLikeWordDate(cell) })).filter((d) => d.date || d.word);
    const compact = namedAsDates ? compactFormat(cells) : null;
    if (compact) cells.forEach(() => vote(compact));
    if (dates.length === 0 || dates.length < cells.length * (namedAsDates ? 0.2 : 0.8)) continue;
    for (const { cell, date } of dates) {
      if (!date) vote('d MMM yyyy');
      else if (date.year === 'first') vote(date.sign === '/' ? 'yyyy/MM/dd' : 'yyyy-MM-dd');
      else {
        seen++;
        vote(`?${date.sign}${date.yearDigits}`);
        if (date.first > 12 && date.second <= 12) [firstOver12, example] = [firstOver12 + 1, example || cell];
        if (date.second > 12 && date.first <= 12) [secondOver12, example] = [secondOver12 + 1, example || cell];
      }
    }
  }
  const winner = [...votes].sort((a, b) => b[1] - a[1])[0]?.[0];
  if (!winner) return found('dd/MM/yyyy', 'DATE_NOT_SEEN');
  if (!winner.startsWith('?')) return found(winner as DateFormat, 'DATE_SHAPE', { count: votes.get(winner) ?? 0 });
  const monthFirst = secondOver12 > firstOver12;
  const format = formatOf(winner[1] as string, winner[2] === '2', monthFirst);
  if (firstOver12 && secondOver12) return found(format, 'DATE_ORDER_MIXED', { dayFirst: firstOver12, monthFirst: secondOver12 }, true);
  if (monthFirst) return found(format, 'DATE_MONTH_FIRST', { count: secondOver12, example });
  if (firstOver12) return found(format, 'DATE_DAY_FIRST', { count: firstOver12, example });
  const dotted = winner[1] === '.'; // dd.MM.yyyy is never written month first
  return dotted ? found(format, 'DATE_SHAPE', { count: seen }) : found(format, 'DATE_ORDER_AMBIGUOUS', { count: seen }, true);
}

function formatOf(sign: string, twoDigits: boolean, monthFirst: boolean): DateFormat {
  if (sign === '.') return twoDigits ? 'dd.MM.yy' : 'dd.MM.yyyy';
  const order = monthFirst ? ['MM', 'dd'] : ['dd', 'MM'];
  return [...order, twoDigits ? 'yy' : 'yyyy'].join(sign) as DateFormat;
}
