import { Card, Table, useFormat, useNeeded } from '@amiable/web-kit';
import { type Key, useT } from '../../i18n/use-t';
import { LedgerBalancesDocument } from './remittance.documents';

const accounts: Record<string, Key> = {
  BANK_TRUST: 'account.BANK_TRUST',
  PSP_CLEARING: 'account.PSP_CLEARING',
  IN_TRANSIT: 'account.IN_TRANSIT',
  CLIENT_PAYABLE: 'account.CLIENT_PAYABLE',
  SUSPENSE_RECEIPTS: 'account.SUSPENSE_RECEIPTS',
  REFUND_DUE: 'account.REFUND_DUE',
  CHARGEBACK_RECOVERABLE: 'account.CHARGEBACK_RECOVERABLE',
  DUE_TO_OWN: 'account.DUE_TO_OWN',
  BANK_OWN: 'account.BANK_OWN',
  CLIENT_FEES_RECEIVABLE: 'account.CLIENT_FEES_RECEIVABLE',
  FEE_INCOME: 'account.FEE_INCOME',
  VAT_DUE: 'account.VAT_DUE',
  OWN_DUE_FROM_TRUST: 'account.OWN_DUE_FROM_TRUST',
  DISPUTE_LOSSES: 'account.DISPUTE_LOSSES',
  PSP_FEES: 'account.PSP_FEES',
};
const books: Record<string, Key> = { trust: 'ledger.trust', own: 'ledger.own' };

/** The trust ledger of one client: account by account, zero when everything was passed on. */
export function LedgerBalances({ clientId }: { clientId: string }) {
  const t = useT();
  const format = useFormat();
  const { ledgerBalances } = useNeeded(['remittance', 'ledger', clientId], LedgerBalancesDocument, { clientId });
  const words = (names: Record<string, Key>, name: string) => (names[name] ? t(names[name]) : name);
  return (
    <Card title={t('ledger.title')}>
      <Table
        caption={t('ledger.title')}
        rows={ledgerBalances}
        rowKey={({ account, book, balance }) => `${book} ${account} ${balance.currency}`}
        columns={[
          { id: 'book', label: t('ledger.book'), cell: ({ book }) => words(books, book) },
          { id: 'account', label: t('ledger.account'), lead: true, cell: ({ account }) => words(accounts, account) },
          { id: 'balance', label: t('ledger.balance'), numeric: true, cell: ({ balance }) => format.money(balance) },
        ]}
      />
    </Card>
  );
}
