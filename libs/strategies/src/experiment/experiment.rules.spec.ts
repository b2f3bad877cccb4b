import fc from 'fast-check';
import { differenceOf, shareInterval, verdictOf, type ArmResult } from './experiment.rules';

const arm = (name: ArmResult['arm'], paid: number, observed: number): ArmResult => ({ arm: name, cases: observed, observed, paid });

it('is Wilson’s interval of a share', () => {
  // Newcombe 1998 (two-sided intervals for the single proportion), examples 81/263, 15/148 and 0/20.
  for (const [paid, of, low, high] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
  ] as const) {
    const interval = shareInterval(paid, of);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  }
});

it('is Newcombe’s interval of a difference', () => {
  // Newcombe 1998 (interval estimation for the difference), method 10: 56/70 against 48/80.
  const { points, low, high } = differenceOf({ paid: 56, observed: 70 }, { paid: 48, observed: 80 });
  expect(points).toBeCloseTo(0.2, 10);
  expect(low).toBeCloseTo(0.0524, 4);
  expect(high).toBeCloseTo(0.3339, 4);
});

it('holds the difference, stays within what is possible, and turns with the sides', () => {
  const share = fc
    .integer({ min: 1, max: 5_000 })
    .chain((observed) => fc.record({ observed: fc.constant(observed), paid: fc.integer({ min: 0, max: observed }) }));
  fc.assert(
    fc.property(share, share, (one, other) => {
      const there = differenceOf(one, other);
      const back = differenceOf(other, one);
      expect(there.low).toBeLessThanOrEqual(there.points + 1e-12);
      expect(there.high).toBeGreaterThanOrEqual(there.points - 1e-12);
      expect(there.low).toBeGreaterThanOrEqual(-1 - 1e-12);
      expect(there.high).toBeLessThanOrEqual(1 + 1e-12);
      expect(back.low).toBeCloseTo(-there.high, 10);
      expect(back.high).toBeCloseTo(-there.low, 10);
    }),
  );
});

it('says better or worse only when the interval does, and nothing of a handful', () => {
  expect(verdictOf(arm('challenger', 20, 29), arm('champion', 10, 400))).toBe('TOO_EARLY');
  expect(verdictOf(arm('challenger', 260, 400), arm('champion', 200, 400))).toBe('BETTER');
  expect(verdictOf(arm('holdout', 120, 400), arm('champion', 200, 400))).toBe('WORSE');
  expect(verdictOf(arm('challenger', 205, 400), arm('champion', 200, 400))).toBe('NO_DIFFERENCE_SEEN');
});
