import { decode, encode } from 'jpeg-js';
import { PNG } from 'pngjs';
import { LogoRefused } from './logo.errors';

/** What comes in, and the frame a logo is brought into. */
export const rasterLimits = { bytes: 1_000_000, pixels: 4_000_000, side: 6_000, width: 480, height: 160 } as const;

export interface CleanRaster {
  readonly bytes: Buffer;
  readonly contentType: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Buffer; // red, green, blue, alpha
}

/**
 * Decodes a PNG or JPEG to its pixels and writes them anew: metadata, hidden chunks, animation and whatever stood behind
 * the picture are gone; larger ones are brought down to 480 x 160. Throws LogoRefused, before decoding where the header says enough.
 */
export function cleanRaster(bytes: Buffer, kind: 'png' | 'jpeg'): CleanRaster {
  if (bytes.length > rasterLimits.bytes) throw new LogoRefused('too_large', { kilobytes: rasterLimits.bytes / 1000 });
  const { width, height } = kind === 'png' ? sizeOfPng(bytes) : sizeOfJpeg(bytes);
  if (width < 1 || height < 1 || width / height > 20 || height / width > 5) throw new LogoRefused('no_size');
  if (width > rasterLimits.side || height > rasterLimits.side || width * height > rasterLimits.pixels)
    throw new LogoRefused('too_many_pixels', { megapixels: rasterLimits.pixels / 1e6 });
  const small = fitted(pixelsOf(bytes, kind));
  if (kind === 'jpeg') {
    const written = encode({ width: small.width, height: small.height, data: small.data }, 88);
    return { bytes: Buffer.from(written.data), contentType: 'image/jpeg', width: small.width, height: small.height };
  }
  const png = new PNG({ width: small.width, height: small.height });
  Buffer.from(small.data).copy(png.data);
  return {
    bytes: PNG.sync.write(png, { deflateLevel: 9, colorType: isOpaque(small) ? 2 : 6 }),
    contentType: 'image/png',
    width: small.width,
    height: small.height,
  };
}

function pixelsOf(bytes: Buffer, kind: 'png' | 'jpeg'): Pixels {
  try {
    return kind === 'png'
      ? PNG.sync.read(bytes, { checkCRC: true })
      : decode(bytes, { maxResolutionInMP: rasterLimits.pixels / 1e6, maxMemoryUsageInMB: 128, tolerantDecoding: false });
  } catch {
    throw new LogoRefused('broken');
  }
}

function sizeOfPng(bytes: Buffer): { width: number; height: number } {
  if (bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR') throw new LogoRefused('broken');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** The size stands in the frame header, before any picture data. */
function sizeOfJpeg(bytes: Buffer): { width: number; height: number } {
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) break;
    const marker = bytes[at + 1]!;
    const length = bytes.readUInt16BE(at + 2);
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    if (length < 2) break;
    at += 2 + length;
  }
  throw new LogoRefused('broken');
}

/** The mean of all pixels that fall into one, weighed by how opaque they are: thin strokes stay. */
function fitted(pixels: Pixels): Pixels {
  const scale = Math.min(rasterLimits.width / pixels.width, rasterLimits.height / pixels.height, 1);
  if (scale === 1) return pixels;
  const width = Math.max(1, Math.round(pixels.width * scale));
  const height = Math.max(1, Math.round(pixels.height * scale));
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [
      Math.floor(y / scale),
      Math.max(Math.floor(y / scale) + 1, Math.min(pixels.height, Math.floor((y + 1) / scale))),
    ];
    for (let x = 0; x < width; x++) {
      const [left, right] = [
        Math.floor(x / scale),
        Math.max(Math.floor(x / scale) + 1, Math.min(pixels.width, Math.floor((x + 1) / scale))),
      ];
      const sum = [0, 0, 0, 0];
      for (let j = top; j < Math.min(bottom, pixels.height); j++)
        for (let i = left; i < Math.min(right, pixels.width); i++) {
          const at = 4 * (j * pixels.width + i);
          const alpha = pixels.data[at + 3]!;
          for (let c = 0; c < 3; c++) sum[c]! += pixels.data[at + c]! * alpha;
          sum[3]! += alpha;
        }
      const count = (Math.min(bottom, pixels.height) - top) * (Math.min(right, pixels.width) - left);
      const to = 4 * (y * width + x);
      for (let c = 0; c < 3; c++) data[to + c] = sum[3] ? Math.round(sum[c]! / sum[3]!) : 0;
      data[to + 3] = Math.round(sum[3]! / count);
    }
  }
  return { width, height, data };
}

function isOpaque({ data }: Pixels): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return false;
  return true;
}
