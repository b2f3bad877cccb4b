import { castId, castPasswordHash } from './cast-names';
import type { Cast, CastPerson } from './cast.types';

export const castAgency = {
  only_row: true,
  name: 'Cabinet Aster Recouvrement',
  legal_form: 'SAS',
  siren: '910402759',
  vat_number: 'FR47910402759',
  address_line: '12 rue des Tanneurs',
  postcode: '69005',
  city: 'Lyon',
  phone: '+33 4 72 00 00 10',
  email: 'contact@aster-recouvrement.example',
  website: 'https://aster-recouvrement.example',
  primary_colour: '#3b2f8f',
  trust_account_holder: 'Cabinet Aster Recouvrement – compte de tiers',
  trust_iban: 'FR7699999000010000000001182',
  trust_bic: 'ASTRFR2LXXX',
  own_iban: 'FR7699999000010000000002249',
  insurer: 'Mutuelle des Cabinets',
  insurance_policy: 'RC-2026-00417',
  insurance_until: '2027-12-31',
  prosecutor_declared_on: '2024-03-11',
};

const people = {
  lea: { name: 'Léa Marchand', role: 'collector', portfolio: null },
  hugo: { name: 'Hugo Delmas', role: 'collector', portfolio: [castId('client A')] },
  manager: { name: 'Nadia Benali', role: 'manager', portfolio: null },
  accountant: { name: 'Paul Verdier', role: 'accountant', portfolio: null },
  admin: { name: 'Inès Caron', role: 'admin', portfolio: null },
} as const;

/** The staff of the agency: rows of the tables, and how specs know them. */
export function castStaff(secret: string) {
  const known = Object.entries(people).map(([key, person]) => ({
    key,
    ...person,
    id: castId(`staff ${key}`),
    email: `${key}@aster-recouvrement.example`,
  }));
  return {
    rows: known.map(({ id, email, name, role, portfolio }) => ({ id, email, name, role, language: 'fr', portfolio })),
    credentials: known.map(({ id, email }) => ({
      email,
      audience: 'agency',
      user_id: id,
      client_id: null,
      password_hash: castPasswordHash(secret),
    })),
    people: Object.fromEntries(known.map(({ key, id, email, name }) => [key, { id, email, name } satisfies CastPerson])) as Cast['staff'],
  };
}
