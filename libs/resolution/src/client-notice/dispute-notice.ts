import type { LanguageCode } from '@amiable/identity';
import { toDecimal } from '@amiable/kernel';
import { dayText, moneyText } from '@amiable/outreach';
import type { TenantDb } from '@amiable/platform';
import type { DisputeReason } from '../dispute/dispute.entity';
import type { ClientNotice } from './inform-client';

/** Invoices named in a mail; of more than these their number is said. */
const mostNamed = 8;

const reasons: Record<LanguageCode, Record<DisputeReason, string>> = {
  fr: {
    not_received: 'marchandise, service ou facture non reçus',
    defective: 'défectueux ou non conforme',
    wrong_amount: 'montant faux',
    price: 'prix différent de l’accord',
    quantity: 'quantité fausse',
    duplicate: 'facture en double',
    already_paid: 'déjà payée, selon le débiteur',
    not_mine: 'facture qui ne le concerne pas',
    other: 'autre motif',
  },
  en: {
    not_received: 'goods, service or invoice not received',
    defective: 'defective or not as agreed',
    wrong_amount: 'wrong amount',
    price: 'price not as agreed',
    quantity: 'wrong quantity',
    duplicate: 'invoiced twice',
    already_paid: 'already paid, says the debtor',
    not_mine: 'not an invoice of theirs',
    other: 'another reason',
  },
};

/** Invoices were contested by one act: which, why, for how much and until when the company answers. Null when all of it is settled. */
export async function disputeNotice(db: TenantDb, caseId: string, disputeIds: readonly string[]): Promise<ClientNotice | null> {
  const rows = await db.rows<{
    number: string;
    amount: bigint;
    currency: string;
    reason: DisputeReason;
    due_on: string;
    owner_id: string | null;
    reference: string;
    has_files: boolean;
  }>(
    `select i.number, d.amount_minor as amount, i.currency, d.reason, d.due_on, d.owner_id, c.reference,
       exists (select from answer_files f where f.client_id = d.client_id and f.answer_id = d.answer_id) as has_files
     from disputes d join invoices i on i.client_id = d.client_id and i.id = d.invoice_id join cases c on c.client_id = d.client_id and c.id = d.case_id
     where d.client_id = $1 and d.case_id = $2 and d.id = any($3::uuid[]) and d.state = 'open' order by i.due_on, i.number`,
    [db.clientId, caseId, disputeIds],
  );
  const [first] = rows;
  if (!first) return null;
  const { reference, reason, currency } = first;
  const count = rows.length;
  const amount = { amount: toDecimal(rows.reduce((sum, row) => sum + row.amount, 0n)), currency };
  const numbers = rows
    .slice(0, mostNamed)
    .map(({ number }) => number)
    .join(', ');
  return {
    key: `dispute-${disputeIds[0]!}`,
    archivedAs: 'dispute_notice',
    caseId,
    to: first.owner_id,
    words: (language, address) => {
      const [sum, day] = [moneyText(amount, language), dayText(first.due_on, language)];
      const why = reasons[language][reason];
      if (language === 'en')
        return {
          subject: `Case ${reference}: ${count === 1 ? `invoice ${first.number} is contested` : `${count} invoices are contested`}`,
          lines: [
            `In case ${reference}, ${sum} is contested: ${numbers}${count > mostNamed ? ` and ${count - mostNamed} more` : ''}.`,
            `Reason: ${why}.${first.has_files ? ' Files are attached to the case.' : ''} Until you answer, nobody is asked to pay this amount.`,
            `Please answer before ${day}: ${address}`,
          ],
        };
      return {
        subject: `Dossier ${reference} : ${count === 1 ? `la facture ${first.number} est contestée` : `${count} factures sont contestées`}`,
        lines: [
          `Dans le dossier ${reference}, ${sum} sont contestés : ${numbers}${count > mostNamed ? ` et ${count - mostNamed} autres` : ''}.`,
          `Motif : ${why}.${first.has_files ? ' Des fichiers sont joints au dossier.' : ''} Jusqu’à votre réponse, cette somme n’est demandée à personne.`,
          `Merci de répondre avant le ${day} : ${address}`,
        ],
      };
    },
  };
}
