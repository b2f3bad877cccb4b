import { typedAmount, typedDay } from './typed-values.rules';

it.each([
  ['842,50', '842.50'],
  ['842.5', '842.5'],
  ['1 212,82 €', '1212.82'],
  ['1\u202f212,82\u00a0€', '1212.82'],
  ['1,212.82', '1212.82'],
  ['1.212,82 EUR', '1212.82'],
  ['1.212', '1212'],
  ['1 212', '1212'],
  ['1.234.567,8', '1234567.8'],
  ["1'212.82", '1212.82'],
  ['20', '20'],
  ['0,99', '0.99'],
  ['0.999', '0.999'], // refused where it is reckoned with
  ['vingt', 'vingt'],
  ['-5', '-5'],
  ['', ''],
])('the amount %j is read as %j', (typed, plain) => expect(typedAmount(typed)).toBe(plain));

it.each([
  ['2026-12-15', '2026-12-15'],
  ['15/12/2026', '2026-12-15'],
  [' 5.1.27 ', '2027-01-05'],
  ['1-2-2027', '2027-02-01'],
  ['2026-02-30', null],
  ['31/02/2027', null],
  ['demain', null],
  ['', null],
  ['2026-13-01', null],
])('the day %j is %s', (typed, day) => expect(typedDay(typed)).toBe(day));
