import { compactRf } from '../transfer/rf-reference.rules';
import { isIban } from '../transfer/epc-qr.rules';
import { BrandFieldRefused } from './brand.errors';
import { lookChecks } from './brand-look.rules';
import { normaliseHex } from './oklch';

/** What may be edited of a brand; an undefined field stays as it is. */
export interface BrandFields {
  readonly name: string;
  readonly primaryColour: string;
  readonly secondaryColour: string | null;
  readonly radius: number;
  readonly font: string;
  readonly logoId: string | null;
  readonly logoDarkId: string | null;
  readonly senderName: string;
  readonly senderEmail: string;
  readonly replyTo: string;
  readonly phone: string;
  readonly website: string;
  readonly addressLine: string;
  readonly postcode: string;
  readonly city: string;
  readonly language: string;
  readonly bankHolder: string | null;
  readonly bankIban: string | null;
  readonly bankBic: string | null;
}
export type BrandField = keyof BrandFields;

export const brandFields = [
  'name',
  'primaryColour',
  'secondaryColour',
  'radius',
  'font',
  'logoId',
  'logoDarkId',
  'senderName',
  'senderEmail',
  'replyTo',
  'phone',
  'website',
  'addressLine',
  'postcode',
  'city',
  'language',
  'bankHolder',
  'bankIban',
  'bankBic',
] as const satisfies readonly BrandField[];

/** Where a debtor's money goes: asked for by a stricter ability and told to the client's owners. */
export const bankFields: readonly BrandField[] = ['bankHolder', 'bankIban', 'bankBic'];

const fonts = ['system', 'serif', 'humanist', 'inter', 'source_serif', 'atkinson'];

/**
 * A wish with every field spelled as it is kept: trimmed, colours as `#rrggbb`, IBAN compact, website with its scheme.
 * Throws BrandFieldRefused at the first field that cannot be kept.
 */
export function readBrandWish(wish: Partial<BrandFields>): Partial<BrandFields> {
  const read: Record<string, unknown> = {};
  for (const field of brandFields) if (wish[field] !== undefined) read[field] = readers[field](wish[field] as never, field);
  return read as Partial<BrandFields>;
}

/** The whole must hold together: colours that can be read in both schemes, an account with its holder. Throws BrandFieldRefused. */
export function requireWholeBrand(fields: BrandFields): void {
  lookChecks({ primary: fields.primaryColour, secondary: fields.secondaryColour, radius: fields.radius });
  if (fields.bankIban && !fields.bankHolder) throw new BrandFieldRefused('BANK_HOLDER_MISSING', 'bankHolder');
}

const line =
  (longest: number) =>
  (value: string, field: string): string => {
    const text = value
      .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    if (text === '') throw new BrandFieldRefused('TEXT_MISSING', field);
    if ([...text].length > longest) throw new BrandFieldRefused('TEXT_TOO_LONG', field, { most: longest });
    return text;
  };
const orNone =
  (read: (value: string, field: string) => string) =>
  (value: string | null, field: string): string | null =>
    value === null || value.trim() === '' ? null : read(value, field);

function colour(value: string, field: string): string {
  try {
    return normaliseHex(value.trim());
  } catch {
    throw new BrandFieldRefused('NOT_A_COLOUR', field, { value: value.slice(0, 30) });
  }
}

/** One plain address of one person: no list, no display name, nothing that could begin a second header. */
export function readEmail(value: string, field: string): string {
  const text = value.trim().toLowerCase();
  if (
    text.length > 254 ||
    !/^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/.test(text)
  )
    throw new BrandFieldRefused('NOT_AN_EMAIL', field, { value: text.slice(0, 60) });
  return text;
}

function website(value: string, field: string): string {
  const text = value.trim();
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (address.length > 200 || !URL.canParse(address) || !/^https?:\/\/[^\s"'<>\\@]+\.[^\s"'<>\\@]+$/i.test(address))
    throw new BrandFieldRefused('NOT_AN_ADDRESS', field, { value: text.slice(0, 60) });
  return address.replace(/\/$/, '');
}

function phone(value: string, field: string): string {
  const text = value.trim().replace(/\s+/g, ' ');
  if (!/^\+?[\d .()-]{6,24}$/.test(text) || text.replace(/\D/g, '').length < 4)
    throw new BrandFieldRefused('NOT_A_PHONE', field, { value: text.slice(0, 30) });
  return text;
}

/** ISO 13616, compact capitals. */
export function readIban(value: string, field: string): string {
  const iban = compactRf(value);
  if (!isIban(iban)) throw new BrandFieldRefused('NOT_AN_IBAN', field);
  return iban;
}

function bic(value: string, field: string): string {
  const text = compactRf(value);
  if (!/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(text)) throw new BrandFieldRefused('NOT_A_BIC', field);
  return text;
}

function oneOf(allowed: readonly string[]) {
  return (value: string, field: string): string => {
    if (!allowed.includes(value)) throw new BrandFieldRefused('BAD_INPUT', field, { value: value.slice(0, 30) });
    return value;
  };
}

const readers: { readonly [F in BrandField]: (value: BrandFields[F], field: string) => BrandFields[F] } = {
  name: line(60),
  primaryColour: colour,
  secondaryColour: orNone(colour),
  radius: (value, field) => {
    if (!Number.isInteger(value) || value < 0 || value > 16) throw new BrandFieldRefused('BAD_INPUT', field, { value });
    return value;
  },
  font: oneOf(fonts),
  logoId: (value) => value,
  logoDarkId: (value) => value,
  senderName: line(60),
  senderEmail: readEmail,
  replyTo: readEmail,
  phone,
  website,
  addressLine: line(120),
  postcode: line(12),
  city: line(60),
  language: oneOf(['fr', 'en']),
  bankHolder: orNone(line(70)),
  bankIban: orNone(readIban),
  bankBic: orNone(bic),
};
