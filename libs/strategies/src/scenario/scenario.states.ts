import { states } from '@amiable/kernel';

export type ScenarioState = 'draft' | 'active' | 'retired';

/** A version is edited as a draft, worked while active, and kept for what was done by it. */
export const scenarioStates = states<ScenarioState>({
  of: 'Scenario',
  initial: ['draft'],
  exits: { draft: ['active'], active: ['retired'], retired: [] },
});
