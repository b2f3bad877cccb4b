// Control characters are what these patterns are about.
/* oxlint-disable no-control-regex */
const NOT_PLAIN = /[^\x20-\x7e]/;

/**
 * Text as we keep it: line breaks and tabs become spaces, other control characters go, NFC, trimmed. Nothing else is
 * touched: no change of case, no inner spaces, and text that looks like a formula stays text.
 */
export function cleanText(cell: string): string {
  if (!NOT_PLAIN.test(cell)) return cell.trim();
  return cell
    .replace(/\r\n|[\r\n\t\v\f\u0085\u2028\u2029]/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, '')
    .toWellFormed()
    .normalize('NFC')
    .trim();
}

/** Lower case without accents, to compare words. */
export const plainWord = (cell: string) => cell.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
