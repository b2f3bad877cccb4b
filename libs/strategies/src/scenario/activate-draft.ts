import { dayOf, requireMove, toDate } from '@amiable/kernel';
import { UseCase, type ReadDb, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { scheduleCases } from '../schedule/schedule-cases';
import { ScenarioDraftStale, ScenarioNeedsMandate, ScenarioNotDraft, ScenarioNotWorkable, ScenarioStepsCount } from './scenario.errors';
import { readBounds, readScenario } from './scenario.queries';
import { problemsOf } from './scenario.rules';
import { scenarioStates } from './scenario.states';

export interface ActivateDraftInput {
  readonly scenarioId: string;
  /** The revision that was looked at, and rehearsed. */
  readonly revision: number;
  /** Cases under way go on with the next step of the new version; otherwise they end with the version they began. */
  readonly moveCases: boolean;
}

/**
 * Mise en service: the draft becomes what is worked, the former version is kept for what was done by it.
 * Throws Forbidden, NotFound, ScenarioNotDraft, ScenarioDraftStale, ScenarioNeedsMandate, ScenarioNotWorkable, ScenarioStepsCount.
 */
@Injectable()
export class ActivateDraft extends UseCase<ActivateDraftInput, { scenarioId: string; moved: number }> {
  async run(ctx: RequestContext, db: TenantDb, { scenarioId, revision, moveCases }: ActivateDraftInput) {
    ctx.may('steer', 'Scenario');
    await db.rows(`select 1 from clients where client_id = $1 for no key update`, [db.clientId]);
    const draft = await readScenario(db, scenarioId, true);
    if (draft.state !== 'draft') throw new ScenarioNotDraft(draft.state);
    if (draft.revision !== revision) throw new ScenarioDraftStale();
    const bounds = await readBounds(db, db.clientId);
    if (!bounds) throw new ScenarioNeedsMandate();
    if (draft.steps.length === 0) throw new ScenarioStepsCount();
    const problems = problemsOf(draft.steps, bounds);
    if (problems.length > 0) throw new ScenarioNotWorkable(problems);
    const moved = await putIntoService(db, { clientId: db.clientId, scenarioId, by: ctx.actor.id, moveCases });
    await scheduleCases(db, dayOf(db.clock).toString(), db.clientId);
    return { scenarioId, moved };
  }
}

/**
 * The writes of an activation, over real rows or over those of a rehearsal. A case under way keeps its place: what comes next is what
 * follows the last step it has had (the same channel and words, nearest by day), or else the first that lies later, on the day counted from
 * the same due date and not closer to the last step than the new version says. Answers how many moved.
 */
export async function putIntoService(
  db: ReadDb,
  { clientId, scenarioId, by, moveCases }: { clientId: string; scenarioId: string; by: string | null; moveCases: boolean },
): Promise<number> {
  requireMove(scenarioStates, 'draft', 'active');
  requireMove(scenarioStates, 'active', 'retired');
  const now = toDate(db.clock.now());
  const former = await db.row<{ id: string }>(
    `update scenarios f set state = 'retired', retired_at = $3 from scenarios d
     where d.client_id = $1 and d.id = $2 and f.client_id = $1 and f.line_id = d.line_id and f.state = 'active' returning f.id`,
    [clientId, scenarioId, now],
  );
  await db.rows(`update scenarios set state = 'active', activated_at = $3, activated_by = $4 where client_id = $1 and id = $2`, [
    clientId,
    scenarioId,
    now,
    by,
  ]);
  // The first scenario of a client is that of all cases.
  await db.rows(
    `insert into segments (client_id, id, position, name, line_id)
     select client_id, uuidv7(), 1, 'Tous les dossiers', line_id from scenarios d
     where client_id = $1 and id = $2 and not exists (select from segments g where g.client_id = d.client_id)`,
    [clientId, scenarioId],
  );
  if (!former || !moveCases) return 0;
  const moved = await db.row<{ n: number }>(
    `with places as (
       select s.client_id, s.case_id, next.step_no, anchor.day + next.days_from_due as by_due_date, anchor.day + had.days_from_due + next.days_from_due - same.days_from_due as by_last_step
       from schedules s
       join scenario_steps old on old.client_id = s.client_id and old.scenario_id = s.scenario_id and old.step_no = s.step_no
       cross join lateral (select s.due_on - old.days_from_due as day) anchor
       left join lateral (
         select st.* from scenario_steps st
         where st.client_id = s.client_id and st.scenario_id = s.scenario_id and st.step_no < s.step_no order by st.step_no desc limit 1) had on true
       left join lateral (
         select st.* from scenario_steps st
         where st.client_id = s.client_id and st.scenario_id = $2 and st.channel = had.channel and st.template is not distinct from had.template
         order by abs(st.days_from_due - had.days_from_due), st.step_no limit 1) same on true
       left join lateral (
         select st.step_no, st.days_from_due from scenario_steps st
         where st.client_id = s.client_id and st.scenario_id = $2 and case
           when same.step_no is not null then st.step_no > same.step_no
           when had.step_no is not null then st.days_from_due > had.days_from_due
           else st.days_from_due >= least(old.days_from_due, 0) end
         order by st.step_no limit 1) next on true
       where s.client_id = $1 and s.scenario_id = $3 for update of s),
     ended as (delete from schedules s using places p where s.client_id = p.client_id and s.case_id = p.case_id and p.step_no is null returning 1),
     moved as (
       update schedules s set scenario_id = $2, step_no = p.step_no, due_on = greatest($4::date, p.by_due_date, p.by_last_step)
       from places p where s.client_id = p.client_id and s.case_id = p.case_id and p.step_no is not null returning 1)
     select (select count(*) from moved)::int + (select count(*) from ended)::int as n`,
    [clientId, scenarioId, former.id, dayOf(db.clock).toString()],
  );
  return moved!.n;
}
