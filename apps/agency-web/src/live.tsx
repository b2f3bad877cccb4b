import { createThrottle, meKey, useLive } from '@amiable/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { config } from './config';

/** Lists and counters follow what happens, but never more often than this. */
const listsAtMostEvery = 4_000;

/** Keeps what is on screen true: the open case at once, lists and counters soon after; after a gap everything. */
export function Live() {
  const queryClient = useQueryClient();
  const opened = useRef(false);
  const lists = useMemo(
    () =>
      createThrottle(listsAtMostEvery, () => {
        for (const key of ['cases', 'myDay', 'queue', 'alerts', 'approvals']) void queryClient.invalidateQueries({ queryKey: [key] });
      }),
    [queryClient],
  );
  useLive(
    config.liveEndpoint,
    (signal) => {
      if (signal.kind === 'case') void queryClient.invalidateQueries({ queryKey: ['case', signal.caseId] });
      if (signal.kind === 'presence') void queryClient.invalidateQueries({ queryKey: ['presence', signal.caseId] });
      if (signal.kind === 'many') void queryClient.invalidateQueries({ queryKey: ['case'] });
      if (signal.kind === 'hello') {
        if (opened.current) void queryClient.invalidateQueries();
        opened.current = true;
      } else if (signal.kind !== 'presence') lists();
    },
    () => void queryClient.invalidateQueries({ queryKey: meKey }),
  );
  return null;
}
