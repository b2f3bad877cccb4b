import { toGlobalId } from '@amiable/platform';
import { formToken, openStage, type Stage } from '../stage';
import { faultsOf, naughty, type Attempt } from './naughty';
import { ask } from './raw-request';
import { enter, enterAsDebtor } from './seated';

/** The same strings through everything that is no GraphQL: the debtor's forms and addresses, files, webhooks. */
describe('malformed forms, files and webhooks', () => {
  let stage: Stage;
  let debtor: string;
  let staff: string;
  let base: string;

  beforeAll(async () => {
    stage = await openStage();
    debtor = await enterAsDebtor(stage, stage.cast.a, 0);
    staff = (await enter(stage, 'agency', 'admin', stage.cast.staff.admin.email)).cookie;
    base = `/b/${stage.cast.a.slug}`;
  });
  afterAll(() => stage.close());

  const send = (method: string, path: string, headers: Record<string, string>, body?: string | Buffer) =>
    ask(stage.url, path, headers, body, method);
  const strings = Object.entries(naughty);
  const encoded = (text: string) => encodeURIComponent(text.toWellFormed());
  /** The answers to hostile text may repeat it as text, never as markup. */
  const asMarkup = /<script>alert\(1\)|<svg\/onload|<img src=x/;

  it('in each field of each form of the debtor', async () => {
    const token = async (path: string, cookie: string): Promise<[string, string]> => {
      const page = await stage.browser().get(path).set('cookie', cookie);
      return [
        formToken(page.text),
        cookie ||
          [page.headers['set-cookie']]
            .flat()
            .map((line) => String(line).split(';')[0])
            .join('; '),
      ];
    };
    const forms: Array<[string, string[], string]> = [
      [`/p/${stage.cast.a.cases[1].token}`, ['postcode', '_csrf'], ''],
      ['/enter', ['reference', 'code', '_csrf'], ''],
      ['/link', ['reference'], ''],
      ['/verify', ['reference'], ''],
      ['/pay', ['choice', 'invoiceIds', 'amount', '_csrf'], debtor],
    ];
    const attempts: Attempt[] = [];
    for (const [path, names, session] of forms) {
      const [csrf, cookie] = await token(base + path, session);
      for (const name of names) {
        for (const [what, text] of strings) {
          const rest = path === '/pay' && name !== 'choice' ? `&choice=${name === 'amount' ? 'part' : 'invoices'}` : '';
          for (const shape of [
            `${name}=${encoded(text)}`,
            `${name}=${encoded(text)}&${name}=2`,
            `${name}[]=${encoded(text)}`,
            `${name}[__proto__][x]=${encoded(text)}`,
            `${encoded(text)}=1`,
          ].slice(0, what.startsWith('sql') || what === 'nul' ? 5 : 1)) {
            const body = `${name === '_csrf' ? '' : `_csrf=${encodeURIComponent(csrf)}&`}${shape}${rest}`;
            attempts.push({
              name: `${path} ${name} with ${what}`,
              send: async () => {
                const answer = await send(
                  'POST',
                  base + path,
                  { cookie, origin: stage.url, 'content-type': 'application/x-www-form-urlencoded' },
                  body,
                );
                return asMarkup.test(answer.text) ? { status: 599, text: 'the text came back as markup' } : answer;
              },
            });
          }
        }
      }
    }
    expect(attempts.length).toBeGreaterThan(800);
    expect(await faultsOf(attempts)).toEqual([]);
  }, 180_000);

  it('in addresses, cookies and query strings', async () => {
    const attempts = strings
      .filter(([, text]) => text.length < 6_000)
      .flatMap(([what, text]): Attempt[] => [
        ...['/p/', '/return/', '/receipts/', '/', '/claim?notice=', '/enter?lang=', '/claim?lang[]='].map((path) => ({
          name: `${base}${path} with ${what}`,
          send: () => send('GET', `${base}${path}${encoded(text)}`, { cookie: debtor }),
        })),
        ...['/b/', '/files/', '/files/imports/', '/agency/', '/client/', '/graphql/', '/webhooks/', '/'].map((path) => ({
          name: `${path} with ${what}`,
          send: () => send('GET', `${path}${encoded(text)}`, { cookie: staff }),
        })),
        ...['amiable_agency', 'amiable_debtor', 'amiable_visit', 'amiable_device', 'amiable_lang'].map((name) => ({
          name: `cookie ${name} with ${what}`,
          send: () => send('GET', `${base}/enter`, { cookie: `${name}=${encoded(text)}` }),
        })),
      ]);
    expect(await faultsOf(attempts)).toEqual([]);
  }, 180_000);

  it('in the name, the mapping and the cells of an import file', async () => {
    const to = `/files/imports?client=${toGlobalId('Client', stage.cast.a.id, stage.cast.a.id)}`;
    const good = 'N° facture;Code client;Client;Date facture;Échéance;Montant TTC\n';
    const row = (text: string, at: number) =>
      ['N-1', 'N900', 'Nouveau', '01/09/2026', '01/10/2026', '842,50']
        .map((cell, i) => (i === at ? `"${text.replaceAll('"', '""')}"` : cell))
        .join(';');
    const headers = { cookie: staff, origin: stage.url, 'content-type': 'text/csv' };
    const attempts = strings
      .filter(([what]) => what !== 'huge')
      .flatMap(([what, text]): Attempt[] => [
        ...(text.length < 3_000
          ? [
              {
                name: `file name with ${what}`,
                send: () => send('POST', to, { ...headers, 'x-file-name': encoded(text) }, good + row('x', 9)),
              },
              {
                name: `mapping with ${what}`,
                send: () => send('POST', to, { ...headers, 'x-mapping': encoded(text) }, good + row('x', 9)),
              },
            ]
          : []),
        ...[0, 2, 3, 5].map((at) => ({ name: `cell ${at} with ${what}`, send: () => send('POST', to, headers, good + row(text, at)) })),
        {
          name: `header with ${what}`,
          send: () => send('POST', to, headers, good.replace('Client;', `"${text.replaceAll('"', '""')}";`) + row('x', 9)),
        },
        { name: `file of ${what}`, send: () => send('POST', to, headers, text) },
        {
          name: `file of ${what} in UTF-16`,
          send: () => send('POST', to, headers, Buffer.from(`\ufeff${good}${row(text, 1)}`, 'utf16le')),
        },
      ]);
    expect(await faultsOf(attempts)).toEqual([]);
    const names = await stage.test.owner<{ filename: string }>(`select filename from imports`);
    expect(names.filter(({ filename }) => /[\\/\0-\x1f]/.test(filename))).toEqual([]);
  }, 240_000);

  it('in the body and the signature of a webhook', async () => {
    const before = await stage.test.owner(`select count(*) from inbox_events`);
    const attempts = strings.flatMap(([what, text]): Attempt[] => [
      {
        name: `body of ${what}`,
        send: () => send('POST', '/webhooks/stripe', { 'content-type': 'application/json', 'stripe-signature': 't=1,v1=00' }, text),
      },
      {
        name: `event of ${what}`,
        send: () =>
          send(
            'POST',
            '/webhooks/stripe',
            { 'content-type': 'application/json', 'stripe-signature': `t=${Math.floor(Date.now() / 1000)},v1=${'0'.repeat(64)}` },
            JSON.stringify({ id: text, object: 'event', type: text }),
          ),
      },
      ...(text.length < 3_000
        ? [
            {
              name: `signature of ${what}`,
              send: () => send('POST', '/webhooks/stripe', { 'content-type': 'application/json', 'stripe-signature': encoded(text) }, '{}'),
            },
          ]
        : []),
    ]);
    const taken: string[] = [];
    expect(
      await faultsOf(
        attempts.map(({ name, send: once }) => ({
          name,
          send: async () => {
            const answer = await once();
            if (answer.status === 200) taken.push(name);
            return answer;
          },
        })),
      ),
    ).toEqual([]);
    expect(taken).toEqual([]);
    expect(await stage.test.owner(`select count(*) from inbox_events`)).toEqual(before);
  });
});
