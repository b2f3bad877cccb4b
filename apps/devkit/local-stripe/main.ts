import { startLocalStripe } from './local-stripe';

const DEFAULT_PORT = 12111;
const TEST_KEY = /^(sk|rk)_test_\S+$/;

/** Every setting is checked before the port is opened; a bad one is named. */
function settingsFrom(env: NodeJS.ProcessEnv) {
  const port = Number(env.STRIPE_LOCAL_PORT ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('STRIPE_LOCAL_PORT must be a port number');
  const webhookUrl = env.STRIPE_WEBHOOK_URL || undefined;
  if (webhookUrl && !/^https?:\/\//.test(webhookUrl)) throw new Error('STRIPE_WEBHOOK_URL must begin with http:// or https://');
  const secretKey = env.STRIPE_SECRET_KEY ?? 'sk_test_local';
  if (!TEST_KEY.test(secretKey)) throw new Error('STRIPE_SECRET_KEY must begin with sk_test_: the local Stripe takes no live keys');
  const seconds = Number(env.STRIPE_LOCAL_SEPA_SECONDS ?? 20);
  if (!Number.isFinite(seconds) || seconds < 0) throw new Error('STRIPE_LOCAL_SEPA_SECONDS must be a number of seconds');
  return {
    port,
    host: env.HOST ?? '127.0.0.1',
    webhookUrl,
    webhookSecret: env.STRIPE_WEBHOOK_SECRET ?? 'whsec_local',
    secretKey,
    dataDir: env.DATA_DIR || undefined,
    merchant: env.STRIPE_LOCAL_MERCHANT || undefined,
    publicUrl: env.STRIPE_LOCAL_PUBLIC_URL || undefined,
    settings: { sepaSettleMs: seconds * 1_000 },
  };
}

async function main(): Promise<void> {
  const settings = settingsFrom(process.env);
  const stripe = await startLocalStripe(settings);
  console.log(`local Stripe at ${stripe.url} (webhooks to ${settings.webhookUrl ?? 'nobody'})`);
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    void stripe.stop().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: NodeJS.ErrnoException) => {
  const port = process.env.STRIPE_LOCAL_PORT ?? DEFAULT_PORT;
  const message = error.code === 'EADDRINUSE' ? `port ${port} is taken; set STRIPE_LOCAL_PORT to another` : error.message;
  console.error(`local Stripe: ${message}`);
  process.exit(1);
});
