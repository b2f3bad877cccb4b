import { type Pages, useShortcuts } from '@amiable/web-kit';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';

/** J and K move, Enter opens, X selects, F goes to the filters. Coming to the last row loads the next page. */
export function useListKeys<Row>(pages: Pages<Row>, onOpen: (row: Row) => void, onSelect?: (row: Row) => void) {
  const t = useT();
  const [current, setCurrent] = useState(0);
  const { nodes, query } = pages;
  const at = Math.min(current, Math.max(0, nodes.length - 1));
  const onCurrent = (index: number) => {
    setCurrent(Math.min(nodes.length - 1, Math.max(0, index)));
    if (index >= nodes.length - 5 && query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  };
  const row = nodes[at];
  useShortcuts([
    { keys: 'j', label: t('keys.next'), run: () => onCurrent(at + 1) },
    { keys: 'k', label: t('keys.previous'), run: () => onCurrent(at - 1) },
    { keys: 'Enter', label: t('keys.open'), run: () => row && onOpen(row) },
    ...(onSelect ? [{ keys: 'x', label: t('keys.select'), run: () => row && onSelect(row) }] : []),
    { keys: 'f', label: t('keys.filters'), run: () => document.querySelector<HTMLElement>('.filters input, .filters select')?.focus() },
  ]);
  return { current: at, onCurrent, onOpen };
}
