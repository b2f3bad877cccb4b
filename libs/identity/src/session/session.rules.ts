import type { Audience } from '@amiable/platform';

/** How long a session lasts without a sign of life, and at most, in minutes (trust.md 3.1 and 3.2). */
export const sessionLifetimes: { readonly [audience in Audience]: { readonly idle: number; readonly absolute: number } } = {
  agency: { idle: 30, absolute: 12 * 60 },
  client: { idle: 60, absolute: 12 * 60 },
  debtor: { idle: 15, absolute: 60 },
};

/** A sign of life is written down at most this often, so that reading a page is not a write. */
export const seenAtMostEverySeconds = 60;

const tokenShape = /^[A-Za-z0-9_-]{43}$/;

/** Can this be a session id at all? What cannot costs no query. */
export function isSessionToken(text: string | undefined): text is string {
  return text !== undefined && tokenShape.test(text);
}
