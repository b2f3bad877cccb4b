import { ensureChromium } from './chromium.mjs';
import { baseEnvironment, besideRunning, loadSettingsFile, stripeEnvironment } from './environment.mjs';
import { compiled, inData } from './paths.mjs';
import { readPorts } from './ports.mjs';
import { startPostgres } from './postgres.mjs';
import { runNode } from './run-child.mjs';

/** Runs one command of the operator's CLI, starting the database for as long as it takes. */
export async function runCli(args) {
  loadSettingsFile();
  const beside = besideRunning();
  const ports = readPorts({ ...beside, ...process.env });
  const server = process.env.DATABASE_URL ? undefined : await startPostgres({ dir: inData('pg') });
  try {
    return await runNode(compiled('apps/cli/main.js'), args, {
      ...beside,
      ...baseEnvironment({ databaseUrl: server?.url ?? process.env.DATABASE_URL, ports }),
      ...(!process.env.PUBLIC_URL && beside.PUBLIC_URL && { PUBLIC_URL: beside.PUBLIC_URL }),
      ...stripeEnvironment(ports).env,
      PUPPETEER_EXECUTABLE_PATH: await ensureChromium(),
    });
  } finally {
    await server?.stop();
  }
}
