import { states } from '@amiable/kernel';

export type AnnouncementState = 'open' | 'received' | 'expired' | 'withdrawn';

/** Virement annoncé: the reminders wait; money may still be found after the wait is over. */
export const announcementStates = states<AnnouncementState>({
  of: 'TransferAnnouncement',
  initial: ['open'],
  exits: { open: ['received', 'expired', 'withdrawn'], expired: ['received'], received: [], withdrawn: [] },
});
