import { amountIn, dayIn, valuesOf } from './answer-forms';

it.each([
  ['50', '50'],
  ['50,5', '50.5'],
  ['1 212,82 €', '1212.82'],
  ['1\u202f212,82', '1212.82'],
  ['1.212,82', '1212.82'],
  ['1,212.82', '1212.82'],
  ['1212.82', '1212.82'],
  ['1.212', '1212'],
  ['12 345', '12345'],
  ['0,99', '0.99'],
  ['', ''],
  ['cinquante', 'cinquante'], // refused where it is reckoned with
  ['-5', '-5'],
])('the amount %j is read as %j', (typed, read) => expect(amountIn({ amount: [typed] }, 'amount')).toBe(read));

it.each([
  ['2026-11-20', '2026-11-20'],
  ['20/11/2026', '2026-11-20'],
  ['1.2.2027', '2027-02-01'],
  ['2026-02-30', 'NOT_A_DAY'],
  ['31/02/2026', 'NOT_A_DAY'],
  ['demain', 'NOT_A_DAY'],
  ['', 'NOT_A_DAY'],
])('the day %j is read as %s', (typed, read) => {
  const answer = (() => {
    try {
      return dayIn({ dueOn: [typed] }, 'dueOn');
    } catch (error) {
      return (error as { code: string }).code;
    }
  })();
  expect(answer).toBe(read);
});

it('a form brings its own fields only, each bounded, none of them strange', () => {
  expect(
    valuesOf('message', { note: 'x'.repeat(9_000), _csrf: 't', caseId: 'other', __proto__: { note: 'no' }, key: 'k' }).note![0],
  ).toHaveLength(4_000);
  expect(valuesOf('promise', { dueOn: { a: 1 }, invoiceIds: ['a', 5, 'b'] })).toEqual({ invoiceIds: ['a', 'b'] });
  expect(valuesOf('call', undefined)).toEqual({});
});
