import type { Claim, MoneyText } from '../../../libs/web-kit/src/debtor-pages';
import { isSome } from './amounts';

/** What is asked for now: open less what is disputed. A disputed part is neither asked for nor charged. */
export function toPayOf({ toPay, transfer, open, state }: Claim): MoneyText {
  if (toPay) return toPay;
  return state === 'disputed' ? { amount: '0.00', currency: open.currency } : (transfer?.amount ?? open);
}

/** May money be asked for now? A payment under way, a pause, a full dispute and an end all freeze every way to pay. */
export function isPayable(claim: Claim): boolean {
  return (claim.state === 'to_pay' || claim.state === 'disputed') && isSome(toPayOf(claim));
}

/** Nothing is asked for, and no amount is shown as owed: a death or proceedings about all debts. */
export function isSpared({ hold }: Claim): boolean {
  return hold?.kind === 'deceased' || hold?.kind === 'insolvent';
}

/** The invoices that can be chosen one by one: open, not disputed. */
export function payableLines({ lines }: Claim): Claim['lines'] {
  return lines.filter(({ open, disputed }) => !disputed && isSome(open));
}
