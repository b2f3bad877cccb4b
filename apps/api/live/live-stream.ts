import type { Actor, LiveSignal } from '@amiable/platform';
import { toGlobalId } from '@amiable/platform';
import type { Response } from 'express';

/** Milliseconds between two tellings of one stream: what comes in a burst is told together, after one look at the session. */
const gap = 150;
/** A browser that takes nothing any more is let go; it comes back and reads afresh. */
const mostWaitingBytes = 64 * 1024;

/** Does this concern the actor? Reach is the portfolio of staff, and the own company of a client user. */
export function concerns(actor: Actor, signal: LiveSignal): boolean {
  if (signal.kind === 'reach' || signal.kind === 'lost') return true;
  if (actor.kind === 'staff') return actor.portfolio === 'all' || actor.portfolio.includes(signal.clientId);
  if (actor.kind !== 'client' || actor.clientId !== signal.clientId) return false;
  return signal.kind === 'many' || (signal.kind === 'case' && signal.clientSees);
}

/** The words of one event of the stream; ids are global ids, as everywhere outside. */
export function eventOf(signal: LiveSignal): string | null {
  if (signal.kind === 'reach') return null;
  if (signal.kind === 'lost') return `event: hello\ndata: {}\n\n`;
  const data =
    signal.kind === 'many'
      ? { clientId: toGlobalId('Client', signal.clientId, signal.clientId) }
      : { caseId: toGlobalId('Case', signal.clientId, signal.caseId) };
  return `event: ${signal.kind}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** One browser that listens. Before anything is told the session and its reach are read again; when the session is over the stream ends. */
export class LiveStream {
  private readonly waiting = new Map<string, LiveSignal>();
  private telling = false;
  private over = false;

  constructor(
    private readonly res: Response,
    private readonly actorNow: () => Promise<Actor | undefined>,
  ) {
    res.status(200).set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
    res.write(`retry: 2000\n\nevent: hello\ndata: {}\n\n`);
  }

  hear(signal: LiveSignal): void {
    if (this.over) return;
    this.waiting.set(JSON.stringify(signal), signal);
    if (!this.telling) void this.tell();
  }

  end(): void {
    this.over = true;
    if (!this.res.writableEnded) this.res.end();
  }

  private async tell(): Promise<void> {
    this.telling = true;
    try {
      while (this.waiting.size > 0 && !this.over) {
        const signals = [...this.waiting.values()];
        this.waiting.clear();
        await this.tellThese(signals);
        await new Promise((resolve) => setTimeout(resolve, gap).unref());
      }
    } catch {
      this.end(); // the database does not answer: the browser comes back by itself
    } finally {
      this.telling = false;
    }
  }

  private async tellThese(signals: readonly LiveSignal[]): Promise<void> {
    const actor = await this.actorNow();
    if (!actor) return this.end();
    if (this.over) return;
    const text = signals
      .filter((signal) => concerns(actor, signal))
      .map(eventOf)
      .join('');
    this.res.write(text === '' ? `: here\n\n` : text);
    if (this.res.writableLength > mostWaitingBytes) this.end();
  }
}
