import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { startMailCatcher, type MailCatcher } from './mail-catcher';

describe('the mail catcher', () => {
  let folder: string;
  let catcher: MailCatcher;
  const at = (path: string) => `http://127.0.0.1:${catcher.webPort}${path}`;
  const read = async (path: string): Promise<any> => (await fetch(at(path))).json();
  const send = (mail: object) =>
    createTransport({ host: '127.0.0.1', port: catcher.smtpPort }).sendMail({
      from: 'Agence Été <agence@exemple.test>',
      to: 'martin@exemple.test',
      ...mail,
    });
  const start = () => startMailCatcher({ smtpPort: 0, webPort: 0, dataDir: folder, limit: 3 });

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'amiable-mail-'));
    catcher = await start();
  });

  afterEach(async () => {
    await catcher.stop();
    rmSync(folder, { recursive: true });
  });

  it('shows what was sent, accents, blind copies and attachments included', async () => {
    await send({
      bcc: 'archive@exemple.test',
      subject: 'Facture impayée n° 12',
      text: 'Bonjour',
      html: '<p>Été</p>',
      attachments: [{ filename: 'reçu.pdf', content: Buffer.from('%PDF') }],
    });
    const { total, mails } = await read('/api/mails');
    expect(total).toBe(1);
    expect(mails[0]).toMatchObject({
      subject: 'Facture impayée n° 12',
      recipients: ['martin@exemple.test', 'archive@exemple.test'],
      attachments: 1,
    });
    const mail = await read(`/api/mails/${mails[0].id}`);
    expect(mail.html.trim()).toBe('<p>Été</p>');
    const file = await fetch(at(mail.parts[0].url));
    expect(await file.text()).toBe('%PDF');
    expect(file.headers.get('content-disposition')).toContain("filename*=UTF-8''re%C3%A7u.pdf");
    expect(await (await fetch(at(`/api/mails/${mail.id}/raw`))).text()).toContain('Subject: =?UTF-8?');
  });

  it('keeps the newest mails only, and keeps them over a restart', async () => {
    for (const number of [1, 2, 3, 4]) await send({ subject: `Mail ${number}`, text: '-' });
    await catcher.stop();
    catcher = await start();
    const { mails } = await read('/api/mails');
    expect(mails.map(({ subject }: { subject: string }) => subject)).toEqual(['Mail 4', 'Mail 3', 'Mail 2']);
    expect(readdirSync(folder)).toHaveLength(6);
  });

  it('finds by recipient and subject, and forgets everything on demand', async () => {
    await send({ subject: 'Relance', text: '-' });
    await send({ to: 'durand@exemple.test', subject: 'Relance', text: '-' });
    expect((await read('/api/mails?q=durand+relance')).total).toBe(1);
    expect(await (await fetch(at('/api/mails'), { method: 'DELETE' })).json()).toEqual({ deleted: 2 });
    expect((await read('/api/mails')).total).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('lets nothing of a mail act in the inbox', async () => {
    const attack = '<script>alert(1)</script>';
    await send({
      to: `"${attack}" <x@exemple.test>`,
      subject: attack,
      text: attack,
      html: `${attack}<p>x</p>`,
      attachments: [{ filename: `${attack}"\n.txt`, content: 'x' }],
    });
    const [{ id }] = (await read('/api/mails')).mails;
    for (const page of ['/', `/mails/${id}`, `/?q=${encodeURIComponent(attack)}`]) {
      expect(await (await fetch(at(page))).text()).not.toContain(attack);
    }
    const body = await fetch(at(`/mails/${id}/body`));
    expect(body.headers.get('content-security-policy')).toMatch(/^sandbox allow-popups.*default-src 'none'/);
  });

  it('puts enclosed pictures in place and opens links in a new window', async () => {
    await send({
      html: '<!doctype html><img src="cid:logo@amiable">',
      attachments: [{ filename: 'logo.png', content: Buffer.from('png'), contentType: 'image/png', cid: 'logo@amiable' }],
    });
    const [{ id }] = (await read('/api/mails')).mails;
    const body = await (await fetch(at(`/mails/${id}/body`))).text();
    expect(body.trim()).toBe('<!doctype html><base target="_blank"><img src="data:image/png;base64,cG5n">');
  });

  it('answers only to its own name, and not found for what is not there', async () => {
    const asStranger = new Promise((resolve) => {
      request(at('/api/mails'), { headers: { host: 'evil.example' } }, (response) => resolve(response.statusCode)).end();
    });
    expect(await asStranger).toBe(421);
    for (const path of ['/api/mails/none', '/mails/none', '/api/mails/..%2f..%2fsecret/raw'])
      expect((await fetch(at(path))).status).toBe(404);
  });
});
