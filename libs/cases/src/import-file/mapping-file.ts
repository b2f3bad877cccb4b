import { z } from 'zod';
import { ImportFileError } from './import-file.errors';
import {
  DATE_FORMATS,
  ENCODINGS,
  IMPORT_FIELDS,
  SEPARATORS,
  type FileFormat,
  type FormatFinding,
  type ImportField,
  type Mapping,
} from './import-file.types';
import { parseCountry } from './parse-country';
import { parseCurrency } from './parse-currency';
import { completed } from './propose-mapping';

const column = z.union([z.string().min(1).max(200), z.null()]);

const MappingFileSchema = z.strictObject({
  /** Field to column name; "#4" is the fourth column, null takes the field off. */
  fields: z
    .strictObject(
      Object.fromEntries(IMPORT_FIELDS.map((field) => [field, column.optional()])) as Record<ImportField, z.ZodOptional<typeof column>>,
    )
    .default({}),
  format: z
    .strictObject({
      encoding: z.enum(ENCODINGS),
      separator: z.enum(SEPARATORS),
      quote: z.enum(['"', "'"]),
      newline: z.enum(['\n', '\r']),
      headerLine: z.int().min(0).max(10_000),
      decimalSign: z.enum([',', '.']),
      thousands: z.enum(['', ' ', '.', ',', "'"]),
      dateFormat: z.enum(DATE_FORMATS),
    })
    .partial()
    .default({}),
  defaults: z
    .strictObject({
      currency: z.string().refine((code) => parseCurrency(code) === code, 'an ISO currency code such as EUR'),
      country: z.string().refine((code) => parseCountry(code) === code, 'an ISO country code such as FR'),
      language: z.string().regex(/^[a-z]{2}$/, 'a language code such as fr'),
      debtorKind: z.enum(['company', 'person']),
      termsDays: z.int().min(0).max(365),
    })
    .partial()
    .default({}),
});

/** The `--mapping` file: {"fields": {"invoiceNumber": "N° facture"}, "format": {...}, "defaults": {"currency": "EUR"}}. */
export type MappingFile = z.infer<typeof MappingFileSchema>;

/** Reads and checks a mapping file. @throws ImportFileError MAPPING_FILE_INVALID with the place and the problem */
export function parseMappingFile(json: string): MappingFile {
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new ImportFileError('MAPPING_FILE_INVALID', { place: 'JSON', problem: (error as Error).message });
  }
  const checked = MappingFileSchema.safeParse(value);
  if (checked.success) return checked.data;
  const problems = checked.error.issues.map((issue) => `${issue.path.join('.') || '(root)'}: ${issue.message}`);
  throw new ImportFileError('MAPPING_FILE_INVALID', {
    place: checked.error.issues[0]?.path.join('.') || '(root)',
    problem: problems.join('; '),
  });
}

/** A proposed mapping corrected by a mapping file. @throws ImportFileError MAPPING_UNKNOWN_COLUMN naming what exists */
export function applyMappingFile(proposed: Mapping, file: MappingFile): Mapping {
  const fields = { ...proposed.fields };
  const findings: FormatFinding[] = proposed.findings.filter(({ code }) => code === 'COLUMN_NOT_WHAT_IT_SAYS');
  for (const field of IMPORT_FIELDS) {
    const name = file.fields[field];
    if (name === null) {
      delete fields[field];
      findings.push({ about: 'mapping', code: 'UNMAPPED_BY_FILE', facts: { field } });
    } else if (name !== undefined) {
      const index = columnNamed(name, proposed.columns, field);
      for (const other of IMPORT_FIELDS) if (fields[other] === index && file.fields[other] === undefined) delete fields[other];
      fields[field] = index;
      findings.push({ about: 'mapping', code: 'MAPPED_BY_FILE', facts: { field, column: proposed.columns[index] ?? name } });
    }
  }
  for (const field of IMPORT_FIELDS) {
    const index = fields[field];
    if (index !== undefined && typeof file.fields[field] !== 'string')
      findings.push({ about: 'mapping', code: 'MAPPED_BY_NAME', facts: { field, column: proposed.columns[index] ?? '' } });
  }
  return completed({ ...proposed, fields, defaults: { ...proposed.defaults, ...file.defaults }, findings });
}

/** What to remember of a mapping for the next file of the same client: columns by name, formats of values, defaults. */
export function mappingFileOf(mapping: Mapping, format: FileFormat): MappingFile {
  const fields = Object.fromEntries(Object.entries(mapping.fields).map(([field, index]) => [field, mapping.columns[index]]));
  return {
    fields: fields as MappingFile['fields'],
    format: { dateFormat: format.dateFormat, decimalSign: format.decimalSign },
    defaults: { ...mapping.defaults },
  };
}

/** By exact name, then whatever the case, then "#4" by position. */
function columnNamed(name: string, columns: readonly string[], field: string): number {
  const wanted = name.normalize('NFC').trim();
  const exact = columns.indexOf(wanted);
  if (exact !== -1) return exact;
  const loose = columns.findIndex((existing) => existing.toLowerCase() === wanted.toLowerCase());
  if (loose !== -1) return loose;
  const position = /^#(\d{1,4})$/.exec(wanted)?.[1];
  if (position && Number(position) >= 1 && Number(position) <= columns.length) return Number(position) - 1;
  throw new ImportFileError('MAPPING_UNKNOWN_COLUMN', { field, column: name, expected: columns.join(' | ') });
}
