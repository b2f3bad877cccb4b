import fs from 'node:fs';
import { ensureChromium } from './chromium.mjs';
import { baseEnvironment, stripeEnvironment } from './environment.mjs';
import { Failure } from './failure.mjs';
import { compiled, inData } from './paths.mjs';
import { readPorts } from './ports.mjs';
import { discardPostgres, startPostgres } from './postgres.mjs';
import { runToEnd } from './processes.mjs';
import { runNode } from './run-child.mjs';

/** Runs the benchmark; DATABASE_URL makes it run on a server of yours (its data stay there). */
export async function runBench(progress, args) {
  const script = compiled('e2e/bench/main.js');
  if (!fs.existsSync(script)) throw new Failure('There is no benchmark yet', { cure: 'It belongs into e2e/bench/main.ts.' });
  const dir = inData('pg-bench', String(process.pid));
  const server = process.env.DATABASE_URL
    ? undefined
    : await progress.step('PostgreSQL', () => startPostgres({ dir, durable: true }));
  const ports = readPorts(process.env);
  const env = {
    SMTP_URL: 'smtp://127.0.0.1:1025',
    ...baseEnvironment({ databaseUrl: server?.url ?? process.env.DATABASE_URL, ports }),
    ...stripeEnvironment(ports).env,
    PUPPETEER_EXECUTABLE_PATH: await ensureChromium(),
  };
  try {
    await progress.step('Migrations', ({ say }) => runToEnd('bench-migrate', compiled('apps/cli/main.js'), { args: ['migrate'], env, say }));
    return await runNode(script, args, env);
  } finally {
    await server?.stop();
    if (server) await discardPostgres(dir);
  }
}
