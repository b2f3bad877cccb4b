import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { TestDatabase } from '@amiable/testing';

/** One life of a real worker, started as in production. */
export interface WorkerLife {
  /** Resolves when it says that it works, or with false when it died before. */
  readonly ready: Promise<boolean>;
  /** Ends it at once, and waits until it is dead. */
  kill(): Promise<void>;
  /** Asks it to finish; answers its exit code. */
  stop(): Promise<number | null>;
}

const dist = process.env.AMIABLE_DIST ?? join(__dirname, '..', '..', 'dist');

/** Starts the built worker as a process of its own, whose clock begins at `startsAt`. */
export function startWorker(test: TestDatabase, smtpPort: number, startsAt: string): WorkerLife {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--enable-source-maps', '-r', join(__dirname, 'shift-clock.cjs'), join(dist, 'apps', 'worker', 'main.js')],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        DATABASE_URL: test.url,
        DATABASE_POOL: '6',
        AMIABLE_SECRET: test.settings.AMIABLE_SECRET,
        SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
        STRIPE_SECRET_KEY: 'sk_test_nobody',
        STRIPE_WEBHOOK_SECRET: 'whsec_nobody',
        STRIPE_API_BASE: 'http://127.0.0.1:9',
        PUBLIC_URL: 'http://127.0.0.1:9',
        WORKER_PORT: '0',
        LOG_LEVEL: 'info',
        NODE_OPTIONS: '',
        CLOCK_STARTS_AT: startsAt,
      },
    },
  );
  const dead = once(child, 'exit') as Promise<[number | null]>;
  let said = '';
  const ready = new Promise<boolean>((resolve) => {
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said = `${said}${text}`.slice(-20_000);
        if (said.includes('worker ready')) resolve(true);
      });
    }
    void dead.then(([code]) => {
      if (code) process.stdout.write(`a worker ended by itself with ${code}: ${said}\n`);
      resolve(false);
    });
  });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return (await dead)[0];
  };
  return { ready, kill: async () => void (await end('SIGKILL')), stop: () => end('SIGTERM') };
}
