import { states } from '@amiable/kernel';

export type PromiseState = 'open' | 'kept' | 'partly_kept' | 'broken' | 'cancelled';

/** Promesse de paiement: judged once, after its day and the days of grace; one that was kept early falls when its money goes back before. */
export const promiseStates = states<PromiseState>({
  of: 'Promise',
  initial: ['open'],
  exits: {
    open: ['kept', 'partly_kept', 'broken', 'cancelled'],
    kept: ['partly_kept', 'broken'],
    partly_kept: [],
    broken: [],
    cancelled: [],
  },
});
