import { Button, Checkbox, Empty, ListPage, sumMoney, Table, useFilters, useFormat, usePages, useShortcuts } from '@amiable/web-kit';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { ClientChoice } from '../../client-choice';
import { config } from '../../config';
import { useT } from '../../i18n/use-t';
import { startWorklist } from '../../worklist';
import { useCaseColumns } from './case-columns';
import { CasesDocument } from './case-list.documents';
import { StageChoice } from './stage-choice';
import { useListKeys } from './use-list-keys';

/** File: the open cases in the order in which an hour of work brings most, each with its reasons. */
export default function QueuePage() {
  const t = useT();
  const format = useFormat();
  const navigate = useNavigate();
  const [filters, setFilters] = useFilters('client', 'stage', 'mine');
  const filter = {
    state: 'OPEN' as const,
    clientId: filters.client || null,
    stage: (filters.stage || null) as never,
    mine: filters.mine ? true : null,
  };
  const pages = usePages(
    ['cases', 'queue', filters],
    CasesDocument,
    (after) => ({ filter, order: 'RANK' as const, page: { first: config.rowsAPage, after } }),
    ({ cases }) => cases,
  );
  const columns = useCaseColumns({ withReasons: true });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const toggle = ({ id }: { id: string }) =>
    setSelected((before) => (before.has(id) ? new Set([...before].filter((each) => each !== id)) : new Set([...before, id])));
  const open = ({ id }: { id: string }) => {
    startWorklist([]);
    void navigate(`/cases/${id}`);
  };
  const list = useListKeys(pages, open, toggle);
  const chosen = pages.nodes.filter(({ id }) => selected.has(id));
  const work = () => {
    startWorklist(chosen.map(({ id }) => id));
    void navigate(`/cases/${chosen[0]!.id}`);
  };
  useShortcuts(chosen.length > 0 ? [{ keys: 'Escape', label: t('queue.unselect'), run: () => setSelected(new Set()) }] : []);

  return (
    <ListPage
      title={t('nav.queue')}
      lead={t('queue.lead')}
      pages={pages}
      filters={
        <>
          <ClientChoice value={filters.client} onChoose={(client) => setFilters({ client })} none={t('field.allClients')} />
          <StageChoice value={filters.stage} onChoose={(stage) => setFilters({ stage })} />
          <Checkbox
            label={t('queue.mine')}
            checked={filters.mine === 'yes'}
            onChange={(event) => setFilters({ mine: event.target.checked ? 'yes' : '' })}
          />
        </>
      }
      empty={
        <Empty title={t('queue.empty.title')}>
          <p>{t('queue.empty.text')}</p>
          <Link to="/cases">{t('queue.empty.link')}</Link>
        </Empty>
      }
    >
      {chosen.length > 0 && (
        <div className="selection-bar" role="status">
          <strong>{t('queue.selected', { count: chosen.length })}</strong>
          <span>{format.moneys(sumMoney(chosen.map((row) => row.open)))}</span>
          <Button kind="primary" onClick={work}>
            {t('queue.workSelection')}
          </Button>
          <Button kind="quiet" onClick={() => setSelected(new Set())}>
            {t('queue.unselect')}
          </Button>
        </div>
      )}
      <Table
        caption={t('nav.queue')}
        columns={columns}
        rows={pages.nodes}
        rowKey={({ id }) => id}
        total={pages.totalCount ?? null}
        selected={selected}
        onSelect={toggle}
        {...list}
      />
    </ListPage>
  );
}
