import { toGlobalId } from '@amiable/platform';
import { createApi } from '../../apps/api/create-api';
import supertest, { type Response } from 'supertest';
import { openStage, type Stage } from '../stage';
import { liveALittle } from './lived-in';
import { ThingsOf } from './things-of';
import { enter, enterAsDebtor } from './seated';

/** What every answer says to the browser about itself (trust.md 3.5 and 3.8). */
describe('headers', () => {
  let stage: Stage;
  let a: ThingsOf;
  let admin: string;
  let debtor: string;

  beforeAll(async () => {
    stage = await openStage();
    await liveALittle(stage);
    a = await ThingsOf.read(stage, stage.cast.a);
    admin = (await enter(stage, 'agency', 'admin', stage.cast.staff.admin.email)).cookie;
    debtor = await enterAsDebtor(stage, stage.cast.a, 0);
  });
  afterAll(() => stage.close());

  const get = (path: string, cookie = '') => stage.browser().get(path).set('cookie', cookie);
  const directives = (answer: Response) =>
    new Map(
      String(answer.headers['content-security-policy'])
        .split(';')
        .map((part) => {
          const [name, ...values] = part.trim().split(/\s+/);
          return [name!, values.join(' ')] as const;
        }),
    );
  const base = () => `/b/${stage.cast.a.slug}`;
  const debtorPages = () => [
    base(),
    `${base()}/enter`,
    `${base()}/p/${stage.cast.a.cases[0].token}`,
    `${base()}/p/dead`,
    `${base()}/link`,
    `${base()}/verify`,
    `${base()}/claim`,
    `${base()}/pay`,
    `${base()}/return/x`,
    `${base()}/receipts/x.pdf`,
  ];

  it('shut every page of ours to foreign scripts, frames and forms', async () => {
    for (const path of [
      '/agency/',
      '/agency/cases/x',
      '/client/',
      '/',
      '/nowhere',
      '/health/live',
      '/graphql/agency',
      '/b/nobody',
      ...debtorPages(),
    ]) {
      const answer = await get(path, debtor);
      const csp = directives(answer);
      expect([path, csp.get('default-src'), csp.get('object-src'), csp.get('base-uri'), csp.get('frame-ancestors')]).toEqual([
        path,
        `'none'`,
        `'none'`,
        `'none'`,
        `'none'`,
      ]);
      expect([path, /unsafe|\*|https?:|data:/.exec(`${csp.get('script-src')} ${csp.get('style-src')} ${csp.get('connect-src')}`)]).toEqual([
        path,
        null,
      ]);
      expect([
        path,
        answer.headers['x-content-type-options'],
        answer.headers['referrer-policy'],
        answer.headers['x-powered-by'],
        answer.headers['cross-origin-opener-policy'],
      ]).toEqual([path, 'nosniff', 'no-referrer', undefined, 'same-origin']);
      expect([path, Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))]).toEqual([path, []]);
    }
  });

  it('let a debtor page be kept by nobody and found by no search engine, and run nothing but what its own nonce names', async () => {
    for (const path of debtorPages()) {
      for (const cookie of ['', debtor]) {
        const answer = await get(path, cookie);
        expect([path, answer.headers['cache-control'], String(answer.headers['x-robots-tag'])]).toEqual([
          path,
          'no-store',
          expect.stringContaining('noindex'),
        ]);
        const nonce = /'nonce-([^']+)'/.exec(String(answer.headers['content-security-policy']))![1]!;
        const tags = [...answer.text.matchAll(/<(script|style|link|img|iframe|object|embed|base)\b[^>]*>/gi)].map(([tag]) => tag);
        const inline = tags.filter((tag) => /^<(script|style)/i.test(tag) && !tag.includes(`nonce="${nonce}"`) && !/ src="\//.test(tag));
        expect([path, inline]).toEqual([path, []]);
        expect([path, tags.filter((tag) => /(?:src|href)="(?:https?:)?\/\//i.test(tag))]).toEqual([path, []]); // nothing from elsewhere, so nobody else learns of the visit
        expect([path, /\son\w+\s*=|javascript:/i.exec(answer.text.replace(/<style[\s\S]*?<\/style>/g, ''))]).toEqual([path, null]);
        expect([path, answer.text.includes('<iframe')]).toEqual([path, false]);
      }
    }
    const [one, two] = [await get(`${base()}/enter`), await get(`${base()}/enter`)];
    expect(one.headers['content-security-policy']).not.toBe(two.headers['content-security-policy']);
  });

  it('travel compressed, but not where another site put words of its own into the question', async () => {
    const ask = async (path: string, headers: Record<string, string>) => {
      const answer = await fetch(stage.url + path, { headers: { cookie: debtor, ...headers } });
      const html = await answer.text();
      return [answer.headers.get('content-encoding'), html.startsWith('<!doctype html>'), html.endsWith('</html>')];
    };
    const all = 'gzip, deflate, br, zstd';
    const list = `${base()}/invoices?q=FA-1`;
    for (const [path, headers, encoding] of [
      [`${base()}/claim`, { 'accept-encoding': all }, 'br'],
      [`${base()}/claim`, { 'accept-encoding': 'gzip' }, 'gzip'],
      [`${base()}/claim`, { 'accept-encoding': 'identity' }, null],
      [`${base()}/claim`, { 'accept-encoding': 'br;q=0, gzip;q=0' }, null],
      [`${base()}/p/dead`, { 'accept-encoding': all, 'sec-fetch-site': 'cross-site' }, 'br'],
      [list, { 'accept-encoding': all, 'sec-fetch-site': 'same-origin' }, 'br'],
      [list, { 'accept-encoding': all, 'sec-fetch-site': 'none' }, 'br'],
      [list, { 'accept-encoding': all, 'sec-fetch-site': 'cross-site' }, null],
      [list, { 'accept-encoding': all, 'sec-fetch-site': 'same-site' }, null],
    ] as const)
      expect([path, headers, await ask(path, headers)]).toEqual([path, headers, [encoding, true, true]]);
  });

  it('let what is personal be kept by no cache', async () => {
    const [receipt] = await stage.test.owner<{ id: string }>(
      `select id from documents where client_id = $1 and case_id = $2 and kind = 'receipt'`,
      [stage.cast.a.id, stage.cast.a.cases[0].caseId],
    );
    const file = toGlobalId('Document', stage.cast.a.id, receipt!.id);
    for (const [path, cookie] of [
      [`/files/${file}`, admin],
      [`/files/imports/${a.id('Import')}/rejected.csv`, admin],
      [`${base()}/receipts/${file}.pdf`, debtor],
      [`${base()}/claim`, debtor],
      ['/agency/', admin],
      ['/client/', ''],
    ] as const) {
      const answer = await get(path, cookie);
      expect([path, answer.status, String(answer.headers['cache-control']).includes('no-store')]).toEqual([path, 200, true]);
    }
    expect(
      (await stage.browser().post('/graphql/agency').set({ origin: stage.url, cookie: admin }).send({ query: '{ me { user { name } } }' }))
        .headers['cache-control'],
    ).toBe('no-store');
    const assets = [...(await get('/agency/')).text.matchAll(/"(\/agency\/assets\/[^"]+)"/g)].map(([, path]) => path!);
    expect(assets.length).toBeGreaterThan(0);
    for (const path of assets)
      expect([path, (await get(path)).headers['cache-control']]).toEqual([path, expect.stringContaining('immutable')]);
    for (const page of ['/agency/', '/client/']) expect((await get(page)).text).toContain('<meta name="robots" content="noindex" />');
  });

  it('give an archived file no power: no script, no frame but ours', async () => {
    for (const kind of ['receipt', 'email', 'import_file', 'remittance_statement']) {
      const [document] = await stage.test.owner<{ id: string }>(`select id from documents where client_id = $1 and kind = $2`, [
        stage.cast.a.id,
        kind,
      ]);
      if (!document) continue;
      for (const suffix of ['', '?download']) {
        const answer = await get(`/files/${toGlobalId('Document', stage.cast.a.id, document.id)}${suffix}`, admin);
        const csp = directives(answer);
        expect([kind, answer.status, csp.get('default-src'), csp.get('frame-ancestors'), csp.has('script-src')]).toEqual([
          kind,
          200,
          `'none'`,
          `'self'`,
          false,
        ]);
        expect([
          kind,
          answer.headers['x-content-type-options'],
          String(answer.headers['content-type']).startsWith('text/html') && !csp.has('sandbox'),
        ]).toEqual([kind, 'nosniff', false]);
      }
    }
  });

  it('keep cookies from scripts and foreign forms; under https from plain lines too', async () => {
    const home = 'https://portal.example';
    const api = await createApi({ ...stage.test.settings, PUBLIC_URL: home }, stage.test.clock);
    try {
      await api.listen(0, '127.0.0.1');
      const sign = (url: string, origin: string) =>
        supertest(url).post('/graphql/agency').set('origin', origin).send({
          query: `mutation { signIn(input: { email: "lea@aster-recouvrement.example", password: "aster-2026-cast" }) { user { id } } }`,
        });
      const plain = [(await sign(stage.url, stage.url)).headers['set-cookie']].flat().map(String);
      expect(plain.every((cookie) => /; Path=\/; HttpOnly; SameSite=Lax/.test(cookie) && !/Domain=/i.test(cookie))).toBe(true);
      const secure = await sign(await api.getUrl(), home);
      const cookies = [secure.headers['set-cookie']].flat().map(String);
      expect(cookies.length).toBe(2);
      expect(
        cookies.every(
          (cookie) => cookie.startsWith('__Host-') && /; HttpOnly; SameSite=Lax; Secure/.test(cookie) && !/Domain=/i.test(cookie),
        ),
      ).toBe(true);
      expect(secure.headers['strict-transport-security']).toMatch(/max-age=31536000/);
      // The plain name is not heard under https: a neighbour could have planted it.
      const value = cookies.find((cookie) => cookie.includes('amiable_agency'))!.split(/[=;]/)[1]!;
      const me = (cookie: string) =>
        supertest(api.getHttpServer()).post('/graphql/agency').set({ origin: home, cookie }).send({ query: '{ me { agencyName } }' });
      expect((await me(`amiable_agency=${value}`)).body.data.me).toBeNull();
      expect((await me(`__Host-amiable_agency=${value}`)).body.data.me).not.toBeNull();
    } finally {
      await api.close();
    }
  });
});
