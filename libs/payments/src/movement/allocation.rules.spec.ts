import fc from 'fast-check';
import { allocateMovements, type OpenInvoice, type SettledMovement } from './allocation.rules';

const invoice = (id: string, owed: number, dueOn: string): OpenInvoice => ({ id, dueOn, owedMinor: BigInt(owed) });
const paid = (id: string, amount: number, effectiveOn: string, more: Partial<SettledMovement> = {}): SettledMovement => ({
  id,
  sourceKey: id,
  effectiveOn,
  amountMinor: BigInt(amount),
  reverses: null,
  invoiceIds: null,
  ...more,
});
const byInvoice = (invoices: OpenInvoice[], movements: SettledMovement[]) => {
  const sums: Record<string, number> = {};
  for (const s of allocateMovements(invoices, movements)) sums[s.invoiceId] = (sums[s.invoiceId] ?? 0) + Number(s.amountMinor);
  return sums;
};

describe('where a payment goes (domain 3.1)', () => {
  const debts = [invoice('a', 50000, '2026-03-31'), invoice('b', 30000, '2026-05-31'), invoice('c', 40000, '2026-12-31')];

  it('takes due debts first, the oldest first (golden 3-A)', () => {
    expect(byInvoice(debts, [paid('p', 60000, '2026-06-15')])).toEqual({ a: 50000, b: 10000 });
  });
  it("follows the debtor's choice before everything else (golden 3-A)", () => {
    expect(byInvoice(debts, [paid('p', 60000, '2026-06-15', { invoiceIds: ['b'] })])).toEqual({ b: 30000, a: 30000 });
  });
  it('shares pro rata between debts of one day (golden 3-B)', () => {
    expect(byInvoice([invoice('a', 30000, '2026-03-31'), invoice('b', 50000, '2026-03-31')], [paid('p', 40000, '2026-04-01')])).toEqual({
      a: 15000,
      b: 25000,
    });
  });
  it('settles nothing with what is paid too much, and takes that back first', () => {
    expect(
      byInvoice([invoice('a', 10000, '2026-03-31')], [paid('p', 12000, '2026-04-01'), paid('r', -2000, '2026-04-05', { reverses: 'p' })]),
    ).toEqual({ a: 10000 });
  });
  it('opens again what a refund takes away, the last settled first', () => {
    expect(byInvoice(debts, [paid('p', 60000, '2026-06-15'), paid('r', -15000, '2026-06-20', { reverses: 'p' })])).toEqual({
      a: 45000,
      b: 0,
    });
  });

  const day = fc.integer({ min: 1, max: 28 }).map((d) => `2026-06-${String(d).padStart(2, '0')}`);
  const debtsOf = fc
    .array(fc.record({ owed: fc.integer({ min: 1, max: 100000 }), due: day }), { minLength: 1, maxLength: 8 })
    .map((list) => list.map((d, i) => invoice(`i${i}`, d.owed, d.due)));
  const moneyOf = fc
    .array(fc.record({ amount: fc.integer({ min: 1, max: 120000 }), on: day, back: fc.integer({ min: 0, max: 100 }) }), { maxLength: 10 })
    .map((list) =>
      list.flatMap((m, i) => [
        paid(`p${i}`, m.amount, m.on),
        ...(m.back > 60 ? [paid(`r${i}`, -Math.ceil((m.amount * (m.back - 60)) / 40), m.on, { reverses: `p${i}` })] : []),
      ]),
    );

  it('gives the same result in whatever order the money becomes known (trust 7.5)', () => {
    fc.assert(
      fc.property(debtsOf, moneyOf, fc.func(fc.integer()), (invoices, movements, rank) => {
        const shuffled = movements
          .map((m) => [rank(m.id), m] as const)
          .sort(([a], [b]) => a - b)
          .map(([, m]) => m);
        expect(allocateMovements(invoices, shuffled)).toEqual(allocateMovements(invoices, movements));
      }),
    );
  });
  it('never settles more than is owed, nor more than was paid, nor a negative part', () => {
    fc.assert(
      fc.property(debtsOf, moneyOf, (invoices, movements) => {
        const sums = byInvoice(invoices, movements);
        for (const i of invoices) {
          expect(sums[i.id] ?? 0).toBeGreaterThanOrEqual(0);
          expect(BigInt(sums[i.id] ?? 0) <= i.owedMinor).toBe(true);
        }
        const net = movements.reduce((a, m) => a + m.amountMinor, 0n);
        const settled = BigInt(Object.values(sums).reduce((a, b) => a + b, 0));
        expect(settled <= net).toBe(true);
      }),
    );
  });
});
