import { Absences, CollectorSkills, type Absence, type CollectorSkill } from '@amiable/cases';
import {
  collectionRates,
  CollectorGoals,
  monthOf,
  pacePerDay,
  readTeam,
  workingDaysLeft,
  type CollectorGoal,
  type TeamFigures,
} from '@amiable/insights';
import { dayOf, Temporal } from '@amiable/kernel';
import { Database, moneyOf, toGlobalId, type RequestContext } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { CaseStage, type WordOf } from './case.agency.enums';
import type { AbsenceFace, CollectorFigures, CollectorGoalFace, Team, TeamFiguresFace } from './team.agency.types';

const nothing: TeamFigures = {
  openCases: 0,
  openMinor: new Map(),
  toWork: 0,
  untouched: 0,
  calls: 0,
  reached: 0,
  talks: 0,
  messages: 0,
  promised: 0,
  judged: 0,
  kept: 0,
  judgedMinor: new Map(),
  keptMinor: new Map(),
  honouredMinor: new Map(),
  collectedMinor: new Map(),
};
const euro = 'EUR';
const abilitiesOf = (of: CollectorSkill | undefined) => ({ languages: of?.languages ?? null, skills: of?.skills ?? [] });
const mostSilentDays = 3_650;

/** Reads the team's page: figures, names and goals, each by one statement. */
@Injectable()
export class TeamReader {
  constructor(
    private readonly database: Database,
    private readonly goals: CollectorGoals,
    private readonly skills: CollectorSkills,
    private readonly absences: Absences,
  ) {}

  /** `month`: any day of it, today's when not said. */
  async read(ctx: RequestContext, month: string | null, silentDays: number): Promise<Team> {
    const today = dayOf(this.database.clock);
    const first = monthOf(month === null ? today : Temporal.PlainDate.from(month));
    const silent = Math.min(Math.max(silentDays, 1), mostSilentDays);
    const isThisMonth = first.equals(monthOf(today));
    const daysLeft = isThisMonth ? workingDaysLeft(today) : 0;
    const [goals, skills, absences] = await Promise.all([this.goals.list(first.toString()), this.skills.list(), this.absences.open()]);
    const [staff, { report, clients }] = await Promise.all([
      this.database.outsideClients((db) =>
        db.rows<{ id: string; name: string; works: boolean; active: boolean }>(
          `select id, name, role = 'collector' as works, active from staff_users order by name, id`,
        ),
      ),
      this.database.acrossClients(ctx.portfolio, async (db) => ({
        report: await readTeam(db, first, silent),
        clients: await db.rows<{ client_id: string; name: string }>(`select client_id, name from clients order by name, client_id`),
      })),
    ]);
    const { byCollector, byClient, byStage, total } = report;
    const collectors = staff
      .filter(({ id, works, active }) => (works && active) || byCollector.has(id))
      .map(({ id, name, active }): CollectorFigures => {
        const figures = byCollector.get(id) ?? nothing;
        const goal = goals.find(({ staffId }) => staffId === id);
        return {
          id: toGlobalId('StaffUser', null, id),
          name,
          isAtWork: active,
          figures: shown(figures),
          goal: goal ? goalOf(goal, figures, daysLeft) : null,
          ...abilitiesOf(skills.find(({ staffId }) => staffId === id)),
          absence: absenceOf(
            absences.find(({ staffId }) => staffId === id),
            staff,
          ),
        };
      });
    const nobodys = byCollector.get(null);
    return {
      month: first.toString(),
      workingDaysLeft: daysLeft,
      silentDays: silent,
      total: shown(total),
      collectors: [
        ...collectors,
        ...(nobodys
          ? [{ id: null, name: null, isAtWork: false, figures: shown(nobodys), goal: null, absence: null, ...abilitiesOf(undefined) }]
          : []),
      ],
      clients: clients.map(({ client_id, name }) => ({
        client: { id: toGlobalId('Client', client_id, client_id), name },
        figures: shown(byClient.get(client_id) ?? nothing),
      })),
      stages: (Object.values(CaseStage) as Array<WordOf<typeof CaseStage>>).map((stage) => ({
        stage,
        figures: shown(byStage.get(stage) ?? nothing),
      })),
    };
  }
}

function absenceOf(absence: Absence | undefined, staff: ReadonlyArray<{ id: string; name: string }>): AbsenceFace | null {
  if (!absence) return null;
  const { id, from, until, standIns, state } = absence;
  return {
    id,
    from,
    until,
    standIns: standIns.flatMap((one) => staff.find((each) => each.id === one)?.name ?? []),
    isPlanned: state === 'planned',
  };
}

const moneys = (sums: ReadonlyMap<string, bigint>) => [...sums].map(([currency, minor]) => moneyOf(minor, currency));

function shown(figures: TeamFigures): TeamFiguresFace {
  const { openCases, toWork, untouched, calls, talks, messages, openMinor, collectedMinor, promised, judged, kept } = figures;
  const inEuro = (sums: ReadonlyMap<string, bigint>) => sums.get(euro) ?? 0n;
  return {
    openCases,
    toWork,
    untouched,
    calls,
    talks,
    messages,
    rates: collectionRates({
      ...figures,
      judgedMinor: inEuro(figures.judgedMinor),
      keptMinor: inEuro(figures.keptMinor),
      honouredMinor: inEuro(figures.honouredMinor),
    }),
    open: moneys(openMinor),
    collected: moneys(collectedMinor),
    promisesMade: promised,
    promisesJudged: judged,
    promisesKept: kept,
  };
}

function goalOf({ since, collectedMinor, calls }: CollectorGoal, done: TeamFigures, daysLeft: number): CollectorGoalFace {
  const perDay = collectedMinor === null ? null : pacePerDay(collectedMinor, done.collectedMinor.get(euro) ?? 0n, daysLeft);
  const callsPerDay = calls === null ? null : pacePerDay(BigInt(calls), BigInt(done.calls), daysLeft);
  return {
    since,
    collected: collectedMinor === null ? null : moneyOf(collectedMinor, euro),
    collectedPerDay: perDay === null ? null : moneyOf(perDay, euro),
    calls,
    callsPerDay: callsPerDay === null ? null : Number(callsPerDay),
  };
}
