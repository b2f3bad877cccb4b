import { Temporal } from '@amiable/kernel';
import { judgePromise } from './promise.rules';

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
    judgePromise({ amountMinor, paidMinor, dueOn: Temporal.PlainDate.from(dueOn), graceDays: 0 }, Temporal.PlainDate.from('2026-09-30')),
  ).toBe(state);
});

it('waits the days of grace for the bank', () => {
  const promise = { amountMinor: 100n, paidMinor: 0n, dueOn: Temporal.PlainDate.from('2026-09-28'), graceDays: 2 };
  expect(judgePromise(promise, Temporal.PlainDate.from('2026-09-30'))).toBe('open');
  expect(judgePromise(promise, Temporal.PlainDate.from('2026-10-01'))).toBe('broken');
});
