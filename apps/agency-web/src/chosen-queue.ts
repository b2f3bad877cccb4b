import type { CaseFilter } from '@documents';
import { useSyncExternalStore } from 'react';
import type { useT } from './i18n/use-t';
import { filterOf, filtersOfQuery } from './features/case-list/case-filter';

/** Which part of the queue one works through: a saved view, by its name and filters. It stays in this browser. */
export interface ChosenQueue {
  readonly id: string;
  readonly name: string;
  readonly query: string;
}

const place = 'amiable.queue';
const listeners = new Set<() => void>();
let known: ChosenQueue | null | undefined;

export function chosenQueue(): ChosenQueue | null {
  if (known === undefined) {
    try {
      known = JSON.parse(localStorage.getItem(place) ?? 'null') as ChosenQueue | null;
    } catch {
      known = null;
    }
  }
  return known;
}

/** Null: the whole queue. */
export function chooseQueue(queue: ChosenQueue | null): void {
  known = queue && { id: queue.id, name: queue.name, query: queue.query };
  localStorage.setItem(place, JSON.stringify(known));
  for (const tell of listeners) tell();
}

export function useChosenQueue(): ChosenQueue | null {
  return useSyncExternalStore((tell) => {
    listeners.add(tell);
    return () => listeners.delete(tell);
  }, chosenQueue);
}

/** The filter of the queue that was chosen, for the next case and the lists of what comes; null for the whole queue. */
export const queueFilter = (): CaseFilter | null => {
  const queue = chosenQueue();
  return queue && { ...filterOf(filtersOfQuery(queue.query)), state: 'OPEN' };
};

/** What is said when nothing is ready in it. */
export function emptyWords(t: ReturnType<typeof useT>): string {
  const queue = chosenQueue();
  return queue ? t('queue.emptyOf', { name: queue.name }) : t('queue.empty.title');
}
