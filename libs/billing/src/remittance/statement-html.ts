import type { Agency, Client } from '@amiable/clients';
import { kept, toDecimal } from '@amiable/kernel';
import type { Remittance } from './remittance.entity';
import type { RemittanceLine } from './remittance.queries';

const escape = (value: string) => value.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
const amounts = kept((currency: string) => new Intl.NumberFormat('fr-FR', { style: 'currency', currency }));
const money = (minor: bigint, currency: string) => amounts(currency).format(toDecimal(minor) as Intl.StringNumericLiteral);
const day = (iso: string) => iso.split('-').reverse().join('/');
const longDays = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });
const longDay = (iso: string) => longDays.format(new Date(`${iso}T00:00:00Z`));
const kinds: Record<string, string> = {
  payment: 'Encaissement',
  refund: 'Remboursement',
  chargeback: 'Impayé bancaire',
  chargeback_won: 'Impayé récupéré',
};
const methods: Record<string, string> = {
  card: 'Carte',
  sepa_debit: 'Prélèvement',
  transfer: 'Virement',
  cheque: 'Chèque',
  direct: 'Direct au client',
};

const style = `
  @page { size: A4; margin: 18mm 16mm 20mm; }
  body { font: 10pt/1.45 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif; color: #16191d; margin: 0; }
  header { display: flex; justify-content: space-between; border-bottom: 2pt solid var(--brand); padding-bottom: 8pt; }
  h1 { font-size: 17pt; margin: 18pt 0 4pt; } h2 { font-size: 11pt; margin: 16pt 0 5pt; }
  .muted { color: #565d66; } .right { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
  table { width: 100%; border-collapse: collapse; } thead { display: table-header-group; } tr { break-inside: avoid; }
  th { text-align: left; font-size: 8.5pt; color: #565d66; border-bottom: 1pt solid #99a0a8; padding: 3pt 5pt 3pt 0; }
  td { border-bottom: .5pt solid #d9dde1; padding: 4pt 5pt 4pt 0; vertical-align: top; } th:last-child, td:last-child { padding-right: 0; }
  .sums { width: 62%; margin-left: auto; } .sums td { border: 0; padding: 2.5pt 0; } .sums .total td { border-top: 1pt solid #16191d; font-weight: 700; font-size: 12pt; padding-top: 6pt; }
  footer { margin-top: 18pt; font-size: 8pt; color: #565d66; }`;

/** Relevé de reversement: the printable statement of one remittance, with the fee invoice's figures. */
export function statementHtml(remittance: Remittance, lines: readonly RemittanceLine[], client: Client, agency: Agency): string {
  const { currency } = remittance;
  const rows = lines
    .map(
      (
        line,
      ) => `<tr><td>${day(line.effective_on)}</td><td>${escape(line.debtor_name)}<br><span class="muted">${escape(line.reference)}</span></td>
    <td>${kinds[line.kind]}<br><span class="muted">${methods[line.method]}${line.receipt_number ? ` · ${line.receipt_number}` : ''}</span></td>
    <td class="right">${money(line.amount_minor, currency)}</td><td class="right">${line.percent.replace('.', ',')} %</td><td class="right">${money(line.fee_minor, currency)}</td></tr>`,
    )
    .join('');
  const direct = lines.filter((line) => line.method === 'direct').reduce((sum, line) => sum + line.amount_minor, 0n);
  const sum = (label: string, minor: bigint, total = false) =>
    `<tr${total ? ' class="total"' : ''}><td>${label}</td><td class="right">${money(minor, currency)}</td></tr>`;
  const withheld = remittance.fundsMinor - remittance.paidOutMinor;
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Relevé ${remittance.number}</title><style>:root{--brand:${/^#[0-9a-f]{6}$/i.test(agency.primary_colour) ? agency.primary_colour : '#1c2733'}}${style}</style></head><body>
  <header><div><strong>${escape(agency.name)}</strong><br><span class="muted">${escape(agency.address_line)}<br>${escape(agency.postcode)} ${escape(agency.city)}<br>SIREN ${escape(agency.siren)} · TVA ${escape(agency.vat_number)}</span></div>
  <div class="right"><strong>${escape(client.legalName)}</strong><br><span class="muted">${escape(client.addressLine)}<br>${escape(client.postcode)} ${escape(client.city)}<br>SIREN ${escape(client.siren)}</span></div></header>
  <h1>Relevé de reversement ${remittance.number}</h1>
  <p class="muted">Fonds reçus jusqu’au ${longDay(remittance.asOf.toString())} · reversement ${remittance.mode === 'net' ? 'net d’honoraires' : 'brut'}${remittance.invoiceNumber ? ` · facture d’honoraires ${remittance.invoiceNumber}` : ''}</p>
  <h2>Mouvements</h2>
  <table><thead><tr><th>Date</th><th>Débiteur et dossier</th><th>Nature</th><th class="right">Montant</th><th class="right">Taux</th><th class="right">Honoraires HT</th></tr></thead><tbody>${rows}</tbody></table>
  <h2>Décompte</h2>
  <table class="sums"><tbody>${sum('Fonds mandants (remboursements déduits)', remittance.fundsMinor)}${direct ? sum('Pour mémoire : réglé directement au client', direct) : ''}
  ${sum('Honoraires HT', remittance.feesMinor)}${sum(`TVA ${remittance.vatPercent.replace('.', ',')} %`, remittance.vatMinor)}${sum('Honoraires TTC', remittance.feesMinor + remittance.vatMinor)}
  ${sum('Honoraires retenus sur les fonds', -withheld)}${sum('Montant reversé', remittance.paidOutMinor, true)}</tbody></table>
  <footer>Reversement sur l’IBAN ${escape(client.settlementIban?.replace(/(.{4})/g, '$1 ').trim() ?? '–')}, titulaire ${escape(client.settlementHolder ?? client.legalName)}. Fonds détenus sur un compte exclusivement affecté aux sommes reçues pour le compte des créanciers (art. R124-2 CPCE).
  Prestations de services, TVA acquittée sur les encaissements. Pénalités de retard au taux légal en vigueur majoré de dix points ; indemnité forfaitaire de 40 € (art. L441-10 et D441-5 C. com.).</footer></body></html>`;
}
