import {
  Button,
  Checkbox,
  Empty,
  ListPage,
  Select,
  sumMoney,
  Table,
  useFilters,
  useFormat,
  usePages,
  useShortcuts,
} from '@amiable/web-kit';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { CaseFilter } from '@documents';
import { chooseQueue, queueFilter, useChosenQueue } from '../../chosen-queue';
import { ClientChoice } from '../../client-choice';
import { config } from '../../config';
import { useT } from '../../i18n/use-t';
import { startWorklist } from '../../worklist';
import { useCaseColumns } from './case-columns';
import { CasesDocument } from './case-list.documents';
import { StageChoice } from './stage-choice';
import { useListChoices } from './use-list-choices';
import { useListKeys } from './use-list-keys';

/** File: the open cases in the order in which an hour of work brings most, each with its reasons. */
export default function QueuePage() {
  const t = useT();
  const format = useFormat();
  const navigate = useNavigate();
  const [filters, setFilters] = useFilters('client', 'stage', 'mine');
  const queue = useChosenQueue();
  const { choices } = useListChoices();
  const ofQueue = queueFilter() ?? {};
  const filter = {
    ...ofQueue,
    state: 'OPEN' as const,
    clientId: filters.client || ofQueue.clientId || null,
    stage: ((filters.stage || null) as CaseFilter['stage'] & string) ?? ofQueue.stage ?? null,
    mine: filters.mine ? true : (ofQueue.mine ?? null),
  };
  const pages = usePages(
    ['cases', 'queue', filter],
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
          <Select
            label={t('queue.which')}
            value={queue?.id ?? ''}
            onChange={(event) => chooseQueue(choices.savedViews.find(({ id }) => id === event.target.value) ?? null)}
            options={[
              { value: '', label: t('queue.whole') },
              ...choices.savedViews.map(({ id, name, isMine }) => ({ value: id, label: isMine ? name : t('queue.ofTeam', { name }) })),
              ...(queue && !choices.savedViews.some(({ id }) => id === queue.id) ? [{ value: queue.id, label: queue.name }] : []),
            ]}
          />
          <ClientChoice value={filters.client} onChoose={(client) => setFilters({ client })} none={t('field.allClients')} />
          <StageChoice value={filters.stage} onChoose={(stage) => setFilters({ stage })} />
          <Checkbox
            label={t('queue.mine')}
            checked={filters.mine === 'yes'}
            onChange={(event) => setFilters({ mine: event.target.checked ? 'yes' : '' })}
          />
          <Link className="button quiet" to="/cases?state=OPEN">
            {t('queue.define')}
          </Link>
        </>
      }
      empty={
        <Empty title={t('queue.empty.title')}>
          <p>{t('queue.empty.text')}</p>
          {queue ? <Button onClick={() => chooseQueue(null)}>{t('queue.whole')}</Button> : <Link to="/cases">{t('queue.empty.link')}</Link>}
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
