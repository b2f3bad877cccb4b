import { Badge, Card, type Column, type Format, Menu, type MenuItem, Table, useFormat, useLabels } from '@amiable/web-kit';
import type { FiguresFragment, TeamMonthFragment } from '@documents';
import { Link, useNavigate } from 'react-router';
import { useT } from '../../i18n/use-t';
import { useAbsenceWords } from './end-absence.dialog';
import { GoalProgress } from './goal-progress';
import type { Collector } from './team.page';

/** Promises kept of those judged: "80 % (12/15)"; a dash where none was judged. */
export function shareKept({ promisesKept, promisesJudged, rates }: FiguresFragment, format: Format): string {
  if (rates.keptOfJudged === null) return '–';
  return `${format.percent(rates.keptOfJudged)} (${format.count(promisesKept)}/${format.count(promisesJudged)})`;
}

interface Props {
  team: TeamMonthFragment;
  /** Null: the month has gone by. */
  onGoal: ((collector: Collector) => void) | null;
  onSkills: ((collector: Collector) => void) | null;
  onAbsence: (collector: Collector) => void;
  /** Null: not one who may. */
  onView: ((collector: Collector) => void) | null;
}

/** The same figures by collector, client and stage; what counts cases opens the list of these cases. */
export function FigureTables({ team, onGoal, onSkills, onAbsence, onView }: Props) {
  const t = useT();
  const { label } = useLabels();
  const navigate = useNavigate();
  const actsOf = (row: Collector): MenuItem[] => [
    ...(row.id && row.figures.openCases > 0
      ? [{ label: t('team.moveCases'), onChoose: () => void navigate(`/cases?${ownerOf(row)}&state=OPEN`) }]
      : []),
    ...(row.id && (row.isAtWork || row.absence) ? [{ label: t('absence.act'), onChoose: () => onAbsence(row) }] : []),
    ...(row.id && row.isAtWork
      ? [
          ...(onGoal ? [{ label: t('team.setGoal'), onChoose: () => onGoal(row) }] : []),
          ...(onSkills ? [{ label: t('team.skillsAct'), onChoose: () => onSkills(row) }] : []),
          ...(onView ? [{ label: t('viewAs.act'), onChoose: () => onView(row) }] : []),
        ]
      : []),
  ];
  const ownerOf = ({ id }: Collector) => `owner=${id ?? 'nobody'}`;
  const silent = team.silentDays;
  return (
    <>
      <Card title={t('team.byCollector')}>
        <Table
          caption={t('team.byCollector')}
          rows={team.collectors}
          rowKey={({ id }) => id ?? 'nobody'}
          columns={[
            {
              id: 'name',
              label: t('team.collector'),
              lead: true,
              cell: (row) => (
                <span className="two-lines">
                  {row.name !== null && actsOf(row).length > 0 ? (
                    <Menu label={row.name} align="start" items={actsOf(row)} />
                  ) : (
                    <strong>{row.name ?? t('team.nobody')}</strong>
                  )}
                  {row.absence && <AbsenceLine absence={row.absence} />}
                  {row.id && !row.isAtWork && <small className="overdue">{t('team.gone')}</small>}
                  {(row.languages || row.skills.length > 0) && (
                    <span className="cluster">
                      {row.languages?.map((language) => (
                        <Badge key={language}>{label('DebtorLanguage', language)}</Badge>
                      ))}
                      {row.skills.map((skill) => (
                        <Badge key={skill} tone="info">
                          {skill}
                        </Badge>
                      ))}
                    </span>
                  )}
                </span>
              ),
            },
            ...useFigureColumns<Collector>(ownerOf, silent),
            {
              id: 'goal',
              label: t('team.goal'),
              cell: (row) => (
                <span className="goal">
                  <GoalProgress collector={row} />
                </span>
              ),
            },
          ]}
        />
      </Card>
      <Card title={t('team.byClient')}>
        <Table
          caption={t('team.byClient')}
          rows={team.clients}
          rowKey={({ client }) => client.id}
          columns={[
            {
              id: 'name',
              label: t('field.client'),
              lead: true,
              cell: ({ client }) => (
                <Link to={`/clients/${client.id}`}>
                  <strong>{client.name}</strong>
                </Link>
              ),
            },
            ...useFigureColumns<TeamMonthFragment['clients'][number]>(({ client }) => `client=${client.id}`, silent),
          ]}
        />
      </Card>
      <Card title={t('team.byStage')}>
        <Table
          caption={t('team.byStage')}
          rows={team.stages}
          rowKey={({ stage }) => stage}
          columns={[
            { id: 'name', label: t('cases.column.stage'), lead: true, cell: ({ stage }) => <strong>{label('CaseStage', stage)}</strong> },
            ...useFigureColumns<TeamMonthFragment['stages'][number]>(({ stage }) => `stage=${stage}`, silent),
          ]}
        />
      </Card>
    </>
  );
}

function AbsenceLine({ absence }: { absence: NonNullable<Collector['absence']> }) {
  const words = useAbsenceWords(absence);
  return <small>{words}</small>;
}

function useFigureColumns<Row extends { readonly figures: FiguresFragment }>(
  listOf: (row: Row) => string,
  silentDays: number,
): Array<Column<Row>> {
  const t = useT();
  const format = useFormat();
  const list = (row: Row, count: number, more = '') =>
    count === 0 ? format.count(0) : <Link to={`/cases?${listOf(row)}&state=OPEN${more}`}>{format.count(count)}</Link>;
  return [
    { id: 'cases', label: t('team.openCases'), numeric: true, cell: (row) => list(row, row.figures.openCases) },
    {
      id: 'open',
      label: t('cases.column.open'),
      numeric: true,
      cell: ({ figures }) => format.moneys(figures.open, { whole: true }) || '–',
    },
    { id: 'work', label: t('team.toWork'), numeric: true, cell: (row) => list(row, row.figures.toWork, '&occasion=READY') },
    {
      id: 'untouched',
      label: t('team.untouched'),
      numeric: true,
      cell: (row) => list(row, row.figures.untouched, `&silent=${silentDays}`),
    },
    {
      id: 'calls',
      label: t('team.callsAndTalks'),
      numeric: true,
      cell: ({ figures }) => (
        <span className="two-lines">
          <span>{`${format.count(figures.calls)} / ${format.count(figures.talks)}`}</span>
          {figures.messages > 0 && <small>{t('team.messages', { count: figures.messages })}</small>}
        </span>
      ),
    },
    {
      id: 'promises',
      label: t('team.promisesKept'),
      numeric: true,
      cell: ({ figures }) => (
        <span className="two-lines">
          <span>{shareKept(figures, format)}</span>
          {figures.rates.honoured !== null && <small>{t('team.honouredShare', { percent: format.percent(figures.rates.honoured) })}</small>}
        </span>
      ),
    },
    {
      id: 'collected',
      label: t('team.collected'),
      numeric: true,
      cell: ({ figures }) => <strong>{format.moneys(figures.collected, { whole: true }) || '–'}</strong>,
    },
  ];
}
