import { Temporal } from '@amiable/kernel';
import { isWorkingDay } from '../contact/french-holidays.rules';

/** When the day's letters go to the printer, at the agency. */
export const batchCloses = '16:00';

/** Heure de levée: when the batch closes into which a letter of now goes. Until then it can be taken back. */
export function batchCloseAfter(now: Temporal.Instant, timeZone = 'Europe/Paris'): Temporal.Instant {
  const local = now.toZonedDateTimeISO(timeZone);
  let day = local.toPlainDate();
  if (Temporal.PlainTime.compare(local.toPlainTime(), batchCloses) >= 0) day = day.add({ days: 1 });
  while (!isWorkingDay(day)) day = day.add({ days: 1 });
  return day.toZonedDateTime({ timeZone, plainTime: batchCloses }).toInstant();
}
