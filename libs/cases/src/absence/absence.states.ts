import { states } from '@amiable/kernel';

export type AbsenceState = 'planned' | 'running' | 'over' | 'cancelled';

/** Absence: cases that were moved for good are given at once, and can be taken back for a day. */
export const absenceStates = states<AbsenceState>({
  of: 'Absence',
  initial: ['planned'],
  exits: { planned: ['running', 'over', 'cancelled'], running: ['over'], over: ['cancelled'], cancelled: [] },
});
