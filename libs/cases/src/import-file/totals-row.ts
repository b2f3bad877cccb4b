import { plainWord } from './clean-text';
import type { Mapping } from './import-file.types';

const LABEL = /^[*\s-]*(?:(?:sous|grand|sub)[ -]?)?(?:total|totaux|totals|somme|sum|summe|cumul|a reporter|report)\b/;
const FIRST_LETTER = /^[*\s\-TtSsGgCcAaÀàRr"]/;

const NARROWEST_WITH_NOTES = 4;

/** A remark below a table ("Édité le 02/02/2026"): one cell of several words, all others empty. A lone reference is no remark. */
function isNote(cells: readonly string[], width: number): boolean {
  if (width < NARROWEST_WITH_NOTES) return false;
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length === 1 && /\S\s+\S/.test(filled[0] as string);
}

/**
 * The label of a totals row, or null. A totals row has no day and no key of its own: either it says so ("Total général",
 * "Sous-total 0379") or all its keys are empty and only sums stand. Remarks below the table are told the same way, without a sum. A debtor named TOTAL has an invoice number and a date.
 */
export function totalsLabel(cells: readonly string[], { fields, columns }: Mapping): string | null {
  const at = (column: number | undefined) => (column === undefined ? '' : (cells[column]?.trim() ?? ''));
  const invoiceNumber = at(fields.invoiceNumber);
  if (invoiceNumber !== '' && isNote(cells, columns.length)) return invoiceNumber.slice(0, 100);
  if (invoiceNumber !== '' && !FIRST_LETTER.test(invoiceNumber)) return null;
  if (at(fields.invoiceDate) !== '' || at(fields.dueDate) !== '') return null;
  const saysSo = (cell: string) => cell.length <= 100 && LABEL.test(plainWord(cell));
  if (invoiceNumber !== '' && !saysSo(invoiceNumber)) return null;
  const label = cells.map((cell) => cell.trim()).find(Boolean) ?? '';
  if (saysSo(label) || isNote(cells, columns.length)) return label.slice(0, 100);
  const hasKey = [fields.debtorReference, fields.debtorName].some((column) => at(column) !== '');
  const hasSum = [fields.amount, fields.openAmount, fields.paidAmount].some((column) => at(column) !== '');
  return invoiceNumber === '' && !hasKey && hasSum ? '' : null;
}
