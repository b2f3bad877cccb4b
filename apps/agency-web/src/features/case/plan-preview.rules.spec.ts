import { isOutside, planPreview, roundings } from './plan-preview.rules';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const shown = (total: string, n: number, rounding: (typeof roundings)[number]) =>
  planPreview(eur(total), n, '2026-12-01').map(({ amounts }) => amounts[rounding].amount);

describe('planPreview', () => {
  it('shares to the cent as the server does (domain.md, section 8)', () => {
    expect(shown('1000.00', 3, 'LAST')).toEqual(['333.33', '333.33', '333.34']);
    expect(shown('100.00', 7, 'FIRST')).toEqual(['14.32', '14.28', '14.28', '14.28', '14.28', '14.28', '14.28']);
    expect(shown('0.05', 3, 'SPREAD')).toEqual(['0.02', '0.02', '0.01']);
  });
  it.each(['0.05', '1212.82', '99999999999.99'])('re-adds to %s under each rounding', (total) => {
    for (const rounding of roundings) {
      const cents = shown(total, 7, rounding).reduce((sum, amount) => sum + BigInt(amount.replace('.', '')), 0n);
      expect(cents).toBe(BigInt(total.replace('.', '')));
    }
  });
  it('keeps the day of the month, the last day of shorter months; weeks are weeks', () => {
    const days = (frequency: 'MONTHLY' | 'FORTNIGHTLY') => planPreview(eur('30'), 4, '2026-12-31', frequency).map(({ dueOn }) => dueOn);
    expect(days('MONTHLY')).toEqual(['2026-12-31', '2027-01-31', '2027-02-28', '2027-03-31']);
    expect(days('FORTNIGHTLY')).toEqual(['2026-12-31', '2027-01-14', '2027-01-28', '2027-02-11']);
  });
});

it.each([
  [6, '2026-12-01', '20', false],
  [7, '2026-12-01', '20', true], // longer than six months
  [6, '2026-12-01', '60', true], // instalments below the least
  [6, '2027-03-01', '20', true], // begins too late
])('%s instalments from %s with at least %s: outside is %s', (n, first, least, outside) => {
  const limits = {
    longestMonths: 6,
    smallestInstalment: eur(least),
    smallestFirst: eur('0'),
    firstWithinDays: 45,
    frequencies: ['MONTHLY' as const],
  };
  expect(isOutside(planPreview(eur('300'), n, first), 'LAST', 'MONTHLY', limits, '2026-11-20')).toBe(outside);
});
