import type { Clock } from '@amiable/kernel';
import { endpoint, PlatformModule, SETTINGS, type ContextRequest, type Settings } from '@amiable/platform';
import { Controller, Get, Module, Post, Req, type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { IdentityAgencyModule, IdentityClientModule, IdentityModule } from './identity.module';
import { identify } from './session/identify';
import { refuseForeignOrigin } from './session/refuse-foreign-origin';
import { SessionReader } from './session/session-reader';
import './user/user.abilities';

/** Answers who the request was taken for, at paths of each kind. */
@Controller()
class WhoController {
  @Get(['files/:id', 'b/:slug'])
  read(@Req() req: ContextRequest) {
    return { actor: req.context.actor, language: req.context.language };
  }
  @Post(['webhooks/stripe', 'b/:slug', 'files/:id'])
  write() {
    return { done: true };
  }
}

/** A small api of this lib alone, as the real one puts it together; for specs. */
export async function openTestApp(
  test: { readonly settings: Settings; readonly clock: Clock },
  given: Partial<Settings> = {},
): Promise<INestApplication> {
  @Module({
    imports: [
      PlatformModule.with({ ...test.settings, ...given }, test.clock),
      IdentityModule,
      IdentityAgencyModule,
      IdentityClientModule,
      endpoint('agency', [IdentityAgencyModule]),
      endpoint('client', [IdentityClientModule]),
    ],
    controllers: [WhoController],
  })
  class TestApp {}
  const app = await NestFactory.create<NestExpressApplication>(TestApp, { logger: false });
  const settings = app.get<Settings>(SETTINGS);
  app.set('trust proxy', 'loopback'); // specs choose their address by X-Forwarded-For
  app.use(refuseForeignOrigin(settings), identify(app.get(SessionReader), settings));
  await app.listen(0, '127.0.0.1');
  return app;
}

export interface GraphqlAnswer {
  readonly status: number;
  readonly data: any;
  readonly code: string | undefined;
  readonly facts: any;
  /** The session cookie given, `name=value`. */
  readonly cookie: string | undefined;
  /** The mark of a known browser, `name=value`. */
  readonly device: string | undefined;
  readonly setCookie: string[];
}

export interface Caller {
  readonly cookie?: string;
  readonly ip?: string;
}

/** Sends one operation to an endpoint. */
export async function ask(
  app: INestApplication,
  audience: 'agency' | 'client',
  query: string,
  { cookie, ip = '198.51.100.1' }: Caller = {},
): Promise<GraphqlAnswer> {
  const sent = request(app.getHttpServer()).post(`/graphql/${audience}`).set('x-forwarded-for', ip);
  const answer = await (cookie ? sent.set('cookie', cookie) : sent).send({ query });
  const setCookie = ([] as string[]).concat(answer.headers['set-cookie'] ?? []);
  const given = (name: string) => setCookie.find((line) => line.includes(`${name}=`))?.split(';')[0];
  const error = answer.body.errors?.[0];
  return {
    status: answer.status,
    data: answer.body.data,
    code: error?.extensions.code,
    facts: error?.extensions.facts,
    setCookie,
    cookie: given(`amiable_${audience}`),
    device: given('amiable_device'),
  };
}

/** Signs in. */
export function signIn(
  app: INestApplication,
  audience: 'agency' | 'client',
  email: string,
  password: string,
  caller: Caller = {},
): Promise<GraphqlAnswer> {
  const fields =
    audience === 'agency'
      ? 'user { id name email role language } agencyName abilities'
      : 'user { id name email role language } companyName agencyName abilities';
  return ask(
    app,
    audience,
    `mutation { signIn(input: { email: ${JSON.stringify(email)}, password: ${JSON.stringify(password)} }) { ${fields} } }`,
    caller,
  );
}
