import type { IncomingMessage } from 'node:http';
import type { Audience, Settings } from '@amiable/platform';

/** Is the portal served by https? Then cookies are Secure and bound to the host by their name (RFC 6265bis, `__Host-`). */
export function isSecure(settings: Pick<Settings, 'PUBLIC_URL'>): boolean {
  return settings.PUBLIC_URL.startsWith('https:');
}

export type CookieName = `amiable_${Audience | 'visit' | 'device' | 'view_agency' | 'view_client'}`;

const full = (name: CookieName, secure: boolean): string => (secure ? `__Host-${name}` : name);

/** The value of a cookie of the request. Under https only the `__Host-` one counts: a neighbour domain cannot plant it. */
export function readCookie(req: Pick<IncomingMessage, 'headers'>, name: CookieName | 'amiable_lang', secure: boolean): string | undefined {
  const wanted = name === 'amiable_lang' ? name : full(name, secure);
  for (const pair of (req.headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === wanted) return pair.slice(at + 1).trim();
  }
  return undefined;
}

/** A cookie no script reads and no foreign form sends; for this browser session, or for so many seconds. */
export function writeCookie(name: CookieName, value: string, secure: boolean, seconds?: number): string {
  const age = seconds === undefined ? '' : `; Max-Age=${seconds}`;
  return `${full(name, secure)}=${value}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}${age}`;
}

/** Takes the cookie away. */
export function endCookie(name: CookieName, secure: boolean): string {
  return writeCookie(name, '', secure, 0);
}

/** The language chosen on a debtor page, for half a year; it says nothing about the person. */
export function languageCookie(language: string, secure: boolean): string {
  return `amiable_lang=${language}; Path=/; SameSite=Lax; Max-Age=15552000${secure ? '; Secure' : ''}`;
}
