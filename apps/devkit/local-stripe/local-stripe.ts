import type { AddressInfo } from 'node:net';
import { Api } from './api/api';
import type { Clock } from './clock';
import { Control } from './control/control';
import { runDueTasks } from './flows/tasks';
import { Faults } from './http/faults';
import { IdempotencyKeys } from './http/idempotency';
import { createHttpServer } from './http/server';
import { HostedPages } from './pages/hosted';
import { Simulation, type SimulationSettings } from './simulation';
import { Snapshot } from './snapshot';
import { Postman } from './webhooks/postman';

export interface LocalStripeOptions {
  /** 0 takes any free port. */
  port: number;
  host?: string;
  /** Where webhooks go; without it events are only listed. */
  webhookUrl?: string;
  webhookSecret: string;
  secretKey: string;
  /** Keeps the state over a restart. */
  dataDir?: string;
  clock?: Clock;
  /** Shown to payers. */
  merchant?: string;
  /** The address payers see, when it is not the one listened on. */
  publicUrl?: string;
  settings?: Partial<SimulationSettings>;
  retryDelaysMs?: readonly number[];
  webhookTimeoutMs?: number;
}

export interface LocalStripe {
  url: string;
  port: number;
  control: Control;
  stop(): Promise<void>;
}

/** About four minutes in all; Stripe's own sandbox tries three times over hours. */
const RETRY_DELAYS_MS = [250, 1_000, 4_000, 15_000, 60_000, 180_000];
const TICK_MS = 250;

/** Starts a Stripe look-alike. It holds no real money and refuses any card that is not a documented test card. */
export async function startLocalStripe(options: LocalStripeOptions): Promise<LocalStripe> {
  const clock = options.clock ?? Date.now;
  const host = options.host ?? '127.0.0.1';
  const snapshot = new Snapshot(options.dataDir);
  const store = snapshot.load();
  const save = () => snapshot.touch(store);
  const postman = new Postman(
    store,
    clock,
    {
      url: options.webhookUrl,
      secret: options.webhookSecret,
      retryDelaysMs: options.retryDelaysMs ?? RETRY_DELAYS_MS,
      timeoutMs: options.webhookTimeoutMs ?? 10_000,
      concurrency: 16,
    },
    save,
  );
  const settings: SimulationSettings = { sepaSettleMs: 'manual', captureDelayMs: 0, sepaLimit: 1_000_000, ...options.settings };
  const sim = new Simulation(store, clock, settings, (event) => postman.take(event), save);
  const control = new Control(sim, postman, new Faults());
  const server = createHttpServer({
    api: new Api(sim, new IdempotencyKeys(store.answers, clock), options.secretKey),
    pages: new HostedPages(sim, options.merchant ?? 'Amiable'),
    control,
    store,
    postman,
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  sim.publicUrl = options.publicUrl ?? `http://${host}:${port}`;
  const ticking = setInterval(() => runDueTasks(sim), TICK_MS);
  ticking.unref();
  postman.resume();

  return {
    url: sim.publicUrl,
    port,
    control,
    async stop() {
      clearInterval(ticking);
      postman.stop();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      snapshot.write(store);
    },
  };
}
