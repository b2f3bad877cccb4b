import { Temporal } from '@amiable/kernel';

/** How long an announced transfer keeps every channel silent, in working days: a transfer takes one or two (PSD2 art. 83), the bank file one more. */
export const frozenWorkingDays = 5;

/** A transfer may be announced up to so many days after it was made; older money has long been on the statement. */
export const oldestTransferDays = 30;

/** The day after so many working days, Saturdays and Sundays left out. */
export function afterWorkingDays(from: Temporal.PlainDate, days: number): Temporal.PlainDate {
  let day = from;
  for (let left = days; left > 0;) {
    day = day.add({ days: 1 });
    if (day.dayOfWeek <= 5) left -= 1;
  }
  return day;
}

/** After one transfer that never came, a second word alone does not stop the reminders: a proof or a person does. */
export function mayAnnounceAgain(
  earlier: ReadonlyArray<{ readonly state: string; readonly announcedOn: Temporal.PlainDate }>,
  today: Temporal.PlainDate,
): boolean {
  return !earlier.some(({ state, announcedOn }) => state === 'expired' && announcedOn.until(today).days < 60);
}
