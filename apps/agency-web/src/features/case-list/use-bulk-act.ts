import { newIdempotencyKey, request, useErrorSentence, useToast } from '@amiable/web-kit';
import type { BulkActInput, BulkStateFragment } from '@documents';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useT } from '../../i18n/use-t';
import { BulkProgressDocument, StartBulkActDocument, UndoBulkActDocument } from './bulk.documents';
import { listChoicesKey } from './use-list-choices';

const secondsBetweenLooks = 1;
const undoSeconds = 10;

/** Starts acts on many cases, follows those that take long, says what was done and what was left out, and takes back. */
export function useBulkAct() {
  const t = useT();
  const toast = useToast();
  const sentence = useErrorSentence();
  const queryClient = useQueryClient();
  const [running, setRunning] = useState<BulkStateFragment | null>(null);

  const refresh = () => {
    void queryClient.invalidateQueries({ queryKey: ['cases'] });
    void queryClient.invalidateQueries({ queryKey: listChoicesKey });
  };
  const undo = async (bulkId: string) => {
    try {
      const { undoBulkAct } = await request(UndoBulkActDocument, { bulkId });
      const { undone } = undoBulkAct as BulkStateFragment;
      toast({ text: t('bulk.undone', { count: undone }) });
    } catch (error) {
      toast({ text: sentence(error) });
    }
    refresh();
  };
  const say = (bulk: BulkStateFragment) => {
    const left = bulk.excluded.reduce((sum, { count }) => sum + count, 0);
    const text = left > 0 ? t('bulk.doneAndLeft', { count: bulk.done, left }) : t('bulk.done', { count: bulk.done });
    toast({ text, ...(bulk.canUndo && { undo: () => void undo(bulk.bulkId), undoSeconds }) });
    refresh();
  };
  const start = async (input: BulkActInput, idempotencyKey = newIdempotencyKey()) => {
    const bulk = (await request(StartBulkActDocument, { input, idempotencyKey })).startBulkAct as BulkStateFragment;
    if (bulk.waiting > 0) setRunning(bulk);
    else say(bulk);
  };

  useEffect(() => {
    if (!running) return;
    const timer = setTimeout(() => {
      void request(BulkProgressDocument, { bulkId: running.bulkId }).then(
        ({ bulkProgress }) => {
          const bulk = bulkProgress as BulkStateFragment;
          setRunning(bulk.waiting > 0 ? bulk : null);
          if (bulk.waiting === 0) say(bulk);
        },
        () => setRunning({ ...running }), // no answer: look again
      );
    }, secondsBetweenLooks * 1000);
    return () => clearTimeout(timer);
  });
  return { start, running };
}
