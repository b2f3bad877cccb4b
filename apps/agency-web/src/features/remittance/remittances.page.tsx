import { DateInput, Empty, PageHead, Panel, today, useFilters } from '@amiable/web-kit';
import { ClientChoice } from '../../client-choice';
import { useT } from '../../i18n/use-t';
import { LedgerBalances } from './ledger-balances';
import { RemittanceList } from './remittance-list';
import { RemittancePreview } from './remittance-preview';

/** Reversements: what a client is to get as of a day, the order, what was paid out, and the ledger behind it. */
export default function RemittancesPage() {
  const t = useT();
  const [filters, setFilters] = useFilters('client', 'asOf');
  const asOf = filters.asOf || today();
  return (
    <div className="stack">
      <PageHead title={t('nav.remittances')} lead={t('remittance.lead')} />
      <div className="filters" role="search">
        <ClientChoice value={filters.client} onChoose={(client) => setFilters({ client })} none={t('field.chooseClient')} />
        <DateInput label={t('remittance.asOf')} value={asOf} max={today()} onChange={(event) => setFilters({ asOf: event.target.value })} />
      </div>
      {filters.client ? (
        <Panel key={`${filters.client} ${asOf}`}>
          <RemittancePreview clientId={filters.client} asOf={asOf} />
        </Panel>
      ) : (
        <Empty title={t('remittance.chooseClient')} />
      )}
      <Panel>
        <RemittanceList clientId={filters.client || null} />
      </Panel>
      {filters.client && (
        <Panel key={`ledger ${filters.client}`}>
          <LedgerBalances clientId={filters.client} />
        </Panel>
      )}
    </div>
  );
}
