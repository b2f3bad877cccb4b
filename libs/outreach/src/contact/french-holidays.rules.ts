import { Temporal } from '@amiable/kernel';

/** Dimanche de Pâques, Gregorian (Meeus, Jones and Butcher). */
export function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const moon = (19 * a + century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) % 30;
  const week = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
  const late = Math.floor((a + 11 * moon + 22 * week) / 451);
  const days = moon + week - 7 * late + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(days / 31), day: (days % 31) + 1 });
}

/** Days of the year that are free everywhere in France (L3133-1 C. trav.), `mm-dd`. */
const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
/** Days after Easter Sunday: Monday, Ascension, Whit Monday. */
const afterEaster = [1, 39, 50];
/** Moselle, Bas-Rhin, Haut-Rhin: Good Friday and the second day of Christmas (L3134-13 C. trav.). */
const localLaw = /^(57|67|68)/;

/** Jours fériés of a year, in order; with those of Alsace and Moselle for postcodes of there. */
export function frenchHolidays(year: number, postcode: string | null = null): Temporal.PlainDate[] {
  const easter = easterSunday(year);
  const isLocal = postcode !== null && localLaw.test(postcode);
  return [
    ...fixed.map((day) => Temporal.PlainDate.from(`${year}-${day}`)),
    ...afterEaster.map((days) => easter.add({ days })),
    ...(isLocal ? [easter.subtract({ days: 2 }), Temporal.PlainDate.from(`${year}-12-26`)] : []),
  ].toSorted((a, b) => Temporal.PlainDate.compare(a, b));
}

/** Is this day a public holiday in France, at this postcode? */
export function isFrenchHoliday(day: Temporal.PlainDate, postcode: string | null = null): boolean {
  return frenchHolidays(day.year, postcode).some((one) => one.equals(day));
}

/** Jour ouvré: Monday to Friday, no public holiday. */
export function isWorkingDay(day: Temporal.PlainDate, postcode: string | null = null): boolean {
  return day.dayOfWeek <= 5 && !isFrenchHoliday(day, postcode);
}
