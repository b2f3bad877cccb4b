import { createHash } from 'node:crypto';
import { hashPasswordSync } from '@amiable/identity';

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

/** The secret of a case's link, as an e-mail would carry it; only its SHA-256 is stored. */
export function castToken(caseName: string): string {
  return createHash('sha256').update(`cast token ${caseName}`).digest().subarray(0, 20).toString('base64url');
}

let hash: string | undefined;

/** The stored form of `castPassword`, made once for all: it is slow by design. */
export function castPasswordHash(secret: string): string {
  return (hash ??= hashPasswordSync(secret, castPassword, Buffer.from('the cast has salt')));
}
