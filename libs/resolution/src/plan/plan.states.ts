import { states } from '@amiable/kernel';

export type PlanState = 'active' | 'completed' | 'broken' | 'cancelled';

/** Échéancier: active until paid up, broken when an instalment is missed beyond its grace. */
export const planStates = states<PlanState>({
  of: 'Plan',
  initial: ['active'],
  exits: { active: ['completed', 'broken', 'cancelled'], completed: [], broken: [], cancelled: [] },
});
