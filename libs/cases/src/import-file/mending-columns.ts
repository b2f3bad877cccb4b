/** The last columns of a file of rejected lines; a file that ends with them was ours, and is read back without its guards. */
export const MENDING_COLUMNS = ['line', 'field', 'reason'] as const;

export const endsWithMendingColumns = (columns: readonly string[]) =>
  columns.length > MENDING_COLUMNS.length &&
  MENDING_COLUMNS.every((name, i) => columns[columns.length - MENDING_COLUMNS.length + i] === name);

// What a spreadsheet may take for a formula, full-width forms included. An apostrophe before one is guarded too, to be reversible.
const DANGEROUS = /^'?[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const PLAIN_NUMBER = /^[-+]?[\d\u00a0\u202f ]+(?:[.,]\d+)?$/;

/** A cell that no spreadsheet executes: an apostrophe before = + - @ TAB CR and their full-width forms, numbers left alone. */
export const guardedCell = (cell: string) => (DANGEROUS.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell);

/** Takes the guard off again, in files that we wrote. */
export const unguardedCell = (cell: string) => (cell.charCodeAt(0) === 39 && DANGEROUS.test(cell.slice(1)) ? cell.slice(1) : cell);
