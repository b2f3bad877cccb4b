import fc from 'fast-check';
import { type LateClauses, type LateInvoice, lateLine, type LateRate } from './late-payment.rules';

const rates: LateRate[] = [
  { halfYear: '2024-1', ecbHundredths: 450n },
  { halfYear: '2024-2', ecbHundredths: 425n },
  { halfYear: '2025-1', ecbHundredths: 315n },
];
const all: LateClauses = { interest: true, indemnity: true, penaltyPercent: '0' };
const invoice = (more: Partial<LateInvoice> = {}): LateInvoice => ({
  number: 'F-1',
  dueOn: '2024-04-30',
  amountMinor: 1_200_000n,
  disputedMinor: 0n,
  settlements: [],
  ...more,
});

it('golden 2-A: half-year by half-year, rounded once, 40 EUR beside it', () => {
  const line = lateLine(invoice({ settlements: [{ on: '2025-02-15', minor: 1_200_000n }] }), '2026-01-01', rates, all);
  expect(line).toMatchObject({ days: 291, interestMinor: 135_169n, indemnityMinor: 4_000n, isProvisional: false });
  expect(line.segments.map(({ from, until, days, ratePercent }) => [from, until, days, ratePercent])).toEqual([
    ['2024-05-01', '2024-06-30', 61, '14.50'],
    ['2024-07-01', '2024-12-31', 184, '14.25'],
    ['2025-01-01', '2025-02-15', 46, '13.15'],
  ]);
});

it('golden 2-B, principal first: a payment bears interest up to its own day', () => {
  const paid = [
    { on: '2024-09-10', minor: 500_000n },
    { on: '2025-02-15', minor: 700_000n },
  ];
  expect(lateLine(invoice({ settlements: paid }), '2024-09-10', rates, all).interestMinor).toBe(62_811n);
  expect(lateLine(invoice({ settlements: paid }), '2025-02-15', rates, all).interestMinor).toBe(105_020n);
});

it.each([
  ['on the due day', '2024-04-30', {}, { interestMinor: 0n, indemnityMinor: 0n, days: 0 }],
  ['the day after', '2024-05-01', {}, { interestMinor: 477n, indemnityMinor: 4_000n, days: 1 }],
  ['paid in time', '2025-01-01', { settlements: [{ on: '2024-04-30', minor: 1_200_000n }] }, { interestMinor: 0n, indemnityMinor: 0n }],
  ['contested as a whole', '2025-01-01', { disputedMinor: 1_200_000n }, { interestMinor: 0n, indemnityMinor: 0n, penaltyMinor: 0n }],
  ['a rate not published yet', '2025-07-02', { dueOn: '2025-06-30' }, { days: 2, isProvisional: true }],
])('%s', (_, asOf, more, told) => {
  expect(lateLine(invoice(more), asOf, rates, all)).toMatchObject(told);
});

it('claims what the mandate says and nothing else', () => {
  const none = { interest: false, indemnity: false, penaltyPercent: '0' };
  expect(lateLine(invoice(), '2025-01-01', rates, none)).toMatchObject({ interestMinor: 0n, indemnityMinor: 0n, penaltyMinor: 0n });
  expect(lateLine(invoice(), '2025-01-01', rates, { ...none, penaltyPercent: '10' }).penaltyMinor).toBe(120_000n);
});

it('interest until a later day is never less, and a payment never makes it more', () => {
  const day = fc.integer({ min: 0, max: 500 }).map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, fc.bigInt({ min: 0n, max: 1_200_000n }), (asOf, on, minor) => {
      const before = lateLine(invoice(), asOf, rates, all).interestMinor;
      const next = new Date(Date.parse(asOf) + 86_400_000).toISOString().slice(0, 10);
      expect(lateLine(invoice(), next, rates, all).interestMinor).toBeGreaterThanOrEqual(before);
      const paid = lateLine(invoice({ settlements: [{ on, minor }] }), asOf, rates, all);
      expect(paid.interestMinor).toBeLessThanOrEqual(before);
      expect(paid.segments.reduce((sum, { days }) => sum + days, 0)).toBe(paid.days);
    }),
  );
});
