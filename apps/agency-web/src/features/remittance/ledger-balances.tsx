import { Card, Table, useFormat, useNeeded } from '@amiable/web-kit';
import { useT } from '../../i18n/use-t';
import { LedgerBalancesDocument } from './remittance.documents';

/** The trust ledger of one client: account by account, zero when everything was passed on. */
export function LedgerBalances({ clientId }: { clientId: string }) {
  const t = useT();
  const format = useFormat();
  const { ledgerBalances } = useNeeded(['remittance', 'ledger', clientId], LedgerBalancesDocument, { clientId });
  return (
    <Card title={t('ledger.title')}>
      <Table
        caption={t('ledger.title')}
        rows={ledgerBalances}
        rowKey={({ account, book, balance }) => `${book} ${account} ${balance.currency}`}
        columns={[
          { id: 'book', label: t('ledger.book'), cell: ({ book }) => book },
          { id: 'account', label: t('ledger.account'), lead: true, cell: ({ account }) => account },
          { id: 'balance', label: t('ledger.balance'), numeric: true, cell: ({ balance }) => format.money(balance) },
        ]}
      />
    </Card>
  );
}
