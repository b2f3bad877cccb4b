import { randomInt } from 'node:crypto';

/** Milliseconds since 1970. Injected, so that specs can travel in time. */
export type Clock = () => number;

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** An id as Stripe forms it: a prefix, an underscore, random letters and digits. */
export function newId(prefix: string, length = 24): string {
  let id = `${prefix}_`;
  for (let i = 0; i < length; i++) id += ALPHABET[randomInt(ALPHABET.length)];
  return id;
}

/** Stripe writes instants as whole seconds. */
export const inSeconds = (ms: number): number => Math.floor(ms / 1000);
