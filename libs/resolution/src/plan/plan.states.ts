import { states } from '@amiable/kernel';

export type PlanState = 'requested' | 'refused' | 'proposed' | 'active' | 'late' | 'completed' | 'broken' | 'cancelled' | 'replaced';

/**
 * Échéancier: asked for outside the envelope (requested), offered to the debtor (proposed), agreed (active), an instalment missed
 * within its grace (late), the term lost (broken), or paid up. A renegotiation is a new version: the old one is replaced and kept.
 */
export const planStates = states<PlanState>({
  of: 'Plan',
  initial: ['requested', 'proposed', 'active'],
  exits: {
    requested: ['proposed', 'refused', 'cancelled'],
    refused: [],
    proposed: ['active', 'cancelled'],
    active: ['late', 'completed', 'broken', 'cancelled', 'replaced'],
    late: ['active', 'completed', 'broken', 'cancelled', 'replaced'],
    completed: [],
    broken: [],
    cancelled: [],
    replaced: [],
  },
});

/** A plan that runs: agreed, not over. */
export const isRunning = (state: PlanState): boolean => state === 'active' || state === 'late';
