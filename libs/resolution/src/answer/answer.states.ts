import { states } from '@amiable/kernel';

export type AnswerState = 'open' | 'confirmed' | 'refused' | 'done';

/** Réponse du débiteur: open while somebody has to look at it; done at once where nobody has to. */
export const answerStates = states<AnswerState>({
  of: 'Answer',
  initial: ['open', 'done'],
  exits: { open: ['confirmed', 'refused', 'done'], confirmed: [], refused: [], done: [] },
});
