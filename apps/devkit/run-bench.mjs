import { ensureChromium } from './chromium.mjs';
import { baseEnvironment, stripeEnvironment } from './environment.mjs';
import { compiled, inData } from './paths.mjs';
import { readPorts } from './ports.mjs';
import { discardPostgres, startPostgres } from './postgres.mjs';
import { runNode } from './run-child.mjs';

/**
 * Runs the benchmark on a server of its own with durable settings. DATABASE_URL makes it run on a server of yours: it makes
 * databases named amiable_bench_* there, as that user, and drops them.
 */
export async function runBench(progress, args) {
  const dir = inData('pg-bench', String(process.pid));
  const server = process.env.DATABASE_URL ? undefined : await progress.step('PostgreSQL', () => startPostgres({ dir, durable: true }));
  const ports = readPorts(process.env);
  const env = {
    SMTP_URL: 'smtp://127.0.0.1:1025',
    ...baseEnvironment({ databaseUrl: server?.url ?? process.env.DATABASE_URL, ports }),
    ...stripeEnvironment(ports).env,
    PUBLIC_URL: `http://localhost:${ports.PORT}`,
    PUPPETEER_EXECUTABLE_PATH: await ensureChromium(),
  };
  try {
    return await runNode(compiled('e2e/bench/main.js'), args, env);
  } finally {
    await server?.stop();
    if (server) await discardPostgres(dir);
  }
}
