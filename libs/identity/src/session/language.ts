import type { Request } from 'express';
import { readCookie } from './cookies';

export type LanguageCode = 'fr' | 'en';

const isLanguage = (text: unknown): text is LanguageCode => text === 'fr' || text === 'en';

/** The language asked for by the address, `?lang=en`. */
export function askedLanguage(req: Request): LanguageCode | undefined {
  const asked = req.query?.lang;
  return isLanguage(asked) ? asked : undefined;
}

/** The language of somebody whose own is not known: the address, the cookie of an earlier choice, the browser; else French. */
export function languageOf(req: Request): LanguageCode {
  const chosen = askedLanguage(req) ?? readCookie(req, 'amiable_lang', false);
  if (isLanguage(chosen)) return chosen;
  const preferred = req.acceptsLanguages?.('fr', 'en');
  return isLanguage(preferred) ? preferred : 'fr';
}
