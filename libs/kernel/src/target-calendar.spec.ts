import { Temporal } from 'temporal-polyfill';
import { isTargetDay, onTargetDay } from './target-calendar';

it.each([
  ['2027-01-01', '2027-01-04'], // New Year on a Friday
  ['2027-03-26', '2027-03-30'], // Good Friday, the weekend, Easter Monday
  ['2027-05-01', '2027-05-03'], // a Saturday as well
  ['2026-12-25', '2026-12-28'],
  ['2026-12-26', '2026-12-28'],
  ['2027-02-28', '2027-03-01'], // a Sunday
  ['2026-07-14', '2026-07-14'], // a holiday in France: banks work all the same
  ['2026-11-11', '2026-11-11'],
  ['2024-03-29', '2024-04-02'], // Easter in March
  ['2028-04-14', '2028-04-18'],
])('what is due on %s is debited on %s', (due, debited) => {
  expect(onTargetDay(Temporal.PlainDate.from(due)).toString()).toBe(debited);
});

it('knows 2,087 working days of eight years', () => {
  let n = 0;
  for (let day = new Temporal.PlainDate(2024, 1, 1); day.year < 2032; day = day.add({ days: 1 })) n += Number(isTargetDay(day));
  // 2,922 days, 836 of them in weekends, less the closing days that fall on weekdays
  expect(n).toBeGreaterThan(2_040);
  expect(n).toBeLessThan(2_050);
});
