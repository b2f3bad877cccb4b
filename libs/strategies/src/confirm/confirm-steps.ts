import { dayOf, NotFound, requireMove, toDate } from '@amiable/kernel';
import { actionStates } from '@amiable/outreach';
import { UseCase, type ReadDb, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';

/** Which proposals of one step are meant. */
export interface ProposalChoice {
  readonly scenarioId: string;
  readonly stepNo: number;
  /** Those that were there when they were looked at: what came later was not seen. */
  readonly seenAt: string;
  /** Some of them; null: all that were there. */
  readonly actionIds: readonly string[] | null;
}

export const chosenProposals = `a.client_id = $1 and a.scenario_id = $2 and a.step_no = $3 and a.state = 'proposed' and a.created_at <= $4::timestamptz
  and ($5::uuid[] is null or a.id = any($5))`;

/** A step of nobody, or a proposal of another step. Throws NotFound. */
export async function requireProposals(db: TenantDb, { scenarioId, stepNo, actionIds }: ProposalChoice): Promise<void> {
  const step = await db.row(`select 1 from scenario_steps where client_id = $1 and scenario_id = $2 and step_no = $3`, [
    db.clientId,
    scenarioId,
    stepNo,
  ]);
  if (!step) throw new NotFound('Scenario');
  const wanted = [...new Set(actionIds ?? [])];
  const known = await db.row<{ n: number }>(
    `select count(*)::int as n from actions where client_id = $1 and scenario_id = $2 and step_no = $3 and id = any($4)`,
    [db.clientId, scenarioId, stepNo, wanted],
  );
  if (known!.n !== wanted.length) throw new NotFound('Action');
}

/**
 * Envois confirmés: the proposals leave as any step does, and are looked at once more at the door. The next step keeps its distance from
 * the day of confirmation. What somebody else has confirmed or set aside meanwhile is left alone. Answers how many. Throws Forbidden, NotFound.
 */
@Injectable()
export class ConfirmSteps extends UseCase<ProposalChoice, { count: number }> {
  async run(ctx: RequestContext, db: TenantDb, choice: ProposalChoice): Promise<{ count: number }> {
    ctx.may('confirm', 'Step');
    await requireProposals(db, choice);
    const { scenarioId, stepNo, seenAt, actionIds } = choice;
    requireMove(actionStates, 'proposed', 'due');
    const choices = [scenarioId, stepNo, seenAt, actionIds] as const;
    return { count: await confirmProposals(db, db.clientId, ctx.actor.id, chosenProposals, choices) };
  }
}

/** The writes of it, over real rows or over those of a rehearsal. `chosen`: a condition on actions `a`, its values from $2 on. Answers how many. */
export async function confirmProposals(
  db: ReadDb,
  clientId: string,
  by: string | null,
  chosen: string,
  values: readonly unknown[],
): Promise<number> {
  const [who, now, day] = [1, 2, 3].map((n) => `$${1 + values.length + n}`);
  const done = await db.row<{ n: number }>(
    `with confirmed as (
       update actions a set state = 'due', decided_by = ${who}, decided_at = ${now} where ${chosen}
       returning a.client_id, a.id, a.case_id, a.scenario_id, a.step_no, a.channel, a.template),
     queued as (
       insert into messages (client_id, case_id, action_id, channel, template, state, not_before)
       select client_id, case_id, id, channel, template, 'queued', ${now} from confirmed returning client_id, id, channel),
     effects as (
       insert into outbox (client_id, topic, dedup_key, payload, not_before)
       select client_id, channel || '.send', 'message:' || id, jsonb_build_object('messageId', id), ${now} from queued on conflict do nothing),
     later as (
       update schedules s set due_on = greatest(s.due_on, ${day}::date + (next.days_from_due - st.days_from_due))
       from confirmed c
       join scenario_steps st on st.client_id = c.client_id and st.scenario_id = c.scenario_id and st.step_no = c.step_no
       join scenario_steps next on next.client_id = st.client_id and next.scenario_id = st.scenario_id and next.step_no > st.step_no
       where s.client_id = c.client_id and s.case_id = c.case_id and s.scenario_id = c.scenario_id and s.step_no = next.step_no)
     select count(*)::int as n from confirmed`,
    [clientId, ...values, by, toDate(db.clock.now()), dayOf(db.clock).toString()],
  );
  return done!.n;
}
