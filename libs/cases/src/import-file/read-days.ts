import type { ImportField } from './import-file.types';
import type { LineFindings } from './line-findings';
import { dateReader, dayAfter, parseTerms, type DateReader } from './parse-date';
import { LEGAL_TERMS_DAYS } from './propose-mapping';
import type { ReadContext } from './read-invoice-line';

/** Later than this many days after today an invoice date is taken for an error. */
export const DAYS_INTO_THE_FUTURE = 60;

type Cell = (field: ImportField) => string;

/** Reads the days of a line and holds them against each other. */
export class DaysReader {
  private readonly readDay: DateReader;
  private readonly latestInvoiceDay: string;

  constructor(private readonly context: ReadContext) {
    this.readDay = dateReader(context.format.dateFormat, context.today);
    this.latestInvoiceDay = dayAfter(context.today, DAYS_INTO_THE_FUTURE);
  }

  read(cell: Cell, findings: LineFindings) {
    const { today } = this.context;
    const invoiceDate = this.day('invoiceDate', cell, findings);
    const dueDate = this.day('dueDate', cell, findings);
    const settledOn = this.day('settledOn', cell, findings);
    if (cell('invoiceDate') === '') findings.error('invoiceDate', 'VALUE_MISSING');
    if (invoiceDate && invoiceDate > this.latestInvoiceDay)
      findings.error('invoiceDate', 'INVOICE_IN_FUTURE', undefined, { expected: this.latestInvoiceDay });
    if (invoiceDate && dueDate && dueDate < invoiceDate)
      findings.error('dueDate', 'DUE_BEFORE_INVOICE', undefined, { expected: invoiceDate });
    if (invoiceDate && settledOn && settledOn < invoiceDate)
      findings.error('settledOn', 'SETTLED_BEFORE_INVOICE', undefined, { expected: invoiceDate });
    if (settledOn && settledOn > today) findings.error('settledOn', 'SETTLED_IN_FUTURE', undefined, { expected: today });
    return { invoiceDate, dueDate, settledOn };
  }

  /** The due date of a line that states none: by its terms, else by the default ones; a credit note falls due at once. */
  derivedDueDate(terms: string, invoiceDate: string, isCredit: boolean, findings: LineFindings): string {
    if (isCredit) return invoiceDate;
    const { defaults, fields } = this.context.mapping;
    const parsed = terms === '' ? null : parseTerms(terms);
    if (terms !== '' && parsed === null) findings.warn('termsDays', 'TERMS_UNKNOWN');
    const { days, endOfMonth } = parsed ?? { days: defaults.termsDays ?? LEGAL_TERMS_DAYS, endOfMonth: false };
    const dueDate = dayAfter(invoiceDate, days, endOfMonth);
    // Said once for the whole file when there is no such column (DUE_DATE_FROM_TERMS), per line when a cell is blank.
    if (parsed === null && fields.dueDate !== undefined)
      findings.warn('dueDate', 'DUE_DATE_DERIVED', undefined, { days, expected: dueDate });
    return dueDate;
  }

  private day(field: ImportField, cell: Cell, findings: LineFindings): string | null {
    const text = cell(field);
    if (text === '') return null;
    const day = this.readDay(text);
    if (day === null) findings.error(field, 'DATE_INVALID', undefined, { expected: this.context.format.dateFormat });
    return day;
  }
}
