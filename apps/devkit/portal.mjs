import fs from 'node:fs';
import { announce } from './announce.mjs';
import { build } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { baseEnvironment, loadSettingsFile, noteRunning, stripeEnvironment } from './environment.mjs';
import { explain } from './failure.mjs';
import { compiled, inData } from './paths.mjs';
import { freePort, readPorts, refuseTakenPorts } from './ports.mjs';
import { startPostgres } from './postgres.mjs';
import { runToEnd, Service } from './processes.mjs';
import { resetData } from './reset.mjs';
import { Shutdown } from './shutdown.mjs';

/** Starts every part in order, prints where they are, and stays until told to stop. Answers the exit code. */
export async function runPortal(progress, options) {
  const shutdown = new Shutdown(progress);
  try {
    await Promise.race([startAll(progress, options, shutdown), shutdown.wanted]);
    return await shutdown.wanted.then(() => shutdown.run(0));
  } catch (error) {
    explain(error);
    return shutdown.run(1);
  }
}

async function startAll(progress, options, shutdown) {
  loadSettingsFile();
  const ports = readPorts(process.env);
  const stripe = stripeEnvironment(ports);
  const own = { database: !process.env.DATABASE_URL, mail: !process.env.SMTP_URL, stripe: stripe.local };
  await refuseTakenPorts(ports, {
    PORT: 'the portal',
    WORKER_PORT: 'the worker',
    ...(own.mail && { MAIL_PORT: 'the mail inbox' }),
    ...(own.stripe && { STRIPE_LOCAL_PORT: 'the local Stripe' }),
  });
  if (options.reset) {
    await progress.step('Delete the local data', () => resetData(options));
  }
  await build(progress);
  const browser = await progress.step('Browser for letters', () => ensureChromium());
  const databaseUrl = own.database ? await startDatabase(progress, shutdown) : process.env.DATABASE_URL;
  const smtpPort = own.mail ? await freePort() : undefined;
  const env = {
    ...baseEnvironment({ databaseUrl, ports }),
    ...stripe.env,
    ...(own.mail && { SMTP_URL: `smtp://127.0.0.1:${smtpPort}` }),
    PUPPETEER_EXECUTABLE_PATH: browser,
  };
  shutdown.add('note', noteRunning(env));
  await prepareData(progress, shutdown, { env, options });
  await startServices(progress, shutdown, { env, ports, own, smtpPort });
  await announce(progress, { env, ports, own });
}

async function startDatabase(progress, shutdown) {
  return progress.step('PostgreSQL', async ({ note }) => {
    const starting = startPostgres({ dir: inData('pg') });
    // Noted before it is up: Ctrl-C in the middle must not leave it behind.
    shutdown.add('PostgreSQL', () =>
      starting.then(
        (it) => it.stop(),
        () => {},
      ),
    );
    const server = await starting;
    note(`${server.joined ? 'was running' : 'started'}, port ${server.port}`);
    return server.url;
  });
}

async function prepareData(progress, shutdown, { env, options }) {
  const cli = (name, args, say) =>
    runToEnd(name, compiled('apps/cli/main.js'), {
      args,
      env,
      say,
      onStart: (child) => shutdown.add(name, () => child.kill('SIGTERM')),
    });
  await progress.step('Migrations', ({ say }) => cli('migrate', ['migrate'], say));
  if (options.demo) await progress.step('Demo data', ({ say }) => cli('demo', ['demo'], say));
}

async function startServices(progress, shutdown, { env, ports, own, smtpPort }) {
  const at = (name, path) => `http://127.0.0.1:${ports[name]}${path}`;
  const dataDir = (name) => {
    fs.mkdirSync(inData(name), { recursive: true });
    return inData(name);
  };
  const start = async (...service) => {
    const it = new Service(...service);
    shutdown.add(it.name, (how) => it.stop(how));
    await it.start();
    void it.running.ended.then(async () => shutdown.isRunning || shutdown.fail(await it.death()));
  };
  await progress.step('Mail catcher, local Stripe, api, worker', async ({ note }) => {
    const outside = [];
    if (own.mail) {
      const mail = { ...env, SMTP_PORT: String(smtpPort), MAIL_PORT: String(ports.MAIL_PORT), DATA_DIR: dataDir('mail') };
      outside.push(start('mail-catcher', compiled('apps/devkit/mail-catcher/main.js'), { env: mail, ready: at('MAIL_PORT', '/health') }));
    }
    if (own.stripe) {
      const local = {
        ...env,
        STRIPE_LOCAL_PORT: String(ports.STRIPE_LOCAL_PORT),
        STRIPE_WEBHOOK_URL: at('PORT', '/webhooks/stripe'),
        DATA_DIR: dataDir('stripe'),
      };
      outside.push(
        start('local-stripe', compiled('apps/devkit/local-stripe/main.js'), {
          env: local,
          ready: at('STRIPE_LOCAL_PORT', '/'),
          anyAnswer: true,
        }),
      );
    }
    await Promise.all([
      ...outside,
      start('api', compiled('apps/api/main.js'), { env, ready: at('PORT', '/health/ready') }),
      start('worker', compiled('apps/worker/main.js'), { env, ready: at('WORKER_PORT', '/health/ready') }),
    ]);
    note('ready');
  });
}
