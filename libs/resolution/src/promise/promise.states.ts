import { states } from '@amiable/kernel';

export type PromiseState = 'open' | 'kept' | 'partly_kept' | 'broken' | 'cancelled';

/** Promesse de paiement: judged once, after its day and the days of grace. */
export const promiseStates = states<PromiseState>({
  of: 'Promise',
  initial: ['open'],
  exits: { open: ['kept', 'partly_kept', 'broken', 'cancelled'], kept: [], partly_kept: [], broken: [], cancelled: [] },
});
