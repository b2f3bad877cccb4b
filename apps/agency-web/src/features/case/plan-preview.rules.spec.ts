import { planPreview } from './plan-preview.rules';

const eur = (amount: string) => ({ amount, currency: 'EUR' });

describe('planPreview', () => {
  it('shares to the cent, the first instalments a cent larger', () => {
    expect(planPreview(eur('100.00'), 3, '2026-12-01').map(({ amount }) => amount.amount)).toEqual(['33.34', '33.33', '33.33']);
  });
  it.each(['0.05', '1212.82', '99999999999.99'])('re-adds to %s', (total) => {
    const cents = planPreview(eur(total), 7, '2026-12-01').reduce((sum, { amount }) => sum + BigInt(amount.amount.replace('.', '')), 0n);
    expect(cents).toBe(BigInt(total.replace('.', '')));
  });
  it('keeps the day of the month, the last day of shorter months', () => {
    expect(planPreview(eur('30'), 4, '2026-12-31').map(({ dueOn }) => dueOn)).toEqual([
      '2026-12-31',
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
    ]);
  });
});
