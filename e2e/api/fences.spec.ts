import { openStage, type Stage } from '../stage';
import { audiences } from './schema-walk';

/** What one operation may cost, and which requests are heard at all. */
describe('the fences of the three endpoints', () => {
  let stage: Stage;
  let cookie: string;

  beforeAll(async () => {
    stage = await openStage();
    const answer = await stage.browser().post('/graphql/agency').set('origin', stage.url).send({
      query: `mutation { signIn(input: { email: "lea@aster-recouvrement.example", password: "aster-2026-cast" }) { user { id } } }`,
    });
    cookie = [answer.headers['set-cookie']]
      .flat()
      .map((line) => String(line).split(';')[0])
      .join('; ');
  });
  afterAll(() => stage.close());

  const code = async (query: string, variables: object = {}) =>
    (await stage.ask('agency', query, variables, cookie)).errors?.[0]?.extensions.code ?? 'answered';
  const times = (n: number, text: (i: number) => string) => Array.from({ length: n }, (_, i) => text(i)).join(' ');

  describe('limit', () => {
    const levels = (n: number): string => (n === 1 ? '__typename' : `... on MyDay { next { client { ${'id '.repeat(1)} } } }`);

    it('the depth', async () => {
      const within = '{ cases(page: { first: 1 }) { edges { node { open { amount } } } } }';
      expect(await code(within)).toBe('answered');
      expect(levels(1)).toBe('__typename');
      // Introspection is the one thing that is deep in this schema; beside a field of ours it is counted like any other.
      const deep = (n: number): string => (n === 0 ? 'name' : `ofType { ${deep(n - 1)} }`);
      expect(await code(`{ me { abilities } __type(name: "Case") { fields { type { ${deep(8)} } } } }`)).toBe('OPERATION_TOO_LARGE');
      expect(
        await code(`fragment T on __Type { ${deep(8)} } query { me { abilities } __type(name: "Case") { fields { type { ...T } } } }`),
      ).toBe('OPERATION_TOO_LARGE');
    });

    it('aliases, also those in fragments', async () => {
      expect(await code(`{ ${times(15, (i) => `a${i}: me { agencyName }`)} }`)).toBe('answered');
      expect(await code(`{ ${times(16, (i) => `a${i}: me { agencyName }`)} }`)).toBe('OPERATION_TOO_LARGE');
      expect(await code(`fragment F on Query { ${times(8, (i) => `a${i}: me { agencyName }`)} } { ...F ...F }`)).toBe(
        'OPERATION_TOO_LARGE',
      );
    });

    it('tokens', async () => {
      expect(await code(`{ me { ${'agencyName '.repeat(2_100)} } }`)).toBe('GRAPHQL_PARSE_FAILED');
      expect(await code(`{ me { ${'agencyName '.repeat(700)} } }`)).toBe('OPERATION_TOO_LARGE');
      expect(await code(`{ me { ${'agencyName '.repeat(500)} } }`)).toBe('answered');
    });

    it('fragments that grow by spreading each other', async () => {
      const bomb = `${times(12, (i) => `fragment F${i} on Me { ${i === 0 ? 'agencyName' : `...F${i - 1} ...F${i - 1}`} }`)} { me { ...F11 } }`;
      expect(await code(bomb)).toBe('OPERATION_TOO_LARGE');
      expect(await code('fragment A on Me { ...B } fragment B on Me { ...A } { me { ...A } }')).toBe('GRAPHQL_VALIDATION_FAILED');
    });

    it('root fields of a mutation', async () => {
      expect(await code(`mutation { ${times(5, (i) => `a${i}: takeNextCase { id }`)} }`)).toBe('answered');
      expect(await code(`mutation { ${times(6, (i) => `a${i}: takeNextCase { id }`)} }`)).toBe('OPERATION_TOO_LARGE');
      expect(await code(`fragment F on Mutation { ${times(6, (i) => `a${i}: takeNextCase { id }`)} } mutation { ...F }`)).toBe(
        'OPERATION_TOO_LARGE',
      );
    });

    it('the size of a page', async () => {
      for (const first of [101, 1_000_000, 0, -1]) {
        expect(await code('query($page: PageInput!) { cases(page: $page) { nodes { id } } }', { page: { first } })).toBe('BAD_INPUT');
        expect(await code('query($page: PageInput!) { movements(page: $page) { nodes { id } } }', { page: { first } })).toBe('BAD_INPUT');
      }
      expect(await code('query($page: PageInput!) { cases(page: $page) { nodes { id } } }', { page: { first: 100 } })).toBe('answered');
    });

    it('the bytes of a body', async () => {
      const answer = await stage
        .browser()
        .post('/graphql/agency')
        .set('origin', stage.url)
        .set('cookie', cookie)
        .send({ query: '{ me { agencyName } }', variables: { x: 'x'.repeat(1_100_000) } });
      expect([answer.status, answer.text.includes('at ')]).toEqual([413, false]);
    });
  });

  describe.each(audiences)('hear at /graphql/%s', (audience) => {
    const post = () => stage.browser().post(`/graphql/${audience}`).set('cookie', cookie);
    const query = '{ __typename }';

    it('no arrays of operations', async () => {
      const answer = await post().set('origin', stage.url).send([{ query }, { query }]);
      expect([answer.status, answer.body.data]).toEqual([400, undefined]);
    });

    it('no GET, neither of a mutation nor of a query that a foreign page could send', async () => {
      const get = (headers: Record<string, string>, text: string) =>
        stage
          .browser()
          .get(`/graphql/${audience}?query=${encodeURIComponent(text)}`)
          .set({ cookie, ...headers });
      expect((await get({}, query)).status).toBe(400);
      const mutation =
        audience === 'debtor'
          ? 'mutation { startPayment(input: { choice: ALL, idempotencyKey: "12345678" }) { paymentId } }'
          : 'mutation { signOut }';
      expect((await get({}, mutation)).status).toBe(400);
      expect((await get({ 'apollo-require-preflight': 'yes' }, mutation)).status).toBe(405);
      expect((await get({ accept: 'text/html' }, '')).text).not.toMatch(/sandbox|graphiql|playground/i);
    });

    it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml', ''])(
      'no content type %p: a foreign form could send it without asking',
      async (type) => {
        const response = await fetch(`${stage.url}/graphql/${audience}`, {
          method: 'POST',
          headers: { cookie, ...(type && { 'content-type': type }) },
          body: Buffer.from(JSON.stringify({ query })),
        });
        expect([400, 415]).toContain(response.status);
        expect(await response.text()).not.toContain('"data":{');
      },
    );

    it('nobody from a foreign page', async () => {
      const foreign: Array<Record<string, string>> = [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        { origin: `${stage.url}.evil.example` },
        { origin: stage.url.replace(/\d+$/, '1') },
      ];
      for (const headers of foreign) {
        const answer = await post().set(headers).send({ query });
        expect([headers, answer.status, answer.body.errors?.[0]?.extensions.code]).toEqual([headers, 403, 'FOREIGN_ORIGIN']);
      }
      const preflight = await stage
        .browser()
        .options(`/graphql/${audience}`)
        .set({ origin: 'https://evil.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' });
      expect(Object.keys(preflight.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
      expect((await post().set('origin', stage.url).send({ query })).status).toBe(200);
    });
  });

  it('leave no persisted query of a stranger behind', async () => {
    const answer = await stage
      .browser()
      .post('/graphql/agency')
      .set('origin', stage.url)
      .send({ query: '{ __typename }', extensions: { persistedQuery: { version: 1, sha256Hash: 'ab'.repeat(32) } } });
    expect(answer.status).toBe(400);
  });
});
