import { Temporal } from '@amiable/kernel';
import { isWithinHours, type DebtorPlace } from '../contact/contact-hours.rules';
import { contactPolicies, type DebtorKind } from '../contact/contact-policy.rules';

/** Where the agency's desks are: windows are counted and said in this zone. */
export const callZone = 'Europe/Paris';

/** A window of time somebody can be called in. */
export interface CallSlot {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

/** Length of the windows offered, and how long before one begins it can still be chosen; minutes. */
const slotMinutes = 120;
const leadMinutes = 60;
/** How far to look for days on which calls are made. */
const daysAhead = 14;

/** The windows a debtor may choose from: whole ones inside the contact hours of where he is, on the next days with any. */
export function callSlots(kind: DebtorKind, place: DebtorPlace, now: Temporal.Instant, contactDays = 5): CallSlot[] {
  const policy = contactPolicies[kind];
  const earliest = now.add({ minutes: leadMinutes });
  const today = now.toZonedDateTimeISO(callZone).toPlainDate();
  const days: CallSlot[][] = [];
  for (let n = 0; n < daysAhead && days.length < contactDays; n++) {
    const opens = today.add({ days: n }).toZonedDateTime({ timeZone: callZone, plainTime: policy.from }).toInstant();
    const ofDay: CallSlot[] = [];
    for (let i = 0; i < 5; i++) {
      const slot = { from: opens.add({ minutes: i * slotMinutes }), to: opens.add({ minutes: (i + 1) * slotMinutes }) };
      const lies = isWithinHours(slot.from, policy, place) && isWithinHours(slot.to.subtract({ minutes: 1 }), policy, place);
      if (lies && Temporal.Instant.compare(slot.from, earliest) >= 0) ofDay.push(slot);
    }
    if (ofDay.length > 0) days.push(ofDay);
  }
  return days.flat();
}

/** The offered window that begins at an instant; null when it is not offered (any more). */
export function slotAt(kind: DebtorKind, place: DebtorPlace, now: Temporal.Instant, from: string): CallSlot | null {
  return callSlots(kind, place, now).find((slot) => slot.from.toString() === from) ?? null;
}
