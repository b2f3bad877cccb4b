/**
 * What the api hands to the debtor pages: plain data, already worded where the words depend on law or brand,
 * amounts as decimal text. Types only, so that the server can build them without knowing the pages.
 */
export type Language = 'fr' | 'en' | 'de' | 'es' | 'it' | 'nl';

export interface MoneyText {
  readonly amount: string; // "1212.82"
  readonly currency: string;
}

/** Resolved colours of one scheme; see brand-theme.rules.ts. */
export interface SchemeTokens {
  readonly band: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly accentHover: string;
  readonly edge: string;
  readonly link: string;
  readonly soft: string;
}

export interface PageBrand {
  readonly name: string;
  readonly logo: string | null; // a data URI, or an address on the brand's own host; cleaned by the server
  readonly logoDark?: string | null; // for dark grounds; without it the logo stands on white there
  readonly isWordmark: boolean; // the logo carries the name already
  readonly light: SchemeTokens;
  readonly dark: SchemeTokens;
  readonly radius: number;
  readonly font: 'system' | 'serif' | 'humanist' | 'inter' | 'source_serif' | 'atkinson';
  readonly fontFiles?: ReadonlyArray<{ readonly family: string; readonly weight: number; readonly name: string }>; // served under /fonts/
  readonly phone: string;
  readonly email: string;
  readonly website: string;
  readonly address: string;
}

/** Who speaks: the client under its brand, or the agency under its mandate (R124-4 CPCE). */
export interface Speaker {
  readonly hat: 'client_name' | 'agency';
  readonly agency: {
    readonly name: string;
    readonly address: string;
    readonly siren: string;
    readonly phone: string;
    readonly email: string;
  } | null; // only in the agency hat
  readonly creditor: { readonly name: string; readonly address: string; readonly siren: string };
}

export interface Frame {
  readonly language: Language;
  readonly nonce: string;
  readonly base: string; // "/b/nord" or "" on the brand's own host
  readonly path: string; // of this page as a GET, from the root of the host, base included, for the language switch
  readonly brand: PageBrand;
}
