import { isAscii } from 'node:buffer';
import iconv from 'iconv-lite';
import { refuseControlBytes } from './file-signature';
import type { Encoding, FormatFinding } from './import-file.types';
import { isUtf8UpToACutEnd } from './utf8-boundary';

export interface EncodingFound {
  encoding: Encoding;
  finding: FormatFinding;
}

const found = (encoding: Encoding, code: string, facts: FormatFinding['facts'] = {}, ambiguous?: boolean): EncodingFound => ({
  encoding,
  finding: { about: 'encoding', code, facts: { encoding, ...facts }, ...(ambiguous ? { ambiguous } : {}) },
});

const EIGHT_BIT: readonly Encoding[] = ['windows-1252', 'iso-8859-15', 'macintosh', 'cp850'];
const LOWER = /[àâäçéèêëîïôöùûüÿœæñáíóúßãõåøìò]/;
const UPPER = /[ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŒÆÑÁÍÓÚÅØ]/;
const SIGN = /[€°º²³«»’‘“”–—…£§µ½¼®™©·\u00a0\u202f]/;

/**
 * How French the text looks under an encoding: an accented small letter in a word is right, an accented capital
 * after a small letter is wrong, as is any character outside European letters and the usual signs.
 */
function plausibility(text: string): number {
  let score = 0;
  for (const match of text.matchAll(/[\u0080-\uffff]/g)) {
    const char = match[0];
    const before = text[match.index - 1] ?? ' ';
    const after = text[match.index + 1] ?? ' ';
    if (LOWER.test(char)) score += /[a-z]/.test(before) || /[a-z]/.test(after) ? 3 : /[A-Z]/.test(before) ? -1 : 1;
    else if (UPPER.test(char)) score += /[a-z]/.test(before) ? -2 : /[A-Za-z]/.test(after) ? 2 : 1;
    else if (SIGN.test(char)) score += /[A-Za-z]/.test(before) && /[A-Za-z]/.test(after) && char !== '’' ? -1 : 1;
    else score -= 3;
  }
  return score;
}

/** Names the encoding of a sample with the evidence. @throws ImportFileError FILE_HAS_NUL_BYTES, FILE_IS_BINARY */
export function detectEncoding(sample: Buffer): EncodingFound {
  if (sample[0] === 0xff && sample[1] === 0xfe) return found('utf-16le', 'ENCODING_BOM');
  if (sample[0] === 0xfe && sample[1] === 0xff) return found('utf-16be', 'ENCODING_BOM');
  const wide = utf16WithoutBom(sample);
  if (wide) return found(wide, 'ENCODING_NULS_BETWEEN');
  refuseControlBytes(sample);
  if (sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf) return found('utf-8-bom', 'ENCODING_BOM');
  if (isAscii(sample)) return found('utf-8', 'ENCODING_ASCII');
  if (isUtf8UpToACutEnd(sample)) return found('utf-8', 'ENCODING_VALID_UTF8');
  const scored = EIGHT_BIT.map((encoding) => ({ encoding, score: plausibility(iconv.decode(sample, encoding)) }));
  scored.sort((a, b) => b.score - a.score); // a stable sort: windows-1252 wins a tie
  const [best, second] = scored as [(typeof scored)[0], (typeof scored)[0]];
  const sameText = iconv.decode(sample, best.encoding) === iconv.decode(sample, second.encoding);
  return found(best.encoding, 'ENCODING_ACCENTS', { score: best.score, next: second.encoding }, best.score === second.score && !sameText);
}

/** UTF-16 text of a Latin script has a NUL at every second byte. */
function utf16WithoutBom(sample: Buffer): Encoding | null {
  const length = Math.min(sample.length, 4096) & ~1;
  if (length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (sample[i] === 0) even++;
    if (sample[i + 1] === 0) odd++;
  }
  if (odd > length * 0.35 && even === 0) return 'utf-16le';
  if (even > length * 0.35 && odd === 0) return 'utf-16be';
  return null;
}
