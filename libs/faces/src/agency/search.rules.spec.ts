import { amountAsked, searchedText } from './search.rules';

describe('an amount that is looked for', () => {
  it.each([
    ['1250', 125000n],
    ['1 250,00 €', 125000n],
    ['1 250,5', 125050n],
    ['1.250,50', 125050n],
    ['1,250.00', 125000n],
    ['1.250', 125000n],
    ['0,99 EUR', 99n],
    ['12.345.678,90', 1234567890n],
  ])('%s', (typed, minor) => expect(amountAsked(typed)).toBe(minor));

  it.each(['', 'Martin', 'FA-2026-17', '+33 6 12 34 56 78', '12.34.56', '1,2345', '-12', '1234567890123'])('%s is none', (typed) =>
    expect(amountAsked(typed)).toBeNull(),
  );
});

it('looks for one line of single spaces, of a bounded length', () => {
  expect(searchedText('  Boulangerie \n\t Martin ')).toBe('Boulangerie Martin');
  expect(searchedText('x'.repeat(10_000))).toHaveLength(120);
});
