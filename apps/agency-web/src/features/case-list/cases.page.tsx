import { Button, type Column, Empty, ListPage, Table, useFilters, usePages, useShortcuts } from '@amiable/web-kit';
import { useEffect, useRef } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { config } from '../../config';
import { useT } from '../../i18n/use-t';
import { startWorklist } from '../../worklist';
import { BulkBar } from './bulk-bar';
import { type CaseRow, useCaseColumns } from './case-columns';
import { filterNames, filterOf, orders, queryOf } from './case-filter';
import { CaseFilters } from './case-filters';
import { CasesDocument } from './case-list.documents';
import './case-list.css';
import { ColumnMenu } from './column-menu';
import { ExportMenu } from './export-menu';
import { useListChoices } from './use-list-choices';
import { useListKeys } from './use-list-keys';
import { useSelection } from './use-selection';
import { ViewMenu } from './view-menu';

/** Dossiers: every case, narrowed, sorted, kept as a view, acted on by the dozen, taken away as a file. The address is the state. */
export default function CasesPage() {
  const t = useT();
  const navigate = useNavigate();
  const [, setParams] = useSearchParams();
  const [filters, setFilters] = useFilters(...filterNames, 'order', 'without');
  useDefaultView();
  const filter = filterOf(filters);
  const order = orders.find((each) => each === filters.order) ?? 'NEWEST';
  const pages = usePages(
    ['cases', 'all', filter, order],
    CasesDocument,
    (after) => ({ filter, order, page: { first: config.rowsAPage, after } }),
    ({ cases }) => cases,
  );
  const hidden = filters.without ? filters.without.split(',') : [];
  const columns = useCaseColumns({ withReasons: false, withMore: true, limited: filters.limit !== '' });
  const selection = useSelection(pages, JSON.stringify(filter));
  const open = ({ id }: CaseRow) => {
    startWorklist([]);
    void navigate(`/cases/${id}`);
  };
  const list = useListKeys(pages, open, selection.toggle);
  useShortcuts([
    {
      keys: 'shift+j',
      label: t('keys.extendDown'),
      run: () => (selection.extend(list.current, list.current + 1), list.onCurrent(list.current + 1)),
    },
    {
      keys: 'shift+k',
      label: t('keys.extendUp'),
      run: () => (selection.extend(list.current, list.current - 1), list.onCurrent(list.current - 1)),
    },
  ]);
  const pick: Column<CaseRow> = {
    id: 'pick',
    label: t('list.pick'),
    hideLabel: true,
    lead: true,
    cell: (row) => (
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={t('list.pickRow', { name: row.debtorName })}
        checked={selection.selected.has(row.id)}
        onClick={(event) => {
          if (event.shiftKey) selection.extend(list.current, pages.nodes.indexOf(row));
        }}
        onChange={(event) => !(event.nativeEvent as MouseEvent).shiftKey && selection.toggle(row)}
      />
    ),
  };
  const total = pages.totalCount ?? null;
  return (
    <ListPage
      title={t('nav.cases')}
      pages={pages}
      actions={
        <>
          <ViewMenu query={queryOf(filters)} onChoose={(query) => setParams(new URLSearchParams(query))} />
          <ColumnMenu columns={columns} hidden={hidden} onChange={(without) => setFilters({ without: without.join(',') })} />
          <ExportMenu filter={filter} order={order} />
        </>
      }
      filters={<CaseFilters filters={filters} onChange={setFilters} />}
      empty={
        <Empty title={t('cases.none')}>
          <Button onClick={() => setParams({})}>{t('cases.clearFilters')}</Button>
        </Empty>
      }
    >
      <BulkBar
        selection={selection.isAll ? { filter } : selection.isAny ? { caseIds: [...selection.selected] } : null}
        count={selection.isAll ? total : selection.selected.size}
        total={total}
        isAll={selection.isAll}
        onSelectAll={selection.selectAll}
        onClear={selection.clear}
      />
      <Table
        caption={t('nav.cases')}
        columns={[pick, ...columns.filter(({ id }) => !hidden.includes(id))]}
        rows={pages.nodes}
        rowKey={({ id }) => id}
        total={total}
        selected={selection.selected}
        onSelect={selection.toggle}
        {...list}
      />
    </ListPage>
  );
}

/** The list opened without anything said shows the view chosen for that; once cleared, it stays clear. */
function useDefaultView() {
  const [params, setParams] = useSearchParams();
  const { choices, isKnown } = useListChoices();
  const asked = useRef(params.size > 0);
  useEffect(() => {
    if (asked.current || !isKnown) return;
    asked.current = true;
    const view = choices.savedViews.find(({ isDefault }) => isDefault);
    if (view?.query) setParams(new URLSearchParams(view.query), { replace: true });
  }, [choices, isKnown, setParams]);
}
