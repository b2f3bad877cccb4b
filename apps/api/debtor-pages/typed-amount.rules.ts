/** An amount as people type it, as decimal text: « 1 212,82 € », "1,212.82", "1.212,82". The last sign before two digits is the decimal one. */
export function typedAmount(typed: string): string {
  const plain = typed.slice(0, 30).replace(/[\s\u00a0\u202f€'’]|EUR/gi, '');
  const [, whole = plain, cents] = /^(.*)[.,](\d{1,2})$/.exec(plain) ?? [];
  const digits = whole.replace(/[.,](?=\d{3}(?:\D|$))/g, '');
  return cents === undefined ? digits : `${digits}.${cents}`;
}
