import { states } from '@amiable/kernel';

export type RefundState = 'asked' | 'approved' | 'done' | 'refused' | 'failed';

/** Remboursement: approved by another person above the limit, then sent by the worker or by hand; what the provider refused is asked for anew. */
export const refundStates = states<RefundState>({
  of: 'Refund',
  initial: ['asked', 'approved'],
  exits: { asked: ['approved', 'refused'], approved: ['done', 'failed'], done: [], refused: [], failed: [] },
});
