import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';

/** A key for the table of tries that names nobody: e-mail and network addresses are personal data. */
export function throttleKey(secret: string, ...parts: readonly string[]): string {
  return createHmac('sha256', secret)
    .update(`throttle ${parts.join('\n')}`)
    .digest('base64url')
    .slice(0, 27);
}

/** The network a caller tries from: the address, or for IPv6 its /64, which one household owns whole. */
export function networkOf(ip: string | undefined): string {
  const address = (ip ?? 'unknown').replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}
