import { PageHead, Popover, Select, StatTile, StatTiles, today, useFilters, useFormat, useNeeded } from '@amiable/web-kit';
import type { TeamMonthFragment } from '@documents';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { useMay } from '../../me';
import { ViewAsDialog } from '../../view-as.dialog';
import { AbsenceDialog } from './absence.dialog';
import { EndAbsenceDialog } from './end-absence.dialog';
import { FigureTables, shareKept } from './figure-tables';
import { GoalDialog } from './goal.dialog';
import { SkillsDialog } from './skills.dialog';
import { TeamDocument } from './team.documents';
import { ViewsCard } from './views-card';

export type Collector = TeamMonthFragment['collectors'][number];

const silences = [14, 30, 60, 90] as const;

/** First days of this month and the eleven before it. */
function lastMonths(): string[] {
  const [year, month] = today().split('-').map(Number) as [number, number];
  return Array.from({ length: 12 }, (_, back) => new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 10));
}

/** Équipe: who carries what, what came of it this month, and whether the goals will be met. */
export default function TeamPage() {
  const t = useT();
  const format = useFormat();
  const [{ month, silent, absence }, setFilters] = useFilters('month', 'silent', 'absence');
  const months = lastMonths();
  const asked = months.includes(month) ? month : months[0]!;
  const days = silences.find((each) => String(each) === silent) ?? 30;
  const { team } = useNeeded(['team', asked, days], TeamDocument, { month: asked, silentDays: days });
  const [goalOf, setGoalOf] = useState<Collector | null>(null);
  const [skillsOf, setSkillsOf] = useState<Collector | null>(null);
  const [absenceOf, setAbsenceOf] = useState<Collector | null>(null);
  const [viewed, setViewed] = useState<Collector | null>(null);
  const may = useMay();
  const { total } = team;
  const atWork = team.collectors.filter(({ id, isAtWork }) => id && isAtWork);
  const withShare = (words: string, percent: string | null, of: 'team.ofAllCalls' | 'team.ofTalks') =>
    percent === null ? words : `${words}, ${t(of, { percent: format.percent(percent) })}`;
  const file = (name: string) => `/files/exports/${name}?${new URLSearchParams({ month: asked, silent: String(days) }).toString()}`;
  return (
    <div className="stack">
      <PageHead
        title={t('team.title')}
        lead={team.workingDaysLeft > 0 ? t('team.daysLeft', { count: team.workingDaysLeft }) : t('team.monthOver')}
        actions={
          <Popover label={t('export.menu')} icon="download">
            {(close) => (
              <ul className="view-menu">
                {(
                  [
                    ['team.xlsx', t('export.xlsx')],
                    ['team.csv', t('export.csv')],
                    ['team-machine.csv', t('export.machine')],
                  ] as const
                ).map(([name, label]) => (
                  <li key={name}>
                    <a className="menu-item" href={file(name)} download onClick={close}>
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </Popover>
        }
      />
      <div className="filters">
        <Select
          label={t('team.month')}
          value={asked}
          onChange={(event) => setFilters({ month: event.target.value })}
          options={months.map((value) => ({ value, label: format.month(value) }))}
        />
        <Select
          label={t('team.silence')}
          value={String(days)}
          onChange={(event) => setFilters({ silent: event.target.value })}
          options={silences.map((count) => ({ value: String(count), label: t('team.silentDays', { count }) }))}
        />
      </div>
      <StatTiles>
        <StatTile label={t('team.openCases')} value={format.count(total.openCases)} note={format.moneys(total.open, { whole: true })} />
        <StatTile label={t('team.toWork')} value={format.count(total.toWork)} />
        <StatTile label={t('team.untouched')} value={format.count(total.untouched)} note={t('team.silentDays', { count: days })} />
        <StatTile
          label={t('team.calls')}
          value={format.count(total.calls)}
          note={withShare(t('team.talks', { count: total.talks }), total.rates.talksOfCalls, 'team.ofAllCalls')}
        />
        <StatTile
          label={t('team.promisesKept')}
          value={shareKept(total, format)}
          note={withShare(t('team.promisesMade', { count: total.promisesMade }), total.rates.promisesOfTalks, 'team.ofTalks')}
        />
        <StatTile
          label={t('team.honoured')}
          value={total.rates.honoured === null ? '–' : format.percent(total.rates.honoured)}
          {...(total.rates.keptAmount !== null && { note: t('team.keptAmount', { percent: format.percent(total.rates.keptAmount) }) })}
        />
        <StatTile label={t('team.collected')} value={format.moneys(total.collected, { whole: true }) || '–'} />
      </StatTiles>
      <FigureTables
        team={team}
        onGoal={asked === months[0] ? setGoalOf : null}
        onSkills={setSkillsOf}
        onAbsence={setAbsenceOf}
        onView={may('viewAs:User') ? setViewed : null}
      />
      {may('viewAs:User') && <ViewsCard />}
      {viewed && <ViewAsDialog user={{ name: viewed.name!, staff: viewed.id! }} onClose={() => setViewed(null)} />}
      {skillsOf && <SkillsDialog collector={skillsOf} onClose={() => setSkillsOf(null)} />}
      {absenceOf &&
        (absenceOf.absence ? (
          <EndAbsenceDialog collector={absenceOf} onClose={() => setAbsenceOf(null)} />
        ) : (
          <AbsenceDialog collector={absenceOf} team={atWork} onClose={() => setAbsenceOf(null)} />
        ))}
      {absence && may('set:Absence') && <AbsenceDialog collector={null} team={atWork} onClose={() => setFilters({ absence: '' })} />}
      {goalOf && <GoalDialog collector={goalOf} month={asked} onClose={() => setGoalOf(null)} />}
    </div>
  );
}
