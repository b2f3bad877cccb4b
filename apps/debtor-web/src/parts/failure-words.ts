import type { FailedPayment } from '../../../../libs/web-kit/src/debtor-pages';
import type { Words } from '../i18n/words';

/** The three parts of every failure text (faces.md 1.6): what happened, whether money moved, what can be done now. */
export interface FailureWords {
  readonly title: string;
  readonly what: string;
  readonly money: string;
  readonly now: string;
}

/** The words for a payment that brought no money, or whose money went back. */
export function failureWords({ kind, amount: minor, on }: FailedPayment, { t, money, day }: Words): FailureWords {
  const facts = { amount: money(minor), day: day(on) };
  switch (kind) {
    case 'card_refused':
      return { title: t('failed.cardTitle'), what: t('failed.cardWhat', facts), money: t('failed.noMoney'), now: t('failed.cardNow') };
    case 'approval_refused':
      return {
        title: t('failed.approvalTitle'),
        what: t('failed.approvalWhat', facts),
        money: t('failed.noMoney'),
        now: t('failed.approvalNow'),
      };
    case 'debit_refused':
      return { title: t('failed.debitTitle'), what: t('failed.debitWhat', facts), money: t('failed.noMoney'), now: t('failed.debitNow') };
    case 'debit_returned':
      return {
        title: t('failed.returnedTitle', facts),
        what: t('failed.debitReturnedWhat', facts),
        money: t('failed.returnedMoney'),
        now: t('failed.returnedNow'),
      };
    case 'card_returned':
      return {
        title: t('failed.returnedTitle', facts),
        what: t('failed.cardReturnedWhat', facts),
        money: t('failed.returnedMoney'),
        now: t('failed.returnedNow'),
      };
  }
}
