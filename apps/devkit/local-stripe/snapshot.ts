import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Store } from './store';

const QUIET_MS = 300;
const LATEST_MS = 3_000;

/** Keeps the store in one file: written beside and renamed, so a crash leaves the old one whole. */
export class Snapshot {
  private timer: NodeJS.Timeout | undefined;
  private dirtySince: number | undefined;

  constructor(private readonly dir: string | undefined) {}

  load(): Store {
    if (!this.dir) return new Store();
    let text: string;
    try {
      text = readFileSync(this.path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Store();
      throw error;
    }
    try {
      return Store.from(JSON.parse(text));
    } catch (error) {
      throw new Error(`${this.path} cannot be read (${(error as Error).message}). Move it away to start afresh.`);
    }
  }

  /** Writes once things are quiet, and at the latest after three seconds. */
  touch(store: Store): void {
    if (!this.dir) return;
    const now = Date.now();
    this.dirtySince ??= now;
    clearTimeout(this.timer);
    const wait = Math.max(0, Math.min(QUIET_MS, this.dirtySince + LATEST_MS - now));
    this.timer = setTimeout(() => this.write(store), wait);
    this.timer.unref();
  }

  write(store: Store): void {
    clearTimeout(this.timer);
    this.dirtySince = undefined;
    if (!this.dir) return;
    mkdirSync(this.dir, { recursive: true });
    const beside = `${this.path}.${process.pid}.new`;
    writeFileSync(beside, JSON.stringify(store), { mode: 0o600 });
    renameSync(beside, this.path);
  }

  private get path(): string {
    return join(this.dir ?? '', 'local-stripe.json');
  }
}
