import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from '@amiable/kernel';
import { ProcessInbox } from '@amiable/payments';
import { OutboxWorker } from '@amiable/platform';
import { RunDay, type DayReport } from '@amiable/strategies';
import { castPassword, openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import supertest from 'supertest';
import { createApi } from '../apps/api/create-api';
import { startLocalStripe, type LocalStripe } from '../apps/devkit/local-stripe/local-stripe';
import { startMailCatcher, type MailCatcher } from '../apps/devkit/mail-catcher/mail-catcher';
import type { MailAttachment } from '../apps/devkit/mail-catcher/mail.types';
import { WorkerModule } from '../apps/worker/worker.module';

export interface GraphqlAnswer {
  readonly data: any;
  readonly errors?: ReadonlyArray<{ message: string; extensions: { code: string; facts?: Record<string, unknown>; field?: string } }>;
  readonly text: string;
  readonly status: number;
}

export type Ask = (query: string, variables?: object) => Promise<GraphqlAnswer>;

/** The whole product for a test: a database of its own, api, worker, mail and a payment provider that speak the real protocols. */
export interface Stage {
  readonly test: TestDatabase;
  readonly cast: Cast;
  readonly api: NestExpressApplication;
  readonly url: string;
  readonly worker: INestApplicationContext;
  readonly mail: MailCatcher;
  readonly stripe: LocalStripe;
  signIn(audience: 'agency' | 'client', email: string): Promise<Ask>;
  ask(audience: 'agency' | 'client' | 'debtor', query: string, variables?: object, cookie?: string): Promise<GraphqlAnswer>;
  /** A browser without JavaScript: keeps cookies, follows nothing by itself. */
  browser(): ReturnType<typeof supertest.agent>;
  /** Travels to a day; everybody's clock moves. */
  on(day: string, time?: string): void;
  /** The daily run of the clock's day, then everything that is due leaves. */
  workerRuns(): Promise<DayReport>;
  /** Takes the inbox and the outbox until nothing is due. */
  settle(): Promise<void>;
  /** Mails as they arrived, the newest first. */
  mails(): Promise<
    Array<{ id: string; subject: string; to: string; html: string; text: string; raw: Buffer; attachments: MailAttachment[] }>
  >;
  close(): Promise<void>;
}

/** The built web apps and debtor pages; `npm test` builds them before. */
process.env.AMIABLE_DIST ??= join(__dirname, '..', 'dist');

/** Sets the stage, with the cast seated. */
export async function openStage(): Promise<Stage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'amiable-stage-'));
  const mail = await startMailCatcher({ smtpPort: 0, webPort: 0, dataDir });
  const test = await openTestDatabase();
  const clock = () => test.clock.now().epochMilliseconds;
  // The api's address is needed by the provider before the api exists: a port is taken first.
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const stripe = await startLocalStripe({
    port: 0,
    webhookUrl: `${url}/webhooks/stripe`,
    webhookSecret: 'whsec_stage_secret',
    secretKey: 'sk_test_stage',
    retryDelaysMs: [20, 50, 100],
    clock,
  });
  Object.assign(test.settings, {
    PORT: port,
    PUBLIC_URL: url,
    SMTP_URL: `smtp://127.0.0.1:${mail.smtpPort}`,
    STRIPE_SECRET_KEY: 'sk_test_stage',
    STRIPE_WEBHOOK_SECRET: 'whsec_stage_secret',
    STRIPE_API_BASE: stripe.url,
  });
  const cast = await seatCast(test);
  const api = await createApi(test.settings, test.clock);
  await api.listen(port, '127.0.0.1');
  const worker = await NestFactory.createApplicationContext(WorkerModule.with(test.settings, test.clock), {
    logger: false,
    abortOnError: false,
  });
  await worker.init();

  const ask: Stage['ask'] = async (audience, query, variables = {}, cookie) => {
    const post = supertest(url)
      .post(`/graphql/${audience}`)
      .set('accept', 'application/graphql-response+json, application/json')
      .set('origin', url);
    if (cookie) void post.set('cookie', cookie);
    const answer = await post.send({ query, variables });
    const body = answer.body as GraphqlAnswer;
    return { data: body.data, errors: body.errors, text: answer.text, status: answer.status };
  };
  const settle = async () => {
    for (let taken = 1; taken > 0;) {
      await stripe.control.whenIdle();
      taken = (await worker.get(ProcessInbox).drain()) + (await worker.get(OutboxWorker).drain());
    }
  };
  return {
    test,
    cast,
    api,
    url,
    worker,
    mail,
    stripe,
    ask,
    settle,
    async signIn(audience, email) {
      const answer = await supertest(url)
        .post(`/graphql/${audience}`)
        .set('origin', url)
        .send({
          query: `mutation($input: SignInInput!) { signIn(input: $input) { user { id } } }`,
          variables: { input: { email, password: castPassword } },
        });
      const cookies = [answer.headers['set-cookie'] ?? []]
        .flat()
        .map((line) => line.split(';')[0])
        .join('; ');
      if (!cookies) throw new Error(`could not sign in: ${answer.text}`);
      return (query, variables) => ask(audience, query, variables, cookies);
    },
    browser: () => supertest.agent(url),
    on: (day, time) => test.clock.set(day, time),
    async workerRuns() {
      const report = await worker
        .get(RunDay)
        .run(Temporal.PlainDate.from(test.clock.now().toZonedDateTimeISO('Europe/Paris').toPlainDate()));
      await settle();
      return report;
    },
    async mails() {
      return Promise.all(
        mail.store.list('').map(async ({ id, to, subject }) => {
          const whole = (await mail.store.read(id))!;
          return {
            id,
            to,
            subject,
            html: whole.html ?? '',
            text: whole.text ?? '',
            raw: Buffer.from((await mail.store.raw(id)) as Uint8Array),
            attachments: whole.parts,
          };
        }),
      );
    },
    async close() {
      await worker.close();
      await api.close();
      await stripe.stop();
      await mail.stop();
      await test.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** The hidden form token of a page. */
export function formToken(html: string): string {
  const token = /name="_csrf"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="_csrf"/.exec(html);
  if (!token) throw new Error(`the page has no form token: ${html.slice(0, 300)}`);
  return (token[1] ?? token[2])!;
}
