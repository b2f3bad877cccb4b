import { toDecimal } from '@amiable/kernel';
import type { Remittance } from './remittance.entity';
import type { RemittanceLine } from './remittance.queries';

const head = ['Date', 'Dossier', 'Débiteur', 'Réf. débiteur', 'Nature', 'Moyen', 'Montant', 'Taux %', 'Honoraires HT', 'Quittance'];
const kinds: Record<string, string> = {
  payment: 'Encaissement',
  refund: 'Remboursement',
  chargeback: 'Impayé',
  chargeback_won: 'Impayé récupéré',
};
const methods: Record<string, string> = {
  card: 'Carte',
  sepa_debit: 'Prélèvement',
  transfer: 'Virement',
  cheque: 'Chèque',
  direct: 'Direct au client',
};

/** A text cell that no spreadsheet takes for a formula (ASVS 1.2.10), quoted. */
function text(value: string): string {
  const safe = /^[=+\-@\t\r\0＝＋－＠]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}

const amount = (minor: bigint) => toDecimal(minor).replace('.', ',');
const day = (iso: string) => iso.split('-').reverse().join('/');

/** The statement as French CSV: UTF-8 with BOM, semicolon, decimal comma, dd/mm/yyyy. */
export function statementCsv(remittance: Remittance, lines: readonly RemittanceLine[]): Buffer {
  const rows = lines.map((line) => [
    day(line.effective_on),
    text(line.reference),
    text(line.debtor_name),
    text(line.debtor_reference),
    text(kinds[line.kind]!),
    text(methods[line.method]!),
    amount(line.amount_minor),
    line.percent.replace('.', ','),
    amount(line.fee_minor),
    text(line.receipt_number ?? ''),
  ]);
  const totals = [
    ['Fonds mandants', amount(remittance.fundsMinor)],
    ['Honoraires HT', amount(remittance.feesMinor)],
    [`TVA ${remittance.vatPercent.replace('.', ',')} %`, amount(remittance.vatMinor)],
    ['Honoraires TTC', amount(remittance.feesMinor + remittance.vatMinor)],
    ['Reversé', amount(remittance.paidOutMinor)],
  ].map(([label, value]) => [text(label!), '', '', '', '', '', value!]);
  return Buffer.from(`\uFEFF${[head.map(text), ...rows, [], ...totals].map((cells) => cells.join(';')).join('\r\n')}\r\n`, 'utf8');
}
