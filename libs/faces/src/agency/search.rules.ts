/** Longest text that is looked for; the rest of what was pasted is left out. */
export const longestSearch = 120;

/** What was typed as one line of single spaces. */
export function searchedText(typed: string): string {
  return typed.replace(/\s+/gu, ' ').trim().slice(0, longestSearch);
}

/** The amount that a text is, in minor units, however a person writes it: 1250, 1 250,00 €, 1.250,5, 1,250.00; null when it is none. */
export function amountAsked(text: string): bigint | null {
  const bare = text.replace(/\s|€|eur/giu, '');
  const parts = /^(\d{1,12}|\d{1,3}(?:[.,]\d{3}){1,3})(?:[.,](\d{1,2}))?$/.exec(bare);
  if (!parts) return null;
  return BigInt(parts[1]!.replace(/[.,]/g, '') + (parts[2] ?? '').padEnd(2, '0'));
}
