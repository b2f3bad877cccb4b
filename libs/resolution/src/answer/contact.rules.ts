import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { AnswerNotTaken } from './answer.errors';

/** An e-mail address as one types it. Throws AnswerNotTaken NOT_AN_EMAIL. */
export function emailOf(typed: string): string {
  const email = typed.trim();
  if (email.length > 254 || !/^[^\s@<>"',;]{1,64}@[^\s@<>"',;.]+(\.[^\s@<>"',;.]+)+$/.test(email))
    throw new AnswerNotTaken('NOT_AN_EMAIL', {}, 'email');
  return email;
}

/** A telephone number, French unless it says otherwise; as people read it. Throws AnswerNotTaken NOT_A_PHONE. */
export function phoneOf(typed: string): string {
  const number = parsePhoneNumberFromString(typed.slice(0, 40), 'FR');
  if (!number?.isPossible()) throw new AnswerNotTaken('NOT_A_PHONE', {}, 'phone');
  return number.country === 'FR' ? number.formatNational() : number.formatInternational();
}

/** A postcode of any country: letters, digits, spaces and dashes. Throws AnswerNotTaken NOT_A_POSTCODE. */
export function postcodeOf(typed: string): string {
  const postcode = typed.trim().toUpperCase();
  if (!/^[0-9A-Z][0-9A-Z -]{2,9}$/.test(postcode)) throw new AnswerNotTaken('NOT_A_POSTCODE', {}, 'postcode');
  return postcode;
}

/** What a debtor is shown of a number we have, so that he knows which one it is and nobody else learns it: the last two digits. */
export function maskedPhone(phone: string | null): string | null {
  const digits = phone?.replace(/\D/g, '') ?? '';
  return digits.length >= 6 ? `•• •• •• ${digits.slice(-2)}` : null;
}
