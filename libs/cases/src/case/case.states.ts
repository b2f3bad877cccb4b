import { states } from '@amiable/kernel';

export type CaseState = 'open' | 'on_hold' | 'closed';

/** Dossier: a closed case opens again only when money comes back out of it (refund, chargeback) or a new debt joins. */
export const caseStates = states<CaseState>({
  of: 'Case',
  initial: ['open'],
  exits: { open: ['on_hold', 'closed'], on_hold: ['open', 'closed'], closed: ['open'] },
});
