import { isCardNumber } from './pages/payment-form';
import { cardFee } from './objects/balance-transaction';
import { TEST_CARDS, TEST_PAYMENT_METHODS } from './test-cards';
import { isIban, TEST_IBANS } from './test-ibans';

it.each(Object.keys(TEST_CARDS))('card %s has a right check digit', (number) => expect(isCardNumber(number)).toBe(true));

it.each(Object.keys(TEST_IBANS))('account %s has right check digits', (iban) => expect(isIban(iban)).toBe(true));

it('refuses one wrong digit', () => {
  expect(isCardNumber('4242424242424241')).toBe(false);
  expect(isIban('FR1420041010050500013M02605')).toBe(false);
});

it('every named payment method is a known card', () => {
  for (const number of Object.values(TEST_PAYMENT_METHODS)) expect(TEST_CARDS[number]).toBeDefined();
});

it.each([
  [10_000, 175],
  [100, 27],
  [1_099, 41],
  [50, 26],
])('the card fee of %d cents is %d', (amount, fee) => expect(cardFee(amount)).toBe(fee));
