import { useRead } from '@amiable/web-kit';
import { ListChoicesDocument } from './view.documents';

export const listChoicesKey = ['listChoices'] as const;
const none = { savedViews: [], tags: [], collectors: [] };

/** What a list offers to choose from: views, tags in use, colleagues; null until it is known. */
export function useListChoices() {
  const { data } = useRead(listChoicesKey, ListChoicesDocument, {});
  return { choices: data ?? none, isKnown: data !== undefined };
}
