import { amountIn, dayIn, valuesOf } from './answer-forms';

it('a day that is none is refused with its field, an amount is read as typed', () => {
  expect(dayIn({ dueOn: ['20/11/2026'] }, 'dueOn')).toBe('2026-11-20');
  expect(() => dayIn({ dueOn: ['demain'] }, 'dueOn')).toThrow(expect.objectContaining({ code: 'NOT_A_DAY', field: 'dueOn' }));
  expect([amountIn({ amount: ['1 212,82 €'] }, 'amount'), amountIn({}, 'amount')]).toEqual(['1212.82', '']);
});

it('a form brings its own fields only, each bounded, none of them strange', () => {
  expect(
    valuesOf('message', { note: 'x'.repeat(9_000), _csrf: 't', caseId: 'other', __proto__: { note: 'no' }, key: 'k' }).note![0],
  ).toHaveLength(4_000);
  expect(valuesOf('promise', { dueOn: { a: 1 }, invoiceIds: ['a', 5, 'b'] })).toEqual({ invoiceIds: ['a', 'b'] });
  expect(valuesOf('call', undefined)).toEqual({});
});
