import { parseSiren, parseSiret, parseVatNumber } from './french-identifiers';

describe('French identifiers (domain.md section 6)', () => {
  it.each(['404833048', '732829320', '356000000', '732 829 320', '552.008.443'])('SIREN %s', (text) =>
    expect(parseSiren(text)).toBe(text.replace(/\D/g, '')),
  );
  it.each(['404833049', '40483304', '4048330480', 'ABC', '000000000', ''])('no SIREN: %s', (text) => expect(parseSiren(text)).toBeNull());
  it.each(['73282932000074', '732 829 320 00074', '35600000000048', '35600000049837'])('SIRET %s', (text) =>
    expect(parseSiret(text)).toBe(text.replace(/\D/g, '')),
  );
  it.each(['73282932000075', '35600000049838', '732829320'])('no SIRET: %s', (text) => expect(parseSiret(text)).toBeNull());
  it.each([
    'FR83404833048',
    'FR44732829320',
    'FR03552081317',
    'FR 40 303 265 045',
    'FRK7399859412',
    'FR4Z123456782',
    'DE136695976',
    'ATU13585627',
  ])('VAT %s', (text) => expect(parseVatNumber(text)).toBe(text.replace(/\s/g, '')));
  it('takes a French number without its country', () => expect(parseVatNumber('23334175221')).toBe('FR23334175221'));
  it.each(['FR84404833048', 'FR84323140391', 'FRIO334175221', '20 %', 'TVA', ''])('no VAT number: %s', (text) =>
    expect(parseVatNumber(text)).toBeNull(),
  );
});
