import { Temporal } from '@amiable/kernel';
import fc from 'fast-check';
import { contactBudget } from './contact-budget.rules';
import { isWithinHours, mayBeLogged, nextCallTime } from './contact-hours.rules';
import { contactPolicies, type Contact, type ContactPolicy } from './contact-policy.rules';
import { easterSunday, frenchHolidays, isFrenchHoliday } from './french-holidays.rules';

const day = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string, zone = 'Europe/Paris') => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant();
const lyon = { country: 'FR', postcode: '69003' };

describe('French public holidays', () => {
  it.each([
    [1999, '1999-04-04'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2285, '2285-03-22'],
  ])('Easter of %i is %s', (year, sunday) => expect(easterSunday(year).toString()).toBe(sunday));

  it('2026 has eleven, and thirteen in Alsace and Moselle (domain.md 1.6)', () => {
    expect(frenchHolidays(2026).map(String)).toEqual(
      ['01-01', '04-06', '05-01', '05-08', '05-14', '05-25', '07-14', '08-15', '11-01', '11-11', '12-25'].map((one) => `2026-${one}`),
    );
    expect(frenchHolidays(2026, '67000').map(String)).toEqual(expect.arrayContaining(['2026-04-03', '2026-12-26']));
    expect(frenchHolidays(2026, '57000')).toHaveLength(13);
    expect(isFrenchHoliday(day('2026-12-26'), '69003')).toBe(false);
  });
});

describe('hours', () => {
  const { person, company } = contactPolicies;
  it.each<[string, string, ContactPolicy, string, boolean]>([
    ['a person on Saturday', '2026-11-07T10:00', person, '69003', true],
    ['a company on Saturday', '2026-11-07T10:00', company, '69003', false],
    ['a person on Sunday', '2026-11-08T10:00', person, '69003', false],
    ['a person before nine', '2026-11-09T08:59', person, '69003', false],
    ['a company before nine', '2026-11-09T08:59', company, '69003', true],
    ['a person at the end of the day', '2026-11-09T19:29', person, '69003', true],
    ['a person after it', '2026-11-09T19:30', person, '69003', false],
    ['Armistice', '2026-11-11T11:00', company, '69003', false],
    ['Good Friday in Lyon', '2026-04-03T11:00', company, '69003', true],
    ['Good Friday in Strasbourg', '2026-04-03T11:00', company, '67000', false],
    ['Réunion has its evening already', '2026-11-09T17:00', person, '97400', false],
    ['Guadeloupe sleeps while Paris works', '2026-11-09T10:00', person, '97110', false],
    ['Guadeloupe in its own morning', '2026-11-09T15:00', person, '97110', true],
  ])('%s', (_, local, policy, postcode, allowed) => expect(isWithinHours(at(local), policy, { country: 'FR', postcode })).toBe(allowed));

  it('a call that began in time is logged a little later, not much', () => {
    expect(mayBeLogged(at('2026-11-09T19:45'), person, lyon)).toBe(true);
    expect(mayBeLogged(at('2026-11-09T20:01'), person, lyon)).toBe(false);
    expect(mayBeLogged(at('2026-11-09T08:50'), person, lyon)).toBe(false);
  });

  it('the next time is allowed, the earliest such, whatever the instant', () => {
    expect(nextCallTime(at('2026-11-10T19:00'), company, lyon).toString()).toBe(at('2026-11-12T08:30').toString()); // over the Armistice
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * 24 * 60 }), fc.constantFrom('69003', '67000', '97400', '97110'), (minutes, postcode) => {
        const now = at('2026-01-01T00:00').add({ minutes });
        const next = nextCallTime(now, person, { country: 'FR', postcode });
        expect(isWithinHours(next, person, { country: 'FR', postcode })).toBe(true);
        if (!next.equals(now)) expect(isWithinHours(next.subtract({ minutes: 1 }), person, { country: 'FR', postcode })).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});

describe('frequency', () => {
  const calls = (...days: string[]): Contact[] => days.map((on) => ({ on: day(on), kind: 'attempt' }));
  /** 12 CFR 1006.14(b)(2), the golden of domain.md 1.6. */
  const regF: ContactPolicy = { ...contactPolicies.person, attempts: [{ most: 7, days: 7 }], talks: [{ most: 1, days: 7 }] };

  it('golden Reg F: seven attempts from the 1st to the 7th, the eighth from the 8th only; a talk on the 10th, the next call on the 17th', () => {
    const seven = calls('2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06', '2026-11-07');
    expect(contactBudget(seven, regF, day('2026-11-07')).callFrom.toString()).toBe('2026-11-08');
    expect(contactBudget(seven, regF, day('2026-11-08'))).toMatchObject({ callFrom: day('2026-11-08'), caps: [{ used: 6 }, {}, {}] });
    const talk: Contact[] = [{ on: day('2026-11-10'), kind: 'talk' }];
    expect(contactBudget(talk, regF, day('2026-11-10')).callFrom.toString()).toBe('2026-11-17');
    expect(contactBudget(talk, regF, day('2026-11-16')).callFrom.toString()).toBe('2026-11-17');
    expect(contactBudget(talk, regF, day('2026-11-17')).callFrom.toString()).toBe('2026-11-17');
  });

  it('a person: three attempts in seven days, four in thirty, one talk, two letters; a letter never counts as a call', () => {
    const { person } = contactPolicies;
    const three = calls('2026-11-02', '2026-11-03', '2026-11-04');
    expect(contactBudget(three, person, day('2026-11-04')).callFrom.toString()).toBe('2026-11-09');
    expect(contactBudget([...three, ...calls('2026-11-09')], person, day('2026-11-10')).callFrom.toString()).toBe('2026-12-02');
    const letters: Contact[] = [
      { on: day('2026-11-02'), kind: 'written' },
      { on: day('2026-11-02'), kind: 'written' },
    ];
    expect(contactBudget(letters, person, day('2026-11-03'))).toMatchObject({ callFrom: day('2026-11-03'), writeFrom: day('2026-11-09') });
  });

  it('thirty days of a collector who contacts whenever he is allowed to never pass a cap', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom<Contact['kind']>('attempt', 'talk', 'written'), fc.integer({ min: 0, max: 4 })), {
          minLength: 30,
          maxLength: 120,
        }),
        (wishes) => {
          const { person } = contactPolicies;
          const made: Contact[] = [];
          let today = day('2026-11-01');
          for (const [kind, wait] of wishes) {
            const budget = contactBudget(made, person, today);
            const from = kind === 'written' ? budget.writeFrom : budget.callFrom;
            if (Temporal.PlainDate.compare(from, today) <= 0) made.push({ on: today, kind });
            if (wait > 2) today = today.add({ days: 1 });
          }
          for (let n = 0; n < 120; n++)
            for (const { used, most } of contactBudget(made, person, day('2026-11-01').add({ days: n })).caps)
              expect(used).toBeLessThanOrEqual(most);
        },
      ),
      { numRuns: 30 },
    );
  });
});
