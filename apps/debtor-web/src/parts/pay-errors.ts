import type { Claim, DebtorPage } from '../../../../libs/web-kit/src/debtor-pages';
import { toPayOf } from '../claim.rules';
import type { Words } from '../i18n/words';

type GivenError = NonNullable<Extract<DebtorPage, { kind: 'pay' }>['error']>;

export interface PayError {
  readonly summary: string; // what happened, that no money moved, what to do now
  readonly field: 'amount' | 'choice-invoices' | 'choice-all' | null;
}

/** The words for a refusal code of the server. A code without words of its own still says that no money moved. */
export function payErrorOf({ code, facts }: GivenError, claim: Claim, { t, money }: Words): PayError {
  const amount = facts['amount'];
  const limit = amount && /^\d+(\.\d{1,2})?$/.test(amount) ? { amount, currency: claim.open.currency } : null;
  switch (code) {
    case 'NOT_AN_AMOUNT':
      return { summary: t('payError.notAnAmount'), field: 'amount' };
    case 'PART_TOO_SMALL':
      return { summary: t('payError.tooSmall', { smallest: money(limit ?? claim.partPayment.smallest) }), field: 'amount' };
    case 'PART_TOO_LARGE':
      return { summary: t('payError.tooLarge', { largest: money(limit ?? toPayOf(claim)) }), field: 'amount' };
    case 'PART_NOT_ALLOWED':
      return { summary: t('payError.partNotAllowed'), field: 'choice-all' };
    case 'NO_INVOICE_CHOSEN':
      return { summary: t('payError.noInvoice'), field: 'choice-invoices' };
    case 'NOTHING_OWED':
      return { summary: t('payError.nothingOwed'), field: null };
    case 'BALANCE_CHANGED':
      return { summary: t('payError.changed'), field: 'choice-all' };
    case 'PROVIDER_UNAVAILABLE':
      return { summary: t('payError.provider'), field: null };
    default:
      return { summary: t('payError.other'), field: null };
  }
}
