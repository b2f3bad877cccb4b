/**
 * Référence structurée RF (ISO 11649): the payment reference a bank carries unchanged from payer to payee.
 * `RF`, two check digits (ISO 7064 mod 97-10), then up to 21 letters and digits.
 */

/** Builds the RF reference of a case from its own reference; punctuation is dropped. Throws a RangeError when nothing or more than 21 characters remain. */
export function rfReferenceOf(caseReference: string): string {
  const body = caseReference.toUpperCase().replace(/[^0-9A-Z]/g, '');
  if (body.length === 0 || body.length > 21) throw new RangeError(`An RF reference holds 1 to 21 letters and digits, not ${body.length}`);
  const check = 98 - mod97(`${body}RF00`);
  return `RF${String(check).padStart(2, '0')}${body}`;
}

/** Is this text an RF reference with true check digits? Spaces and small letters, as people type them, are allowed. */
export function isRfReference(text: string): boolean {
  const reference = compactRf(text);
  return /^RF\d{2}[0-9A-Z]{1,21}$/.test(reference) && mod97(reference.slice(4) + reference.slice(0, 4)) === 1;
}

/** As people type or print it, to as the bank carries it: capitals, no spaces. */
export function compactRf(text: string): string {
  return text.replace(/\s/g, '').toUpperCase();
}

/** As people read it: groups of four. */
export function inGroupsOfFour(text: string): string {
  return compactRf(text).replace(/(.{4})(?=.)/g, '$1 ');
}

function mod97(text: string): number {
  let rest = 0;
  for (const character of text) {
    for (const digit of Number.parseInt(character, 36).toString()) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest;
}
