import { Temporal } from '@amiable/kernel';

/**
 * An amount as people type it, as decimal text: « 1 212,82 € », "1,212.82", "1.212,82", "1'212.82". The last sign before one or two digits
 * is the decimal one, those before three part the thousands. What is none of these goes on as it is, and is refused by whoever reckons with it.
 */
export function typedAmount(typed: string): string {
  const plain = typed.slice(0, 30).replace(/[\s\u00a0\u202f€'’]|EUR/gi, '');
  if (/^0[.,]\d{3}/.test(plain)) return plain; // a thousandth of something, or a slip
  const [, whole = plain, cents] = /^(.*)[.,](\d{1,2})$/.exec(plain) ?? [];
  const digits = whole.replace(/[.,](?=\d{3}(?:\D|$))/g, '');
  return cents === undefined ? digits : `${digits}.${cents}`;
}

/** A day as a browser sends it, or as a person types it: 2026-12-15, 15/12/2026, 15.12.26; null when it is none. */
export function typedDay(typed: string): string | null {
  const text = typed.trim().slice(0, 30);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const local = /^(\d{1,2})[./\s-](\d{1,2})[./\s-](\d{2}|\d{4})$/.exec(text);
  const parts = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3]!.length === 2 ? `20${local[3]}` : local[3], local[2], local[1]] : null;
  if (!parts) return null;
  try {
    const [year, month, day] = parts.map(Number) as [number, number, number];
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}
