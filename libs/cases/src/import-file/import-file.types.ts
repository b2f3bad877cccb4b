/** How a text file is written. Found by `detectFormat`, corrected by hints; `headerLine` is 1-based, 0 = no header. */
export interface FileFormat {
  encoding: Encoding;
  separator: Separator;
  quote: '"' | "'";
  newline: '\n' | '\r'; // '\n' also stands for CRLF
  headerLine: number;
  decimalSign: ',' | '.';
  thousands: '' | ' ' | '.' | ',' | "'"; // as seen; reading accepts any of them but the decimal sign
  dateFormat: DateFormat;
}

export const ENCODINGS = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-15', 'macintosh', 'cp850'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const SEPARATORS = [';', ',', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** Names only the order, the usual sign and the year's width: dd/MM/yyyy also reads 2-1-2025, and an ISO date is read under all. */
export const DATE_FORMATS = [
  'yyyy-MM-dd',
  'yyyy/MM/dd',
  'dd/MM/yyyy',
  'MM/dd/yyyy',
  'dd.MM.yyyy',
  'dd-MM-yyyy',
  'MM-dd-yyyy',
  'dd/MM/yy',
  'MM/dd/yy',
  'dd.MM.yy',
  'dd-MM-yy',
  'MM-dd-yy',
  'yyyyMMdd',
  'ddMMyyyy',
  'ddMMyy',
  'd MMM yyyy',
] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

/** Evidence in words: a stable code (sentences in import-file.messages.*.json) and the facts that fill its placeholders. */
export interface FormatFinding {
  about: keyof FileFormat | 'mapping';
  code: string;
  facts: Record<string, string | number>;
  /** True when another reading fits as well and a person should look. */
  ambiguous?: boolean;
}

export interface DetectedFormat extends FileFormat {
  findings: FormatFinding[];
  /** Column names made unique: blank ones are "#4", repeated ones "id (2)". */
  headers: string[];
  sampleRows: string[][];
}

export const IMPORT_FIELDS = [
  'invoiceNumber',
  'debtorReference',
  'debtorName',
  'invoiceDate',
  'dueDate',
  'termsDays',
  'amount',
  'paidAmount',
  'openAmount',
  'settledOn',
  'disputed',
  'currency',
  'country',
  'debtorKind',
  'siren',
  'siret',
  'vatNumber',
  'legalForm',
  'register',
  'iban',
  'email',
  'phone',
  'addressLine',
  'postcode',
  'city',
  'contactName',
  'contactRole',
  'contactEmail',
  'contactPhone',
  'creditLimit',
  'language',
  'purchaseOrder',
  'channelPreference',
  'description',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

export interface MappingDefaults {
  currency?: string;
  country?: string;
  language?: string;
  debtorKind?: 'company' | 'person';
  /** Days from the invoice date when a line states neither due date nor terms (30 if absent: art. L441-10 I C. com.). */
  termsDays?: number;
}

/** Which column (0-based) holds which field. Every column that no field uses is in `extra`, kept by name on the row. */
export interface Mapping {
  columns: string[];
  fields: Partial<Record<ImportField, number>>;
  extra: number[];
  defaults: MappingDefaults;
  /** What must still be mapped before lines can be read: "debtorReference|debtorName" means one of the two. */
  missing: string[];
  findings: FormatFinding[];
}

/** One validated invoice. Days are 'yyyy-MM-dd', amounts bigint minor units of `currency` (negative on a credit note). */
export interface InvoiceRow {
  invoiceNumber: string;
  kind: 'invoice' | 'credit_note';
  debtorReference: string | null;
  debtorName: string | null;
  debtorKind: 'company' | 'person' | null;
  invoiceDate: string;
  dueDate: string;
  /** True when the file gave no due date and it was computed from the terms. */
  dueDateDerived: boolean;
  amount: bigint;
  paidAmount: bigint;
  openAmount: bigint;
  currency: string;
  settledOn: string | null;
  disputed: boolean;
  country: string | null;
  siren: string | null;
  siret: string | null;
  vatNumber: string | null;
  legalForm: string | null;
  register: string | null;
  iban: string | null;
  email: string | null;
  phone: string | null;
  addressLine: string | null;
  postcode: string | null;
  city: string | null;
  /** Somebody at the company who may be spoken to. */
  contactName: string | null;
  contactRole: 'accountant' | 'director' | 'buyer' | 'approver' | 'other' | null;
  contactEmail: string | null;
  contactPhone: string | null;
  /** What the client lets the debtor owe, minor units of `currency`. */
  creditLimit: bigint | null;
  language: string | null;
  purchaseOrder: string | null;
  channelPreference: 'paper' | 'electronic' | null;
  description: string | null;
  extra: Record<string, string>;
}

/** One thing wrong with one cell (or with the line: field and column null). */
export interface LineFinding {
  field: ImportField | null;
  column: string | null;
  value: string;
  code: string;
  params: Record<string, string | number>;
}

/** A totals row, or a remark below the table (then without sums): told, neither imported nor rejected. */
export interface TotalsRow {
  label: string;
  amount: bigint | null;
  openAmount: bigint | null;
}

export type OkLine = { line: number; ok: InvoiceRow; warnings?: LineFinding[] };
export type RejectedLine = { line: number; rejected: LineFinding[]; cells: string[] };
export type TotalsLine = { line: number; totals: TotalsRow };
export type BlankLine = { line: number; blank: true };
/** `line` is 1-based as a text editor shows it: the line on which the record starts. */
export type ReadLine = OkLine | RejectedLine | TotalsLine | BlankLine;
