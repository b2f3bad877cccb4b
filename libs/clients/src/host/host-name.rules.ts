import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';

/** The name under which the proof stands; our own word, no word of the agency. */
export const proofNameOf = (host: string): string => `_page-proof.${host}`;
export const proofValueOf = (token: string): string => `page-proof=${token}`;

/** A public host name as DNS spells it (letters, digits, dashes; others as punycode); null when it cannot be one of a client's. */
export function readHostName(typed: string, ownHost: string): string | null {
  if (/[\s/?#@:\\[\]%]/.test(typed.trim())) return null; // an address, not a name: the conversion below would cut it silently
  const host = domainToASCII(typed.trim().toLowerCase().replace(/\.$/, ''));
  const labels = host.split('.');
  if (host === '' || host.length > 253 || labels.length < 2 || isIP(host)) return null;
  if (!labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label)) || !/[a-z]/.test(labels.at(-1)!)) return null;
  if (/^(localhost|local|internal|test|invalid|onion|arpa)$/.test(labels.at(-1)!)) return null;
  return host === ownHost || host.endsWith(`.${ownHost}`) || ownHost.endsWith(`.${host}`) ? null : host;
}
