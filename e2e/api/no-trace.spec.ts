import { inflateSync } from 'node:zlib';
import { toGlobalId } from '@amiable/platform';
import { castAgencyWords } from './agency-words';
import { formToken, openStage, type Stage } from '../stage';
import { canary } from '@amiable/testing';

/** A thing a debtor received, and all its bytes as text. */
interface Received {
  readonly what: string;
  readonly text: string;
  readonly bytes: number;
}

/** What a PDF says: as it is, its compressed parts unpacked, hexadecimal text (UTF-16) read, XMP included. */
function textOfPdf(pdf: Buffer): string {
  const parts = [pdf.toString('latin1')];
  for (const match of pdf.toString('latin1').matchAll(/stream\r?\n/g)) {
    const from = match.index + match[0].length;
    const to = pdf.indexOf('endstream', from);
    try {
      parts.push(inflateSync(pdf.subarray(from, to)).toString('latin1'));
    } catch {
      // not compressed: it stands in the first part
    }
  }
  const whole = parts.join('\n');
  const hex = [...whole.matchAll(/<([0-9A-Fa-f\s]{8,})>/g)].map(([, digits]) => {
    const bytes = Buffer.from(digits!.replace(/\s/g, ''), 'hex');
    return `${bytes.toString('latin1')}\n${utf16(bytes.subarray(bytes[0] === 0xfe ? 2 : 0))}`;
  });
  return `${whole}\n${hex.join('\n')}`;
}

/** Big-endian UTF-16, as PDF writes its texts. */
function utf16(bytes: Buffer): string {
  return bytes.length % 2 === 0 ? Buffer.from(bytes).swap16().toString('utf16le') : '';
}

/** Mails as they travel, and with their parts decoded: quoted-printable and base64 hide words from a plain search. */
function textOfMail(raw: Buffer, html: string, text: string): string {
  return `${raw.toString('latin1')}\n${html}\n${text}`;
}

