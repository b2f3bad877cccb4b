import type { Speaker } from '../../../libs/web-kit/src/debtor-pages';

/** The agency, but only where it speaks: under the client's name nothing of it may be printed, whatever the server sent. */
export function agencyOf(speaker: Speaker): NonNullable<Speaker['agency']> | null {
  return speaker.hat === 'agency' ? speaker.agency : null;
}
