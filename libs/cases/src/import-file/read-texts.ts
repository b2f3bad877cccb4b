import type { ImportField, Mapping } from './import-file.types';
import type { LineFindings } from './line-findings';

/** Longest references and names kept whole; longer ones are rejected, never cut. */
export const LONGEST_REFERENCE = 100;
export const LONGEST_NAME = 200;
const LONGEST_OPTIONAL = 1_000;

export const isSuspectLong = (text: string) => text.length > LONGEST_OPTIONAL;

/** References, names and address of a line; required ones that are missing or too long become errors. */
export function readTexts(cell: (field: ImportField) => string, fields: Mapping['fields'], findings: LineFindings) {
  const invoiceNumber = cell('invoiceNumber');
  const debtorReference = cell('debtorReference');
  const debtorName = cell('debtorName');
  if (invoiceNumber === '') findings.error('invoiceNumber', 'VALUE_MISSING');
  if (debtorReference === '' && debtorName === '')
    findings.error(fields.debtorReference === undefined ? 'debtorName' : 'debtorReference', 'VALUE_MISSING');
  const short = (text: string, field: ImportField, limit: number) => {
    if (text.length > limit) findings.error(field, 'TEXT_TOO_LONG', undefined, { length: text.length, expected: limit });
    return text === '' ? null : text;
  };
  const optional = (field: ImportField, limit: number) => {
    const text = cell(field);
    if (text.length <= limit) return text === '' ? null : text;
    findings.warn(field, 'OPTIONAL_TEXT_TOO_LONG', undefined, { length: text.length, expected: limit });
    return null;
  };
  return {
    invoiceNumber: short(invoiceNumber, 'invoiceNumber', LONGEST_REFERENCE) ?? '',
    debtorReference: short(debtorReference, 'debtorReference', LONGEST_REFERENCE),
    debtorName: short(debtorName, 'debtorName', LONGEST_NAME),
    addressLine: optional('addressLine', LONGEST_NAME),
    postcode: optional('postcode', 20),
    city: optional('city', LONGEST_NAME),
    legalForm: optional('legalForm', 60),
    register: optional('register', 100),
    contactName: optional('contactName', 120),
    purchaseOrder: optional('purchaseOrder', LONGEST_REFERENCE),
    description: optional('description', LONGEST_OPTIONAL),
  };
}
