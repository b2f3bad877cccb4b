import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { ImportFileError } from './import-file.errors';
import type { Encoding } from './import-file.types';
import { endOfLastWholeCharacter, lengthOfCharacter } from './utf8-boundary';

const PIECE = 64 * 1024; // small chunks are gathered, so that later steps rescan little

/** Bytes to text in pieces of at least 64 KiB, byte order mark removed. @throws ImportFileError FILE_ENCODING_BROKEN */
export async function* decodeText(stream: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decode = encoding === 'utf-8' || encoding === 'utf-8-bom' ? utf8Decoder() : eightOrSixteenBitDecoder(encoding);
  let first = true;
  const clean = (text: string) => {
    const start = first && text.charCodeAt(0) === 0xfeff ? 1 : 0;
    if (text.length > 0) first = false;
    return start ? text.slice(1) : text;
  };
  for await (const piece of inPieces(stream)) {
    const text = clean(decode(piece, false));
    if (text) yield text;
  }
  const rest = clean(decode(Buffer.alloc(0), true));
  if (rest) yield rest;
}

async function* inPieces(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < PIECE) continue;
    yield waiting.length === 1 ? asBuffer(waiting[0] as Uint8Array) : Buffer.concat(waiting);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(waiting);
}

const asBuffer = (bytes: Uint8Array) => (Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));

type Decode = (piece: Buffer, last: boolean) => string;

function eightOrSixteenBitDecoder(encoding: Encoding): Decode {
  const decoder = iconv.getDecoder(encoding);
  return (piece, last) => (last ? (decoder.end() ?? '') : decoder.write(piece));
}

/**
 * Strict UTF-8. A file that was pure ASCII so far (the sample could not tell) and meets a byte that is no UTF-8
 * is read on as windows-1252; once real UTF-8 was seen, such a byte is an error, never a silent "?".
 */
function utf8Decoder(): Decode {
  let cut: Buffer = Buffer.alloc(0);
  let seenUtf8 = false;
  let linesBefore = 0;
  let fallback: Decode | null = null;
  return (piece, last) => {
    if (fallback) return fallback(piece, last);
    const bytes = cut.length ? Buffer.concat([cut, piece]) : piece;
    const end = last ? bytes.length : endOfLastWholeCharacter(bytes);
    const whole = bytes.subarray(0, end);
    cut = bytes.subarray(end);
    if (isAscii(whole)) return counted(whole.toString('latin1'));
    if (isUtf8(whole)) {
      seenUtf8 = true;
      return counted(whole.toString('utf8'));
    }
    const firstHigh = whole.findIndex((byte) => byte >= 0x80);
    const firstCharacter = whole.subarray(firstHigh, firstHigh + lengthOfCharacter(whole[firstHigh] as number));
    if (!seenUtf8 && !isUtf8(firstCharacter)) {
      fallback = eightOrSixteenBitDecoder('windows-1252');
      return last ? fallback(bytes, false) + fallback(Buffer.alloc(0), true) : fallback(bytes, false);
    }
    const { line, byte } = firstBrokenByte(whole);
    throw new ImportFileError('FILE_ENCODING_BROKEN', { line: linesBefore + line, byte, encoding: 'utf-8' });
  };
  function counted(text: string) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) linesBefore++;
    return text;
  }
}

function firstBrokenByte(bytes: Buffer): { line: number; byte: string } {
  let line = 1;
  for (let i = 0; i < bytes.length;) {
    const length = lengthOfCharacter(bytes[i] as number);
    if (!isUtf8(bytes.subarray(i, i + length))) return { line, byte: `0x${(bytes[i] as number).toString(16)}` };
    if (bytes[i] === 10) line++;
    i += length;
  }
  return { line, byte: '' };
}
