import { cleanRaster } from './clean-raster';
import { cleanSvg } from './clean-svg';
import { LogoRefused } from './logo.errors';

/** A logo ready to print: nothing of the uploaded file is in it but its drawing. */
export interface CleanLogo {
  readonly dataUri: string;
  readonly isSvg: boolean;
  readonly width: number;
  readonly height: number;
  readonly removed: number;
}

/** Reads what the bytes are by themselves, whatever name or type they came with. Throws LogoRefused. */
export function cleanLogo(bytes: Buffer): CleanLogo {
  if (bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))) return ofRaster(bytes, 'png');
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return ofRaster(bytes, 'jpeg');
  if (!/^\ufeff?\s*(<\?xml|<!--|<!|<svg|<[\w:]+)/.test(bytes.toString('utf8', 0, 200))) throw new LogoRefused('unknown_format');
  const { svg, width, height, removed } = cleanSvg(bytes);
  return { dataUri: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`, isSvg: true, width, height, removed };
}

function ofRaster(bytes: Buffer, kind: 'png' | 'jpeg'): CleanLogo {
  const picture = cleanRaster(bytes, kind);
  return {
    dataUri: `data:${picture.contentType};base64,${picture.bytes.toString('base64')}`,
    isSvg: false,
    width: picture.width,
    height: picture.height,
    removed: 0,
  };
}
