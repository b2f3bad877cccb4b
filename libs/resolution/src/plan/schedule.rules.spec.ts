import { Temporal, toDecimal, type RoundingPolicy } from '@amiable/kernel';
import fc from 'fast-check';
import { equalInstalments } from './schedule.rules';

const day = (text: string) => Temporal.PlainDate.from(text);
const parts = (totalMinor: bigint, instalments: number, rounding: RoundingPolicy) =>
  equalInstalments({ totalMinor, instalments, firstDueOn: day('2027-01-15'), rounding }).map((i) => toDecimal(i.amountMinor));
const times = (n: number, amount: string) => Array.from({ length: n }, () => amount);

// The table of domain.md, section 8.
it.each<[bigint, number, RoundingPolicy, string[]]>([
  [100_000n, 3, 'LAST', ['333.33', '333.33', '333.34']],
  [100_000n, 3, 'FIRST', ['333.34', '333.33', '333.33']],
  [100_000n, 3, 'SPREAD', ['333.34', '333.33', '333.33']],
  [10_000n, 7, 'LAST', [...times(6, '14.28'), '14.32']],
  [10_000n, 7, 'FIRST', ['14.32', ...times(6, '14.28')]],
  [10_000n, 7, 'SPREAD', [...times(4, '14.29'), ...times(3, '14.28')]],
  [500_000n, 12, 'LAST', [...times(11, '416.66'), '416.74']],
  [500_000n, 12, 'FIRST', ['416.74', ...times(11, '416.66')]],
  [500_000n, 12, 'SPREAD', [...times(8, '416.67'), ...times(4, '416.66')]],
  [5n, 3, 'LAST', ['0.01', '0.01', '0.03']],
  [5n, 3, 'FIRST', ['0.03', '0.01', '0.01']],
  [5n, 3, 'SPREAD', ['0.02', '0.02', '0.01']],
])('%s in %s, odd cents %s', (total, n, rounding, amounts) => {
  expect(parts(total, n, rounding)).toEqual(amounts);
});

it.each([
  ['2027-01-31', 'monthly', ['2027-01-31', '2027-02-28', '2027-03-31']], // never 28 March
  ['2028-01-30', 'monthly', ['2028-01-30', '2028-02-29', '2028-03-30']],
  ['2026-12-28', 'weekly', ['2026-12-28', '2027-01-04', '2027-01-11']],
  ['2026-12-28', 'fortnightly', ['2026-12-28', '2027-01-11', '2027-01-25']],
] as const)('from %s, %s', (first, frequency, days) => {
  const plan = equalInstalments({ totalMinor: 300n, instalments: 3, firstDueOn: day(first), frequency });
  expect(plan.map((i) => i.dueOn.toString())).toEqual(days);
});

it('adds up to the cent and goes forward in time, whatever the policy', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 11n }),
      fc.integer({ min: 1, max: 120 }),
      fc.constantFrom<RoundingPolicy>('LAST', 'FIRST', 'SPREAD'),
      fc.constantFrom('weekly' as const, 'fortnightly' as const, 'monthly' as const),
      fc.integer({ min: 0, max: 1_500 }),
      (totalMinor, instalments, rounding, frequency, shift) => {
        const plan = equalInstalments({
          totalMinor,
          instalments,
          rounding,
          frequency,
          firstDueOn: day('2026-01-01').add({ days: shift }),
        });
        expect(plan.reduce((sum, i) => sum + i.amountMinor, 0n)).toBe(totalMinor);
        const days = plan.map((i) => i.dueOn.toString());
        expect(days).toEqual([...new Set(days)].sort());
      },
    ),
  );
});
