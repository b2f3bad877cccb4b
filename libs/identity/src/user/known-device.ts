import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Half a year, in seconds. */
export const deviceRemembered = 15_552_000;

const tagOf = (secret: string, account: string, nonce: string) =>
  createHmac('sha256', secret).update(`known device\n${account}\n${nonce}`).digest('base64url');

/**
 * A mark left in a browser in which somebody signed in to this account. It opens nothing: it only keeps strangers who try the
 * account from elsewhere from shutting it for the person who works with it (OWASP, "Device Cookies").
 */
export function markDevice(secret: string, account: string): string {
  const nonce = randomBytes(16).toString('base64url');
  return `${nonce}.${tagOf(secret, account, nonce)}`;
}

/** The device of a mark, or null when it is none of this account. */
export function knownDevice(secret: string, account: string, mark: string | undefined): string | null {
  const [nonce, tag] = /^([\w-]{22})\.([\w-]{43})$/.exec(mark ?? '')?.slice(1) ?? [];
  if (!nonce || !tag) return null;
  return timingSafeEqual(Buffer.from(tagOf(secret, account, nonce)), Buffer.from(tag)) ? nonce : null;
}
