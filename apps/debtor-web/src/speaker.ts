import type { Speaker } from '../../../libs/web-kit/src/debtor-pages';

/** The agency, but only where it speaks: under the client's name nothing of it may be printed, whatever the server sent. */
export function agencyOf(speaker: Speaker): NonNullable<Speaker['agency']> | null {
  return speaker.hat === 'agency' ? speaker.agency : null;
}

/** « 404 833 048 »: a SIREN as people read it. */
export function sirenText(siren: string): string {
  return siren.replace(/\s/g, '').replace(/^(\d{3})(\d{3})(\d{3})$/, '$1\u202f$2\u202f$3');
}
