import type { LineFindings } from './line-findings';
import { currencyWrittenIn, parseAmount } from './parse-amount';
import { parseCurrency } from './parse-currency';
import type { FileFormat, ImportField } from './import-file.types';

export interface Amounts {
  amount: bigint;
  paidAmount: bigint;
  openAmount: bigint;
}

/** The currency of a line: its own column, else what is written beside the amounts, else the default. Null is an error noted. */
export function readCurrency(cell: (field: ImportField) => string, byDefault: string, findings: LineFindings): string | null {
  const stated = cell('currency');
  let currency = stated === '' ? null : parseCurrency(stated);
  if (stated !== '' && currency === null) findings.error('currency', 'CURRENCY_UNKNOWN');
  for (const field of ['amount', 'openAmount', 'paidAmount'] as const) {
    const written = currencyWrittenIn(cell(field));
    if (written === null || parseCurrency(written) === null) continue; // a foreign word is told by the amount itself
    if (currency !== null && currency !== written) findings.error(field, 'CURRENCY_CONFLICT', undefined, { expected: currency });
    currency ??= written;
  }
  return currency ?? (stated === '' ? byDefault : null);
}

/** Reads one amount cell; null when blank or wrong (then a finding is noted). */
export function readAmount(cell: string, field: ImportField, format: FileFormat, decimals: number, findings: LineFindings): bigint | null {
  if (cell === '') return null;
  const minor = parseAmount(cell, format.decimalSign, decimals);
  if (typeof minor === 'bigint') return minor;
  findings.error(field, minor.code, cell, minor.facts);
  return null;
}

/**
 * Amount, paid and open of a line from those that are given: amount = paid + open. Without paid and open, a settled
 * invoice is wholly paid and another wholly open. Contradictions are errors: a debtor is never claimed more than invoiced.
 */
export function balanced(
  given: { amount: bigint | null; paid: bigint | null; open: bigint | null },
  isSettled: boolean,
  findings: LineFindings,
): Amounts | null {
  const { paid, open } = given;
  const amount = given.amount ?? (open !== null && paid !== null ? open + paid : open);
  if (amount === null) return null;
  if (open !== null && open !== 0n && open > 0n !== amount > 0n) {
    findings.error('openAmount', 'AMOUNTS_OF_OPPOSITE_SIGN', undefined, {});
    return null;
  }
  const size = (value: bigint) => (value < 0n ? -value : value);
  if (open !== null && size(open) > size(amount)) {
    findings.error('openAmount', 'OPEN_ABOVE_AMOUNT', undefined, {});
    return null;
  }
  if (paid !== null && size(paid) > size(amount)) {
    findings.error('paidAmount', 'PAID_ABOVE_AMOUNT', undefined, {});
    return null;
  }
  if (paid !== null && paid !== 0n && paid > 0n !== amount > 0n) {
    findings.error('paidAmount', 'AMOUNTS_OF_OPPOSITE_SIGN', undefined, {});
    return null;
  }
  if (open !== null && paid !== null && paid + open !== amount) {
    findings.error('openAmount', 'AMOUNTS_DO_NOT_ADD_UP', undefined, {});
    return null;
  }
  if (open !== null) return { amount, paidAmount: amount - open, openAmount: open };
  if (paid !== null) return { amount, paidAmount: paid, openAmount: amount - paid };
  return isSettled ? { amount, paidAmount: amount, openAmount: 0n } : { amount, paidAmount: 0n, openAmount: amount };
}
