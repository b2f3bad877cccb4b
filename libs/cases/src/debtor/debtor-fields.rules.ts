import { isIban } from '@amiable/clients';
import { Refusal, type RefusalFacts } from '@amiable/kernel';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { frenchVatOf, parseSiren, parseSiret, parseVatNumber, withLuhnDigit } from '../import-file/french-identifiers';
import { parseEmail } from '../import-file/parse-contact';

/** A value of a debtor's file that does not hold: which field, what was found, and what would be right. */
export class DebtorFieldRefused extends Refusal {
  constructor(code: string, field: string, found: string, facts: RefusalFacts = {}) {
    super(code, { found: found.slice(0, 60), ...facts }, field);
  }
}

const compact = (typed: string) => typed.replace(/[\s\u00a0\u202f.-]/g, '').toUpperCase();
/** Nothing but blanks is nothing. */
export const textOf = (typed: string | null | undefined, most: number): string | null =>
  typed?.trim().replace(/\s+/g, ' ').slice(0, most) || null;

/** Throws SIREN_INVALID with the number that its first eight digits would make. */
export function sirenOf(typed: string | null): string | null {
  if (!typed?.trim()) return null;
  const siren = parseSiren(typed);
  const digits = compact(typed);
  if (!siren)
    throw new DebtorFieldRefused('SIREN_INVALID', 'siren', typed, {
      expected: /^\d{9}$/.test(digits) ? withLuhnDigit(digits.slice(0, 8)) : null,
    });
  return siren;
}

/** Throws SIRET_INVALID, SIRET_OF_ANOTHER when it does not begin with the SIREN. */
export function siretOf(typed: string | null, siren: string | null): string | null {
  if (!typed?.trim()) return null;
  const siret = parseSiret(typed);
  const digits = compact(typed);
  if (!siret)
    throw new DebtorFieldRefused('SIRET_INVALID', 'siret', typed, {
      expected: /^\d{14}$/.test(digits) && parseSiren(digits.slice(0, 9)) ? withLuhnDigit(digits.slice(0, 13)) : null,
    });
  if (siren && !siret.startsWith(siren)) throw new DebtorFieldRefused('SIRET_OF_ANOTHER', 'siret', typed, { expected: siren });
  return siret;
}

/** Throws VAT_NUMBER_INVALID with the right French key, VAT_OF_ANOTHER when it is not the SIREN's. */
export function vatNumberOf(typed: string | null, siren: string | null): string | null {
  if (!typed?.trim()) return null;
  const number = parseVatNumber(typed);
  const [, inside] = /^(?:FR)?[0-9A-Z]{2}(\d{9})$/.exec(compact(typed)) ?? [];
  if (!number)
    throw new DebtorFieldRefused('VAT_NUMBER_INVALID', 'vatNumber', typed, {
      expected: inside && parseSiren(inside) ? frenchVatOf(inside) : siren ? frenchVatOf(siren) : null,
    });
  if (siren && number.startsWith('FR') && !number.endsWith(siren))
    throw new DebtorFieldRefused('VAT_OF_ANOTHER', 'vatNumber', typed, { expected: frenchVatOf(siren) });
  return number;
}

/** Lengths of the countries we meet (ISO 13616 registry); of others only the key is checked. */
const ibanLengths: Readonly<Record<string, number>> = {
  FR: 27,
  MC: 27,
  DE: 22,
  BE: 16,
  GB: 22,
  ES: 24,
  IT: 27,
  NL: 18,
  LU: 20,
  PT: 25,
  CH: 21,
  AT: 20,
  IE: 22,
};

/** Throws IBAN_INVALID, with the length when that is what is wrong. */
export function ibanOf(typed: string | null): string | null {
  if (!typed?.trim()) return null;
  const iban = compact(typed);
  const expected = ibanLengths[iban.slice(0, 2)];
  if (expected && iban.length !== expected)
    throw new DebtorFieldRefused('IBAN_LENGTH', 'iban', maskedIban(iban) ?? typed, { expected, length: iban.length });
  if (!isIban(iban)) throw new DebtorFieldRefused('IBAN_INVALID', 'iban', maskedIban(iban) ?? typed);
  return iban;
}

/** What a screen shows of an account: country, key and the last four signs. */
export function maskedIban(iban: string | null): string | null {
  return iban && iban.length >= 10 ? `${iban.slice(0, 4)} •••• ${iban.slice(-4)}` : iban && '••••';
}

/** Throws EMAIL_INVALID. */
export function emailOf(typed: string | null): string | null {
  if (!typed?.trim()) return null;
  const email = parseEmail(typed.trim());
  if (!email) throw new DebtorFieldRefused('EMAIL_INVALID', 'email', typed);
  return email;
}

/** A telephone number in the international form, +33 6 12 34 56 78; without a prefix it is of the country. Throws PHONE_INVALID. */
export function phoneOf(typed: string | null, country: string): string | null {
  if (!typed?.trim()) return null;
  const number = parsePhoneNumberFromString(typed.slice(0, 40), /^[A-Z]{2}$/.test(country) ? (country as 'FR') : 'FR');
  // Nine digits that do not begin with 0 are what a French number is after +33.
  if (!number?.isPossible() || (number.countryCallingCode === '33' && !/^[1-9]\d{8}$/.test(number.nationalNumber)))
    throw new DebtorFieldRefused('PHONE_INVALID', 'phone', typed);
  return number.formatInternational();
}

/** Five digits in France. Throws POSTCODE_INVALID. */
export function postcodeOf(typed: string | null, country: string): string | null {
  const postcode = textOf(typed, 20)?.toUpperCase() ?? null;
  if (postcode && !(country === 'FR' ? /^\d{5}$/.test(postcode.replace(/\s/g, '')) : /^[0-9A-Z][0-9A-Z -]{1,9}$/.test(postcode)))
    throw new DebtorFieldRefused('POSTCODE_INVALID', 'postcode', postcode);
  return country === 'FR' ? (postcode?.replace(/\s/g, '') ?? null) : postcode;
}
