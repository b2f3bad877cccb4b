import { Temporal } from '@amiable/kernel';
import fc from 'fast-check';
import { judgePromise, toleranceOf } from './promise.rules';

// Promises golden of domain.md 4.3, judged on 2026-09-30 with no grace.
it.each([
  ['B', 144000n, 144000n, '2026-09-15', 'kept'],
  ['D', 480000n, 200000n, '2026-08-31', 'partly_kept'],
  ['C', 96000n, 0n, '2026-09-20', 'broken'],
  ['A', 180000n, 180000n, '2026-07-20', 'kept'],
  ['E', 360000n, 0n, '2026-10-05', 'open'],
  ['on its day', 100n, 0n, '2026-09-30', 'open'],
])('promise of %s', (_, amountMinor, paidMinor, dueOn, state) => {
  expect(
    judgePromise(
      { amountMinor, paidMinor, toleranceMinor: 0n, dueOn: Temporal.PlainDate.from(dueOn), graceDays: 0 },
      Temporal.PlainDate.from('2026-09-30'),
    ),
  ).toBe(state);
});

it('waits the days of grace for the bank', () => {
  const promise = { amountMinor: 100n, paidMinor: 0n, toleranceMinor: 0n, dueOn: Temporal.PlainDate.from('2026-09-28'), graceDays: 2 };
  expect(judgePromise(promise, Temporal.PlainDate.from('2026-09-30'))).toBe('open');
  expect(judgePromise(promise, Temporal.PlainDate.from('2026-10-01'))).toBe('broken');
});

it.each([
  [144_000n, '0', 0n],
  [144_000n, '1', 1_440n],
  [999n, '0.5', 4n],
  [100n, '12.34', 12n],
])('of %s at %s %% %s may be missing', (amount, percent, tolerance) => {
  expect(toleranceOf(amount, percent)).toBe(tolerance);
});

it('is kept to the cent of its tolerance, never by nothing, and more money never makes it worse', () => {
  const order = ['broken', 'partly_kept', 'open', 'kept'];
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1n, max: 10n ** 9n }),
      fc.integer({ min: 0, max: 2_000 }),
      fc.boolean(),
      (amountMinor, hundredths, isOver) => {
        const toleranceMinor = toleranceOf(amountMinor, (hundredths / 100).toFixed(2));
        const dueOn = Temporal.PlainDate.from('2026-09-28');
        const judged = (paidMinor: bigint) =>
          judgePromise({ amountMinor, paidMinor, toleranceMinor, dueOn, graceDays: 2 }, dueOn.add({ days: isOver ? 3 : 2 }));
        expect(toleranceMinor).toBeLessThan(amountMinor);
        expect(judged(amountMinor - toleranceMinor)).toBe('kept');
        expect(judged(amountMinor - toleranceMinor - 1n)).not.toBe('kept');
        expect(judged(0n)).toBe(isOver ? 'broken' : 'open');
        expect(order.indexOf(judged(amountMinor))).toBeGreaterThanOrEqual(order.indexOf(judged(amountMinor / 2n)));
      },
    ),
  );
});
