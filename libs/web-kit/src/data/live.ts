import { useEffect, useRef } from 'react';

/** What the live stream of a face tells: ids only, to be read again. `hello` when it (re)opens: something may have been missed. */
export type LiveSignal =
  | { readonly kind: 'hello' }
  | { readonly kind: 'case'; readonly caseId: string }
  | { readonly kind: 'presence'; readonly caseId: string }
  | { readonly kind: 'many'; readonly clientId: string };

const secondsUntilNextTry = 5;

/**
 * Listens to the stream of a face. A browser opens six connections to one server and no more, so one tab listens and tells
 * the others; when it goes, another takes its place. `onRefused`: the server does not let us in (any more).
 */
export function listenLive(url: string, onSignal: (signal: LiveSignal) => void, onRefused: () => void): () => void {
  const leaving = new AbortController();
  const tabs = 'BroadcastChannel' in window ? new BroadcastChannel(`amiable live ${url}`) : null;
  if (tabs) tabs.onmessage = ({ data }) => onSignal(data as LiveSignal);
  const tell = (signal: LiveSignal) => {
    onSignal(signal);
    tabs?.postMessage(signal);
  };
  const hold = () =>
    new Promise<void>((letGo) => {
      let source: EventSource | undefined;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const open = () => {
        source = new EventSource(url);
        source.addEventListener('hello', () => tell({ kind: 'hello' }));
        for (const kind of ['case', 'presence', 'many'] as const)
          source.addEventListener(kind, (event) =>
            tell({ kind, ...(JSON.parse((event as MessageEvent<string>).data) as object) } as LiveSignal),
          );
        source.onerror = () => {
          if (source?.readyState !== EventSource.CLOSED) return; // the browser comes back by itself
          onRefused();
          timer = setTimeout(open, secondsUntilNextTry * 1000);
        };
      };
      open();
      leaving.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        source?.close();
        letGo();
      });
    });
  // Locks exist on secure origins; elsewhere each tab listens for itself.
  if (tabs && navigator.locks) void navigator.locks.request(`amiable live ${url}`, { signal: leaving.signal }, hold).catch(() => undefined);
  else void hold();
  return () => {
    leaving.abort();
    tabs?.close();
  };
}

/** Listens as long as the component stands. */
export function useLive(url: string, onSignal: (signal: LiveSignal) => void, onRefused: () => void): void {
  const latest = useRef({ onSignal, onRefused });
  useEffect(() => {
    latest.current = { onSignal, onRefused };
  });
  useEffect(
    () =>
      listenLive(
        url,
        (signal) => latest.current.onSignal(signal),
        () => latest.current.onRefused(),
      ),
    [url],
  );
}

/** Lists are read again at most so often, however much happens. */
export function createThrottle(milliseconds: number, run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = -Infinity;
  return () => {
    if (timer) return;
    timer = setTimeout(
      () => {
        timer = undefined;
        last = performance.now();
        run();
      },
      Math.max(0, last + milliseconds - performance.now()),
    );
  };
}
