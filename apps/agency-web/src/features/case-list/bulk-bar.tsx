import { Button, Progress, useFormat, useShortcuts } from '@amiable/web-kit';
import type { BulkSelection } from '@documents';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { useMay } from '../../me';
import { BulkDialog, type BulkDialogKind } from './bulk-dialogs';
import { useBulkAct } from './use-bulk-act';

interface Props {
  selection: BulkSelection | null;
  /** Null: more than 10,000. */
  count: number | null;
  total: number | null;
  isAll: boolean;
  onSelectAll: () => void;
  onClear: () => void;
}

/** What can be done with the rows that are picked; picking all that the filter finds is one press. */
export function BulkBar({ selection, count, total, isAll, onSelectAll, onClear }: Props) {
  const t = useT();
  const format = useFormat();
  const may = useMay();
  const { start, running } = useBulkAct();
  const [open, setOpen] = useState<BulkDialogKind | null>(null);
  const all = total === null ? `${format.count(10_000)}+` : format.count(total);
  const acts = [
    { kind: 'assign', label: t('bulk.assign'), icon: 'user', keys: 'a' },
    { kind: 'hold', label: t('bulk.hold'), icon: 'hold', keys: 'h' },
    { kind: 'message', label: t('bulk.message'), icon: 'mail', keys: 'm' },
    { kind: 'tag', label: t('bulk.tag'), icon: 'note', keys: 't' },
  ] as const;
  useShortcuts(selection ? acts.map(({ kind, label, keys }) => ({ keys, label, run: () => setOpen(kind) })) : []);
  if (!may('work:Queue')) return null;
  return (
    <>
      {running && (
        <div className="bulk-running">
          <Progress
            label={t('bulk.running', { done: running.total - running.waiting, total: running.total })}
            share={(running.total - running.waiting) / Math.max(1, running.total)}
          />
        </div>
      )}
      <div className="selection-bar" data-idle={!selection || undefined}>
        {selection && <strong role="status">{count === null ? t('bulk.allSelected', { all }) : t('queue.selected', { count })}</strong>}
        {!isAll && (
          <Button kind="quiet" icon="check" onClick={onSelectAll}>
            {t('bulk.selectAll', { all })}
          </Button>
        )}
        {selection &&
          acts.map(({ kind, label, icon, keys }) => (
            <Button key={kind} icon={icon} shortcut={keys.toUpperCase()} onClick={() => setOpen(kind)}>
              {label}
            </Button>
          ))}
        {selection && (
          <Button kind="quiet" shortcut="Esc" onClick={onClear}>
            {t('queue.unselect')}
          </Button>
        )}
      </div>
      {open && selection && (
        <BulkDialog
          kind={open}
          selection={selection}
          onClose={() => setOpen(null)}
          onStart={async (input, key) => {
            await start(input, key);
            onClear();
          }}
        />
      )}
    </>
  );
}
