import fc from 'fast-check';
import { currencyWrittenIn, parseAmount } from './parse-amount';

const NNBSP = '\u202f';
const NBSP = '\u00a0';

describe('parseAmount', () => {
  it.each([
    ['1 234,56', ',', 123456n],
    [`1${NBSP}234,56`, ',', 123456n],
    [`1${NNBSP}234${NNBSP}567,89`, ',', 123456789n],
    ['1.234,56', ',', 123456n],
    ['1,234.56', '.', 123456n],
    ["1'234.56", '.', 123456n],
    ['1’234,56', ',', 123456n],
    ['1234,5', ',', 123450n],
    ['1234', ',', 123400n],
    ['1.234', ',', 123400n],
    ['1,234', '.', 123400n],
    [',50', ',', 50n],
    ['007,00', ',', 700n],
    ['(12,00)', ',', -1200n],
    ['12,00-', ',', -1200n],
    ['-12,00', ',', -1200n],
    ['−12,00', ',', -1200n],
    ['- 12,00', ',', -1200n],
    ['+12,00', ',', 1200n],
    ['€ 12', ',', 1200n],
    ['12 €', ',', 1200n],
    ['12,50€', ',', 1250n],
    ['-€12.50', '.', -1250n],
    ['€ -12,50', ',', -1250n],
    ['EUR 1.234,50', ',', 123450n],
    ['1 234,50 EUR', ',', 123450n],
    ['(€ 12,00)', ',', -1200n],
    ['-0,00', ',', 0n],
    ['0', ',', 0n],
    ['55.9400', '.', 5594n],
    ['10000000000,00', ',', 1_000_000_000_000n],
  ] as const)('reads %s (decimal %s)', (cell, sign, minor) => expect(parseAmount(cell, sign)).toBe(minor));

  it.each([
    ['', ','],
    ['abc', ','],
    ['1,2,3', ','],
    ['12.34', ','],
    ['1 23,00', ','],
    ['1.234.56', ','],
    ['(-12,00)', ','],
    ['-12,00-', ','],
    ['(12,00', ','],
    ['12,00)', ','],
    ['1 234.567,00', ','],
    ['12 34', ','],
    ['NaN', ','],
    ['1e3', ','],
    ['0x10', ','],
    ['-', ','],
    [',', ','],
    ['٣', ','],
    ['01.02.2025', ','],
    ['1,00,000.00', '.'],
    ['9'.repeat(500), ','],
  ] as const)('refuses %s (decimal %s)', (cell, sign) => expect(parseAmount(cell, sign)).toMatchObject({ code: 'AMOUNT_INVALID' }));

  it('refuses more decimals than the currency has, three above all: 1.000 may be a thousand', () => {
    expect(parseAmount('1,005', ',')).toEqual({ code: 'AMOUNT_TOO_MANY_DECIMALS', facts: { decimals: 3, expected: 2 } });
    expect(parseAmount('1.000', '.')).toMatchObject({ code: 'AMOUNT_TOO_MANY_DECIMALS' });
    expect(parseAmount('12,3456', ',')).toMatchObject({ code: 'AMOUNT_TOO_MANY_DECIMALS' });
    expect(parseAmount('100', ',', 0)).toBe(100n);
    expect(parseAmount('100,5', ',', 0)).toMatchObject({ code: 'AMOUNT_TOO_MANY_DECIMALS' });
    expect(parseAmount('1,234', ',', 3)).toBe(1234n);
  });

  it('refuses what is above ten thousand million', () => {
    expect(parseAmount('10000000000,01', ',')).toMatchObject({ code: 'AMOUNT_TOO_LARGE' });
    expect(parseAmount('9'.repeat(40), ',')).toMatchObject({ code: 'AMOUNT_TOO_LARGE' });
  });

  const STYLES: Record<string, { sign: ',' | '.'; write: (whole: string, cents: string, negative: boolean) => string }> = {
    'French, narrow blanks': { sign: ',', write: (w, c, n) => `${n ? '-' : ''}${grouped(w, NNBSP)},${c}` },
    'French, no groups, sign behind': { sign: ',', write: (w, c, n) => `${w},${c}${n ? '-' : ''}` },
    German: { sign: ',', write: (w, c, n) => `${n ? '-' : ''}${grouped(w, '.')},${c} €` },
    English: { sign: '.', write: (w, c, n) => `${n ? '-' : ''}${grouped(w, ',')}.${c}` },
    accounting: { sign: '.', write: (w, c, n) => (n ? `(${grouped(w, ',')}.${c})` : `${grouped(w, ',')}.${c}`) },
    Swiss: { sign: '.', write: (w, c, n) => `CHF ${n ? '-' : ''}${grouped(w, "'")}.${c}` },
    database: { sign: '.', write: (w, c, n) => `${n ? '-' : ''}${w}.${c}00` },
  };
  it.each(Object.entries(STYLES))('reads back every amount it writes: %s', (_, { sign, write }) => {
    fc.assert(
      fc.property(fc.bigInt({ min: -1_000_000_000_000n, max: 1_000_000_000_000n }), (minor) => {
        const digits = (minor < 0n ? -minor : minor).toString().padStart(3, '0');
        expect(parseAmount(write(digits.slice(0, -2), digits.slice(-2), minor < 0n), sign)).toBe(minor);
      }),
    );
  });

  it('answers any text without throwing, and only with amounts inside the limit', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[-+()\d.,' €A-Z]{0,70}$/)),
        fc.constantFrom(',' as const, '.' as const),
        (text, sign) => {
          const read = parseAmount(text, sign);
          if (typeof read === 'bigint') expect(read <= 1_000_000_000_000n && read >= -1_000_000_000_000n).toBe(true);
          else expect(read.code).toMatch(/^AMOUNT_/);
        },
      ),
    );
  });
});

const grouped = (digits: string, sign: string) => digits.replace(/\B(?=(\d{3})+$)/g, sign);

it('names the currency written beside an amount', () => {
  expect(['€ 12', '12 CHF', '£3', '12,00'].map(currencyWrittenIn)).toEqual(['EUR', 'CHF', 'GBP', null]);
});
