import { amountOfForm, dayOfForm, rhythmOfForm } from './plan-form.rules';

it.each([
  ['2026-12-15', '2026-12-15'],
  ['15/12/2026', '2026-12-15'],
  [' 5.1.27 ', '2027-01-05'],
  ['31/02/2027', null],
  ['demain', null],
  ['', null],
  ['2026-13-01', null],
])('the day %j is %s', (typed, day) => expect(dayOfForm(typed)).toBe(day));

it.each([
  ['1 200,50', '1200.50'],
  ['50', '50'],
  ['50 €', '50'],
])('the amount %j is %s', (typed, amount) => expect(amountOfForm(typed)).toBe(amount));

it('an unknown rhythm is a month', () => {
  expect(['weekly', 'fortnightly', 'monthly', 'daily', undefined].map(rhythmOfForm)).toEqual([
    'weekly',
    'fortnightly',
    'monthly',
    'monthly',
    'monthly',
  ]);
});