/** Under the client's own name a debtor meets the client alone: every byte is looked through (MB2). */
describe('a debtor of a client-name brand', () => {
  let stage: Stage;
  const received: Received[] = [];

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('finds no trace of the agency nor of another brand in any page, header, cookie, mail or PDF', async () => {
    const { a } = stage.cast;
    const base = `/b/${a.slug}`;
    const browser = stage.browser();
    const keep = (what: string, headers: object, body: string | Buffer) => {
      const text = Buffer.isBuffer(body) ? textOfPdf(body) : body;
      const head = JSON.stringify(headers);
      received.push({ what, text: `${head}\n${text}`, bytes: head.length + body.length });
    };
    const get = async (path: string) => {
      const answer = await browser.get(path).buffer(true);
      const body = Buffer.isBuffer(answer.body) && answer.body.length > 0 ? answer.body : (answer.text ?? '');
      keep(`GET ${path.replace(/\/p\/.*/, '/p/…')}`, answer.headers, body);
      return answer;
    };
    const post = async (path: string, form: object) => {
      const answer = await browser.post(path).set('origin', stage.url).type('form').send(form);
      keep(`POST ${path.replace(/\/p\/.*/, '/p/…')} ${answer.status}`, answer.headers, answer.text ?? '');
      return answer;
    };

    // Before the door: public pages in every language, errors, wrong tries.
    for (const path of [
      '',
      '/enter',
      '/verify',
      '/link',
      '/legal',
      '/privacy',
      '/accessibility',
      '/claim',
      '/pay',
      '/p/nothing',
      '/nowhere',
      '/robots.txt',
      '/sitemap.xml',
      '/.well-known/security.txt',
    ])
      await get(`${base}${path}`);
    for (const language of ['en', 'de', 'es', 'it', 'nl'])
      for (const path of ['/enter', '/legal', '/privacy', '/accessibility']) await get(`${base}${path}?lang=${language}`);
    await get(`${base}/enter?lang=fr`);
    const token = async (path: string) => formToken((await get(`${base}${path}`)).text);
    await post(`${base}/enter`, { _csrf: await token('/enter'), reference: 'XXXX', code: 'XXXX' });
    await post(`${base}/verify`, { _csrf: await token('/verify'), reference: a.cases[0].reference });
    await post(`${base}/verify`, { _csrf: await token('/verify'), reference: 'ZZZZ-ZZZZ-ZZZZ' });
    await post(`${base}/link`, { _csrf: await token('/link'), reference: a.cases[0].reference });

    // Through the door, in, and money moves.
    const door = `${base}/p/${a.cases[0].token}`;
    await post(door, { _csrf: formToken((await get(door)).text), postcode: '00000' });
    await post(door, { _csrf: formToken((await get(door)).text), postcode: a.cases[0].postcode });
    const claim = await get(`${base}/claim`);
    expect(claim.status).toBe(200);
    for (const [, path] of claim.text.matchAll(/href="(\/b\/[^"#?]+)"/g)) await get(path!);
    await post(`${base}/pay`, { _csrf: formToken((await get(`${base}/pay`)).text), choice: 'part', amount: 'x' });

    const agency = await stage.signIn('agency', stage.cast.staff.admin.email);
    const caseId = toGlobalId('Case', a.id, a.cases[0].caseId);
    for (const template of ['reminder_1', 'reminder_2', 'free_message', 'formal_notice'])
      await agency(`mutation($input: SendMessageInput!) { sendMessage(input: $input) { __typename } }`, {
        input: { caseId, template, note: 'Bonjour', idempotencyKey: `no-trace-${template}` },
      });
    await agency(`mutation($input: RecordTransferInput!) { recordTransfer(input: $input) { __typename } }`, {
      input: { caseId, amount: '111.11', receivedOn: '2026-11-02', bankReference: 'VIR 1', idempotencyKey: 'no-trace-transfer' },
    });
    stage.on('2026-11-03');
    await stage.workerRuns();
    await get(`${base}/claim`);
    for (const mail of await stage.mails())
      if (JSON.stringify(mail.to).includes('alize-debiteur'))
        received.push({ what: `mail “${mail.subject}”`, text: textOfMail(mail.raw, mail.html, mail.text), bytes: mail.raw.length });
    const documents = await stage.test.owner<{ kind: string; bytes: Buffer; content_type: string }>(
      `select kind, bytes, content_type from documents where client_id = $1 and case_id = $2`,
      [a.id, a.cases[0].caseId],
    );
    for (const { kind, bytes, content_type } of documents) if (content_type === 'application/pdf') keep(`PDF ${kind}`, {}, bytes);

    const forbidden = [...castAgencyWords(), canary, `Transports ${canary}`];
    const found = received.flatMap(({ what, text }) =>
      forbidden.filter((word) => text.toLowerCase().includes(word.toLowerCase())).map((word) => `${what}: ${word}`),
    );
    expect(found).toEqual([]);

    const kinds = (start: string) => received.filter(({ what }) => what.startsWith(start));
    expect(kinds('mail').length).toBeGreaterThan(1);
    expect(kinds('PDF').length).toBeGreaterThan(0);
    expect(kinds('GET').length).toBeGreaterThan(40);
    const report = ['GET', 'POST', 'mail', 'PDF'].map(
      (start) => `${kinds(start).length} ${start} of ${kinds(start).reduce((sum, { bytes }) => sum + bytes, 0)} bytes`,
    );
    process.stdout.write(`scan of ${a.brandName}: ${report.join(', ')}; ${forbidden.length} words looked for, none found\n`);
  }, 240_000);

  it('would be found if there were one', () => {
    const planted = received.find(({ what }) => what.startsWith('GET'))!;
    expect(castAgencyWords().filter((word) => `${planted.text} ${castAgencyWords()[0]}`.includes(word))).toEqual([castAgencyWords()[0]]);
  });
});
