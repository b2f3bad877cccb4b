import { hashPasswordSync } from '@amiable/identity';
import type { Dice } from './dice';
import { iban, siren, vatNumber } from './identifiers';

/** Everybody of the demo signs in with it. */
export const demoPassword = 'amiable-demo';

export const demoAgencyName = 'Cabinet Orsel';

const agencySiren = siren('98410273');

const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 40"><path d="M20 6a14 14 0 1 0 0 28 14 14 0 0 0 0-28zm0 7a7 7 0 1 1 0 14 7 7 0 0 1 0-14z" fill="#4338a0"/><text x="44" y="27" font-family="Georgia,serif" font-size="20" fill="#25204f">Orsel</text></svg>`;

/** Invented; the mentions are those the law asks of a collector (R124-2 CPCE: declaration, insurance, trust account). */
export const agencyRow = {
  only_row: true,
  name: demoAgencyName,
  legal_form: 'SAS',
  siren: agencySiren,
  vat_number: vatNumber(agencySiren),
  address_line: '18 rue du Vert-Galant',
  postcode: '69006',
  city: 'Lyon',
  phone: '+33 4 65 71 00 10',
  email: 'contact@cabinet-orsel.example',
  website: 'https://cabinet-orsel.example',
  primary_colour: '#4338a0',
  logo_svg: logo,
  trust_account_holder: 'CABINET ORSEL COMPTE DE TIERS',
  trust_iban: iban('00100', '00041027301'),
  trust_bic: 'ORSEFR2LXXX',
  own_iban: iban('00100', '00041027302'),
  insurer: 'Mutuelle des Cabinets Réunis',
  insurance_policy: 'RCP 4 118 902',
  insurance_until: '2030-12-31',
  prosecutor_declared_on: '2021-02-15',
  time_zone: 'Europe/Paris',
};

/** `clients`: indexes of the portfolio; absent: every client. */
export const staff = [
  { key: 'maya', name: 'Maya Ferrand', role: 'collector', language: 'fr' },
  { key: 'thomas', name: 'Thomas Lacour', role: 'collector', language: 'fr' },
  { key: 'aoife', name: 'Aoife Brennan', role: 'collector', language: 'en', clients: [0, 1] },
  { key: 'claire', name: 'Claire Jourdain', role: 'manager', language: 'fr' },
  { key: 'bruno', name: 'Bruno Maillet', role: 'accountant', language: 'fr' },
  { key: 'sofia', name: 'Sofia Pereira', role: 'admin', language: 'fr' },
] as const;

export const staffEmail = (key: string) => `${key}@cabinet-orsel.example`;

export interface Person {
  readonly id: string;
  readonly name: string;
}

/** Rows of the staff, and who of them collects. */
export function seatStaff(dice: Dice, today: number, clientIds: readonly string[], passwordHash: string) {
  const known = staff.map((one) => ({
    ...one,
    id: dice.id(today - 720),
    email: staffEmail(one.key),
    portfolio: 'clients' in one ? one.clients.map((i) => clientIds[i]!) : null,
  }));
  return {
    rows: known.map(({ id, email, name, role, language, portfolio }) => ({ id, email, name, role, language, portfolio })),
    credentials: known.map(({ id, email }) => ({ email, audience: 'agency', user_id: id, client_id: null, password_hash: passwordHash })),
    collectors: known.filter(({ role }) => role === 'collector').map(({ id, name }): Person => ({ id, name })),
  };
}

/** One hash for all logins of the demo: it is slow by design, and the password is no secret. */
export function demoPasswordHash(secret: string): string {
  return hashPasswordSync(secret, demoPassword);
}
