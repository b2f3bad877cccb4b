import { type Pages, useShortcuts } from '@amiable/web-kit';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';

interface Identified {
  readonly id: string;
}

/** What is picked in a list: rows one by one, a stretch of them by Shift, or all that the filter finds, also those not loaded. */
export function useSelection<Row extends Identified>({ nodes }: Pages<Row>, filterKey: string) {
  const t = useT();
  const [picked, setPicked] = useState<{ key: string; ids: ReadonlySet<string>; all: boolean }>({
    key: filterKey,
    ids: new Set(),
    all: false,
  });
  // Another filter, another list: what was picked in the former one is let go.
  const now = picked.key === filterKey ? picked : { key: filterKey, ids: new Set<string>(), all: false };
  const change = (ids: ReadonlySet<string>, all = false) => setPicked({ key: filterKey, ids, all });
  const selected: ReadonlySet<string> = now.all ? new Set(nodes.map(({ id }) => id)) : now.ids;
  const toggle = ({ id }: Row) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    change(next);
  };
  const extend = (from: number, to: number) =>
    change(new Set([...selected, ...nodes.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ id }) => id)]));
  const clear = () => change(new Set());
  const isAny = now.all || selected.size > 0;
  useShortcuts(isAny ? [{ keys: 'Escape', label: t('queue.unselect'), run: clear }] : []);
  return { selected, isAll: now.all, isAny, toggle, extend, clear, selectAll: () => change(new Set(), true) };
}
