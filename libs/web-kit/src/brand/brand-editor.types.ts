/** A brand as the editor needs it; the documents of both faces answer this shape. */
export interface EditedBrand {
  readonly id: string;
  readonly version: number;
  readonly address: string;
  readonly name: string;
  readonly primaryColour: string;
  readonly secondaryColour?: string | null;
  readonly radius: number;
  readonly font: string;
  readonly logoId?: string | null;
  readonly logo?: string | null;
  readonly logoDarkId?: string | null;
  readonly logoDark?: string | null;
  readonly senderName: string;
  readonly senderEmail: string;
  readonly replyTo: string;
  readonly phone: string;
  readonly website: string;
  readonly addressLine: string;
  readonly postcode: string;
  readonly city: string;
  readonly language: string;
  readonly bankHolder?: string | null;
  readonly bankIban?: string | null;
  readonly bankBic?: string | null;
  readonly hosts: ReadonlyArray<{
    readonly id: string;
    readonly host: string;
    readonly state: string;
    readonly recordName: string;
    readonly recordValue: string;
    readonly target: string;
  }>;
  readonly versions: ReadonlyArray<{
    readonly version: number;
    readonly at: string;
    readonly by?: string | null;
    readonly changed: readonly string[];
  }>;
}

/** What one can do about the domain of a brand; each says no by throwing a Refusal. */
export interface BrandHosts {
  readonly claim: (host: string) => Promise<void>;
  readonly verify: (hostId: string) => Promise<void>;
  readonly revoke: (hostId: string) => Promise<void>;
}

export interface LookCheck {
  readonly scheme: string;
  readonly role: string;
  readonly move: string;
  readonly original: string;
  readonly used: string;
  readonly against: string;
  readonly ratioBefore: number;
  readonly ratio: number;
  readonly lcBefore: number;
  readonly lc: number;
}

export const brandTextFields = [
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
] as const;
export type BrandFieldName = (typeof brandTextFields)[number];

/** Every field as its control holds it; nothing is the empty text. */
export type BrandDraft = Readonly<Record<BrandFieldName, string>>;

/** A picture that was taken in, by its id: what the logo field shows before the brand wears it. */
export type TakenLogos = Readonly<Record<string, string>>;

export const draftOf = (brand: EditedBrand): BrandDraft =>
  Object.fromEntries(brandTextFields.map((field) => [field, String(brand[field] ?? '')])) as BrandDraft;

/** The changed fields as the server takes them. */
export function changesOf(brand: EditedBrand, draft: BrandDraft): Record<string, string | number | null> {
  const saved = draftOf(brand);
  const mayBeNone = new Set<string>(['secondaryColour', 'logoId', 'logoDarkId', 'bankHolder', 'bankIban', 'bankBic']);
  return Object.fromEntries(
    brandTextFields
      .filter((field) => draft[field] !== saved[field])
      .map((field) => [
        field,
        field === 'radius' ? Number(draft[field]) : draft[field] === '' && mayBeNone.has(field) ? null : draft[field],
      ]),
  );
}
