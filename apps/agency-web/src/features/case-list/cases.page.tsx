import { Button, Checkbox, Empty, Input, ListPage, Select, Table, usePages } from '@amiable/web-kit';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { ClientChoice } from '../../client-choice';
import { config } from '../../config';
import { useT } from '../../i18n/use-t';
import { useFilters } from '../../use-filters';
import { useCaseColumns } from './case-columns';
import { CasesDocument } from './case-list.documents';
import { StageChoice, StateChoice } from './stage-choice';
import { useListKeys } from './use-list-keys';

/** Dossiers: every case, found by name or reference, narrowed by client, state and stage. */
export default function CasesPage() {
  const t = useT();
  const navigate = useNavigate();
  const [filters, setFilters] = useFilters('text', 'client', 'state', 'stage', 'disputed', 'order');
  // What is being typed; a moment later it stands in the address, which counts from then on.
  const [typed, setTyped] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const type = (text: string) => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setFilters({ text });
      setTyped(null);
    }, 250);
  };
  const filter = {
    text: filters.text || null,
    clientId: filters.client || null,
    state: (filters.state || null) as never,
    stage: (filters.stage || null) as never,
    disputed: filters.disputed ? true : null,
  };
  const order = (filters.order || 'NEWEST') as 'NEWEST' | 'OLDEST_DUE' | 'LARGEST';
  const pages = usePages(
    ['cases', 'all', filters],
    CasesDocument,
    (after) => ({ filter, order, page: { first: config.rowsAPage, after } }),
    ({ cases }) => cases,
  );
  const columns = useCaseColumns({ withReasons: false });
  const list = useListKeys(pages, ({ id }) => void navigate(`/cases/${id}`));
  const clear = () => {
    clearTimeout(timer.current);
    setTyped(null);
    setFilters({ text: '', client: '', state: '', stage: '', disputed: '' });
  };
  return (
    <ListPage
      title={t('nav.cases')}
      pages={pages}
      filters={
        <>
          <Input
            type="search"
            label={t('field.search')}
            placeholder={t('cases.searchHint')}
            value={typed ?? filters.text}
            onChange={(event) => type(event.target.value)}
          />
          <ClientChoice value={filters.client} onChoose={(client) => setFilters({ client })} none={t('field.allClients')} />
          <StateChoice value={filters.state} onChoose={(state) => setFilters({ state })} />
          <StageChoice value={filters.stage} onChoose={(stage) => setFilters({ stage })} />
          <Select
            label={t('field.order')}
            value={order}
            onChange={(event) => setFilters({ order: event.target.value })}
            options={[
              { value: 'NEWEST', label: t('cases.order.newest') },
              { value: 'OLDEST_DUE', label: t('cases.order.oldestDue') },
              { value: 'LARGEST', label: t('cases.order.largest') },
            ]}
          />
          <Checkbox
            label={t('cases.disputed')}
            checked={filters.disputed === 'yes'}
            onChange={(event) => setFilters({ disputed: event.target.checked ? 'yes' : '' })}
          />
        </>
      }
      empty={
        <Empty title={t('cases.none')}>
          <Button onClick={clear}>{t('cases.clearFilters')}</Button>
        </Empty>
      }
    >
      <Table
        caption={t('nav.cases')}
        columns={columns}
        rows={pages.nodes}
        rowKey={({ id }) => id}
        total={pages.totalCount ?? null}
        {...list}
      />
    </ListPage>
  );
}
