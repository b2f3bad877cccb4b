import { states } from '@amiable/kernel';

export type MessageState = 'queued' | 'sent' | 'cancelled' | 'failed';
export type ActionState = 'proposed' | 'due' | 'done' | 'cancelled' | 'failed';

/** A message leaves once, or is cancelled before it leaves. */
export const messageStates = states<MessageState>({
  of: 'Message',
  initial: ['queued'],
  exits: { queued: ['sent', 'cancelled', 'failed'], sent: [], cancelled: [], failed: ['queued'] },
});

/** Acte: proposed where somebody confirms it first, due until done; cancelled when its case needs it no more. */
export const actionStates = states<ActionState>({
  of: 'Action',
  initial: ['proposed', 'due'],
  exits: { proposed: ['due', 'cancelled'], due: ['done', 'cancelled', 'failed'], done: [], cancelled: [], failed: ['due'] },
});
