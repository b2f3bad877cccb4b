import type { Difference } from '@amiable/cases';
import { toDecimal } from '@amiable/kernel';

/** What the client company reads beside a contestation that came out of a comparison of books. */
export function noteOf({ kind, ours, theirs }: Difference, language: string): string {
  const line = theirs
    ? [theirs.number || theirs.text, theirs.on, `${toDecimal(theirs.amount)} ${theirs.currency}`].filter(Boolean).join(', ')
    : '';
  const french: Partial<Record<Difference['kind'], string>> = {
    missing_theirs: `Comparaison des comptes : la facture ${ours?.number} n’est pas dans nos livres. Merci d’en envoyer une copie.`,
    amount: `Comparaison des comptes : notre montant est différent (${line}).`,
    currency: `Comparaison des comptes : notre devise est différente (${line}).`,
    credit_unapplied: `Comparaison des comptes : un avoir n’est pas déduit (${line}).`,
    paid_by_them: `Comparaison des comptes : nous avons déjà payé (${line}).`,
    paid_part_by_them: `Comparaison des comptes : nous avons déjà payé une partie (${line}).`,
  };
  const english: typeof french = {
    missing_theirs: `Comparison of books: invoice ${ours?.number} is not in ours. Please send a copy.`,
    amount: `Comparison of books: our amount is different (${line}).`,
    currency: `Comparison of books: our currency is different (${line}).`,
    credit_unapplied: `Comparison of books: a credit note is not deducted (${line}).`,
    paid_by_them: `Comparison of books: we have already paid (${line}).`,
    paid_part_by_them: `Comparison of books: we have already paid a part (${line}).`,
  };
  return (language === 'fr' ? french : english)[kind] ?? '';
}
