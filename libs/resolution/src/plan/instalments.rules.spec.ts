import { Temporal, toDecimal } from '@amiable/kernel';
import { equalInstalments } from './instalments.rules';

it('keeps the anchor day over a short month (domain 8)', () => {
  expect(equalInstalments(30000n, 3, Temporal.PlainDate.from('2027-01-31')).map((i) => i.dueOn.toString())).toEqual([
    '2027-01-31',
    '2027-02-28',
    '2027-03-31',
  ]);
});

it('puts the odd cents on the last instalment: 5,000.00 in 12', () => {
  const parts = equalInstalments(500000n, 12, Temporal.PlainDate.from('2027-01-15')).map((i) => toDecimal(i.amountMinor));
  expect([parts[0], parts[10], parts[11]]).toEqual(['416.66', '416.66', '416.74']);
});
