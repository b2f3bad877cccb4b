import { states } from '@amiable/kernel';

export type TemplateState = 'draft' | 'active' | 'retired';

/** A version is written as a draft, put into service once, and retired by the next one, by the standard words, or unused. */
export const templateStates = states<TemplateState>({
  of: 'Template',
  initial: ['draft'],
  exits: { draft: ['active', 'retired'], active: ['retired'], retired: [] },
});
