import fs from 'node:fs';
import { Failure } from './failure.mjs';
import { inData, inRoot } from './paths.mjs';
import { derive, localSecret } from './secret.mjs';

/** Settings from a file `.env` beside package.json; what is set in the shell wins. */
export function loadSettingsFile() {
  const file = inRoot('.env');
  if (!fs.existsSync(file)) return;
  try {
    process.loadEnvFile(file);
  } catch (cause) {
    throw new Failure(`Cannot read ${file}: ${cause.message}`, { cause, cure: 'Correct it, see .env.example.' });
  }
}

/** What every process of the local installation gets, unless the caller's environment says otherwise. */
export function baseEnvironment({ databaseUrl, ports }) {
  const secret = process.env.AMIABLE_SECRET || localSecret();
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  return {
    NODE_ENV: 'development',
    LOG_LEVEL: 'info',
    PUBLIC_URL: `http://localhost:${ports.PORT}`,
    ...given,
    PORT: String(ports.PORT),
    WORKER_PORT: String(ports.WORKER_PORT),
    DATABASE_URL: databaseUrl,
    AMIABLE_SECRET: secret,
    DATA_DIR: given.DATA_DIR ?? inData('files'),
  };
}

/** Settings for the local Stripe, or the given keys, checked for completeness. */
export function stripeEnvironment(ports) {
  const { STRIPE_SECRET_KEY: key, STRIPE_WEBHOOK_SECRET: webhook, AMIABLE_SECRET: secret } = process.env;
  if (key && !webhook) {
    throw new Failure('STRIPE_SECRET_KEY is given, but STRIPE_WEBHOOK_SECRET is missing', {
      cure:
        'Give the signing secret of the webhook endpoint too (whsec_..., in the Stripe dashboard, or printed by\n' +
        '`stripe listen`), or neither of the two: then the local Stripe is used.',
    });
  }
  if (key) return { local: false, env: {} };
  const words = derive(secret || localSecret(), 'local-stripe');
  return {
    local: true,
    env: {
      STRIPE_SECRET_KEY: `sk_test_local_${words.slice(0, 24)}`,
      STRIPE_WEBHOOK_SECRET: webhook || `whsec_${words.slice(24)}`,
      STRIPE_API_BASE: `http://127.0.0.1:${ports.STRIPE_LOCAL_PORT}`,
    },
  };
}

const shared = ['PORT', 'WORKER_PORT', 'PUBLIC_URL', 'SMTP_URL', 'STRIPE_API_BASE'];

/** Notes where the running installation is, for the commands run beside it. Holds no secret. */
export function noteRunning(env) {
  const known = Object.fromEntries(shared.filter((name) => env[name]).map((name) => [name, env[name]]));
  fs.writeFileSync(inData('running.json'), JSON.stringify(known, undefined, 2));
  return () => fs.rmSync(inData('running.json'), { force: true });
}

/** The addresses of the running installation; without one, those it would have. Nobody hears mail then. */
export function besideRunning() {
  try {
    return JSON.parse(fs.readFileSync(inData('running.json'), 'utf8'));
  } catch {
    return { SMTP_URL: 'smtp://127.0.0.1:1025' };
  }
}
