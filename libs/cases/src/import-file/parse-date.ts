import { plainWord } from './clean-text';
import type { DateFormat } from './import-file.types';

/** Days of these years are read; others are taken for typing errors. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;
/** A year of two digits lies between 80 years before this year and 19 years after it. */
export const YEARS_AHEAD = 19;

const MONTHS = ['jan', 'fev', 'mar', 'avr', 'mai', 'jui', 'jul', 'aou', 'sep', 'oct', 'nov', 'dec'];
const ENGLISH = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const CACHE_SIZE = 20_000;

export const isLeapYear = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
export const daysInMonth = (year: number, month: number) =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

export type DateReader = (cell: string) => string | null;

/**
 * A reader of written days into 'yyyy-MM-dd', null when the cell is no day of the calendar (31/02 is not).
 * `today` ('yyyy-MM-dd') places years of two digits. The same cells come again and again: answers are remembered.
 */
export function dateReader(format: DateFormat, today: string): DateReader {
  const remembered = new Map<string, string | null>();
  const thisYear = Number(today.slice(0, 4));
  return (cell) => {
    const known = remembered.get(cell);
    if (known !== undefined) return known;
    const day = cell.length > 40 ? null : readDay(cell.trim(), format, thisYear);
    if (remembered.size >= CACHE_SIZE) remembered.clear();
    remembered.set(cell, day);
    return day;
  };
}

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/;
const SEPARATED = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[T ]\d{1,2}:\d{2}.*)?$/;
const WORDS = /^(\d{1,2})(?:er|st|nd|rd|th)?[ .-]{1,2}(\p{L}{3,9})\.?[ .,-]{1,2}(\d{4}|\d{2})$/u;

function readDay(cell: string, format: DateFormat, thisYear: number): string | null {
  const iso = ISO.exec(cell);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (/^\d+$/.test(cell)) return readDigits(cell, format, thisYear);
  const separated = SEPARATED.exec(cell);
  if (separated) {
    const [first, second] = [Number(separated[1]), Number(separated[3])];
    if (format.startsWith('y')) return null; // the file says year first; the order of these two is not known
    const year = fullYear(separated[4] as string, thisYear);
    return format.startsWith('MM') ? day(year, first, second) : day(year, second, first);
  }
  const words = WORDS.exec(cell);
  const month = words ? monthNamed(words[2] as string) : 0;
  return words && month ? day(fullYear(words[3] as string, thisYear), month, Number(words[1])) : null;
}

function readDigits(cell: string, format: DateFormat, thisYear: number): string | null {
  const part = (from: number, to: number) => Number(cell.slice(from, to));
  if (format === 'yyyyMMdd' && cell.length === 8) return day(part(0, 4), part(4, 6), part(6, 8));
  if (format === 'ddMMyyyy' && cell.length === 8) return day(part(4, 8), part(2, 4), part(0, 2));
  if (format === 'ddMMyy' && cell.length === 6) return day(fullYear(cell.slice(4), thisYear), part(2, 4), part(0, 2));
  return null;
}

function fullYear(digits: string, thisYear: number): number {
  if (digits.length === 4) return Number(digits);
  const latest = thisYear + YEARS_AHEAD;
  const year = latest - (latest % 100) + Number(digits);
  return year > latest ? year - 100 : year;
}

function monthNamed(word: string): number {
  const name = plainWord(word);
  if (name.startsWith('juin')) return 6;
  if (name.startsWith('juil')) return 7;
  return MONTHS.indexOf(name.slice(0, 3)) + 1 || ENGLISH.indexOf(name.slice(0, 3)) + 1;
}

function day(year: number, month: number, dayOfMonth: number): string | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month))
    return null;
  return `${year}-${month < 10 ? '0' : ''}${month}-${dayOfMonth < 10 ? '0' : ''}${dayOfMonth}`;
}

/** The day `days` calendar days after an ISO day, as an ISO day; at the end of that month when asked. */
export function dayAfter(isoDay: string, days: number, endOfMonth = false): string {
  const date = new Date(`${isoDay}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  if (endOfMonth) date.setUTCMonth(date.getUTCMonth() + 1, 0);
  return date.toISOString().slice(0, 10);
}

/** "30", "30 jours", "45 jours fin de mois", "net 30 days": days, and whether the end of the month counts. */
export function parseTerms(cell: string): { days: number; endOfMonth: boolean } | null {
  const text = plainWord(cell).slice(0, 60);
  if (/^(comptant|a reception|due on receipt|on receipt)/.test(text)) return { days: 0, endOfMonth: false };
  const match =
    /^(?:net |a )?(\d{1,3}) ?(?:j|jr|jrs|jours?|d|days?)?\.?( net[st]?| nets?)?( ?(?:fin de mois|fdm|eom|end of month))?( net)?$/.exec(
      text,
    );
  const days = match ? Number(match[1]) : NaN;
  return days >= 0 && days <= 365 ? { days, endOfMonth: match?.[3] !== undefined } : null;
}
