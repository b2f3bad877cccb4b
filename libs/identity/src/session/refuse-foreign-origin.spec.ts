import { openTestDatabase, type TestDatabase } from '@amiable/testing';
import type { INestApplication } from '@nestjs/common';
import request from 'supertest';
import { openTestApp } from '../identity.test-app';
import { isOwnOrigin } from './refuse-foreign-origin';

const req = (path: string, headers: Record<string, string>) => ({ path, headers: { host: 'nord.example', ...headers } });
const https = { PUBLIC_URL: 'https://amiable.example' };

describe('a request that changes something', () => {
  it.each([
    ['no browser', '/graphql/agency', {}, true],
    ['our own page', '/graphql/agency', { origin: 'https://amiable.example', 'sec-fetch-site': 'same-origin' }, true],
    ['a brand on its own host', '/p/enter', { origin: 'https://nord.example', 'sec-fetch-site': 'same-origin' }, true],
    ['typed into the address bar', '/p/enter', { 'sec-fetch-site': 'none' }, true],
    ['a foreign page', '/graphql/agency', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, false],
    ['a foreign page of an old browser', '/graphql/agency', { origin: 'https://evil.example' }, false],
    ['a foreign page that sends no origin', '/graphql/agency', { 'sec-fetch-site': 'cross-site' }, false],
    ['a neighbour under the same domain', '/graphql/agency', { 'sec-fetch-site': 'same-site' }, false],
    ['our name without https', '/graphql/agency', { origin: 'http://amiable.example' }, false],
    ['the host without https', '/p/enter', { origin: 'http://nord.example' }, false],
    ['another port', '/graphql/agency', { origin: 'https://amiable.example:8443' }, false],
    ['a longer name', '/graphql/agency', { origin: 'https://amiable.example.evil.example' }, false],
    ['a forged forwarded host', '/graphql/agency', { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }, false],
    ['nonsense', '/graphql/agency', { origin: '%%%' }, false],
    ['a sandboxed frame', '/graphql/agency', { origin: 'null' }, false],
    ['a sandboxed frame that a browser names', '/p/enter', { origin: 'null', 'sec-fetch-site': 'cross-site' }, false],
    ['our form under no-referrer', '/p/enter', { origin: 'null', 'sec-fetch-site': 'same-origin' }, true],
    ['our form under no-referrer, old browser (its token decides)', '/p/enter', { origin: 'null' }, true],
  ])('from %s', (_, path, headers, own) => {
    expect(isOwnOrigin(req(path, headers as Record<string, string>) as never, https)).toBe(own);
  });

  describe('at the door', () => {
    let test: TestDatabase;
    let app: INestApplication;
    beforeAll(async () => {
      test = await openTestDatabase();
      app = await openTestApp(test);
    });
    afterAll(async () => {
      await app.close();
      await test.close();
    });
    const evil = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };

    it('is refused from a foreign page, at every path but the webhooks', async () => {
      for (const path of ['/graphql/agency', '/GraphQL/client', '/b/nord', '/files/x', '/nowhere']) {
        const answer = await request(app.getHttpServer()).post(path).set(evil).send({ query: '{ me { agencyName } }' });
        expect([path, answer.status, answer.body]).toEqual([
          path,
          403,
          { errors: [{ message: 'FOREIGN_ORIGIN', extensions: { code: 'FOREIGN_ORIGIN' } }] },
        ]);
      }
      expect((await request(app.getHttpServer()).post('/webhooks/stripe').set(evil)).status).toBe(201);
      expect((await request(app.getHttpServer()).get('/b/nord').set(evil)).status).toBe(200);
    });

    it('passes from our own', async () => {
      const agent = request(app.getHttpServer())
        .post('/graphql/agency')
        .set({ host: 'localhost:3000', origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' });
      expect((await agent.send({ query: '{ me { agencyName } }' })).body).toEqual({ data: { me: null } });
    });
  });
});
