import { argon2Sync, createHash } from 'node:crypto';

/** The day the cast lives on; a Monday. */
export const castDay = '2026-11-02';

/** Everybody of the cast signs in with it. */
export const castPassword = 'aster-2026-cast';

/** Stands in every text of client B: whoever finds it where only A may look has found a leak. Lower case, so that it may stand in addresses. */
export const canary = 'canarib7';

/** The uuid a name always has, so that a failing test shows the same ids twice. Shaped like version 7. */
export function castId(name: string): string {
  const hex = createHash('sha256').update(`cast ${name}`).digest('hex');
  return `0199aa00-${hex.slice(0, 4)}-7${hex.slice(4, 7)}-8${hex.slice(7, 10)}-${hex.slice(10, 22)}`;
}

let hash: string | undefined;

/** The stored form of `castPassword` (libs/identity reads it): argon2id, 19 MiB, two passes. Made once, it is slow by design. */
export function castPasswordHash(): string {
  const salt = Buffer.from('the cast has salt');
  hash ??= `argon2id$m=19456,t=2,p=1$${salt.toString('base64url')}$${argon2Sync('argon2id', { message: castPassword, nonce: salt, memory: 19456, passes: 2, parallelism: 1, tagLength: 32 }).toString('base64url')}`;
  return hash;
}
