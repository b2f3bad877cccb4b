import { Temporal } from '@amiable/kernel';

/** Days in the generator are whole numbers since 1970: cheap to add and to compare. */
export function dayNumber(day: Temporal.PlainDate): number {
  return Temporal.PlainDate.from('1970-01-01').until(day).days;
}

/** `yyyy-mm-dd`. */
export function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** An instant on a day, at a time of the Paris winter clock. */
export function at(day: number, time: string): string {
  return `${isoDay(day)}T${time}:00+01:00`;
}

/** The day itself when it is a working day, else the Monday after it. */
export function workingDay(day: number): number {
  const weekday = (day + 4) % 7; // 1 January 1970 was a Thursday; 0 is Sunday
  return weekday === 0 ? day + 1 : weekday === 6 ? day + 2 : day;
}
