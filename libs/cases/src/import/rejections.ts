import { toDecimal } from '@amiable/kernel';
import type { TenantDb } from '@amiable/platform';
import { sentenceOf, type FileFormat, type ImportField, type Language, type Mapping } from '../import-file/read-import-file';
import type { RefusedLine } from './compare-lines';
import type { ImportReason, ImportRejection } from './import.types';

/** Why a line that reads well is refused beside what is known already: the sentence, and the field to mend. */
const refusals: Record<string, { field: ImportField; fr: string; en: string }> = {
  CURRENCY_CHANGED: {
    field: 'currency',
    fr: 'La facture est connue dans une autre devise : {today}.',
    en: 'The invoice is known in another currency: {today}.',
  },
  KIND_CHANGED: {
    field: 'amount',
    fr: 'Ce numéro est déjà celui d’une pièce de sens opposé : {today}.',
    en: 'This number already is a document of the opposite sign: {today}.',
  },
  INVOICE_OF_ANOTHER_DEBTOR: {
    field: 'debtorReference',
    fr: 'La facture est connue chez un autre débiteur : {today}.',
    en: 'The invoice is known under another debtor: {today}.',
  },
  AMOUNT_BELOW_COLLECTED: {
    field: 'amount',
    fr: 'Il a déjà été encaissé plus que ce montant (facture connue pour {today}).',
    en: 'More than this amount was collected already (invoice known for {today}).',
  },
  CASE_PAID_AND_CLOSED: {
    field: 'amount',
    fr: 'La facture a été payée à l’agence et son dossier est clos ; une dette nouvelle demande un nouveau numéro.',
    en: 'The invoice was paid to the agency and its case is closed; a new debt needs a new number.',
  },
};

/** The sentence of a reason, whether the reader or the comparison gave it. */
export function sentenceOfReason({ code, params, column, value }: ImportReason, line: number, language: Language): string {
  const known = refusals[code];
  const facts: Record<string, string | number> = { ...params, column: column ?? '', value, line };
  return known ? known[language].replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '')) : sentenceOf(code, facts, language);
}

/** A refused line as the file would write it: its cells are made again from its values. */
export function rejectionOf(
  row: Record<string, unknown> & RefusedLine,
  mapping: Mapping,
  format: Pick<FileFormat, 'decimalSign'>,
): ImportRejection {
  const cells = cellsOf(row, mapping, format);
  let { field } = refusals[row.refusal]!;
  if (field === 'debtorReference' && mapping.fields.debtorReference === undefined) field = 'debtorName';
  if (field === 'amount' && mapping.fields.amount === undefined) field = 'openAmount';
  const at = mapping.fields[field];
  return {
    line: row.line,
    cells,
    reasons: [
      {
        field,
        column: at === undefined ? null : mapping.columns[at]!,
        value: at === undefined ? '' : cells[at]!,
        code: row.refusal,
        params: { today: row.today },
      },
    ],
  };
}

function cellsOf(row: Record<string, any>, { columns, fields }: Mapping, { decimalSign }: Pick<FileFormat, 'decimalSign'>): string[] {
  const money = (minor: bigint) => toDecimal(minor).replace('.', decimalSign);
  const extra: Record<string, string> = row.extra ?? {};
  const values: Partial<Record<ImportField, string | null>> = {
    invoiceNumber: row.number,
    debtorReference: row.debtor_ref,
    debtorName: row.name,
    invoiceDate: row.issued_on,
    dueDate: row.due_on,
    settledOn: row.settled_on,
    amount: money(row.amount),
    paidAmount: money(row.paid),
    openAmount: money((row.amount as bigint) - (row.paid as bigint)),
    disputed: row.disputed ? 'yes' : 'no',
    currency: row.currency,
    country: row.country,
    debtorKind: row.debtor_kind,
    siren: row.siren,
    siret: row.siret,
    vatNumber: row.vat_number,
    legalForm: row.legal_form,
    register: row.register,
    iban: row.iban,
    email: row.email,
    phone: row.phone,
    addressLine: row.address_line,
    postcode: row.postcode,
    city: row.city,
    contactName: row.contact_name,
    contactRole: row.contact_role,
    contactEmail: row.contact_email,
    contactPhone: row.contact_phone,
    creditLimit: row.credit_limit === null ? null : money(row.credit_limit),
    language: row.language,
    description: row.description,
    purchaseOrder: extra.purchaseOrder,
    channelPreference: extra.channelPreference,
  };
  const fieldAt = new Map(Object.entries(fields).map(([field, at]) => [at, field as ImportField]));
  return columns.map((column, at) => (fieldAt.has(at) ? values[fieldAt.get(at)!] : extra[column]) ?? '');
}

/** Stores rejections beside their import; those already stored stay as they are. */
export async function storeRejections(db: TenantDb, importId: string, rejections: readonly ImportRejection[]): Promise<void> {
  if (rejections.length === 0) return;
  await db.rows(
    `insert into import_rejections (client_id, import_id, line, cells, reasons)
     select $1, $2, r.line, coalesce((select array_agg(cell order by n) from jsonb_array_elements_text(r.cells) with ordinality as c(cell, n)), '{}'), r.reasons
     from jsonb_to_recordset($3::jsonb) as r(line int, cells jsonb, reasons jsonb) on conflict do nothing`,
    [
      db.clientId,
      importId,
      JSON.stringify(rejections, (_, value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value)),
    ],
  );
}
