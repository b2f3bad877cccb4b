/** Words of the cast's agency that must stand nowhere under a client's own name: names, addresses, numbers, accounts of its own. */
export function castAgencyWords(): string[] {
  return [
    'Cabinet Aster Recouvrement',
    'aster-recouvrement',
    '910402759',
    '910 402 759',
    'FR47910402759',
    '12 rue des Tanneurs',
    '4 72 00 00 10',
    '#3b2f8f',
    'FR7699999000010000000001182',
    'FR7699999000010000000002249',
    'ASTRFR2L',
    'Mutuelle des Cabinets',
    'RC-2026-00417',
    'Nadia Benali',
    'Inès Caron',
  ];
}
