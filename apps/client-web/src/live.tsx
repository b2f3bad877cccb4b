import { createThrottle, meKey, useLive } from '@amiable/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';

const liveEndpoint = '/live/client';
const readAgainAtMostEvery = 3_000;

/** Keeps what is on screen true: whatever happens on a case of this company is read again soon after. */
export function Live() {
  const queryClient = useQueryClient();
  const opened = useRef(false);
  const again = useMemo(
    () =>
      createThrottle(
        readAgainAtMostEvery,
        () => void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== meKey[0] }),
      ),
    [queryClient],
  );
  useLive(
    liveEndpoint,
    ({ kind }) => {
      if (kind !== 'hello' || opened.current) again();
      opened.current = true;
    },
    () => void queryClient.invalidateQueries({ queryKey: meKey }),
  );
  return null;
}
