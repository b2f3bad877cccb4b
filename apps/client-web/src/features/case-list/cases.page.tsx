import { Button, Checkbox, Empty, Input, ListPage, Select, Table, useFilters, useLabels, usePages } from '@amiable/web-kit';
import { type ClientCaseOrder, type ClientCaseStage, type ClientCaseState, type ClientDataGap, graphql } from '@documents';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { config } from '../../config';
import { useT } from '../../i18n/use-t';
import { useCaseColumns } from './case-columns';

const CasesDocument = graphql(`
  query Cases($filter: ClientCaseFilter, $order: ClientCaseOrder, $page: PageInput!) {
    cases(filter: $filter, order: $order, page: $page) {
      nodes {
        ...CaseRow
      }
      pageInfo {
        endCursor
        hasNextPage
      }
      totalCount
    }
  }
`);
const states: readonly ClientCaseState[] = ['OPEN', 'ON_HOLD', 'CLOSED'];
const stages: readonly ClientCaseStage[] = ['BEFORE_DUE', 'REMINDER', 'CALL', 'FORMAL_NOTICE'];
const gaps: readonly ClientDataGap[] = ['EMAIL', 'PHONE', 'ADDRESS', 'ADDRESS_RETURNED', 'SIREN', 'CONTACT', 'VAT_NUMBER'];
const oneOf = <Value extends string>(values: readonly Value[], asked: string): Value | null =>
  values.find((value) => value === asked) ?? null;

/** Dossiers: every case, found by name, reference or invoice number; the address holds the filters. */
export default function CasesPage() {
  const t = useT();
  const { label } = useLabels();
  const navigate = useNavigate();
  const [filters, setFilters] = useFilters('text', 'state', 'stage', 'disputed', 'promised', 'lacks', 'order');
  const [text, setText] = useState(filters.text);
  const [current, setCurrent] = useState(0);
  const timer = useRef(0);
  /** The address follows what is typed once the typing stops. */
  const search = (typed: string) => {
    setText(typed);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setFilters({ text: typed }), 250);
  };
  const filter = {
    text: filters.text || null,
    state: oneOf(states, filters.state),
    stage: oneOf(stages, filters.stage),
    disputed: filters.disputed ? true : null,
    promised: filters.promised ? true : null,
    lacks: oneOf(gaps, filters.lacks),
  };
  const order = oneOf<ClientCaseOrder>(['NEWEST', 'OLDEST', 'LARGEST'], filters.order) ?? 'NEWEST';
  const pages = usePages(
    ['cases', filters],
    CasesDocument,
    (after) => ({ filter, order, page: { first: config.rowsAPage, after } }),
    ({ cases }) => cases,
  );
  const columns = useCaseColumns();
  const isFiltered = Boolean(filters.text || filters.state || filters.stage || filters.disputed || filters.promised || filters.lacks);
  const clear = () => {
    window.clearTimeout(timer.current);
    setText('');
    setFilters({ text: '', state: '', stage: '', disputed: '', promised: '', lacks: '' });
  };
  return (
    <ListPage
      title={t('nav.cases')}
      lead={t('cases.lead')}
      pages={pages}
      filters={
        <>
          <Input
            type="search"
            label={t('cases.search')}
            placeholder={t('cases.searchHint')}
            value={text}
            onChange={(event) => search(event.target.value)}
          />
          <Select
            label={t('case.state')}
            value={filter.state ?? ''}
            onChange={(event) => setFilters({ state: event.target.value })}
            options={[{ value: '', label: t('cases.allStates') }, ...states.map((value) => ({ value, label: label('CaseState', value) }))]}
          />
          <Select
            label={t('case.stage')}
            value={filter.stage ?? ''}
            onChange={(event) => setFilters({ stage: event.target.value })}
            options={[{ value: '', label: t('cases.allStages') }, ...stages.map((value) => ({ value, label: label('CaseStage', value) }))]}
          />
          <Select
            label={t('cases.order')}
            value={order}
            onChange={(event) => setFilters({ order: event.target.value === 'NEWEST' ? '' : event.target.value })}
            options={[
              { value: 'NEWEST', label: t('cases.newest') },
              { value: 'OLDEST', label: t('cases.oldest') },
              { value: 'LARGEST', label: t('cases.largest') },
            ]}
          />
          <Select
            label={t('cases.lacks')}
            value={filter.lacks ?? ''}
            onChange={(event) => setFilters({ lacks: event.target.value })}
            options={[{ value: '', label: t('cases.lacksNothing') }, ...gaps.map((value) => ({ value, label: label('DataGap', value) }))]}
          />
          <Checkbox
            label={t('cases.disputed')}
            checked={filters.disputed !== ''}
            onChange={(event) => setFilters({ disputed: event.target.checked ? 'yes' : '' })}
          />
          <Checkbox
            label={t('cases.promised')}
            checked={filters.promised !== ''}
            onChange={(event) => setFilters({ promised: event.target.checked ? 'yes' : '' })}
          />
          {isFiltered && (
            <Button kind="quiet" icon="close" onClick={clear}>
              {t('cases.clear')}
            </Button>
          )}
        </>
      }
      empty={
        <Empty title={isFiltered ? t('cases.noneFound') : t('cases.none')}>
          {isFiltered ? <Button onClick={clear}>{t('cases.clear')}</Button> : <p>{t('cases.noneText')}</p>}
        </Empty>
      }
    >
      <div className="case-list">
        <Table
          caption={t('nav.cases')}
          columns={columns}
          rows={pages.nodes}
          rowKey={({ id }) => id}
          total={pages.totalCount ?? null}
          current={current}
          onCurrent={setCurrent}
          onOpen={({ id }) => void navigate(`/cases/${id}`)}
        />
      </div>
    </ListPage>
  );
}
