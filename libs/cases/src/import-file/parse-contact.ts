/** An address with one @ and a dotted domain, at most 254 characters; null otherwise. The domain is put in lower case. */
export function parseEmail(text: string): string | null {
  if (
    text.length > 254 ||
    !/^[^\s@"(),:;<>[\]\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]{1,62}$/u.test(text)
  )
    return null;
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  return local.startsWith('.') || local.endsWith('.') || local.includes('..') ? null : local + text.slice(at).toLowerCase();
}

/** A telephone number as written, with 6 to 15 digits and only the signs of numbers; null otherwise. */
export function parsePhone(text: string): string | null {
  const digits = text.replace(/\D/g, '').length;
  return text.length <= 40 && /^\+?[\d\s()./\u00a0\u202f-]+$/.test(text) && digits >= 6 && digits <= 15 ? text : null;
}
