import { Temporal } from '@amiable/kernel';
import fc from 'fast-check';
import { pacePerDay, workingDaysLeft } from './goal.rules';

const day = (text: string) => Temporal.PlainDate.from(text);

describe('the pace of a month', () => {
  it('counts working days, without weekends and French holidays', () => {
    expect(workingDaysLeft(day('2026-11-26'))).toBe(3); // Thursday, Friday, Monday 30
    expect(workingDaysLeft(day('2026-11-28'))).toBe(1); // a Saturday
    expect(workingDaysLeft(day('2026-12-24'))).toBe(5); // not Christmas, not the weekend
  });

  it('says nothing once the goal is met, and nothing when no day is left', () => {
    expect(pacePerDay(1_000n, 1_000n, 5)).toBeNull();
    expect(pacePerDay(1_000n, 1_200n, 5)).toBeNull();
    expect(pacePerDay(1_000n, 0n, 0)).toBeNull();
  });

  it('whoever keeps the pace meets the goal, and a cent less a day would not', () => {
    const minor = fc.bigInt({ min: 0n, max: 10n ** 12n });
    fc.assert(
      fc.property(minor, minor, fc.integer({ min: 1, max: 23 }), (goal, done, days) => {
        const pace = pacePerDay(goal, done, days);
        if (pace === null) return done >= goal;
        return done + pace * BigInt(days) >= goal && done + (pace - 1n) * BigInt(days) < goal;
      }),
    );
  });
});
