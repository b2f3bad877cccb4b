import { hasVatFormat } from './vat-formats';

/** Luhn: from the right every second digit doubled, the sum a multiple of ten. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    let digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    if (i % 2 === 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 === 0;
}

const LA_POSTE = '356000000';
const withoutBlanks = (text: string) => text.replace(/[\s\u00a0\u202f.-]/g, '');

/** These digits and the one that makes their Luhn sum right: what would have been meant when only the last is wrong. */
export function withLuhnDigit(digits: string): string {
  for (let last = 0; last < 10; last++) if (passesLuhn(`${digits}${last}`)) return `${digits}${last}`;
  return digits;
}

/** The VAT number of a SIREN: key (12 + 3 x (SIREN mod 97)) mod 97. */
export function frenchVatOf(siren: string): string {
  return `FR${String((12 + 3 * (Number(siren) % 97)) % 97).padStart(2, '0')}${siren}`;
}

/** SIREN: nine digits with a Luhn key; null when it is none. Blanks and dots are ignored. */
export function parseSiren(text: string): string | null {
  const digits = withoutBlanks(text);
  return /^\d{9}$/.test(digits) && digits !== '000000000' && passesLuhn(digits) ? digits : null;
}

/** SIRET: SIREN and five digits, Luhn over all; La Poste's establishments may instead have a digit sum divisible by five. */
export function parseSiret(text: string): string | null {
  const digits = withoutBlanks(text);
  if (!/^\d{14}$/.test(digits) || parseSiren(digits.slice(0, 9)) === null) return null;
  if (passesLuhn(digits)) return digits;
  const digitSum = digits.split('').reduce((sum, digit) => sum + Number(digit), 0);
  return digits.startsWith(LA_POSTE) && digitSum % 5 === 0 ? digits : null;
}

const KEY_LETTERS = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'; // no I, no O

/**
 * EU VAT number. French ones are checked by their key, (12 + 3 x (SIREN mod 97)) mod 97 or the newer key with letters;
 * of other countries only the form is (VIES). Null when it fails.
 */
export function parseVatNumber(text: string): string | null {
  const number = withoutBlanks(text).toUpperCase();
  if (/^[0-9A-HJ-NP-Z]{2}\d{9}$/.test(number) && !/^[A-Z]{2}/.test(number)) return parseFrenchVat(`FR${number}`);
  if (number.startsWith('FR')) return parseFrenchVat(number);
  return hasVatFormat(number) ? number : null;
}

function parseFrenchVat(number: string): string | null {
  const match = /^FR([0-9A-HJ-NP-Z]{2})(\d{9})$/.exec(number);
  if (!match) return null;
  const [, key = '', siren = ''] = match;
  if (!siren.startsWith('000') && !passesLuhn(siren)) return null; // Monaco's begin with 000 and have no SIREN
  if (/^\d\d$/.test(key)) return (12 + 3 * (Number(siren) % 97)) % 97 === Number(key) ? number : null;
  const [first, second] = [KEY_LETTERS.indexOf(key[0] as string), KEY_LETTERS.indexOf(key[1] as string)];
  const check = /\d/.test(key[0] as string) ? first * 24 + second - 10 : first * 34 + second - 100;
  return (Number(siren) + 1 + Math.floor(check / 11)) % 11 === check % 11 ? number : null;
}
