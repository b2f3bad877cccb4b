import { parseDecimal, percentOf, toDecimal } from '@amiable/kernel';
import { reckonRemittance, type RemittableMovement } from './remittance.rules';

const movement = (amount: string, percent: string, direct = false): RemittableMovement => ({
  amountMinor: parseDecimal(amount),
  feeMinor: percentOf(parseDecimal(amount), percent),
  direct,
});

/** Golden 5-A of domain.md: October 2026, client "Dupont SARL". */
const october = [
  movement('1200.00', '10'),
  movement('333.33', '20'),
  movement('2480.55', '10'),
  movement('750.00', '20', true),
  movement('-200.00', '10'),
  movement('333.33', '20'),
];

describe('golden 5-A', () => {
  it('remits net to the cent', () => {
    const sums = reckonRemittance(october, 'net', '20');
    expect(Object.fromEntries(Object.entries(sums).map(([key, minor]) => [key, toDecimal(minor)]))).toEqual({
      fundsMinor: '4147.21',
      feesMinor: '631.40',
      vatMinor: '126.28',
      setOffMinor: '757.68',
      paidOutMinor: '3389.53',
    });
  });
  it('remits gross: the whole funds, and an invoice to pay', () => {
    expect(toDecimal(reckonRemittance(october, 'gross', '20').paidOutMinor)).toBe('4147.21');
  });
});

it('withholds no more than there is', () => {
  expect(reckonRemittance([movement('100.00', '10'), movement('900.00', '20', true)], 'net', '20')).toMatchObject({
    setOffMinor: 10000n,
    paidOutMinor: 0n,
  });
});
