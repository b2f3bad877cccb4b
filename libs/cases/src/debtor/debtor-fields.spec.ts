import { ibanOf, maskedIban, phoneOf, postcodeOf, sirenOf, siretOf, vatNumberOf, type DebtorFieldRefused } from './debtor-fields.rules';

const refused = (check: () => unknown) => {
  try {
    return check();
  } catch (error) {
    const { code, field, facts } = error as DebtorFieldRefused;
    return { code, field, ...facts };
  }
};

/** Golden numbers of domain.md, section 11. */
describe('a field of a debtor’s file', () => {
  it.each([
    [() => sirenOf('404 833 048'), '404833048'],
    [() => siretOf('732 829 320 00074', '732829320'), '73282932000074'],
    [() => siretOf('35600000049837', null), '35600000049837'], // La Poste: digit sum 45
    [() => siretOf('35600000000048', null), '35600000000048'],
    [() => vatNumberOf('fr 83 404833048', '404833048'), 'FR83404833048'],
    [() => vatNumberOf('FR03552081317', null), 'FR03552081317'],
    [() => vatNumberOf('DE123456789', null), 'DE123456789'],
    [() => ibanOf('FR76 3000 6000 0112 3456 7890 189'), 'FR7630006000011234567890189'],
    [() => ibanOf('DE89370400440532013000'), 'DE89370400440532013000'],
    [() => ibanOf('fr1420041010050500013m02606'), 'FR1420041010050500013M02606'],
    [() => phoneOf('06.12.34.56.78', 'FR'), '+33 6 12 34 56 78'],
    [() => phoneOf('0033 612345678', 'FR'), '+33 6 12 34 56 78'],
    [() => phoneOf('02 555 12 12', 'BE'), '+32 2 555 12 12'],
    [() => postcodeOf('69 003', 'FR'), '69003'],
    [() => sirenOf('  '), null],
    [() => maskedIban('FR7630006000011234567890189'), 'FR76 •••• 0189'],
  ])('%# is kept in its usual form', (check, kept) => expect(refused(check)).toEqual(kept));

  it.each([
    [() => sirenOf('404833049'), { code: 'SIREN_INVALID', field: 'siren', found: '404833049', expected: '404833048' }],
    [() => sirenOf('40483304'), { code: 'SIREN_INVALID', field: 'siren', found: '40483304', expected: null }],
    [() => siretOf('73282932000075', null), { code: 'SIRET_INVALID', field: 'siret', found: '73282932000075', expected: '73282932000074' }],
    [() => siretOf('35600000049838', null), { code: 'SIRET_INVALID', field: 'siret', found: '35600000049838', expected: '35600000049839' }],
    [
      () => siretOf('73282932000074', '404833048'),
      { code: 'SIRET_OF_ANOTHER', field: 'siret', found: '73282932000074', expected: '404833048' },
    ],
    [
      () => vatNumberOf('FR84404833048', null),
      { code: 'VAT_NUMBER_INVALID', field: 'vatNumber', found: 'FR84404833048', expected: 'FR83404833048' },
    ],
    [
      () => vatNumberOf('FR44732829320', '404833048'),
      { code: 'VAT_OF_ANOTHER', field: 'vatNumber', found: 'FR44732829320', expected: 'FR83404833048' },
    ],
    [() => vatNumberOf('DE12345678', null), { code: 'VAT_NUMBER_INVALID', field: 'vatNumber', found: 'DE12345678', expected: null }],
    [() => ibanOf('FR7630006000011234567890188'), { code: 'IBAN_INVALID', field: 'iban', found: 'FR76 •••• 0188' }],
    [() => ibanOf('FR763000600001123456789018'), { code: 'IBAN_LENGTH', field: 'iban', found: 'FR76 •••• 9018', expected: 27, length: 26 }],
    [() => phoneOf('06 12 34', 'FR'), { code: 'PHONE_INVALID', field: 'phone', found: '06 12 34' }],
    [() => phoneOf('rappeler', 'FR'), { code: 'PHONE_INVALID', field: 'phone', found: 'rappeler' }],
    [() => postcodeOf('6900', 'FR'), { code: 'POSTCODE_INVALID', field: 'postcode', found: '6900' }],
  ])('%# is refused with what was found and what would be right', (check, said) => expect(refused(check)).toEqual(said));
});
