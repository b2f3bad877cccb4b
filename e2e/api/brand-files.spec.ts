import { toGlobalId } from '@amiable/platform';
import { openStage, type Stage } from '../stage';
import { enter } from './seated';

const svg = (inside = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><path d="M0 0h40v40z" fill="#0b6e5b"/>${inside}</svg>`;

const asBytes = (res: unknown, done: (error: Error | null, body: Buffer) => void): void => {
  const chunks: Buffer[] = [];
  (res as NodeJS.ReadableStream).on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)));
};

/** Logos in, previews out, fonts and pictures from our own host. */
describe('files of a brand', () => {
  let stage: Stage;
  let manager: string;
  let owner: string;
  let reader: string;
  let brandId: string;

  beforeAll(async () => {
    stage = await openStage();
    const { staff, a } = stage.cast;
    manager = (await enter(stage, 'agency', 'manager', staff.manager.email)).cookie;
    owner = (await enter(stage, 'client', 'owner', a.owner.email)).cookie;
    reader = (await enter(stage, 'client', 'reader', a.reader.email)).cookie;
    brandId = toGlobalId('Brand', a.id, a.brandId);
  });
  afterAll(() => stage.close());

  const upload = (cookie: string, bytes: string | Buffer, brand = brandId) =>
    stage
      .browser()
      .post(`/files/brand-logos?brand=${brand}`)
      .set('origin', stage.url)
      .set('cookie', cookie)
      .type('application/octet-stream')
      .send(Buffer.from(bytes));
  const preview = (face: string, query: object = {}, cookie = manager, brand = brandId) =>
    stage.browser().get(`/files/brand-previews/${brand}/${face}`).query(query).set('cookie', cookie);
  const edit = (cookie: string, audience: 'agency' | 'client', version: number, fields: object) =>
    stage.ask(
      audience,
      `mutation($input: ReviseBrandInput!) { reviseBrand(input: $input) { version } }`,
      { input: { brandId, version, fields, idempotencyKey: `revise-brand-${version}` } },
      cookie,
    );

  it('a logo is cleaned on its way in, drawn for mails, and worn once saved: page, mail and letter show it', async () => {
    const taken = await upload(owner, svg('<script>alert(1)</script><text onclick="x" y="9">Alizé</text>'));
    expect([taken.status, taken.body.removed]).toEqual([201, 2]);
    expect(Buffer.from(taken.body.dataUri.split(',')[1], 'base64').toString()).not.toMatch(/script|onclick/);
    expect((await edit(owner, 'client', 1, { logoId: taken.body.logoId, font: 'inter' })).data).toEqual({ reviseBrand: { version: 2 } });
    const page = await stage.browser().get(`/b/${stage.cast.a.slug}/enter`);
    expect(page.text).toContain(taken.body.dataUri);
    const [, name] = /src:url\(\/fonts\/(inter-400\.[0-9a-f]{12}\.woff2)\)/.exec(page.text)!;
    const font = await stage.browser().get(`/fonts/${name}`).buffer(true).parse(asBytes);
    expect([font.status, font.headers['cache-control'], font.body.subarray(0, 4).toString()]).toEqual([
      200,
      'public, max-age=31536000, immutable',
      'wOF2',
    ]);
    expect((await stage.browser().get('/fonts/inter-400.000000000000.woff2')).status).toBe(404);
    expect((await stage.browser().get('/fonts/..%2f..%2fpackage.json')).status).toBe(404);
    expect((await preview('email')).text).toMatch(/<img src="data:image\/png;base64,/);
    expect((await preview('letter')).text).toContain('@font-face');
  });

  it('a large logo is no weight of the page: it has an address of its own on the brand’s path, and on no other', async () => {
    const many = Array.from({ length: 200 }, (_, i) => `<path d="M${i} 0h4v4z"/>`).join('');
    const { logoId } = (await upload(manager, svg(many))).body;
    await edit(manager, 'agency', 2, { logoId });
    const page = await stage.browser().get(`/b/${stage.cast.a.slug}/enter`);
    const [, address] = /<img class="logo[^"]*" src="([^"]+)"/.exec(page.text)!;
    expect(address).toMatch(new RegExp(`^/b/${stage.cast.a.slug}/logo/[0-9a-f]{12}$`));
    const picture = await stage.browser().get(address!);
    expect([picture.status, picture.headers['content-type'], picture.headers['content-security-policy']]).toEqual([
      200,
      'image/svg+xml',
      expect.stringContaining('sandbox'),
    ]);
    expect((await stage.browser().get(address!.replace(stage.cast.a.slug, stage.cast.b.slug))).status).toBe(404);
  });

  it('what is no picture is refused in words, and nobody uploads for another', async () => {
    for (const [bytes, code] of [
      ['GIF89a', 'LOGO_UNKNOWN_FORMAT'],
      ['', 'LOGO_UNKNOWN_FORMAT'],
      ['<!DOCTYPE svg><svg/>', 'LOGO_HAS_DOCTYPE'],
      [Buffer.alloc(1_100_000, 1), 'LOGO_TOO_LARGE'],
    ] as const)
      expect((await upload(manager, bytes)).body).toMatchObject({ code });
    expect((await upload(reader, svg())).status).toBe(403);
    expect((await upload('', svg())).status).toBe(401);
    const other = toGlobalId('Brand', stage.cast.b.id, stage.cast.b.brandId);
    expect((await upload(owner, svg(), other)).status).toBe(404);
    for (const face of ['page', 'email', 'letter']) expect((await preview(face, {}, owner, other)).status).toBe(404);
  });

  it('a preview shows what is typed and not saved, by the real pages, without any power', async () => {
    const typed = {
      name: 'Nom pas encore <b>gardé</b>',
      primaryColour: '#ffdd00',
      secondaryColour: '',
      radius: '16',
      font: 'serif',
      lang: 'en',
    };
    for (const face of ['page', 'email', 'letter']) {
      const answer = await preview(face, typed);
      expect([face, answer.status]).toEqual([face, 200]);
      expect(answer.text).toMatch(/Nom pas encore &(lt|#60);b/);
      expect(answer.text).toContain('#ffdd00');
      expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none';.*sandbox$/);
      expect(answer.headers['cache-control']).toContain('no-store');
      expect(answer.text).not.toContain(stage.cast.agencyName); // client A speaks under its own name
    }
    const [light, dark] = [await preview('page', { ...typed, scheme: 'light' }), await preview('page', { ...typed, scheme: 'dark' })];
    expect(light.text).not.toMatch(/prefers-color-scheme/);
    expect(dark.text).toMatch(/@media all ?\{/);
    const [{ name }] = (await stage.test.owner(`select name from brands where client_id = $1`, [stage.cast.a.id])) as [{ name: string }];
    expect(name).toBe(stage.cast.a.brandName);
  });

  it('half typed values leave the saved ones in their place', async () => {
    const answer = await preview('page', { primaryColour: '#12', radius: 'x', font: 'comic', name: ' ', senderEmail: 'a@' });
    expect([answer.status, answer.text.includes('#0b6e5b'), answer.text.includes(stage.cast.a.brandName)]).toEqual([200, true, true]);
  });

  it('the letter is printed as it would be', async () => {
    const pdf = await preview('letter.pdf', { name: 'Alizé Maison' }).buffer(true).parse(asBytes);
    expect([pdf.status, pdf.body.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  });
});
