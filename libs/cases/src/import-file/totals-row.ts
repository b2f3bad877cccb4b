import { plainWord } from './clean-text';
import type { Mapping } from './import-file.types';

const LABEL = /^[*\s-]*(?:(?:sous|grand|sub)[ -]?)?(?:total|totaux|totals|somme|sum|summe|cumul|a reporter|report)\b/;
const FIRST_LETTER = /^[*\s\-TtSsGgCcAaÀàRr"]/;

/**
 * The label of a totals row, or null. A totals row has no day and no key of its own: either it says so ("Total général",
 * "Sous-total 0379") or all its keys are empty and only sums stand. A debtor named TOTAL has an invoice number and a date.
 */
export function totalsLabel(cells: readonly string[], fields: Mapping['fields']): string | null {
  const at = (column: number | undefined) => (column === undefined ? '' : (cells[column]?.trim() ?? ''));
  const invoiceNumber = at(fields.invoiceNumber);
  if (invoiceNumber !== '' && !FIRST_LETTER.test(invoiceNumber)) return null;
  if (at(fields.invoiceDate) !== '' || at(fields.dueDate) !== '') return null;
  const saysSo = (cell: string) => cell.length <= 100 && LABEL.test(plainWord(cell));
  if (invoiceNumber !== '' && !saysSo(invoiceNumber)) return null;
  const label = cells.map((cell) => cell.trim()).find(Boolean) ?? '';
  if (saysSo(label)) return label.slice(0, 100);
  const hasKey = [fields.debtorReference, fields.debtorName].some((column) => at(column) !== '');
  const hasSum = [fields.amount, fields.openAmount, fields.paidAmount].some((column) => at(column) !== '');
  return invoiceNumber === '' && !hasKey && hasSum ? '' : null;
}
