import { Unzip, UnzipInflate, type UnzipFile } from 'fflate';
import { WorkbookRefused } from './spreadsheet.errors';

export interface UnpackLimits {
  readonly entries: number;
  /** Bytes of all wanted parts together, unpacked. */
  readonly unpacked: number;
}

/**
 * The wanted parts of a zip, unpacked. Believes no size the file declares: it counts what really comes out and stops there,
 * after at most one small piece too many. Throws WorkbookRefused.
 */
export function unpack(bytes: Uint8Array, wanted: (path: string) => boolean, limits: UnpackLimits): Map<string, Buffer> {
  const parts = new Map<string, Buffer>();
  let entries = 0;
  let unpacked = 0;
  const tooLarge = () => new WorkbookRefused('WORKBOOK_TOO_LARGE', { megabytes: Math.floor(limits.unpacked / 1024 / 1024) });
  const take = (file: UnzipFile) => {
    if (++entries > limits.entries) throw tooLarge();
    if (!wanted(file.name)) return;
    if (parts.has(file.name)) throw new WorkbookRefused('WORKBOOK_BROKEN');
    if ((file.originalSize ?? 0) > limits.unpacked) throw tooLarge();
    const pieces: Uint8Array[] = [];
    file.ondata = (error, piece, last) => {
      if (error) throw error;
      unpacked += piece.length;
      if (unpacked > limits.unpacked) throw tooLarge();
      pieces.push(piece);
      if (last) parts.set(file.name, Buffer.concat(pieces));
    };
    file.start();
  };
  try {
    const unzip = new Unzip(take);
    unzip.register(UnzipInflate);
    // Deflate grows a thousandfold at most: 4 KiB in are 4 MiB out before the count is looked at.
    for (let at = 0; at < bytes.length; at += 4096) unzip.push(bytes.subarray(at, at + 4096), at + 4096 >= bytes.length);
  } catch (error) {
    throw error instanceof WorkbookRefused ? error : new WorkbookRefused('WORKBOOK_BROKEN');
  }
  return parts;
}
