import { isSiren, vatNumberOfSiren } from './siren.rules';

it.each([
  ['732829320', true],
  ['404833048', true],
  ['552081317', true],
  ['732829321', false],
  ['372829320', false], // two digits swapped
  ['000000000', false],
  ['73282932', false],
  ['73282932a', false],
  ['', false],
])('SIREN %s is one: %s', (siren, right) => expect(isSiren(siren)).toBe(right));

it('the VAT number follows from the SIREN', () => {
  expect(vatNumberOfSiren('404833048')).toBe('FR83404833048');
  expect(vatNumberOfSiren('732829320')).toBe('FR44732829320');
});
