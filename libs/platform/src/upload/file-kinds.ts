import { cleanJpeg, cleanPng } from './clean-picture';
import { isPlainXlsx } from './zip-shape';

/**
 * A kind of file that may be sent to us: its endings, how its content is known, and how it is made harmless. A feature
 * may bring a kind of its own; `clean` answers the bytes to keep.
 */
export interface FileKind {
  readonly name: string;
  readonly contentType: string;
  readonly endings: readonly string[];
  readonly holds: (bytes: Buffer) => boolean;
  readonly clean?: (bytes: Buffer, file: string) => Promise<Buffer>;
}

const startsWith = (bytes: Buffer, ...values: number[]) => values.every((value, i) => bytes[i] === value);

/**
 * PDF: the mark at the very first byte and nothing after the end, so that it is no second thing at the same time; no
 * script and no start of programs in plain sight.
 */
export const pdfFile: FileKind = {
  name: 'pdf',
  contentType: 'application/pdf',
  endings: ['pdf'],
  holds: (bytes) => {
    if (!/^%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 8))) return false;
    const end = bytes.lastIndexOf('%%EOF');
    if (end < 0 || /[^\s\0]/.test(bytes.toString('latin1', end + 5))) return false;
    return !/\/(JavaScript|JS|Launch)\b/.test(bytes.toString('latin1'));
  },
};

/** JPEG: decoded and encoded again, so that where and with what it was taken, and anything hidden in it, is gone. */
export const jpegFile: FileKind = {
  name: 'jpeg',
  contentType: 'image/jpeg',
  endings: ['jpg', 'jpeg', 'jfif'],
  holds: (bytes) => startsWith(bytes, 0xff, 0xd8, 0xff),
  clean: cleanJpeg,
};

/** PNG: decoded and encoded again. */
export const pngFile: FileKind = {
  name: 'png',
  contentType: 'image/png',
  endings: ['png'],
  holds: (bytes) => startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  clean: cleanPng,
};

/** XLSX: a zip of a workbook whose unpacked size is bounded before anybody unpacks it; no macros. */
export const xlsxFile: FileKind = {
  name: 'xlsx',
  contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  endings: ['xlsx'],
  holds: isPlainXlsx,
};

/** CSV or plain text in any of the usual encodings: no binary content, no markup at its beginning. */
export const csvFile: FileKind = {
  name: 'csv',
  contentType: 'text/csv',
  endings: ['csv', 'txt'],
  holds: (bytes) => {
    const wide = startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff);
    const text = wide ? bytes.filter((byte) => byte !== 0) : bytes;
    const start = text
      .subarray(0, 400)
      .toString('latin1')
      .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
      .trimStart();
    // eslint-disable-next-line no-control-regex
    return !/^(<|%PDF|PK)/.test(start) && !/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text.toString('latin1'));
  },
};

/** What a debtor may join to an answer: a document or a picture of one. */
export const proofKinds: readonly FileKind[] = [pdfFile, jpegFile, pngFile];
