import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { markOf } from './lock.mjs';
import { compiled, inData, inRoot } from './paths.mjs';
import { discardPostgres, startPostgres } from './postgres.mjs';

/** Protects nothing: test databases only. */
const testSecret = 'a-secret-for-tests-only-that-protects-nothing';

const ofTheShell = ['SMTP_URL', 'STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET', 'STRIPE_API_BASE', 'PUBLIC_URL', 'PORT', 'WORKER_PORT'];

/** What the tests run under: nothing of the shell's own installation, and never its real keys. */
export function testEnvironment({ url, browser }) {
  const rest = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofTheShell.includes(name)));
  return {
    ...rest,
    NODE_ENV: 'test',
    TZ: 'UTC',
    TEST_DATABASE_URL: url,
    DATABASE_URL: url,
    AMIABLE_SECRET: testSecret,
    PUPPETEER_EXECUTABLE_PATH: browser,
  };
}

/**
 * A server for one run of the tests, so that two runs in one checkout do not meet; it forgets everything
 * at the end. TEST_DATABASE_URL brings a server of yours instead. Answers { url, stop }.
 */
export async function prepareTestDatabase() {
  await sweep();
  const given = process.env.TEST_DATABASE_URL;
  const dir = inData('pg-test', String(process.pid));
  const server = given ? undefined : await startPostgres({ dir, durable: false });
  const url = given ?? server.url;
  const stop = async () => {
    await server?.stop();
    if (server) await discardPostgres(dir);
  };
  try {
    await migrateTemplate(url);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Stops and deletes what a run that was killed the hard way left behind. */
async function sweep() {
  const place = inData('pg-test');
  for (const name of fs.existsSync(place) ? fs.readdirSync(place) : []) {
    const pid = Number(name.replace(/\.lock$/, ''));
    if (markOf(pid)) continue;
    if (name.endsWith('.lock')) fs.rmSync(path.join(place, name), { force: true });
    else await discardPostgres(path.join(place, name));
  }
}

/** libs/testing fills the template that each Jest worker's database is a copy of. */
async function migrateTemplate(url) {
  const script = compiled('libs/testing/src/global-setup.js');
  if (!fs.existsSync(inRoot('libs/testing/src/global-setup.ts'))) return;
  const call = 'require(process.argv[1]).migrateTemplate(process.argv[2]).catch((error) => { console.error(error); process.exit(1); })';
  const child = spawn(process.execPath, ['--enable-source-maps', '-e', call, script, url], {
    env: testEnvironment({ url, browser: '' }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code === 0) return;
  throw new Failure('The test database could not be migrated', {
    detail: output,
    cure: 'The lines above say why. Is the build older than the sources? `npm run build` makes it anew.',
  });
}
