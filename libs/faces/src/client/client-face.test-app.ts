import { AbilityGuard, endpoint, PlatformModule, RequestContext, type Actor, type ContextRequest } from '@amiable/platform';
import type { CastClient, CastPerson, TestDatabase } from '@amiable/testing';
import { Module, type INestApplication } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import type { NextFunction, Response } from 'express';
import request from 'supertest';
import { ClientFaceModule } from './client-face.module';

/** A user of a client company, as a session would tell it. */
export const clientUser = (client: CastClient, person: CastPerson, role: 'owner' | 'finance' | 'manager' | 'reader'): Actor => ({
  kind: 'client',
  id: person.id,
  name: person.name,
  role,
  clientId: client.id,
});

export interface Answer {
  readonly data: any;
  readonly code: string | undefined;
  /** The whole answer as it left the house, to search for what must not be in it. */
  readonly text: string;
}

/** The clients' endpoint alone; who asks is said by the spec, not by a session. */
export async function openClientFace(
  test: TestDatabase,
): Promise<{ app: INestApplication; ask: (actor: Actor, query: string, variables?: object) => Promise<Answer> }> {
  let actor: Actor;
  @Module({
    imports: [PlatformModule.with(test.settings, test.clock), endpoint('client', [ClientFaceModule]), ClientFaceModule],
    providers: [{ provide: APP_GUARD, useClass: AbilityGuard }],
  })
  class TestApp {}
  const app = await NestFactory.create(TestApp, { logger: false });
  app.use((req: ContextRequest, _res: Response, next: NextFunction) => {
    req.context = new RequestContext('client', actor, 'fr');
    next();
  });
  await app.listen(0, '127.0.0.1');
  const ask = async (who: Actor, query: string, variables: object = {}): Promise<Answer> => {
    actor = who;
    const { body, text } = await request(app.getHttpServer())
      .post('/graphql/client')
      .set('x-amiable-client', 'client-web')
      .send({ query, variables });
    return { data: body.data, code: body.errors?.[0]?.extensions.code, text };
  };
  return { app, ask };
}
