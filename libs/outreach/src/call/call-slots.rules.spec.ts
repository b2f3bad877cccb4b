import { Temporal } from '@amiable/kernel';
import fc from 'fast-check';
import { isWithinHours } from '../contact/contact-hours.rules';
import { contactPolicies, type DebtorKind } from '../contact/contact-policy.rules';
import { callSlots, callZone, slotAt } from './call-slots.rules';

const lyon = { country: 'FR', postcode: '69003' };
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(callZone).toInstant();
const shown = (kind: DebtorKind, now: string) =>
  callSlots(kind, lyon, at(now)).map(
    ({ from, to }) =>
      `${from.toZonedDateTimeISO(callZone).toPlainDateTime().toString({ smallestUnit: 'minute' })}-${to.toZonedDateTimeISO(callZone).toPlainTime().toString({ smallestUnit: 'minute' })}`,
  );

it('a company is called on working days, a person also on Saturday; nobody on 11 November', () => {
  const company = shown('company', '2026-11-06T10:00');
  expect(company[0]).toBe('2026-11-06T12:30-14:30'); // the one that begins at 10:30 is too near
  expect([...new Set(company.map((slot) => slot.slice(0, 10)))]).toEqual(
    ['2026-11-06', '2026-11-09', '2026-11-10', '2026-11-12', '2026-11-13'], // prettier-ignore
  );
  expect([...new Set(shown('person', '2026-11-06T18:30').map((slot) => slot.slice(0, 10)))]).toEqual(
    ['2026-11-07', '2026-11-09', '2026-11-10', '2026-11-12', '2026-11-13'], // prettier-ignore
  );
});

it('every window lies inside the hours of where the debtor is, in winter and in summer, at whatever instant one asks', () => {
  const start = at('2026-01-01T00:00').epochMilliseconds;
  const places = fc.constantFrom(lyon, { country: 'FR', postcode: '97400' }, { country: 'FR', postcode: '67000' });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 525_600 }),
      fc.constantFrom('company' as const, 'person' as const),
      places,
      (minutes, kind, place) => {
        const now = Temporal.Instant.fromEpochMilliseconds(start + minutes * 60_000);
        const slots = callSlots(kind, place, now);
        expect(slots.length).toBeGreaterThanOrEqual(5);
        for (const { from, to } of slots) {
          expect(
            isWithinHours(from, contactPolicies[kind], place) && isWithinHours(to.subtract({ minutes: 1 }), contactPolicies[kind], place),
          ).toBe(true);
          expect(from.since(now).total('minutes')).toBeGreaterThanOrEqual(60);
        }
      },
    ),
    { numRuns: 30 },
  );
  const now = at('2026-11-06T10:00');
  expect(slotAt('company', lyon, now, callSlots('company', lyon, now)[0]!.from.toString())).not.toBeNull();
  expect(slotAt('company', lyon, now, at('2026-11-08T10:30').toString())).toBeNull(); // a Sunday
});
