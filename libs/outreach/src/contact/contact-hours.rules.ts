import { Temporal } from '@amiable/kernel';
import type { ContactPolicy } from './contact-policy.rules';
import { isFrenchHoliday } from './french-holidays.rules';

/** Minutes after the end in which a call that began in time is still logged. */
export const graceMinutes = 30;

const zones: ReadonlyArray<readonly [start: string, zone: string]> = [
  ['971', 'America/Guadeloupe'],
  ['972', 'America/Martinique'],
  ['973', 'America/Cayenne'],
  ['974', 'Indian/Reunion'],
  ['975', 'America/Miquelon'],
  ['976', 'Indian/Mayotte'],
  ['977', 'America/St_Barthelemy'],
  ['978', 'America/Marigot'],
  ['986', 'Pacific/Wallis'],
  ['987', 'Pacific/Tahiti'],
  ['988', 'Pacific/Noumea'],
];
const countries: Readonly<Record<string, string>> = {
  BE: 'Europe/Brussels',
  CH: 'Europe/Zurich',
  DE: 'Europe/Berlin',
  ES: 'Europe/Madrid',
  GB: 'Europe/London',
  IE: 'Europe/Dublin',
  IT: 'Europe/Rome',
  LU: 'Europe/Luxembourg',
  NL: 'Europe/Amsterdam',
  PT: 'Europe/Lisbon',
  MA: 'Africa/Casablanca',
  TN: 'Africa/Tunis',
};

/** The clock on the debtor's wall: overseas departments and neighbours have their own. */
export function zoneOfDebtor({ country, postcode }: { readonly country: string; readonly postcode: string | null }): string {
  if (country === 'FR') return zones.find(([start]) => postcode?.startsWith(start))?.[1] ?? 'Europe/Paris';
  return countries[country] ?? 'Europe/Paris';
}

export interface DebtorPlace {
  readonly country: string;
  readonly postcode: string | null;
}

/** May the debtor be called at this instant, by the clock and the calendar of where he is? */
export function isWithinHours(at: Temporal.Instant, policy: ContactPolicy, place: DebtorPlace): boolean {
  const local = at.toZonedDateTimeISO(zoneOfDebtor(place));
  const time = local.toPlainTime();
  return (
    isCallDay(local.toPlainDate(), policy, place) &&
    Temporal.PlainTime.compare(time, policy.from) >= 0 &&
    Temporal.PlainTime.compare(time, policy.until) < 0
  );
}

/** A call that began in time may be told a little later. */
export function mayBeLogged(at: Temporal.Instant, policy: ContactPolicy, place: DebtorPlace): boolean {
  return isWithinHours(at, policy, place) || isWithinHours(at.subtract({ minutes: graceMinutes }), policy, place);
}

/** The next instant at which calling is allowed; the instant itself when it is now. */
export function nextCallTime(at: Temporal.Instant, policy: ContactPolicy, place: DebtorPlace): Temporal.Instant {
  if (isWithinHours(at, policy, place)) return at;
  const zone = zoneOfDebtor(place);
  const local = at.toZonedDateTimeISO(zone);
  let day = local.toPlainDate();
  if (Temporal.PlainTime.compare(local.toPlainTime(), policy.from) >= 0) day = day.add({ days: 1 });
  while (!isCallDay(day, policy, place)) day = day.add({ days: 1 });
  return day.toZonedDateTime({ timeZone: zone, plainTime: policy.from }).toInstant();
}

function isCallDay(day: Temporal.PlainDate, policy: ContactPolicy, { country, postcode }: DebtorPlace): boolean {
  return policy.weekdays.includes(day.dayOfWeek) && !(country === 'FR' && isFrenchHoliday(day, postcode));
}
