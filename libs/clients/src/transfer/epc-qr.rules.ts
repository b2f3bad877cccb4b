import { isRfReference, compactRf } from './rf-reference.rules';

/** A SEPA credit transfer in euro that a banking app can read from a QR code (EPC069-12, version 002). */
export interface CreditTransfer {
  readonly name: string; // the account holder as the bank knows it (verification of payee), 70 characters at most
  readonly iban: string;
  readonly bic?: string | null;
  readonly amount: string; // decimal text in euro, "1212.82"
  readonly reference?: string | null; // RF reference; not together with `text`
  readonly text?: string | null; // 140 characters at most
}

/** What EPC069-12 allows: version 13 at error level M holds 331 bytes. */
export const epcLimits = { bytes: 331, name: 70, text: 140, errorCorrectionLevel: 'M', maxVersion: 13 } as const;

export class NotAnEpcTransfer extends Error {
  constructor(
    readonly field: keyof CreditTransfer | 'payload',
    reason: string,
  ) {
    super(`${field}: ${reason}`);
    this.name = 'NotAnEpcTransfer';
  }
}

/** The text inside the QR code: fixed lines separated by LF, nothing after the last one used. Throws NotAnEpcTransfer. */
export function epcPayload(transfer: CreditTransfer): string {
  const name = oneLine('name', transfer.name, epcLimits.name);
  if (!name) throw new NotAnEpcTransfer('name', 'the account holder is missing');
  const text = oneLine('text', transfer.text ?? '', epcLimits.text);
  const iban = compactRf(transfer.iban);
  if (!isIban(iban)) throw new NotAnEpcTransfer('iban', 'not an IBAN');
  const bic = compactRf(transfer.bic ?? '');
  if (bic && !/^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bic)) throw new NotAnEpcTransfer('bic', 'not a BIC');
  const reference = compactRf(transfer.reference ?? '');
  if (reference && text) throw new NotAnEpcTransfer('text', 'a reference and a text exclude each other');
  if (reference && !isRfReference(reference)) throw new NotAnEpcTransfer('reference', 'not an RF reference');
  const lines = ['BCD', '002', '1', 'SCT', bic, name, iban, `EUR${amountOf(transfer.amount)}`, '', reference, text];
  const payload = lines.join('\n').replace(/\n+$/, '');
  if (Buffer.byteLength(payload) > epcLimits.bytes) throw new NotAnEpcTransfer('payload', `more than ${epcLimits.bytes} bytes`);
  return payload;
}

function oneLine(field: 'name' | 'text', value: string, longest: number): string {
  const line = value.replace(/\s+/g, ' ').trim();
  if ([...line].length > longest) throw new NotAnEpcTransfer(field, `more than ${longest} characters`);
  return line;
}

function amountOf(text: string): string {
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text);
  const amount = match && `${Number(match[1])}.${(match[2] ?? '').padEnd(2, '0')}`;
  if (!amount || amount === '0.00') throw new NotAnEpcTransfer('amount', 'between 0.01 and 999999999.99, with a dot');
  return amount;
}

/** ISO 13616: the shape, and a remainder of 1 modulo 97. Compact capitals. */
export function isIban(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban) || (iban.startsWith('FR') && iban.length !== 27)) return false;
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    for (const digit of Number.parseInt(character, 36).toString()) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}
