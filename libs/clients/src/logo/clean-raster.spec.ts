import { crc32 } from 'node:zlib';
import { encode } from 'jpeg-js';
import { PNG } from 'pngjs';
import { cleanLogo } from './clean-logo';
import { logoShape } from './logo-shape.rules';

const bytesOf = (dataUri: string) => Buffer.from(dataUri.split(',')[1]!, 'base64');

function png(width: number, height: number, paint: (x: number, y: number) => readonly number[] = () => [11, 110, 91, 255]): Buffer {
  const picture = new PNG({ width, height });
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) picture.data.set(paint(x, y), 4 * (y * width + x));
  return PNG.sync.write(picture);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** The same picture with one more chunk behind its header. */
const withChunk = (picture: Buffer, type: string, data: string) =>
  Buffer.concat([picture.subarray(0, 33), chunk(type, Buffer.from(data, 'latin1')), picture.subarray(33)]);

const refusalOf = (bytes: Buffer): string => {
  try {
    cleanLogo(bytes);
    return 'taken';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a logo of pixels', () => {
  it('is written anew: what was hidden in it and behind it is gone', () => {
    const secret = 'Author: somebody, 48.85,2.35';
    const loaded = [
      withChunk(png(60, 20), 'tEXt', `Comment\0${secret}`),
      withChunk(png(60, 20), 'eXIf', secret),
      withChunk(png(60, 20), 'iTXt', `XML:com.adobe.xmp\0\0\0\0\0${secret}`),
    ];
    for (const bytes of loaded) {
      const logo = cleanLogo(bytes);
      expect(bytesOf(logo.dataUri).toString('latin1')).not.toContain('48.85');
      expect([logo.width, logo.height, logoShape(logo.dataUri)]).toEqual([60, 20, 3]);
    }
    const jpeg = encode({ width: 60, height: 20, data: Buffer.alloc(60 * 20 * 4, 200) }, 90).data;
    const comment = Buffer.concat([
      jpeg.subarray(0, 2),
      Buffer.from([0xff, 0xe1, 0, secret.length + 2]),
      Buffer.from(secret),
      jpeg.subarray(2),
    ]);
    const logo = cleanLogo(comment);
    expect(logo.dataUri).toMatch(/^data:image\/jpeg;base64,/);
    expect(bytesOf(logo.dataUri).toString('latin1')).not.toContain('48.85');
    expect(logoShape(logo.dataUri)).toBe(3);
  });

  it('is brought down to what a page needs, with its colours and its see-through parts', () => {
    const logo = cleanLogo(png(1_920, 640, (x) => (x < 960 ? [200, 10, 10, 255] : [0, 0, 0, 0])));
    expect([logo.width, logo.height]).toEqual([480, 160]);
    const { data } = PNG.sync.read(bytesOf(logo.dataUri));
    expect([...data.subarray(0, 4)]).toEqual([200, 10, 10, 255]);
    expect(data[4 * 479 + 3]).toBe(0);
  });

  it('is refused before its pixels are unpacked when it says it is huge', () => {
    const bomb = png(8, 8);
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    const started = performance.now();
    expect(refusalOf(bomb)).toBe('LOGO_TOO_MANY_PIXELS');
    expect(performance.now() - started).toBeLessThan(100);
  });

  it('is refused in words whatever else comes', () => {
    const good = png(60, 20);
    const flipped = Buffer.from(good);
    flipped[60]! ^= 0xff;
    expect(
      [
        Buffer.alloc(0),
        Buffer.from('GIF89a'),
        Buffer.from('%PDF-1.7'),
        Buffer.from('RIFF....WEBP'),
        good.subarray(0, 40),
        good.subarray(0, 8),
        flipped,
        Buffer.concat([good, Buffer.from('<script>a picture and a page at once</script>')]),
        Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 2]),
        Buffer.from([0xff, 0xd8, 0xff]),
        png(900, 9),
        Buffer.concat([good, Buffer.alloc(1_000_001)]),
      ].map(refusalOf),
    ).toEqual([
      'LOGO_UNKNOWN_FORMAT',
      'LOGO_UNKNOWN_FORMAT',
      'LOGO_UNKNOWN_FORMAT',
      'LOGO_UNKNOWN_FORMAT',
      'LOGO_BROKEN',
      'LOGO_BROKEN',
      'LOGO_BROKEN',
      'LOGO_BROKEN',
      'LOGO_BROKEN',
      'LOGO_BROKEN',
      'LOGO_NO_SIZE',
      'LOGO_TOO_LARGE',
    ]);
  });
});
