import type { Instrument, Payer } from '../objects/instrument';
import { instrumentOfCard } from '../test-cards';
import { compactIban, instrumentOfIban, isIban } from '../test-ibans';
import type { Words } from './words';

export type FieldName = 'email' | 'card_number' | 'expiry' | 'cvc' | 'name' | 'iban';
export type FieldErrors = Partial<Record<FieldName, string>>;

export interface FormResult {
  errors: FieldErrors;
  entry?: { instrument: Instrument; payer: Payer };
}

export interface FormRules {
  email: string | null;
  types: readonly string[];
  amount: number;
  sepaLimit: number;
  now: Date;
}

/** Reads what the payer typed; either an instrument or a message for each wrong field. */
export function readPaymentForm(form: URLSearchParams, rules: FormRules, words: Words): FormResult {
  const errors: FieldErrors = {};
  const typed = (name: string) => (form.get(name) ?? '').trim().slice(0, 200);
  const email = rules.email ?? typed('email');
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) errors.email = words.errors.email;
  const name = typed('name');
  if (!name) errors.name = words.errors.name;
  const instrument =
    methodOf(form, rules.types) === 'sepa_debit' ? readIban(typed, rules, errors, words) : readCard(typed, rules, errors, words);
  if (Object.keys(errors).length > 0 || !instrument) return { errors };
  return { errors, entry: { instrument, payer: { email, name } } };
}

export function methodOf(form: URLSearchParams, types: readonly string[]): string {
  const asked = form.get('method') ?? '';
  return types.includes(asked) ? asked : (types[0] ?? 'card');
}

type Typed = (name: string) => string;

function readCard(typed: Typed, rules: FormRules, errors: FieldErrors, words: Words): Instrument | undefined {
  const number = typed('card_number').replaceAll(/[\s-]/g, '');
  if (!isCardNumber(number)) errors.card_number = words.errors.number;
  const cvcLength = /^3[47]/.test(number) ? 4 : 3;
  if (!new RegExp(`^\\d{${cvcLength}}$`).test(typed('cvc'))) errors.cvc = words.errors.cvc;
  const expiry = /^(0?[1-9]|1[0-2])\s*\/?\s*(?:20)?(\d{2})$/.exec(typed('expiry'));
  if (!expiry) {
    errors.expiry = words.errors.expiry;
    return undefined;
  }
  const expMonth = Number(expiry[1]);
  const expYear = 2000 + Number(expiry[2]);
  // A card is good through the last day of its month.
  if (Date.UTC(expYear, expMonth, 1) <= rules.now.getTime()) errors.expiry = words.errors.expired;
  return instrumentOfCard({ number, expMonth, expYear });
}

function readIban(typed: Typed, rules: FormRules, errors: FieldErrors, words: Words): Instrument | undefined {
  const iban = compactIban(typed('iban'));
  if (!isIban(iban)) errors.iban = words.errors.iban;
  else if (rules.amount > rules.sepaLimit) errors.iban = words.errors.limit;
  return errors.iban ? undefined : instrumentOfIban(iban);
}

/** Check digit after Luhn (ISO/IEC 7812-1). */
export function isCardNumber(number: string): boolean {
  if (!/^\d{13,19}$/.test(number)) return false;
  const sum = [...number].toReversed().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
