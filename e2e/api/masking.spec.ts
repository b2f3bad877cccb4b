import type { NestExpressApplication } from '@nestjs/platform-express';
import supertest from 'supertest';
import { createApi } from '../../apps/api/create-api';
import { openStage, type Stage } from '../stage';
import { audiences } from './schema-walk';

/** What no answer may hold: traces of our own inside. */
const inside =
  /\bat [\w.<>]+ \(|node_modules|\.ts:\d|\.js:\d|amiable_(tenant|agency|worker|auditor|ledger)|password authentication|ECONNREFUSED|SQLSTATE|syntax error at|invalid input syntax|relation "|violates|QueryFailedError|EntityNotFound|select .+ from |insert into/i;

/** Another api on the same stage with other settings, as production is. */
async function withApi(stage: Stage, env: string, settings: object, work: (url: string) => Promise<void>): Promise<void> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = env;
  let api: NestExpressApplication | undefined;
  try {
    api = await createApi({ ...stage.test.settings, NODE_ENV: env as never, ...settings }, stage.test.clock);
    await api.listen(0, '127.0.0.1');
    await work(await api.getUrl());
  } finally {
    process.env.NODE_ENV = before;
    await api?.close();
  }
}

describe('what stays inside', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  const ask = (url: string, audience: string, query: string, variables = {}, cookie = '') =>
    supertest(url).post(`/graphql/${audience}`).set('origin', stage.url).set('cookie', cookie).send({ query, variables });
  const signIn = (url: string, email: string, password: string) =>
    ask(url, 'agency', 'mutation($input: SignInInput!) { signIn(input: $input) { user { id } } }', { input: { email, password } });

  it('in production: the schema. No introspection, no suggestions', async () => {
    await withApi(stage, 'production', {}, async (url) => {
      for (const audience of audiences) {
        for (const query of [
          '{ __schema { types { name } } }',
          '{ __type(name: "Case") { name } }',
          'query { a: __schema { queryType { name } } }',
        ]) {
          const answer = await ask(url, audience, query);
          expect([audience, answer.status, answer.body.data]).toEqual([audience, 400, undefined]);
        }
        for (const query of [
          '{ mee { id } }',
          '{ debtt { open } }',
          'mutation { signInn { id } }',
          '{ cases(pag: 1) { nodes { id } } }',
          'query($x: CaseFilte) { me { id } }',
        ]) {
          expect((await ask(url, audience, query)).text).not.toMatch(/did you mean/i);
        }
        expect((await supertest(url).get(`/graphql/${audience}`).set('accept', 'text/html')).text).not.toMatch(
          /sandbox|graphiql|playground/i,
        );
      }
    });
  });

  it('the reason of a failure: with the database shut, the client learns INTERNAL and nothing else', async () => {
    const cookie = `amiable_agency=${'A'.repeat(43)}; amiable_client=${'A'.repeat(43)}; amiable_debtor=${'A'.repeat(43)}`;
    const broken = [
      { AMIABLE_SECRET: 'another-secret-so-that-no-password-of-a-role-fits' },
      { DATABASE_URL: stage.test.settings.DATABASE_URL.replace(/:\d+\//, ':1/') },
    ];
    for (const settings of broken) {
      for (const env of ['test', 'production']) {
        await withApi(stage, env, settings, async (url) => {
          const answers = [
            await signIn(url, 'lea@aster-recouvrement.example', 'aster-2026-cast'),
            await ask(url, 'agency', '{ me { agencyName } }', {}, cookie),
            await ask(url, 'client', '{ home { __typename } }', {}, cookie),
            await ask(url, 'debtor', '{ debt { reference } }', {}, cookie),
            await supertest(url).get('/files/CQGZqgCDD3amh3FhvVqxUaEBogdhUz58ua59coYs0gJx').set('cookie', cookie),
            await supertest(url).get(`/b/${stage.cast.a.slug}/enter`),
            await supertest(url).get(`/b/${stage.cast.a.slug}/claim`).set('cookie', cookie),
            await supertest(url).get('/health/ready'),
            await supertest(url).post('/webhooks/stripe').set('stripe-signature', 't=1,v1=ab').type('json').send('{}'),
          ];
          for (const [i, { text, status }] of answers.entries())
            expect([i, status, inside.exec(`${text}`)?.[0]]).toEqual([i, expect.any(Number), undefined]);
          expect(answers[0]!.body.errors[0]).toMatchObject({ message: 'INTERNAL', extensions: { code: 'INTERNAL' } });
          expect(answers[7]!.body).toEqual({ status: 'database unreachable' });
        });
      }
    }
  });

  it('which users there are: the unknown, the wrong and the inactive get one answer, and guessing is slowed', async () => {
    await stage.test.owner(`update staff_users set active = false where email like 'admin@%'`);
    const said = async (email: string, password: string) => {
      const { text, status, headers } = await signIn(stage.url, email, password);
      return { text, status, cookies: headers['set-cookie'] };
    };
    const known = await said('lea@aster-recouvrement.example', 'not-the-password');
    expect(known).toEqual({ text: expect.stringContaining('SIGN_IN_REFUSED'), status: 200, cookies: undefined });
    expect(await said('nobody@aster-recouvrement.example', 'not-the-password')).toEqual(known);
    expect(await said('admin@aster-recouvrement.example', 'aster-2026-cast')).toEqual(known);
    expect(await said('owner@alize.example', 'aster-2026-cast')).toEqual(known); // a client's user is nobody at the agency's door

    const guess = async (email: string): Promise<string[]> => {
      const codes: string[] = [];
      for (let i = 0; i < 10; i++) codes.push((await signIn(stage.url, email, `guess ${i}`)).body.errors[0].extensions.code);
      return codes;
    };
    const guesses = await guess('hugo@aster-recouvrement.example');
    expect(guesses).toEqual([...Array<string>(8).fill('SIGN_IN_REFUSED'), 'TOO_MANY_TRIES', 'TOO_MANY_TRIES']);
    expect(await guess('nobody.2@aster-recouvrement.example')).toEqual(guesses);
    const right = await signIn(stage.url, 'hugo@aster-recouvrement.example', 'aster-2026-cast');
    expect(right.body.errors[0].extensions).toMatchObject({ code: 'TOO_MANY_TRIES', facts: { retryAfterSeconds: expect.any(Number) } });
    // Many guesses in one request count as what they are: none is looked at.
    const many = await ask(
      stage.url,
      'agency',
      `mutation { ${Array.from({ length: 4 }, (_, i) => `a${i}: signIn(input: { email: "lea@aster-recouvrement.example", password: "guess ${i}" }) { user { id } }`).join(' ')} }`,
    );
    expect(many.text).toContain('ONE_SIGN_IN_PER_REQUEST');
    expect(many.text).not.toContain('SIGN_IN_REFUSED');
  });
});
