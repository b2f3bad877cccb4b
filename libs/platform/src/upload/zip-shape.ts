/** Bounds of what a workbook may unpack to; declared by the zip itself, and checked again by whoever unpacks it. */
const mostEntries = 2_000;
const mostUnpacked = 300 * 1024 * 1024;
const mostRatio = 200;

/** Is this zip a workbook, nothing but a workbook, and of bounded size? Reads the directory only, unpacks nothing. */
export function isPlainXlsx(bytes: Buffer): boolean {
  if (bytes.length < 22 || bytes.readUInt32LE(0) !== 0x04034b50) return false;
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  // The directory must end the file: nothing is hung on behind it.
  if (end < 0 || end + 22 + (bytes.length >= end + 22 ? bytes.readUInt16LE(end + 20) : 0) !== bytes.length) return false;
  const count = bytes.readUInt16LE(end + 10);
  if (count === 0 || count > mostEntries) return false;
  const names = new Set<string>();
  let unpacked = 0;
  for (let at = bytes.readUInt32LE(end + 16), n = 0; n < count; n++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return false;
    const packed = bytes.readUInt32LE(at + 20);
    const size = bytes.readUInt32LE(at + 24);
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    if (/(^|\/)\.\.(\/|$)|^\/|\\|vbaProject/i.test(name)) return false;
    if (size > 1024 * 1024 && size > packed * mostRatio) return false;
    unpacked += size;
    names.add(name);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return unpacked <= mostUnpacked && names.has('[Content_Types].xml') && names.has('xl/workbook.xml');
}
