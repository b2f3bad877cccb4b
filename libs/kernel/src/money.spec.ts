import fc from 'fast-check';
import { allocate, NotAnAmount, parseDecimal, percentOf, splitEqually, toDecimal } from './money';

const cents = (...amounts: string[]) => amounts.map(parseDecimal);

describe('money', () => {
  it.each([
    ['100.01', ['100', '200', '300'], ['16.67', '33.34', '50.00']],
    ['10.00', ['33.33', '33.33', '33.34'], ['3.33', '3.33', '3.34']],
    ['400.00', ['300', '500'], ['150.00', '250.00']],
  ])('splits %s pro rata over %j (golden 3-B, 3-C)', (total, weights, parts) => {
    expect(allocate(parseDecimal(total), cents(...weights)).map(toDecimal)).toEqual(parts);
  });

  it('never loses or makes a cent when it splits', () => {
    const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 30 }).filter((w) => w.some((x) => x > 0n));
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), weights, (total, w) => {
        const parts = allocate(total, w);
        expect(parts.reduce((a, b) => a + b, 0n)).toBe(total);
        parts.forEach((part, i) => expect(w[i] === 0n ? part === 0n : true).toBe(true));
      }),
    );
  });

  it.each([
    ['1000.00', 3, 'LAST', '333.33 333.33 333.34'],
    ['1000.00', 3, 'FIRST', '333.34 333.33 333.33'],
    ['100.00', 7, 'LAST', '14.28 14.28 14.28 14.28 14.28 14.28 14.32'],
    ['100.00', 7, 'SPREAD', '14.29 14.29 14.29 14.29 14.28 14.28 14.28'],
    ['0.05', 3, 'FIRST', '0.03 0.01 0.01'],
    ['0.05', 3, 'SPREAD', '0.02 0.02 0.01'],
  ] as const)('splits %s in %i by %s (domain 8)', (total, n, policy, parts) => {
    expect(splitEqually(parseDecimal(total), n, policy).map(toDecimal).join(' ')).toBe(parts);
  });

  it('rounds a commission half up, once, without floats (golden 5-A: 10 % of 2,480.55)', () => {
    expect(toDecimal(percentOf(parseDecimal('2480.55'), '10'))).toBe('248.06');
    expect(toDecimal(percentOf(parseDecimal('-200.00'), '10'))).toBe('-20.00');
    expect(toDecimal(percentOf(parseDecimal('631.40'), '20'))).toBe('126.28');
  });

  it('writes and reads decimals back, and refuses what is not one', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), (minor) => expect(parseDecimal(toDecimal(minor))).toBe(minor)),
    );
    for (const text of ['', '1,5', '1.234', 'NaN', '1e3', '--1', '0x10']) expect(() => parseDecimal(text)).toThrow(NotAnAmount);
  });
});
