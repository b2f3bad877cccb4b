import { Badge, type Column, dayOfInstant, useFormat, useLabels, useSentences } from '@amiable/web-kit';
import { type CaseRowFragment, graphql } from '@documents';
import { Link } from 'react-router';
import { useT } from '../../i18n/use-t';
import { stageTone, stateTone } from '../../tones';

graphql(`
  fragment CaseRow on ClientCaseSummary {
    id
    reference
    debtorName
    debtorReference
    state
    stage
    openedOn
    disputed
    promisedOn
    lastEvent
    lastEventAt
    claimed {
      amount
      currency
    }
    open {
      amount
      currency
    }
    recovered {
      amount
      currency
    }
  }
`);

export function useCaseColumns(): Array<Column<CaseRowFragment>> {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const { timeline } = useSentences();
  return [
    {
      id: 'debtor',
      label: t('case.debtor'),
      lead: true,
      cell: (row) => (
        <span className="two-lines">
          <Link className="row-link" tabIndex={-1} to={`/cases/${row.id}`}>
            {row.debtorName}
          </Link>
          <small>
            {row.debtorReference} · <span className="reference">{row.reference}</span>
          </small>
        </span>
      ),
    },
    {
      id: 'state',
      label: t('case.state'),
      cell: ({ state, stage, disputed, promisedOn }) => (
        <span className="badges">
          {state === 'OPEN' ? (
            <Badge tone={stageTone[stage]}>{label('CaseStage', stage)}</Badge>
          ) : (
            <Badge tone={stateTone[state]}>{label('CaseState', state)}</Badge>
          )}
          {disputed && <Badge tone="dispute">{t('case.disputed')}</Badge>}
          {promisedOn && <Badge tone="ok">{t('case.promisedOn', { day: format.day(promisedOn) })}</Badge>}
        </span>
      ),
    },
    {
      id: 'openedOn',
      label: t('case.openedOn'),
      minor: true,
      cell: ({ openedOn }) => <span className="nowrap">{format.day(openedOn)}</span>,
    },
    {
      id: 'last',
      label: t('case.lastEvent'),
      cell: ({ lastEvent, lastEventAt }) =>
        lastEvent && lastEventAt ? (
          <span className="two-lines">
            {timeline(lastEvent, {})}
            <small>{format.relativeDay(dayOfInstant(lastEventAt))}</small>
          </span>
        ) : (
          '–'
        ),
    },
    { id: 'claimed', label: t('tile.placed'), numeric: true, cell: ({ claimed }) => format.money(claimed) },
    { id: 'recovered', label: t('tile.recovered'), numeric: true, cell: ({ recovered }) => format.money(recovered) },
    { id: 'open', label: t('case.open'), numeric: true, cell: ({ open }) => <strong>{format.money(open)}</strong> },
  ];
}
