import { isUtf8 } from 'node:buffer';

/** Where the last whole UTF-8 character ends: a chunk may be cut inside one (at most 3 bytes stay behind). */
export function endOfLastWholeCharacter(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(4, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return lengthOfCharacter(byte) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

export const lengthOfCharacter = (lead: number) => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1);

export const isUtf8UpToACutEnd = (bytes: Buffer) => isUtf8(bytes.subarray(0, endOfLastWholeCharacter(bytes)));
