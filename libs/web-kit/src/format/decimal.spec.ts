import { addDecimals, compareDecimals, readDecimal, shareOf, subtractDecimals } from './decimal';

describe('decimal text', () => {
  it.each([
    [['0.1', '0.2'], '0.3'],
    [['1212.82', '-12.8'], '1200.02'],
    [['99999999999999999999.99', '0.01'], '100000000000000000000.00'],
    [[], '0'],
  ])('adds %j to %s without loss', (values, sum) => expect(addDecimals(...values)).toBe(sum));

  it('subtracts below zero', () => expect(subtractDecimals('0.05', '1')).toBe('-0.95'));
  it('compares by value, not by spelling', () => expect(compareDecimals('1.50', '1.5')).toBe(0));
  it('tells a share for drawing', () => expect(shareOf('25', '100.00')).toBe(0.25));

  it.each([
    ['1 212,82', '1212.82'],
    ['1 212,82 €', '1212.82'],
    ['1,212.82', '1212.82'],
    ['1.212,82', '1212.82'],
    ['1212', '1212'],
    ['1,212', '1212'],
    ['12,5', '12.5'],
    ['abc', null],
    ['', null],
    ['1,2,3,4', null],
  ])('reads %s as %s', (typed, read) => expect(readDecimal(typed)).toBe(read));
});
