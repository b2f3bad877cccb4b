import { dayOf, Refusal, SetClock, type Temporal } from '@amiable/kernel';
import { RequestContext, TenantDb } from '@amiable/platform';
import { confirmProposals } from '../confirm/confirm-steps';
import { workDay } from '../run/run-day';
import { putIntoService } from '../scenario/activate-draft';
import { ScenarioNeedsMandate, ScenarioNotDraft, ScenarioNotWorkable } from '../scenario/scenario.errors';
import { readBounds, readScenario } from '../scenario/scenario.queries';
import { problemsOf } from '../scenario/scenario.rules';
import { requireSegments, writeSegments, type ReviseSegmentsInput } from '../segment/revise-segments';
import { compareRehearsals, type RehearsedStep, type Rehearsal } from './rehearsal.rules';
import { dropShadows, shadowTables } from './shadow-tables';

/** What is tried: a draft put into service, or other segments. */
export type Change =
  | { readonly kind: 'draft'; readonly scenarioId: string; readonly moveCases: boolean }
  | ({ readonly kind: 'segments' } & ReviseSegmentsInput);

/** A rehearsal of this client runs already; it takes as long as its days. */
export class RehearsalRuns extends Refusal {
  constructor() {
    super('REHEARSAL_RUNS');
  }
}

export const mostRehearsedDays = 90;

/** The hour at which each rehearsed day is run, as the worker does. */
const hour = '06:00';

/**
 * Répétition générale: the coming days of one client, worked twice on copies by the very statements of the daily run, once as things are and once with
 * the change; nobody pays or answers meanwhile, and what waits for a confirmation is confirmed on its day. The first day is today, or tomorrow once today has been run.
 * Throws NotFound, ScenarioNotDraft, ScenarioNeedsMandate, ScenarioNotWorkable, SegmentsRefused, RehearsalRuns.
 */
export async function rehearse(db: TenantDb, { change, days }: { change: Change; days: number }): Promise<Rehearsal> {
  const free = await db.row<{ free: boolean }>(`select pg_try_advisory_xact_lock(hashtext('rehearsal ' || $1)) as free`, [db.clientId]);
  if (!free!.free) throw new RehearsalRuns();
  if (change.kind === 'draft') await requireWorkable(db, change.scenarioId);
  else await requireSegments(db, change.segments);
  const first = await firstDay(db);
  const length = Math.min(Math.max(1, Math.trunc(days)), mostRehearsedDays);
  const asIs = await workDays(db, first, length, null);
  await dropShadows(db);
  const changed = await workDays(db, first, length, change);
  const cost = await db.row<{ letter: bigint }>(`select letter_cost_minor as letter from agency`);
  const letterCostMinor = cost?.letter ?? 0n;
  return {
    from: first.toString(),
    until: first.add({ days: length - 1 }).toString(),
    ...compareRehearsals(asIs, changed, letterCostMinor),
  };
}

/** Works the days on fresh copies, with the change or without; answers every step that would be taken, and why cases stood still at the end. */
async function workDays(
  db: TenantDb,
  first: Temporal.PlainDate,
  days: number,
  change: Change | null,
): Promise<{ steps: RehearsedStep[]; blocks: Array<{ reason: string; cases: number }> }> {
  await shadowTables(db);
  const on = (day: Temporal.PlainDate) => new TenantDb(db.em, SetClock.at(day.toString(), hour), db.clientId);
  if (change?.kind === 'draft')
    await putIntoService(on(first), { clientId: db.clientId, scenarioId: change.scenarioId, by: null, moveCases: change.moveCases });
  if (change?.kind === 'segments') await writeSegments(on(first), db.clientId, change);
  const ctx = RequestContext.system();
  for (let n = 0; n < days; n++) {
    const day = first.add({ days: n });
    await workDay(on(day), ctx, day);
    await confirmProposals(on(day), db.clientId, null, `a.client_id = $1 and a.state = 'proposed'`, []);
  }
  const steps = await db.rows<RehearsedStep>(
    `select a.case_id as "caseId", c.reference, d.name as "debtorName", a.due_on as day, a.channel, a.template, st.name as "stepName", a.step_no as "stepNo",
       sc.name as "scenarioName", c.open_minor as "openMinor", c.currency, st.mode = 'confirmed' as "isProposed"
     from actions a join cases c on c.client_id = a.client_id and c.id = a.case_id join debtors d on d.client_id = c.client_id and d.id = c.debtor_id
     join scenarios sc on sc.client_id = a.client_id and sc.id = a.scenario_id
     join scenario_steps st on st.client_id = a.client_id and st.scenario_id = a.scenario_id and st.step_no = a.step_no
     where a.rehearsed order by a.due_on, c.open_minor desc, a.case_id`,
  );
  const blocks = await db.rows<{ reason: string; cases: number }>(
    `select reason, count(*)::int as cases from (select distinct on (case_id) case_id, reason from run_skips order by case_id, day desc) last
     group by reason order by cases desc, reason`,
  );
  return { steps, blocks };
}

async function requireWorkable(db: TenantDb, scenarioId: string): Promise<void> {
  const draft = await readScenario(db, scenarioId);
  if (draft.state !== 'draft') throw new ScenarioNotDraft(draft.state);
  const bounds = await readBounds(db, db.clientId);
  if (!bounds) throw new ScenarioNeedsMandate();
  const problems = problemsOf(draft.steps, bounds);
  if (problems.length > 0) throw new ScenarioNotWorkable(problems);
}

async function firstDay(db: TenantDb): Promise<Temporal.PlainDate> {
  const today = dayOf(db.clock);
  const done = await db.row(`select 1 from runs where kind = 'day' and day = $1 and finished_at is not null`, [today.toString()]);
  return done ? today.add({ days: 1 }) : today;
}
