import { Temporal } from '@amiable/kernel';
import type { Cap, Contact, ContactPolicy } from './contact-policy.rules';

/** One cap as it stands on a day: how many are used, and the first day on which one more is allowed. */
export interface CapUse extends Cap {
  readonly kind: 'attempts' | 'talks' | 'written';
  readonly used: number;
  readonly freeOn: Temporal.PlainDate;
}

/** The budget of contacts with one person, over all clients. */
export interface ContactBudget {
  readonly caps: readonly CapUse[];
  /** The first day on which a call is allowed by every cap; the day itself when it is now. */
  readonly callFrom: Temporal.PlainDate;
  readonly writeFrom: Temporal.PlainDate;
}

/** What is left of a policy's caps on a day. A talk is an attempt too. Windows are calendar days, the day itself among them. */
export function contactBudget(contacts: readonly Contact[], policy: ContactPolicy, today: Temporal.PlainDate): ContactBudget {
  const days = (wanted: ReadonlyArray<Contact['kind']>) => contacts.filter(({ kind }) => wanted.includes(kind)).map(({ on }) => on);
  const use = (kind: CapUse['kind'], caps: readonly Cap[], on: readonly Temporal.PlainDate[]) =>
    caps.map((cap): CapUse => ({ ...cap, kind, used: usedOf(cap, on, today), freeOn: freeOn(cap, on, today) }));
  const attempts = use('attempts', policy.attempts, days(['attempt', 'talk']));
  const talks = use('talks', policy.talks, days(['talk']));
  const written = use('written', policy.written, days(['written']));
  return {
    caps: [...attempts, ...talks, ...written],
    callFrom: latest([today, ...[...attempts, ...talks].map((cap) => cap.freeOn)]),
    writeFrom: latest([today, ...written.map((cap) => cap.freeOn)]),
  };
}

/** How many of these days lie in the window that ends with `today`. */
function usedOf({ days }: Cap, on: readonly Temporal.PlainDate[], today: Temporal.PlainDate): number {
  const first = today.subtract({ days: days - 1 });
  return on.filter((day) => Temporal.PlainDate.compare(day, first) >= 0 && Temporal.PlainDate.compare(day, today) <= 0).length;
}

/** The first day, from today on, whose window still has room for one more. */
function freeOn(cap: Cap, on: readonly Temporal.PlainDate[], today: Temporal.PlainDate): Temporal.PlainDate {
  let day = today;
  while (usedOf(cap, on, day) >= cap.most) day = day.add({ days: 1 });
  return day;
}

function latest(days: readonly Temporal.PlainDate[]): Temporal.PlainDate {
  return days.reduce((a, b) => (Temporal.PlainDate.compare(a, b) >= 0 ? a : b));
}
