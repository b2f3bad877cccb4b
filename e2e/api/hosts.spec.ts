import { formToken, openStage, type Stage } from '../stage';
import { ask } from './raw-request';

/** Whose page an address is comes from the table of brands; what a request claims about its host leads nowhere. */
describe('the walls between hosts', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    const { a, b } = stage.cast;
    for (const { id, brandId, slug } of [a, b]) {
      await stage.test.owner(`update brands set host = $3 where client_id = $1 and id = $2`, [id, brandId, `payer.${slug}.example`]);
      await stage.test.owner(`insert into brand_addresses (address, client_id, brand_id) values ($1, $2, $3)`, [
        `host:payer.${slug}.example`,
        id,
        brandId,
      ]);
    }
  });
  afterAll(() => stage.close());

  it('a brand lives on its own host, exactly spelled, and nowhere else', async () => {
    const { a, b } = stage.cast;
    const own = await ask(stage.url, '/enter', { host: `payer.${a.slug}.example` });
    expect([own.status, own.text.includes(a.brandName)]).toEqual([200, true]);
    for (const host of [
      `x.payer.${a.slug}.example`,
      `payer.${a.slug}.example.evil.example`,
      `payer-${a.slug}.example`,
      'unknown.example',
      '203.0.113.9',
      `PAYER.${a.slug}.example.`,
      `payer.${a.slug}.example%00`,
      'localhost',
    ]) {
      for (const path of ['/', '/enter', '/verify', `/p/${a.cases[0].token}`, `/b/${a.slug}`, `/b/${a.slug}/enter`]) {
        const answer = await ask(stage.url, path, { host });
        expect([host, path, answer.status]).toEqual([host, path, expect.any(Number)]);
        expect([400, 404, 421]).toContain(answer.status);
        expect([host, path, answer.text.includes(a.brandName) || answer.text.includes(b.brandName)]).toEqual([host, path, false]);
      }
    }
    // One client's link, reference and path mean nothing on another's host.
    const foreign = await ask(stage.url, `/p/${a.cases[0].token}`, { host: `payer.${b.slug}.example` });
    expect([foreign.status, foreign.text.includes(a.brandName)]).toEqual([404, false]);
    expect((await ask(stage.url, `/b/${a.slug}/enter`, { host: `payer.${b.slug}.example` })).status).toBe(404);
  });

  const evil = 'evil.example'; // longer than chance: a nonce of 22 letters may well hold « evil »
  const hostile = (home: string): string[] => [
    evil,
    `${evil}:443`,
    `${evil}:80`,
    `www.${evil}`,
    `${home}.${evil}`,
    `${evil}/${home}`,
    `${evil}#${home}`,
    `${evil}?${home}`,
    `${home}@${evil}`,
    `${home}:x@${evil}`,
    `${home},${evil}`,
    `${evil},${home}`,
    `${home} ${evil}`,
    `${home}\t${evil}`,
    `//${evil}`,
    `http://${evil}`,
    `https://${evil}/agency/`,
    `${evil}\\`,
    `\\\\${evil}`,
    `[${evil}]`,
    `${evil}%0d%0aX-Evil: 1`,
    `${evil}%00`,
    `"><script src=//${evil}>`,
    `'; drop table brands --${evil}`,
    `{{constructor.constructor('return 1')()}}.${evil}`,
    `\${7*7}.${evil}`,
    `xn--vil-9la.${evil}`,
    `${'a.'.repeat(100)}${evil}`,
    `${evil}.`,
    `-${evil}`,
    `169.254.169.254.${evil}`,
  ];
  const carriers = [
    'host',
    'x-forwarded-host',
    'x-host',
    'x-forwarded-server',
    'x-http-host-override',
    'x-original-host',
    'x-rewrite-url',
    'x-original-url',
    'forwarded',
    'x-forwarded-proto',
    'x-forwarded-prefix',
    'via',
    'referer',
  ];

  it('no hostile host comes back in a page, a redirect or a cookie', async () => {
    const { slug, cases } = stage.cast.a;
    const values = hostile(new URL(stage.url).host);
    expect(values.length).toBeGreaterThanOrEqual(30);
    const faults: string[] = [];
    let asked = 0;
    for (const value of values) {
      for (const name of carriers) {
        const carried = name === 'forwarded' ? `host=${value};proto=https` : value;
        for (const path of name === 'host' || name === 'x-forwarded-host'
          ? ['/', '/agency/', `/b/${slug}`, `/b/${slug}/enter`, `/b/${slug}/p/${cases[0].token}`, '/enter', '/health/ready', '/nowhere']
          : ['/', `/b/${slug}/enter`]) {
          const answer = await ask(stage.url, path, { [name]: carried });
          asked++;
          if (answer.text.toLowerCase().includes(evil)) faults.push(`${name}: ${carried} comes back at ${path}`);
          if (answer.status >= 500) faults.push(`${name}: ${carried} made ${answer.status} at ${path}`);
        }
      }
    }
    expect(faults).toEqual([]);
    expect(asked).toBeGreaterThan(1_000);
  });

  it('no hostile host reaches a mail: its links come from the brand alone', async () => {
    const { a } = stage.cast;
    const page = await stage.browser().get(`/b/${a.slug}/link`);
    const cookie = [page.headers['set-cookie']]
      .flat()
      .map((line) => String(line).split(';')[0])
      .join('; ');
    for (const [i, name] of carriers.filter((one) => one !== 'host').entries()) {
      stage.on(
        stage.test.clock.now().toZonedDateTimeISO('Europe/Paris').toPlainDate().toString(),
        `${String(8 + Math.floor(i / 4)).padStart(2, '0')}:${String((i % 4) * 15).padStart(2, '0')}`,
      );
      await ask(
        stage.url,
        `/b/${a.slug}/link`,
        {
          'content-type': 'application/x-www-form-urlencoded',
          cookie,
          origin: 'null',
          'sec-fetch-site': 'same-origin',
          [name]: name === 'forwarded' ? `host=${evil}` : evil,
        },
        `_csrf=${encodeURIComponent(formToken(page.text))}&reference=${a.cases[i % 2]!.reference}`,
      );
    }
    await stage.settle();
    const mails = await stage.mails();
    expect(mails.length).toBeGreaterThan(2);
    for (const mail of mails) {
      expect(mail.raw.toString('latin1')).not.toContain(evil);
      const links = [...mail.html.matchAll(/href="(https?:[^"]+)"/g)].map(([, link]) => new URL(link!));
      expect(links.filter((link) => link.pathname.includes('/p/')).map((link) => link.hostname)).toEqual(
        expect.arrayContaining([`payer.${a.slug}.example`]),
      );
      expect(
        links.filter((link) => ![`payer.${a.slug}.example`, `${a.slug}.example`, new URL(stage.url).hostname].includes(link.hostname)),
      ).toEqual([]);
    }
  });
});
