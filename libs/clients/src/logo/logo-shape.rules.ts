/** Width by height of a picture of ours given as data; 1 when it does not say. */
export function logoShape(dataUri: string): number {
  const bytes = Buffer.from(dataUri.slice(dataUri.indexOf(',') + 1), 'base64');
  if (dataUri.startsWith('data:image/png')) return ratio(bytes.readUInt32BE(16), bytes.readUInt32BE(20));
  if (dataUri.startsWith('data:image/svg')) {
    const [, width, height] = /viewBox="[\d.-]+[ ,]+[\d.-]+[ ,]+([\d.]+)[ ,]+([\d.]+)"/.exec(bytes.toString('utf8', 0, 2_000)) ?? [];
    return ratio(Number(width), Number(height));
  }
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2))
    if (bytes[at + 1]! >= 0xc0 && bytes[at + 1]! <= 0xc2) return ratio(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5));
  return 1;
}

const ratio = (width: number, height: number): number => (width > 0 && height > 0 ? width / height : 1);

/** A logo at least twice as wide as high carries the name already. */
export const isWordmark = (dataUri: string | null): boolean => dataUri !== null && logoShape(dataUri) >= 2;
