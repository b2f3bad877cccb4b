import { isIban } from '@amiable/clients';
import { cleanText } from './clean-text';
import { parseSiren, parseSiret, parseVatNumber } from './french-identifiers';
import type { FileFormat, ImportField, InvoiceRow, Mapping, OkLine, RejectedLine } from './import-file.types';
import { LineFindings } from './line-findings';
import { isSuspectLong, readTexts } from './read-texts';
import { mostCreditMinor } from '../debtor/credit-limit.rules';
import { parseAmount } from './parse-amount';
import { parseEmail, parsePhone } from './parse-contact';
import { parseCountry } from './parse-country';
import { minorDigits } from './parse-currency';
import { parseLanguage } from './parse-language';
import { parseChannel, parseContactRole, parseDebtorKind, parseYesNo } from './parse-words';
import { balanced, readAmount, readCurrency } from './read-amounts';
import { DaysReader } from './read-days';

export interface ReadContext {
  format: FileFormat;
  mapping: Mapping;
  /** The day of the import, 'yyyy-MM-dd'. */
  today: string;
}

/** Reads one line of the right width into an invoice, or says everything that is wrong with it. */
export class InvoiceLineReader {
  private readonly days: DaysReader;
  private readonly extras: readonly { index: number; name: string }[];

  constructor(private readonly context: ReadContext) {
    this.days = new DaysReader(context);
    this.extras = context.mapping.extra.map((index) => ({ index, name: context.mapping.columns[index] ?? `#${index + 1}` }));
  }

  read(cells: string[], line: number, findings: LineFindings): OkLine | RejectedLine {
    const { mapping } = this.context;
    const { fields, defaults } = mapping;
    const cell = (field: ImportField) => {
      const index = fields[field];
      return index === undefined ? '' : cleanText(cells[index] as string);
    };

    const texts = readTexts(cell, fields, findings);
    const currency = readCurrency(cell, defaults.currency ?? 'EUR', findings);
    const decimals = currency ? minorDigits(currency) : 2;
    const days = this.days.read(cell, findings);
    const settledOn = days.settledOn;
    const { format } = this.context;
    const errorsBefore = findings.errors?.length ?? 0;
    const [amountCell, openCell] = [cell('amount'), cell('openAmount')];
    const given = {
      amount: readAmount(amountCell, 'amount', format, decimals, findings),
      paid: readAmount(cell('paidAmount'), 'paidAmount', format, decimals, findings),
      open: readAmount(openCell, 'openAmount', format, decimals, findings),
    };
    if (amountCell === '' && openCell === '') findings.error(fields.amount === undefined ? 'openAmount' : 'amount', 'VALUE_MISSING');
    const amounts = (findings.errors?.length ?? 0) > errorsBefore ? null : balanced(given, settledOn !== null, findings);
    const disputed = parseYesNo(cell('disputed'));
    if (disputed === null) findings.error('disputed', 'YES_NO_UNKNOWN');

    if (findings.errors || !amounts || !days.invoiceDate || !currency) return { line, rejected: findings.errors ?? [], cells };
    const stillOpen = settledOn !== null && amounts.openAmount !== 0n;
    if (stillOpen) findings.warn('settledOn', 'SETTLED_BUT_STILL_OPEN');
    const isCredit = amounts.amount < 0n;
    const dueDate = days.dueDate ?? this.days.derivedDueDate(cell('termsDays'), days.invoiceDate, isCredit, findings);
    const siret = optional(cell('siret'), 'siret', 'SIRET_INVALID', parseSiret, findings);
    const ok: InvoiceRow = {
      invoiceNumber: texts.invoiceNumber,
      kind: isCredit ? 'credit_note' : 'invoice',
      debtorReference: texts.debtorReference,
      debtorName: texts.debtorName,
      debtorKind:
        optional(cell('debtorKind'), 'debtorKind', 'DEBTOR_KIND_UNKNOWN', parseDebtorKind, findings) ?? defaults.debtorKind ?? null,
      invoiceDate: days.invoiceDate,
      dueDate,
      dueDateDerived: days.dueDate === null,
      amount: amounts.amount,
      paidAmount: amounts.paidAmount,
      openAmount: amounts.openAmount,
      currency,
      settledOn: stillOpen ? null : settledOn,
      disputed: disputed ?? false,
      country: optional(cell('country'), 'country', 'COUNTRY_UNKNOWN', parseCountry, findings) ?? defaults.country ?? null,
      siren: optional(cell('siren'), 'siren', 'SIREN_INVALID', parseSiren, findings) ?? siret?.slice(0, 9) ?? null,
      siret,
      vatNumber: optional(cell('vatNumber'), 'vatNumber', 'VAT_NUMBER_INVALID', parseVatNumber, findings),
      legalForm: texts.legalForm,
      register: texts.register,
      iban: optional(cell('iban'), 'iban', 'IBAN_INVALID', parseIban, findings),
      contactName: texts.contactName,
      contactRole: optional(cell('contactRole'), 'contactRole', 'CONTACT_ROLE_UNKNOWN', parseContactRole, findings),
      contactEmail: optional(cell('contactEmail'), 'contactEmail', 'CONTACT_EMAIL_INVALID', parseEmail, findings),
      contactPhone: optional(cell('contactPhone'), 'contactPhone', 'CONTACT_PHONE_INVALID', parsePhone, findings),
      creditLimit: optional(cell('creditLimit'), 'creditLimit', 'CREDIT_LIMIT_INVALID', (text) => this.limit(text, decimals), findings),
      email: optional(cell('email'), 'email', 'EMAIL_INVALID', parseEmail, findings),
      phone: optional(cell('phone'), 'phone', 'PHONE_INVALID', parsePhone, findings),
      addressLine: texts.addressLine,
      postcode: texts.postcode,
      city: texts.city,
      language: optional(cell('language'), 'language', 'LANGUAGE_UNKNOWN', parseLanguage, findings) ?? defaults.language ?? null,
      purchaseOrder: texts.purchaseOrder,
      channelPreference: optional(cell('channelPreference'), 'channelPreference', 'CHANNEL_UNKNOWN', parseChannel, findings),
      description: texts.description,
      extra: this.extra(cells),
    };
    return findings.warnings ? { line, ok, warnings: findings.warnings } : { line, ok };
  }

  private limit(text: string, decimals: number): bigint | null {
    const minor = parseAmount(text, this.context.format.decimalSign, decimals);
    return typeof minor === 'bigint' && minor >= 0n && minor <= mostCreditMinor ? minor : null;
  }

  private extra(cells: readonly string[]): Record<string, string> {
    const extra: Record<string, string> = {};
    for (const { index, name } of this.extras) {
      const text = cleanText(cells[index] as string);
      if (text !== '') extra[name] = isSuspectLong(text) ? text.slice(0, 1_000) : text;
    }
    return extra;
  }
}

function parseIban(text: string): string | null {
  const iban = text.replace(/[\s.-]/g, '').toUpperCase();
  return isIban(iban) ? iban : null;
}

type OptionalCode = Parameters<LineFindings['warn']>[1];

/** An optional value that does not hold is dropped with a warning; the line is kept. */
function optional<T>(
  text: string,
  field: ImportField,
  code: OptionalCode,
  parse: (text: string) => T | null,
  findings: LineFindings,
): T | null {
  if (text === '') return null;
  const value = parse(text);
  if (value === null) findings.warn(field, code);
  return value;
}
