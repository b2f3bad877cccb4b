import { Badge, BrandStripe, type Column, compareDecimals, useFormat, useLabels, useSentences } from '@amiable/web-kit';
import type { CaseRowFragment } from '@documents';
import { Link } from 'react-router';
import { useT } from '../../i18n/use-t';
import { limitTone, stageTone, stateTone } from '../../tones';

export type CaseRow = CaseRowFragment;

interface Shown {
  readonly withReasons: boolean;
  readonly withMore?: boolean;
  /** The list is of cases at their limit: it stands beside what is owed, on narrow screens too. */
  readonly limited?: boolean;
}

/** The columns of a list of cases. The brand comes first, in colour and by name: nobody shall speak under the wrong one. */
export function useCaseColumns({ withReasons, withMore = false, limited = false }: Shown): Array<Column<CaseRow>> {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const { queueReason } = useSentences();
  const why: Column<CaseRow> = {
    id: 'why',
    label: t('cases.column.why'),
    cell: ({ reasons }) => (
      <span className="reasons">
        {reasons.map(({ code, facts }) => (
          <span key={code} className={code === 'BROKEN_PROMISE' ? 'negative' : undefined}>
            {queueReason(code, facts)}
          </span>
        ))}
      </span>
    ),
  };
  const state: Column<CaseRow> = {
    id: 'state',
    label: t('cases.column.state'),
    cell: (row) => <Badge tone={stateTone[row.state]}>{label('CaseState', row.state)}</Badge>,
  };
  const limit: Column<CaseRow> = {
    id: 'limit',
    label: t('list.limit'),
    numeric: true,
    minor: !limited,
    cell: ({ limit }) =>
      limit ? (
        <span className="two-lines">
          {limit.standing === 'WITHIN' ? (
            format.money(limit.amount)
          ) : (
            <span>
              <Badge tone={limitTone[limit.standing]}>{label('LimitStanding', limit.standing)}</Badge>
            </span>
          )}
          {limit.isOwn ? (
            <small>{t('list.limitUsed', { exposure: format.money(limit.exposure), limit: format.money(limit.amount) })}</small>
          ) : (
            limit.standing !== 'WITHIN' && <small>{t('list.limitOf', { limit: format.money(limit.amount) })}</small>
          )}
        </span>
      ) : (
        <span className="soft">–</span>
      ),
  };
  const more: Array<Column<CaseRow>> = [
    {
      id: 'contact',
      label: t('list.lastContact'),
      minor: true,
      cell: ({ lastContactAt }) => (lastContactAt ? format.relativeDay(lastContactAt.slice(0, 10)) : <span className="soft">–</span>),
    },
    ...(limited ? [] : [limit]),
    { id: 'quality', label: t('list.quality'), numeric: true, minor: true, cell: ({ dataQuality }) => `${dataQuality} %` },
    {
      id: 'tags',
      label: t('list.tags'),
      minor: true,
      cell: ({ tags }) => (
        <span className="tags">
          {tags.map((tag) => (
            <span key={tag} className="tag">
              {tag}
            </span>
          ))}
        </span>
      ),
    },
  ];
  return [
    { id: 'brand', label: t('cases.column.brand'), cell: ({ brand }) => <BrandStripe brand={brand} />, lead: true },
    {
      id: 'debtor',
      label: t('cases.column.debtor'),
      lead: true,
      cell: (row) => (
        <span className="two-lines">
          <Link className="row-link" to={`/cases/${row.id}`} tabIndex={-1}>
            {row.debtorName}
          </Link>
          <small>
            <span className="reference">{row.reference}</span>
            {row.city && ` · ${row.city}`}
          </small>
          {row.lent && <small>{t('absence.lentRow', { name: row.lent.name, until: format.dayShort(row.lent.until) })}</small>}
        </span>
      ),
    },
    {
      id: 'open',
      label: t('cases.column.open'),
      numeric: true,
      cell: ({ open }) => <strong className={compareDecimals(open.amount, '0') < 0 ? 'soft' : undefined}>{format.money(open)}</strong>,
    },
    ...(limited ? [limit] : []),
    {
      id: 'late',
      label: t('cases.column.late'),
      numeric: true,
      cell: ({ daysLate }) => (daysLate > 0 ? t('cases.days', { count: daysLate }) : '–'),
    },
    {
      id: 'stage',
      label: t('cases.column.stage'),
      cell: (row) => <Badge tone={stageTone[row.stage]}>{label('CaseStage', row.stage)}</Badge>,
    },
    withReasons ? why : state,
    {
      id: 'next',
      label: t('cases.column.next'),
      minor: true,
      cell: ({ nextStep, nextStepOn }) =>
        nextStep ? (
          <span className="two-lines">
            {nextStep}
            {nextStepOn && <small>{format.relativeDay(nextStepOn)}</small>}
          </span>
        ) : (
          <span className="soft">–</span>
        ),
    },
    {
      id: 'owner',
      label: t('cases.column.owner'),
      minor: true,
      cell: ({ ownerName }) => ownerName ?? <span className="soft">–</span>,
    },
    ...(withMore ? more : []),
  ];
}
