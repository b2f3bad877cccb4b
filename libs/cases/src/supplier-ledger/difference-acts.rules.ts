import { namesInvoice } from './invoice-number.rules';
import type { Difference, OurInvoice } from './supplier-ledger.types';

/** What a difference may become: a contestation, "we paid this", or a day for what is simply owed. */
export type DifferenceAct = 'dispute' | 'paid' | 'promise';

/** A contestation as it would be opened: on which invoice, for how much, why. */
export interface ProposedDispute {
  readonly invoice: OurInvoice;
  readonly amount: bigint;
  readonly reason: 'not_received' | 'wrong_amount' | 'already_paid' | 'other';
}

/** The acts a difference offers, the likeliest first; none when nothing is asked for here or it was contested already. */
export function actsOf(difference: Difference, ours: readonly OurInvoice[]): DifferenceAct[] {
  const { kind } = difference;
  const acts: DifferenceAct[] = [];
  if (disputeOf(difference, ours)) acts.push(kind === 'paid_by_them' || kind === 'paid_part_by_them' ? 'paid' : 'dispute');
  const promisable =
    kind === 'missing_theirs' || kind === 'date' || kind === 'rounding' || kind === 'number' || kind === 'sign' || kind === 'amount';
  if (promisable && isClaimed(difference.ours)) acts.push('promise');
  return acts;
}

/** The contestation a difference stands for; null when it stands for none. */
export function disputeOf({ kind, ours: our, theirs, amount }: Difference, ours: readonly OurInvoice[]): ProposedDispute | null {
  switch (kind) {
    case 'missing_theirs':
      return isClaimed(our) ? { invoice: our, amount: our.open, reason: 'not_received' } : null;
    case 'amount':
      return isClaimed(our) && our.amount > theirs!.amount
        ? { invoice: our, amount: least(amount, our.open), reason: 'wrong_amount' }
        : null;
    case 'currency':
      return isClaimed(our) ? { invoice: our, amount: our.open, reason: 'other' } : null;
    case 'paid_by_them':
    case 'paid_part_by_them': {
      const invoice = our ?? bearerOf(amount, theirs!.text, ours);
      return isClaimed(invoice) ? { invoice, amount: least(amount, invoice.open), reason: 'already_paid' } : null;
    }
    case 'credit_unapplied': {
      const invoice = bearerOf(amount, theirs!.text, ours);
      return invoice ? { invoice, amount, reason: 'wrong_amount' } : null;
    }
    default:
      return null;
  }
}

const isClaimed = (invoice: OurInvoice | null): invoice is OurInvoice => invoice !== null && invoice.open > 0n && !invoice.disputed;
const least = (a: bigint, b: bigint) => (a < b ? a : b);

/** The invoice an amount is taken from: the one the line names, or else the largest that can bear it. */
function bearerOf(amount: bigint, words: string, ours: readonly OurInvoice[]): OurInvoice | null {
  const able = ours.filter((invoice) => isClaimed(invoice) && invoice.open >= amount);
  return (
    able.find(({ number }) => namesInvoice(words, number)) ??
    able.reduce<OurInvoice | null>((best, invoice) => (best && best.open >= invoice.open ? best : invoice), null)
  );
}
