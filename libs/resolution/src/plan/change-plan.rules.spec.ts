import type { PlanEnvelope } from '@amiable/clients';
import { Temporal } from '@amiable/kernel';
import fc from 'fast-check';
import { changedInstalments, mayChange } from './change-plan.rules';
import { equalInstalments } from './schedule.rules';
import { standingOf } from './standing.rules';

const day = (text: string) => Temporal.PlainDate.from(text);
const envelope = { skips: 1, moves: 1, longestMoveDays: 10 } as PlanEnvelope;
const plan = { frequency: 'monthly', state: 'active', skipsUsed: 0, movesUsed: 0 } as const;
const drafts = equalInstalments({ totalMinor: 40_000n, instalments: 4, firstDueOn: day('2026-11-30') });
const standing = standingOf(drafts, 10_000n, day('2026-12-10'));
const days = (list: ReturnType<typeof changedInstalments>) => list?.map((i) => i.dueOn.toString());

it('a skipped instalment comes at the end, on the anchor day', () => {
  expect(days(changedInstalments({ act: 'skip' }, plan, standing, envelope))).toEqual(['2027-01-30', '2027-02-28', '2027-03-30']);
});

it('a moved one keeps its amount and comes before the one that follows', () => {
  expect(days(changedInstalments({ act: 'move', days: 7 }, plan, standing, envelope))).toEqual(['2027-01-06', '2027-01-30', '2027-02-28']);
  expect(changedInstalments({ act: 'move', days: 11 }, plan, standing, envelope)).toBeNull();
  const weekly = standingOf(
    equalInstalments({ totalMinor: 300n, instalments: 3, firstDueOn: day('2026-12-14'), frequency: 'weekly' }),
    0n,
    day('2026-12-10'),
  );
  expect(changedInstalments({ act: 'move', days: 7 }, { ...plan, frequency: 'weekly' }, weekly, envelope)).toBeNull();
});

it('once each, never while an instalment is late, never when all is paid', () => {
  expect(mayChange('skip', plan, standing, envelope)).toBe(true);
  expect(mayChange('skip', { ...plan, skipsUsed: 1 }, standing, envelope)).toBe(false);
  expect(mayChange('move', { ...plan, movesUsed: 1 }, standing, envelope)).toBe(false);
  expect(mayChange('move', plan, standingOf(drafts, 0n, day('2026-12-10')), envelope)).toBe(false);
  expect(mayChange('skip', plan, standingOf(drafts, 40_000n, day('2026-12-10')), envelope)).toBe(false);
});

it('whatever is changed, what is left to pay stays the same to the cent and goes forward in time', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1n, max: 40_000n }),
      fc.boolean(),
      fc.integer({ min: 1, max: 10 }),
      fc.constantFrom('weekly' as const, 'fortnightly' as const, 'monthly' as const),
      (paid, skip, by, frequency) => {
        const anyPlan = equalInstalments({ totalMinor: 40_000n, instalments: 5, firstDueOn: day('2027-01-31'), frequency });
        const stands = standingOf(anyPlan, paid - 1n, day('2027-01-02'));
        const changed = changedInstalments(skip ? { act: 'skip' } : { act: 'move', days: by }, { ...plan, frequency }, stands, envelope);
        if (!changed) return;
        expect(changed.reduce((sum, i) => sum + i.amountMinor, 0n)).toBe(40_000n - (paid - 1n));
        const dates = changed.map((i) => i.dueOn.toString());
        expect(dates).toEqual([...new Set(dates)].sort());
      },
    ),
  );
});
