import { Temporal } from 'temporal-polyfill';

/** Closing days of TARGET (ECB): weekends, 1 January, Good Friday, Easter Monday, 1 May, 25 and 26 December. */
export function isTargetDay(day: Temporal.PlainDate): boolean {
  if (day.dayOfWeek > 5) return false;
  const [month, date] = [day.month, day.day];
  if ((month === 1 || month === 5) && date === 1) return false;
  if (month === 12 && (date === 25 || date === 26)) return false;
  const fromEaster = easterOf(day.year).until(day).days;
  return fromEaster !== -2 && fromEaster !== 1;
}

/** The day itself when banks work in TARGET, else the next one: money is debited then, the due date stays (domain.md, section 8). */
export function onTargetDay(day: Temporal.PlainDate): Temporal.PlainDate {
  let moved = day;
  while (!isTargetDay(moved)) moved = moved.add({ days: 1 });
  return moved;
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
function easterOf(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return new Temporal.PlainDate(year, Math.floor(n / 31), (n % 31) + 1);
}
