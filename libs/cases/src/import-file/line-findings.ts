import type { ErrorParams } from './import-file.errors';
import type { LineErrorCode, WarningCode } from './import-file.codes';
import type { ImportField, LineFinding, Mapping } from './import-file.types';

const LONGEST_VALUE = 300; // a finding quotes the cell, it does not carry a novel

/** Gathers all that is wrong with one line. */
export class LineFindings {
  errors: LineFinding[] | null = null;
  warnings: LineFinding[] | null = null;

  constructor(
    private readonly cells: readonly string[],
    private readonly mapping: Mapping,
  ) {}

  error(field: ImportField | null, code: LineErrorCode, value?: string, params: ErrorParams = {}): void {
    (this.errors ??= []).push(this.finding(field, code, value, params));
  }

  warn(field: ImportField | null, code: WarningCode, value?: string, params: ErrorParams = {}): void {
    (this.warnings ??= []).push(this.finding(field, code, value, params));
  }

  private finding(field: ImportField | null, code: string, value: string | undefined, params: ErrorParams): LineFinding {
    const index = field === null ? undefined : this.mapping.fields[field];
    const cell = value ?? (index === undefined ? '' : (this.cells[index] ?? ''));
    return {
      field,
      column: index === undefined ? null : (this.mapping.columns[index] ?? null),
      value: cell.slice(0, LONGEST_VALUE),
      code,
      params,
    };
  }
}
