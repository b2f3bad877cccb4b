import { Temporal } from 'temporal-polyfill';

/** The time, injected: production reads the machine, tests and the demo set it. */
export interface Clock {
  now(): Temporal.Instant;
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** A clock that stands still until it is set. */
export class SetClock implements Clock {
  constructor(private instant: Temporal.Instant) {}
  static at(day: string, time = '09:00'): SetClock {
    return new SetClock(Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime('Europe/Paris').toInstant());
  }
  now(): Temporal.Instant {
    return this.instant;
  }
  set(day: string, time = '09:00'): void {
    this.instant = SetClock.at(day, time).now();
  }
  advance(duration: Temporal.DurationLike): void {
    this.instant = this.instant.add(duration);
  }
}

/** The calendar day at the agency, in its own time zone. */
export function dayOf(clock: Clock, timeZone = 'Europe/Paris'): Temporal.PlainDate {
  return clock.now().toZonedDateTimeISO(timeZone).toPlainDate();
}

/** An instant as the driver wants it. */
export function toDate(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds);
}
