import { ImportFileError } from './import-file.errors';

const startsWith = (bytes: Buffer, ...signature: number[]) => signature.every((byte, i) => bytes[i] === byte);

/** Refuses what is not a text table: empty, zip and spreadsheets, PDF, markup, binary. @throws ImportFileError FILE_* */
export function refuseWhatIsNotText(sample: Buffer): void {
  if (sample.length === 0) throw new ImportFileError('FILE_EMPTY');
  if (startsWith(sample, 0x50, 0x4b) && (sample[2] === 3 || sample[2] === 5)) {
    const isWorkbook = sample.includes('xl/') || sample.includes('mimetypeapplication/vnd.oasis');
    throw isWorkbook
      ? new ImportFileError('FILE_IS_SPREADSHEET', { kind: 'xlsx' })
      : new ImportFileError('FILE_IS_ARCHIVE', { kind: 'zip' });
  }
  if (startsWith(sample, 0xd0, 0xcf, 0x11, 0xe0)) throw new ImportFileError('FILE_IS_SPREADSHEET', { kind: 'xls' });
  if (startsWith(sample, 0x1f, 0x8b)) throw new ImportFileError('FILE_IS_ARCHIVE', { kind: 'gzip' });
  if (startsWith(sample, 0x37, 0x7a, 0xbc, 0xaf)) throw new ImportFileError('FILE_IS_ARCHIVE', { kind: '7z' });
  if (sample.subarray(0, 1024).includes('%PDF-')) throw new ImportFileError('FILE_IS_PDF');
  const head = sample
    .subarray(0, 64)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toLowerCase();
  if (/^<(\?xml|!doctype|html|table|[a-z]+[ >:])/.test(head)) throw new ImportFileError('FILE_IS_MARKUP');
}

/** Refuses NUL bytes and text that is mostly control characters. @throws ImportFileError FILE_HAS_NUL_BYTES, FILE_IS_BINARY */
export function refuseControlBytes(sample: Buffer): void {
  const nul = sample.indexOf(0);
  if (nul !== -1) throw new ImportFileError('FILE_HAS_NUL_BYTES', { offset: nul });
  let controls = 0;
  for (const byte of sample) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) controls++;
  if (controls > 8 && controls / sample.length > 0.05) throw new ImportFileError('FILE_IS_BINARY', { controls });
}
