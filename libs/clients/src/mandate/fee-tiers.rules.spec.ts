import { Temporal } from '@amiable/kernel';
import { feePercentOnPlacement } from './fee-tiers.rules';

const tiers = [
  { upToMonths: 6, percent: '10' },
  { upToMonths: null, percent: '20' },
];

it.each([
  ['2026-04-01', '2026-10-01', '10'], // six months to the day
  ['2026-04-01', '2026-10-02', '20'],
  ['2025-08-31', '2026-02-28', '10'], // month ends are clamped
  ['2026-12-01', '2026-10-01', '10'], // not yet due
])('a debt due %s and placed %s earns %s percent', (dueOn, placedOn, percent) => {
  expect(feePercentOnPlacement(tiers, Temporal.PlainDate.from(dueOn), Temporal.PlainDate.from(placedOn))).toBe(percent);
});
