import type { BrandFont } from '@amiable/clients';
import type { DebtorLanguage } from '@amiable/identity';

/** In whose name a message speaks: the client under its brand, or the agency under its mandate (R124-4 CPCE). */
export type Hat = 'client_name' | 'agency';
/** Every language a debtor's page speaks is one we write in. */
export type MessageLanguage = DebtorLanguage;
export type MessageChannel = 'email' | 'letter';

export interface MoneyText {
  readonly amount: string; // decimal text, "1212.82"
  readonly currency: string;
}

/** Same shape as on the debtor page. */
export interface MessageSpeaker {
  readonly hat: Hat;
  readonly agency: {
    readonly name: string;
    readonly address: string;
    readonly siren: string;
    readonly phone: string;
    readonly email: string;
  } | null;
  readonly creditor: { readonly name: string; readonly address: string; readonly siren: string };
}

/** What has accrued beside the principal as of a day (C. com. L441-10, D441-5; C. civ. 1231-5): said apart, asked for nowhere. */
export interface LateFacts {
  readonly asOf: string;
  readonly interest: MoneyText;
  readonly indemnity: MoneyText;
  readonly penalty: MoneyText;
  readonly total: MoneyText;
  readonly provisional: boolean;
}

export interface InvoiceFacts {
  readonly number: string;
  readonly issuedOn: string; // days are ISO texts, "2026-07-03"
  readonly dueOn: string;
  readonly amount: MoneyText;
  readonly paid: MoneyText;
  readonly open: MoneyText;
  readonly disputed?: boolean;
}

/**
 * Everything a message may say; nothing else can be read by a template. `null` means "there is none".
 * Amounts carry their currency, days are calendar days. `note` is the free text of the collector.
 */
export interface MessageFacts {
  readonly brand: {
    readonly name: string;
    readonly logo: string | null; // data URI
    readonly logoMail?: string | null; // the same as PNG or JPEG: mail programs draw no SVG
    readonly address: string;
    readonly phone: string;
    readonly email: string;
    readonly website: string;
    readonly font?: BrandFont;
  };
  readonly speaker: MessageSpeaker;
  readonly debtor: { readonly name: string; readonly addressLines: readonly string[]; readonly kind: 'company' | 'person' };
  readonly case: {
    readonly reference: string;
    readonly accessCode: string | null; // letters only
    readonly link: string; // signed link of the e-mail, absolute
    readonly enterAddress: string; // where reference and code are typed, as printed: "payer.nord.example"
    readonly enterQr?: string | null; // letters: the same address with the reference as a QR code, PNG data URI
    readonly verifyAddress: string; // absolute
    readonly firstLetter: { readonly reference: string; readonly on: string } | null; // R124-4, agency hat
  };
  readonly messageReference: string; // of this letter or e-mail
  readonly invoices: readonly InvoiceFacts[];
  readonly totals: {
    readonly principal: MoneyText;
    readonly interest: MoneyText;
    readonly accessories: MoneyText; // never costs that stay with the creditor (L111-8)
    readonly paid: MoneyText;
    readonly open: MoneyText;
  };
  readonly late?: LateFacts | null; // accrued beside the principal, from companies alone; never part of `totals`
  readonly payBy: string | null;
  readonly transfer: {
    readonly holder: string;
    readonly iban: string;
    readonly bic: string;
    readonly reference: string;
    readonly qrDataUri: string | null;
  } | null;
  readonly today: string;
  readonly note: string | null;
  readonly promise: { readonly amount: MoneyText; readonly on: string; readonly invoices?: readonly string[] } | null; // numbers, when it is for some invoices alone
  readonly payment: {
    readonly receiptNumber: string;
    readonly amount: MoneyText;
    readonly on: string;
    readonly method: 'card' | 'sepa_debit' | 'transfer' | 'cheque' | 'cash' | 'other';
    readonly openAfter: MoneyText;
  } | null;
  readonly plan: {
    readonly total: MoneyText;
    readonly instalments: ReadonlyArray<{ readonly on: string; readonly amount: MoneyText }>;
  } | null;
}

/** Colours of the brand resolved to hex; what brandTheme() answers fits. */
export interface MessageColours {
  readonly band: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly edge: string;
  readonly link: string;
  readonly soft: string;
}

export interface MessageTheme {
  readonly light: MessageColours;
  readonly dark: MessageColours;
  readonly radius: number;
}
