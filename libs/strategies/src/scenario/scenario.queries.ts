import type { Hat } from '@amiable/clients';
import { NotFound } from '@amiable/kernel';
import type { ReadDb, TenantDb } from '@amiable/platform';
import type { ScenarioStep } from './scenario.rules';
import type { ScenarioState } from './scenario.states';

/** One version of a scenario as it stands. */
export interface Scenario {
  readonly id: string;
  readonly lineId: string;
  readonly name: string;
  readonly version: number;
  readonly state: ScenarioState;
  readonly revision: number;
  readonly createdAt: Date;
  readonly activatedAt: Date | null;
  readonly activatedBy: string | null;
  readonly retiredAt: Date | null;
  readonly steps: readonly ScenarioStep[];
  /** Open cases that have a step of this version before them. */
  readonly underWay: number;
}

interface ScenarioRow extends Omit<Scenario, 'steps'> {
  readonly steps: ReadonlyArray<Omit<ScenarioStep, 'leastOpenMinor'> & { readonly leastOpenMinor: string }>;
}

const scenarioSql = `
select s.id, s.line_id as "lineId", s.name, s.version, s.state, s.revision, s.created_at as "createdAt", s.activated_at as "activatedAt",
  (select name from staff_users u where u.id = s.activated_by) as "activatedBy", s.retired_at as "retiredAt",
  (select count(*)::int from schedules x where x.client_id = s.client_id and x.scenario_id = s.id) as "underWay",
  (select coalesce(json_agg(json_build_object('name', st.name, 'channel', st.channel, 'template', st.template, 'stage', st.stage, 'daysFromDue', st.days_from_due,
     'mode', st.mode, 'leastOpenMinor', st.least_open_minor::text, 'onlyKind', st.only_kind, 'onlySilent', st.only_silent) order by st.step_no), '[]')
   from scenario_steps st where st.client_id = s.client_id and st.scenario_id = s.id) as steps
from scenarios s where s.client_id = $1`;

/** Every version of every scenario of the client, line by line, the newest version first. */
export async function readScenarios(db: TenantDb): Promise<Scenario[]> {
  return (await db.rows<ScenarioRow>(`${scenarioSql} order by s.line_id, s.version desc`, [db.clientId])).map(scenarioOf);
}

/** Throws NotFound. `hold` keeps everybody else from changing it until the end of the transaction. */
export async function readScenario(db: TenantDb, id: string, hold = false): Promise<Scenario> {
  if (hold) await db.rows(`select 1 from scenarios where client_id = $1 and id = $2 for no key update`, [db.clientId, id]);
  const row = await db.row<ScenarioRow>(`${scenarioSql} and s.id = $2`, [db.clientId, id]);
  if (!row) throw new NotFound('Scenario');
  return scenarioOf(row);
}

/** What the newest mandate says about writing and calling; undefined before there is one. */
export function readBounds(db: ReadDb, clientId: string): Promise<{ hat: Hat; channels: string[] } | undefined> {
  return db.row(`select hat, channels from mandates where client_id = $1 order by created_at desc, version desc limit 1`, [clientId]);
}

function scenarioOf({ steps, ...row }: ScenarioRow): Scenario {
  return { ...row, steps: steps.map((step) => ({ ...step, leastOpenMinor: BigInt(step.leastOpenMinor) })) };
}

/** Replaces the steps of a draft, as one statement over the set. */
export async function writeSteps(db: TenantDb, scenarioId: string, steps: readonly ScenarioStep[]): Promise<void> {
  await db.rows(`delete from scenario_steps where client_id = $1 and scenario_id = $2`, [db.clientId, scenarioId]);
  await db.rows(
    `insert into scenario_steps (client_id, scenario_id, step_no, name, channel, template, stage, days_from_due, mode, least_open_minor, only_kind, only_silent)
     select $1, $2, n, trim(s.name), s.channel, s.template, s.stage, s.days_from_due, s.mode, s.least_open_minor, s.only_kind, s.only_silent
     from rows from (jsonb_to_recordset($3::jsonb) as (name text, channel text, template text, stage text, days_from_due int, mode text, least_open_minor bigint, only_kind text, only_silent boolean))
       with ordinality as s(name, channel, template, stage, days_from_due, mode, least_open_minor, only_kind, only_silent, n)`,
    [
      db.clientId,
      scenarioId,
      JSON.stringify(
        steps.map((s) => ({
          name: s.name,
          channel: s.channel,
          template: s.template,
          stage: s.stage,
          days_from_due: s.daysFromDue,
          mode: s.mode,
          least_open_minor: s.leastOpenMinor.toString(),
          only_kind: s.onlyKind,
          only_silent: s.onlySilent,
        })),
      ),
    ],
  );
}
