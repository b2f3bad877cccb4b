import type { Request } from 'express';
import { readCookie } from './cookies';

/** Languages of the console and the portal. */
export type LanguageCode = 'fr' | 'en';

/** Languages of everything a debtor reads. */
export const debtorLanguages = ['fr', 'en', 'de', 'es', 'it', 'nl'] as const;
export type DebtorLanguage = (typeof debtorLanguages)[number];

/** Is there a catalogue of the debtor's words in this language? */
export function isDebtorLanguage(text: unknown): text is DebtorLanguage {
  return (debtorLanguages as readonly unknown[]).includes(text);
}

/** The language asked for by the address, `?lang=de`. */
export function askedLanguage(req: Request): DebtorLanguage | undefined {
  const asked = req.query?.lang;
  return isDebtorLanguage(asked) ? asked : undefined;
}

/** Was a language chosen on an earlier page, or on this one? */
function chosenLanguage(req: Request): DebtorLanguage | undefined {
  const chosen = askedLanguage(req) ?? readCookie(req, 'amiable_lang', false);
  return isDebtorLanguage(chosen) ? chosen : undefined;
}

/**
 * The language of a debtor's page: what was chosen, on this page or an earlier one; the debtor's own where we have it;
 * what the browser prefers; else French. A debtor whose own language we do not speak reads English.
 */
export function debtorLanguageOf(req: Request, own: string | null = null): DebtorLanguage {
  const chosen = chosenLanguage(req);
  if (chosen) return chosen;
  if (own) return isDebtorLanguage(own) ? own : 'en';
  const preferred = req.acceptsLanguages?.(...debtorLanguages);
  return isDebtorLanguage(preferred) ? preferred : 'fr';
}

/** The language of answers to somebody whose own is not known: the address, an earlier choice, the browser; else French. */
export function languageOf(req: Request): LanguageCode {
  const chosen = chosenLanguage(req);
  if (chosen) return chosen === 'fr' ? 'fr' : 'en';
  return req.acceptsLanguages?.('fr', 'en') === 'en' ? 'en' : 'fr';
}
