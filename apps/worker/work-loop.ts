import { ProcessInbox } from '@amiable/payments';
import { Database, log, onWorkWritten, OutboxWorker } from '@amiable/platform';
import type { INestApplicationContext } from '@nestjs/common';

/** Without a notification it looks again after this long: work that waited for its time, or a lost connection. */
const restSeconds = 5;

/** Works whenever work is written, and every few seconds; answers how to stop, after the piece at hand is done. */
export function startWorkLoop(app: INestApplicationContext): () => Promise<void> {
  const outbox = app.get(OutboxWorker);
  const inbox = app.get(ProcessInbox);
  let stopped = false;
  let wake = (): void => undefined;
  let woken = false;
  const stopListening = onWorkWritten(app.get(Database), () => {
    woken = true;
    wake();
  });
  const loop = (async () => {
    while (!stopped) {
      woken = false;
      try {
        await inbox.drain();
        await outbox.drain();
      } catch (error) {
        log.error({ err: error }, 'working failed');
        woken = false;
      }
      if (!woken && !stopped)
        await new Promise<void>((resolve) => {
          wake = resolve;
          setTimeout(resolve, restSeconds * 1_000).unref();
        });
    }
  })();
  return async () => {
    stopped = true;
    wake();
    await loop;
    await stopListening();
  };
}
