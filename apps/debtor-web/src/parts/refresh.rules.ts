import type { DebtorPage } from '../../../../libs/web-kit/src/debtor-pages';

/** Seconds after which the page asks again: as long as the outcome of a payment, or its receipt, is still on its way. */
export function refreshOf(page: DebtorPage): number | null {
  if (page.kind === 'plan') return page.view.step === 'plan' && page.view.payment === 'waiting' ? 3 : null;
  if (page.kind !== 'return') return null;
  const { state, receiptId } = page.payment;
  return state === 'waiting' || (state === 'succeeded' && receiptId === null) ? page.refreshSeconds : null;
}
