import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type pg from 'pg';
import { Database } from './database';
import { log } from './log';

/** What happened, by ids only: who hears it reads for itself, with its own rights. */
export type LiveSignal =
  | { readonly kind: 'case'; readonly clientId: string; readonly caseId: string; readonly clientSees: boolean }
  | { readonly kind: 'many'; readonly clientId: string }
  | { readonly kind: 'presence'; readonly clientId: string; readonly caseId: string }
  /** Somebody's session or reach changed. */
  | { readonly kind: 'reach' }
  /** The connection was lost for a while: something may have been missed. */
  | { readonly kind: 'lost' };

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads a notice of the database; undefined for what this version does not know. */
export function readSignal(notice: string): LiveSignal | undefined {
  const [kind, clientId, caseId, who] = notice.split(' ');
  if (kind === 'reach') return { kind };
  if (!clientId || !uuid.test(clientId)) return undefined;
  if (kind === 'many') return { kind, clientId };
  if (!caseId || !uuid.test(caseId)) return undefined;
  if (kind === 'presence') return { kind, clientId, caseId };
  return kind === 'case' ? { kind, clientId, caseId, clientSees: who === 'all' } : undefined;
}

/** One listening connection per process, opened for the first who listens; every process hears what any process wrote. */
@Injectable()
export class LiveChannel implements OnModuleDestroy {
  private readonly listeners = new Set<(signal: LiveSignal) => void>();
  private client: pg.Client | undefined;
  private opening: Promise<void> | undefined;
  private stopped = false;

  constructor(private readonly database: Database) {}

  /** Calls back for every signal once the database listens; answers how to stop. */
  async listen(listener: (signal: LiveSignal) => void): Promise<() => void> {
    this.listeners.add(listener);
    try {
      await (this.opening ??= this.open());
    } catch (error) {
      this.listeners.delete(listener);
      throw error;
    }
    return () => void this.listeners.delete(listener);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    await this.client?.end().catch(() => undefined);
  }

  private async open(): Promise<void> {
    try {
      const client = await this.database.connect('amiable_tenant');
      client.on('notification', ({ payload }) => this.tell(readSignal(payload ?? '')));
      client.on('error', () => void client.end().catch(() => undefined));
      client.on('end', () => this.reopen());
      await client.query('listen amiable_live');
      this.client = client;
    } catch (error) {
      this.opening = undefined;
      throw error;
    }
  }

  private reopen(): void {
    this.opening = undefined;
    if (this.stopped) return;
    setTimeout(() => {
      if (this.stopped || this.opening) return;
      (this.opening = this.open()).then(
        () => this.tell({ kind: 'lost' }),
        (error: Error) => {
          log.warn({ error: error.message }, 'cannot listen for what happens, trying again');
          this.reopen();
        },
      );
    }, 1_000).unref();
  }

  private tell(signal: LiveSignal | undefined): void {
    if (signal) for (const listener of this.listeners) listener(signal);
  }
}
