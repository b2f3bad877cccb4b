import { isDebtorLanguage } from '@amiable/identity';
import type { InvoiceRow } from '../import-file/read-import-file';

/** Columns of the staging table, in the order of `stagedRow`. */
export const stagedColumns = [
  'line',
  'number',
  'debtor_ref',
  'contact',
  'issued_on',
  'due_on',
  'amount',
  'paid',
  'currency',
  'settled_on',
  'disputed',
  'description',
  'extra',
  'name',
  'debtor_kind',
  'siren',
  'siret',
  'vat_number',
  'legal_form',
  'register',
  'iban',
  'email',
  'phone',
  'address_line',
  'postcode',
  'city',
  'country',
  'language',
  'contact_name',
  'contact_role',
  'contact_email',
  'contact_phone',
  'credit_limit',
] as const;

/** One line of a file, as it stands until the import is over; `invoice_id` is the id it gets when it is new. */
export const stagedTable = `
  create temp table staged (
    line int not null, number text not null, debtor_ref text not null, contact bigint not null, issued_on date not null, due_on date not null,
    amount bigint not null, paid bigint not null, currency text not null, settled_on date, disputed boolean not null, description text, extra jsonb,
    name text, debtor_kind text, siren text, siret text, vat_number text, legal_form text, register text, iban text, email text, phone text, address_line text, postcode text, city text, country text, language text,
    contact_name text, contact_role text, contact_email text, contact_phone text, credit_limit bigint,
    invoice_id uuid not null default uuidv7()) on commit drop`;

const lineWeight = 2 ** 32;

/** A validated line as a row of COPY's text format. */
export function stagedRow(line: number, row: InvoiceRow): string {
  const known =
    +!!row.debtorName + +!!row.email + +!!row.phone + +!!row.addressLine + +!!row.postcode + +!!row.city + +!!row.siren + +!!row.vatNumber;
  return `${[
    line,
    text(row.invoiceNumber),
    text(debtorReferenceOf(row)),
    // The line that says most about a debtor speaks for it; the earlier one when two say as much.
    known * lineWeight + (lineWeight - line),
    row.invoiceDate,
    row.dueDate,
    row.amount,
    row.paidAmount,
    row.currency,
    row.settledOn ?? '\\N',
    row.disputed ? 't' : 'f',
    text(row.description),
    text(extraOf(row)),
    text(row.debtorName),
    row.debtorKind ?? '\\N',
    text(row.siren),
    text(row.siret),
    text(row.vatNumber),
    text(row.legalForm),
    text(row.register),
    text(row.iban),
    text(row.email),
    text(row.phone),
    text(row.addressLine),
    text(row.postcode),
    text(row.city),
    text(row.country),
    languageOf(row.language),
    text(row.contactName),
    row.contactRole ?? '\\N',
    text(row.contactEmail),
    text(row.contactPhone),
    row.creditLimit ?? '\\N',
  ].join('\t')}\n`;
}

/** A file without debtor numbers knows its debtors by their names. */
function debtorReferenceOf(row: InvoiceRow): string {
  return row.debtorReference ?? row.debtorName ?? '';
}

/** The columns no field uses, and what an invoice has no column for. A dispute on a settled invoice is only remembered. */
function extraOf(row: InvoiceRow): string | null {
  let extra: Record<string, unknown> = row.extra;
  if (row.purchaseOrder) extra = { ...extra, purchaseOrder: row.purchaseOrder };
  if (row.channelPreference) extra = { ...extra, channelPreference: row.channelPreference };
  if (row.disputed && row.openAmount === 0n) extra = { ...extra, disputed: true };
  for (const _ in extra) return JSON.stringify(extra);
  return null;
}

/** Who reads a language we do not write is written to in English; who says nothing, in the brand's. */
function languageOf(language: string | null): string {
  return language === null ? '\\N' : isDebtorLanguage(language) ? language : 'en';
}

const special = /[\\\t\n\r]/;
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function text(value: string | null): string {
  if (value === null) return '\\N';
  return special.test(value) ? value.replace(/[\\\t\n\r]/g, (sign) => escapes[sign]!) : value;
}
