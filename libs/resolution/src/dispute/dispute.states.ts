import { states } from '@amiable/kernel';

export type DisputeState = 'open' | 'upheld' | 'rejected';

/** Litige: open until somebody says whether the debtor is right. */
export const disputeStates = states<DisputeState>({
  of: 'Dispute',
  initial: ['open'],
  exits: { open: ['upheld', 'rejected'], upheld: [], rejected: [] },
});
