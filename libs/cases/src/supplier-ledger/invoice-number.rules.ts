/** An invoice number as books agree on it: capitals, letters and digits only. "fa 2026/042" is "FA2026042". */
export function plainNumber(number: string): string {
  return number
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
}

/** Its digits alone, without leading zeros in any group: "FA-2026-0042" and "2026/42" are "2026-42". Empty when there are none. */
export function looseNumber(number: string): string {
  return (number.match(/\d+/g) ?? []).map((digits) => digits.replace(/^0+(?=\d)/, '')).join('-');
}

/** Do the words of a line name this invoice? Only numbers of four characters and more are looked for, whole. */
export function namesInvoice(words: string, number: string): boolean {
  const wanted = plainNumber(number);
  if (wanted.length < 4) return false;
  const tokens = words.split(/[\s,;:()]+/).filter(Boolean);
  return tokens.some((_, i) => [1, 2, 3].some((length) => plainNumber(tokens.slice(i, i + length).join('')) === wanted));
}
