import { fieldNamedBy, uniqueColumnNames } from './column-names';
import { IMPORT_FIELDS, type FormatFinding, type ImportField, type Mapping, type MappingDefaults } from './import-file.types';
import { parseCountry } from './parse-country';
import { parseLanguage } from './parse-language';
import { endsWithMendingColumns, MENDING_COLUMNS } from './mending-columns';

/** Days to pay when neither the file nor the mapping says: art. L441-10 I of the Code de commerce. */
export const LEGAL_TERMS_DAYS = 30;

/**
 * Columns of codes are believed only when their cells are such codes: a "countryCode" of 391 is kept as extra instead.
 * Not so currencies: an unknown one must reject the line, never become the default currency.
 */
const CONTENT: Partial<Record<ImportField, (cell: string) => unknown>> = { country: parseCountry, language: parseLanguage };

/**
 * Maps our fields to columns by the columns' names (French and English, see COLUMN_SYNONYMS). Columns that fit no field
 * stay visible as `extra`; what is still required is in `missing`. Never throws: a person can correct the result.
 */
export function proposeMapping(
  headers: readonly string[],
  sampleRows: readonly (readonly string[])[],
  defaults: MappingDefaults = {},
): Mapping {
  const columns = uniqueColumnNames(headers);
  const findings: FormatFinding[] = [];
  const best = new Map<ImportField, { column: number; rank: number }>();
  const also: { field: ImportField; column: number }[] = [];
  headers.forEach((header, column) => {
    const known = fieldNamedBy(header);
    if (!known) return;
    const { field, rank } = known;
    if (!holdsWhatItSays(field, sampleRows, column)) {
      findings.push({
        about: 'mapping',
        code: 'COLUMN_NOT_WHAT_IT_SAYS',
        facts: { field, column: columns[column] ?? '', value: example(sampleRows, column) },
        ambiguous: true,
      });
      return;
    }
    const holder = best.get(field);
    if (holder && holder.rank <= rank) return void also.push({ field, column });
    if (holder) also.push({ field, column: holder.column });
    best.set(field, { column, rank });
  });
  const fields: Mapping['fields'] = {};
  for (const field of IMPORT_FIELDS) {
    const column = best.get(field)?.column;
    if (column === undefined) continue;
    fields[field] = column;
    findings.push({ about: 'mapping', code: 'MAPPED_BY_NAME', facts: { field, column: columns[column] ?? '' } });
  }
  for (const { field, column } of also) {
    findings.push({
      about: 'mapping',
      code: 'COLUMN_ALSO_FITS',
      facts: { field, column: columns[column] ?? '', taken: columns[fields[field] as number] ?? '' },
      ambiguous: true,
    });
  }
  return completed({ columns, fields, extra: [], defaults, missing: [], findings });
}

/** Fills in `extra`, `missing` and the findings that follow from them. */
export function completed(mapping: Mapping): Mapping {
  const { columns, fields, defaults } = mapping;
  const used = new Set(Object.values(fields));
  const last = endsWithMendingColumns(columns) ? columns.length - MENDING_COLUMNS.length : columns.length;
  const extra = columns.map((_, index) => index).filter((index) => index < last && !used.has(index));
  const findings = [...mapping.findings];
  for (const index of extra) findings.push({ about: 'mapping', code: 'COLUMN_KEPT_AS_EXTRA', facts: { column: columns[index] ?? '' } });
  const has = (...any: ImportField[]) => any.some((field) => fields[field] !== undefined);
  const missing: string[] = [];
  if (!has('invoiceNumber')) missing.push('invoiceNumber');
  if (!has('debtorReference', 'debtorName')) missing.push('debtorReference|debtorName');
  if (!has('invoiceDate')) missing.push('invoiceDate');
  if (!has('amount', 'openAmount')) missing.push('amount|openAmount');
  if (missing.length === 0) {
    if (!has('dueDate'))
      findings.push({
        about: 'mapping',
        code: 'DUE_DATE_FROM_TERMS',
        facts: { days: defaults.termsDays ?? LEGAL_TERMS_DAYS },
        ambiguous: !has('termsDays'),
      });
    if (!has('currency')) findings.push({ about: 'mapping', code: 'CURRENCY_BY_DEFAULT', facts: { currency: defaults.currency ?? 'EUR' } });
  }
  return { ...mapping, extra, missing, findings };
}

function holdsWhatItSays(field: ImportField, rows: readonly (readonly string[])[], column: number): boolean {
  const understands = CONTENT[field];
  if (!understands) return true;
  const cells = rows
    .slice(0, 500)
    .map((row) => row[column]?.trim() ?? '')
    .filter(Boolean);
  return cells.length === 0 || cells.filter((cell) => understands(cell) !== null).length >= cells.length / 2;
}

const example = (rows: readonly (readonly string[])[], column: number) =>
  rows
    .find((row) => row[column]?.trim())
    ?.[column]?.trim()
    .slice(0, 40) ?? '';
