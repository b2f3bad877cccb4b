import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { csvFile, jpegFile, pdfFile, pngFile, proofKinds, xlsxFile, type FileKind } from './file-kinds';
import { boundaryOf, parseMultipart } from './multipart';
import { checkFile, plainName, readUpload, type Upload } from './read-upload';

const megabyte = 1024 * 1024;
const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');
const picture = (width: number, height: number, pixel: (x: number, y: number) => number[]) => {
  const data = Buffer.alloc(width * height * 4);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data.set([...pixel(x, y), 255], (y * width + x) * 4);
  return { width, height, data };
};
const jpg = (width = 16, height = 8, pixel: (x: number, y: number) => number[] = () => [200, 30, 30]) =>
  jpeg.encode(picture(width, height, pixel), 90).data;
const png = (width = 8, height = 8) => {
  const made = new PNG({ width, height });
  made.data.fill(120);
  return PNG.sync.write(made);
};
/** A camera's block: held sideways, and where it was. */
const withExif = (bytes: Buffer, orientation: number) => {
  const tiff = Buffer.alloc(26);
  tiff.write('II*\0', 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  const body = Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from('GPS 48.8566 2.3522')]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([bytes.subarray(0, 2), head, body, bytes.subarray(2)]);
};
const workbook = (extra: Record<string, Uint8Array> = {}) =>
  Buffer.from(zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<workbook/>'), ...extra }));
const check = (filename: string, bytes: Buffer, kinds: readonly FileKind[] = proofKinds) =>
  checkFile({ field: 'files', filename, bytes }, { kinds, largestFile: megabyte });
const refused = (asked: Promise<unknown>) =>
  asked.then(
    () => 'taken',
    (error: { code: string }) => error.code,
  );

describe('a file', () => {
  it('is taken when its name, its content and its size agree', async () => {
    expect(await check('Reçu de la banque.PDF', pdf)).toMatchObject({
      filename: 'Reçu de la banque.PDF',
      contentType: 'application/pdf',
      bytes: pdf,
    });
    expect(await check('photo.jpeg', jpg())).toMatchObject({ contentType: 'image/jpeg' });
    expect(await check('capture.png', png())).toMatchObject({ contentType: 'image/png' });
    expect(await check('grand-livre.xlsx', workbook(), [xlsxFile])).toMatchObject({ kind: 'xlsx' });
    expect(await check('grand-livre.csv', Buffer.from('Facture;Montant\nF-1;12,50\n'), [csvFile])).toMatchObject({ kind: 'csv' });
    expect(await check('utf16.csv', Buffer.from('\ufeffFacture;12', 'utf16le'), [csvFile])).toMatchObject({ kind: 'csv' });
  });

  const html = Buffer.from('<html><script>alert(1)</script></html>');
  it.each<[string, string, Buffer, string, (readonly FileKind[])?]>([
    ['a page named PDF', 'facture.pdf', html, 'FILE_NOT_WHAT_IT_SAYS'],
    ['a page before a PDF', 'facture.pdf', Buffer.concat([html, pdf]), 'FILE_NOT_WHAT_IT_SAYS'],
    ['a zip behind a PDF', 'facture.pdf', Buffer.concat([pdf, workbook()]), 'FILE_NOT_WHAT_IT_SAYS'],
    [
      'a PDF that runs a script',
      'facture.pdf',
      Buffer.from(pdf.toString().replace('/Catalog', '/Catalog /JS (x)')),
      'FILE_NOT_WHAT_IT_SAYS',
    ],
    ['a PDF cut in the middle', 'facture.pdf', pdf.subarray(0, 40), 'FILE_NOT_WHAT_IT_SAYS'],
    ['a PDF named picture', 'facture.png', pdf, 'FILE_NOT_WHAT_IT_SAYS'],
    ['a picture named PDF', 'facture.pdf', png(), 'FILE_NOT_WHAT_IT_SAYS'],
    ['a program', 'facture.pdf.exe', pdf, 'FILE_KIND_NOT_ALLOWED'],
    ['a drawing that may hold scripts', 'logo.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'FILE_KIND_NOT_ALLOWED'],
    ['no ending', 'facture', pdf, 'FILE_KIND_NOT_ALLOWED'],
    ['nothing', 'facture.pdf', Buffer.alloc(0), 'FILE_EMPTY'],
    ['too much', 'facture.pdf', Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(megabyte), Buffer.from('%%EOF')]), 'FILE_TOO_LARGE'],
    ['a picture that is none', 'photo.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1]), 'PICTURE_UNREADABLE'],
    ['a picture cut in the middle', 'capture.png', png(64, 64).subarray(0, 70), 'PICTURE_UNREADABLE'],
    ['a picture with a tail', 'capture.png', Buffer.concat([png(), Buffer.from('PK\x03\x04')]), 'PICTURE_UNREADABLE'],
    ['a page as CSV', 'x.csv', Buffer.from('\ufeff  <html>'), 'FILE_NOT_WHAT_IT_SAYS', [csvFile]],
    ['bytes as CSV', 'x.csv', Buffer.from([0x41, 0, 0x42, 7]), 'FILE_NOT_WHAT_IT_SAYS', [csvFile]],
    ['any zip as workbook', 'x.xlsx', Buffer.from(zipSync({ 'a.txt': strToU8('x') })), 'FILE_NOT_WHAT_IT_SAYS', [xlsxFile]],
    ['macros', 'x.xlsx', workbook({ 'xl/vbaProject.bin': strToU8('x') }), 'FILE_NOT_WHAT_IT_SAYS', [xlsxFile]],
    ['a zip bomb', 'x.xlsx', workbook({ 'xl/sheet1.xml': new Uint8Array(4 * megabyte) }), 'FILE_NOT_WHAT_IT_SAYS', [xlsxFile]],
    ['a workbook with a tail', 'x.xlsx', Buffer.concat([workbook(), html]), 'FILE_NOT_WHAT_IT_SAYS', [xlsxFile]],
    ['a workbook that climbs out', 'x.xlsx', workbook({ '../../etc/passwd': strToU8('x') }), 'FILE_NOT_WHAT_IT_SAYS', [xlsxFile]],
  ])('%s: refused', async (_, filename, bytes, code, kinds = proofKinds) => {
    expect(await refused(check(filename, bytes, kinds))).toBe(code);
  });

  it('a picture that unpacks to gigabytes is refused by its head, in no time', async () => {
    const bomb = png();
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    const wide = jpg();
    const frame = wide.indexOf(Buffer.from([0xff, 0xc0]));
    wide.writeUInt16BE(65_000, frame + 5);
    wide.writeUInt16BE(65_000, frame + 7);
    const began = performance.now();
    expect(await refused(check('bombe.png', bomb))).toBe('PICTURE_TOO_LARGE');
    expect(await refused(check('bombe.jpg', wide))).toBe('PICTURE_TOO_LARGE');
    expect(performance.now() - began).toBeLessThan(500);
  });

  it('a picture leaves where it was taken and what was hung on it behind, and stands upright', async () => {
    // Left half red, right half blue, as the sensor saw it; held sideways the red is on top.
    const taken = withExif(
      jpg(32, 16, (x) => (x < 16 ? [250, 0, 0] : [0, 0, 250])),
      6,
    );
    const { bytes } = await check('photo.jpg', Buffer.concat([taken, Buffer.from('<script>alert(1)</script>')]));
    expect(bytes.includes('GPS')).toBe(false);
    expect(bytes.includes('Exif')).toBe(false);
    expect(bytes.includes('<script>')).toBe(false);
    const seen = jpeg.decode(bytes);
    expect([seen.width, seen.height]).toEqual([16, 32]);
    const at = (x: number, y: number) => [...seen.data.subarray((y * 16 + x) * 4, (y * 16 + x) * 4 + 3)].map((v) => (v > 125 ? 1 : 0));
    expect([at(8, 4), at(8, 28)]).toEqual([
      [1, 0, 0],
      [0, 0, 1],
    ]);
  });

  it.each([
    ['C:\\Users\\me\\Reçu.pdf', 'Reçu.pdf'],
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['a\u202efdp.exe.pdf', 'afdp.exe.pdf'],
    ['"><script>.pdf', 'script.pdf'],
    ['.htaccess', 'htaccess'],
    ['', 'fichier'],
    [`${'é'.repeat(300)}.pdf`, `${'é'.repeat(116)}.pdf`],
  ])('the name %j is kept as %j', (given, kept) => expect(plainName(given)).toBe(kept));
});

describe('a form with files', () => {
  let server: Server;
  let last: Upload | undefined;
  const policy = { kinds: [pdfFile, jpegFile, pngFile], mostFiles: 2, largestFile: megabyte };
  beforeAll(async () => {
    server = createServer((req, res) => {
      void readUpload(req, policy).then(
        (upload) => ((last = upload), res.end()),
        () => ((last = undefined), res.writeHead(500).end()),
      );
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  afterAll(() => new Promise((done) => server.close(done)));
  const post = async (body: FormData | string, headers?: Record<string, string>): Promise<Upload> => {
    last = undefined;
    await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { method: 'POST', body, headers });
    return last!;
  };
  const form = (fields: Array<[string, string]>, files: Array<[string, Buffer]> = []) => {
    const made = new FormData();
    for (const [name, value] of fields) made.append(name, value);
    for (const [name, bytes] of files) made.append('files', new Blob([new Uint8Array(bytes)]), name);
    return made;
  };

  it('as a browser sends it: fields, several of one name, files, a file field left alone', async () => {
    const sent = form(
      [
        ['note', 'Payé le 3 ; « merci »\r\nà vous'],
        ['line', 'a'],
        ['line', 'b'],
      ],
      [
        ['reçu "n°1".pdf', pdf],
        ['photo.png', png()],
      ],
    );
    const { fields, files, refusal } = await post(sent);
    expect(refusal).toBeNull();
    expect({ ...fields }).toEqual({ note: 'Payé le 3 ; « merci »\r\nà vous', line: ['a', 'b'] });
    expect(files.map(({ field, filename, kind }) => [field, filename, kind])).toEqual([
      ['files', 'reçu n°1.pdf', 'pdf'],
      ['files', 'photo.png', 'png'],
    ]);
  });

  it('keeps what was typed when a file is refused, and keeps no file then', async () => {
    const upload = await post(form([['note', 'mon mot']], [['a.pdf', pdf], ['b.pdf', Buffer.from('<html>')]])); // prettier-ignore
    expect([upload.fields.note, upload.files, upload.refusal?.code]).toEqual(['mon mot', [], 'FILE_NOT_WHAT_IT_SAYS']);
  });

  it('bounds the number of files and the whole, and still reads the words that came first', async () => {
    const three = await post(form([['note', 'x']], [['a.pdf', pdf], ['b.pdf', pdf], ['c.pdf', pdf]])); // prettier-ignore
    expect([three.refusal?.code, three.refusal?.facts]).toEqual(['UPLOAD_TOO_MANY_FILES', { most: 2 }]);
    const huge = await post(form([['note', 'avant']], [['a.pdf', Buffer.alloc(4 * megabyte)]]));
    expect([huge.fields.note, huge.refusal?.code]).toEqual(['avant', 'UPLOAD_TOO_LARGE']);
  });

  it('answers no form at all, and a form without end, in the same calm way', async () => {
    expect((await post('a=b', { 'content-type': 'application/x-www-form-urlencoded' })).refusal?.code).toBe('UPLOAD_MALFORMED');
    const type = { 'content-type': 'multipart/form-data; boundary=xx' };
    for (const body of [
      '',
      'junk',
      '--xx--junk',
      '--xx\r\n',
      '--xx\r\nContent-Disposition: form-data; name="a"\r\n\r\nb',
      '--xx\r\nContent-Disposition: attachment; name="a"\r\n\r\nb\r\n--xx--',
      '--xx\r\nContent-Disposition: form-data; name="a"\r\nContent-Transfer-Encoding: base64\r\n\r\nYg==\r\n--xx--',
      '--xx\r\nContent-Disposition: form-data; name="a"\r\nContent-Disposition: form-data; name="b"\r\n\r\nb\r\n--xx--',
      `--xx\r\nContent-Disposition: form-data; name="a"\r\n\r\n${'x'.repeat(30_000)}\r\n--xx--`,
      '--xx\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--xx'.repeat(400) + '--',
    ])
      expect([body.slice(0, 60), (await post(body, type)).refusal?.code]).toEqual([body.slice(0, 60), 'UPLOAD_MALFORMED']);
    const alone =
      '--xx\r\nContent-Disposition: form-data; name="more"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--xx--\r\n';
    expect(await post(alone, type)).toMatchObject({ files: [], refusal: null });
    expect({ ...(await post('--xx\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\nb\r\n--xx--', type)).fields }).toEqual({
      ['__proto__']: 'b',
    });
  });

  it('what is written is what is read, whatever the bytes; any other bytes are refused or read, never worse', () => {
    const name = fc.stringMatching(/^[a-zA-Z_]{1,12}$/);
    fc.assert(
      fc.property(
        fc.array(fc.record({ name, bytes: fc.uint8Array({ maxLength: 200 }), file: fc.boolean() }), { maxLength: 6 }),
        (parts) => {
          const boundary = 'fc-boundary-1';
          const body = Buffer.concat([
            ...parts.flatMap((part) => [
              Buffer.from(
                `--${boundary}\r\nContent-Disposition: form-data; name="${part.name}"${part.file ? '; filename="f"\r\nContent-Type: a/b' : ''}\r\n\r\n`,
              ),
              Buffer.from(part.bytes),
              Buffer.from('\r\n'),
            ]),
            Buffer.from(`--${boundary}--\r\n`),
          ]);
          expect(parseMultipart(body, boundary)).toEqual(
            parts.map((part) => ({ name: part.name, filename: part.file ? 'f' : null, bytes: Buffer.from(part.bytes) })),
          );
          for (const cut of [1, 7, Math.floor(body.length / 2)]) {
            try {
              parseMultipart(body.subarray(0, body.length - cut), boundary);
            } catch (error) {
              expect((error as { code: string }).code).toBe('UPLOAD_MALFORMED');
            }
          }
        },
      ),
      { numRuns: 200 },
    );
    expect(['multipart/form-data; boundary=abc', 'multipart/form-data; boundary="a b"', 'text/plain', undefined].map(boundaryOf)).toEqual([
      'abc',
      'a b',
      null,
      null,
    ]);
  });
});
