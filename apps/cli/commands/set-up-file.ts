import { z } from 'zod';

const line = z.string().trim().min(1).max(200);
const email = z.email().transform((text) => text.toLowerCase());
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day, yyyy-mm-dd');
const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour, #rrggbb');
const digits = (n: number) => z.string().regex(new RegExp(`^\\d{${n}}$`), `must have ${n} digits`);
const language = z.enum(['fr', 'en']).default('fr');
const password = z.string().min(12, 'must have at least 12 characters').max(200);

/** The remainder of an IBAN modulo 97 must be 1 (ISO 13616). */
const iban = z
  .string()
  .transform((text) => text.replace(/\s/g, '').toUpperCase())
  .refine((text) => {
    if (!/^[A-Z]{2}\d{2}[0-9A-Z]{11,30}$/.test(text)) return false;
    const numeric = [...(text.slice(4) + text.slice(0, 4))].map((c) => parseInt(c, 36).toString()).join('');
    return BigInt(numeric) % 97n === 1n;
  }, 'is not an IBAN: its check digits do not fit');

const agency = z
  .strictObject({
    name: line,
    legal_form: line,
    siren: digits(9),
    vat_number: line,
    address_line: line,
    postcode: line,
    city: line,
    phone: line,
    email,
    website: line,
    primary_colour: colour,
    trust_account_holder: line,
    trust_iban: iban,
    trust_bic: line,
    own_iban: iban,
    insurer: line,
    insurance_policy: line,
    insurance_until: day,
    prosecutor_declared_on: day,
    /** Printing and posting one letter, cents: what a rehearsal reckons with. */
    letter_cost_minor: z.number().int().min(0).max(10_000).default(180),
  })
  .refine((a) => a.trust_iban !== a.own_iban, {
    message: 'the trust account must not be the agency’s own (R124-2 CPCE)',
    path: ['trust_iban'],
  });

const client = z.strictObject({
  name: line,
  legalName: line,
  siren: digits(9),
  vatNumber: line.nullable().default(null),
  addressLine: line,
  postcode: line,
  city: line,
  email,
  phone: line,
  settlementIban: iban.nullable().default(null),
  settlementHolder: line.nullable().default(null),
  brand: z.strictObject({
    name: line,
    slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and dashes'),
    host: z.string().toLowerCase().nullable().default(null),
    primaryColour: colour,
    senderEmail: email,
    replyTo: email,
    website: line,
    language,
    bankHolder: line.nullable().default(null),
    bankIban: iban.nullable().default(null),
    bankBic: line.nullable().default(null),
  }),
  mandate: z.strictObject({
    hat: z.enum(['client_name', 'agency']),
    signedOn: day,
    settlement: z.enum(['trust', 'direct']).default('trust'),
    remittance: z.enum(['net', 'gross']).default('net'),
    feeTiers: z
      .array(
        z.strictObject({
          upToMonths: z.number().int().positive().nullable(),
          percent: z.string().regex(/^\d{1,2}(\.\d{1,2})?$/, 'must be a percentage as text, such as "12.5"'),
        }),
      )
      .min(1)
      .refine((tiers) => tiers.at(-1)?.upToMonths === null, 'the last tier must have upToMonths: null'),
    vatPercent: z.string().default('20'),
    partPayment: z.boolean().default(true),
    longestPlanMonths: z.number().int().min(1).max(24).default(6),
    channels: z
      .array(z.enum(['email', 'letter', 'call']))
      .min(1)
      .default(['email', 'letter', 'call']),
  }),
  users: z
    .array(z.strictObject({ email, name: line, role: z.enum(['owner', 'finance', 'manager', 'reader']), language, password }))
    .default([]),
});

/** The set-up file of a new installation; docs/operations.md shows one. */
export const setUpFile = z.strictObject({
  agency: agency.optional(),
  staff: z
    .array(z.strictObject({ email, name: line, role: z.enum(['collector', 'manager', 'accountant', 'admin']), language, password }))
    .default([]),
  clients: z.array(client).default([]),
});

export type SetUpFile = z.infer<typeof setUpFile>;
