import type { Language } from '../settings/settings';
import { kept } from './kept';

/** A civil day, `yyyy-mm-dd`, without hour or time zone. */
export type Day = string;

const locale = { fr: 'fr-FR', en: 'en-GB' } as const;
const daysFormat = (options: Intl.DateTimeFormatOptions) =>
  kept((language: Language) => new Intl.DateTimeFormat(locale[language], options));
const inFull = daysFormat({ dateStyle: 'full', timeZone: 'UTC' });
const withYear = daysFormat({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const withoutYear = daysFormat({ day: 'numeric', month: 'short', timeZone: 'UTC' });
const dayAndTime = daysFormat({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
const monthOnly = daysFormat({ month: 'long', year: 'numeric', timeZone: 'UTC' });
const timeOnly = daysFormat({ hour: '2-digit', minute: '2-digit' });
const relative = kept((language: Language) => new Intl.RelativeTimeFormat(locale[language], { numeric: 'auto' }));
const millisecondsADay = 86_400_000;

const atNoonUtc = (day: Day) => new Date(`${day}T12:00:00Z`);
const dayOf = (date: Date): Day => date.toISOString().slice(0, 10);

const inParis = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' });

/** The day it is for the agency: that of Paris, wherever the reader sits. */
export const today = (): Day => inParis.format(new Date());

export const addDays = (day: Day, days: number): Day => dayOf(new Date(atNoonUtc(day).getTime() + days * millisecondsADay));
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((atNoonUtc(to).getTime() - atNoonUtc(from).getTime()) / millisecondsADay);

/** "lundi 23 novembre 2026". */
export const formatDayInFull = (day: Day, language: Language): string => inFull(language).format(atNoonUtc(day));

/** "23 nov. 2026". */
export const formatDay = (day: Day, language: Language): string => withYear(language).format(atNoonUtc(day));

/** "23 nov.", with its year only when that is not the current one: for dense lists. */
export const formatDayShort = (day: Day, language: Language): string =>
  day.slice(0, 4) === today().slice(0, 4) ? withoutYear(language).format(atNoonUtc(day)) : formatDay(day, language);

/** "novembre 2026", of any day of it. */
export const formatMonth = (day: Day, language: Language): string => monthOnly(language).format(atNoonUtc(day));

/** "23 nov. 2026, 10:42", in the reader's time zone. */
export const formatInstant = (instant: string, language: Language): string => dayAndTime(language).format(new Date(instant));

export const formatTime = (instant: string, language: Language): string => timeOnly(language).format(new Date(instant));

/** "aujourd'hui", "demain", "il y a 3 jours"; beyond two months in months. */
export function formatRelativeDay(day: Day, language: Language, from: Day = today()): string {
  const days = daysBetween(from, day);
  const words = relative(language);
  if (Math.abs(days) < 60) return words.format(days, 'day');
  if (Math.abs(days) < 730) return words.format(Math.round(days / 30.44), 'month');
  return words.format(Math.round(days / 365.25), 'year');
}

/** The civil day of an instant in the reader's time zone. */
export function dayOfInstant(instant: string): Day {
  const date = new Date(instant);
  return dayOf(new Date(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate(), 12)));
}
