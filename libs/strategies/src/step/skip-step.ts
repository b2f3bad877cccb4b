import { Case, requireNotClosed } from '@amiable/cases';
import { dayOf, Refusal, toDate } from '@amiable/kernel';
import { tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { ReasonMissing } from '../confirm/discard-steps';

/** There is nothing left to leave out. */
export class NoStepToSkip extends Refusal {
  constructor() {
    super('NO_STEP_TO_SKIP');
  }
}

export interface SkipStepInput {
  readonly caseId: string;
  /** The step that was on the screen: another is not left out in its place. */
  readonly stepNo: number;
  readonly reason: string;
}

/** Étape sautée: the next step is left out for this case, the one after keeps its day. Throws Forbidden, NotFound, CaseClosed, ReasonMissing, NoStepToSkip. */
@Injectable()
export class SkipStep extends UseCase<SkipStepInput, { caseId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId, stepNo, reason }: SkipStepInput): Promise<{ caseId: string }> {
    const theCase = await db.lock(Case, caseId);
    ctx.may('hold', theCase);
    requireNotClosed(theCase);
    const words = reason.trim().slice(0, 300);
    if (words === '') throw new ReasonMissing();
    const next = await db.row<{
      scenario_id: string;
      round: number;
      name: string;
      channel: string;
      template: string | null;
      next_no: number | null;
      gap: number | null;
    }>(
      `select s.scenario_id, s.round, st.name, st.channel, st.template, later.step_no as next_no, later.days_from_due - st.days_from_due as gap
       from schedules s join scenario_steps st on st.client_id = s.client_id and st.scenario_id = s.scenario_id and st.step_no = s.step_no
       left join lateral (
         select n.step_no, n.days_from_due from scenario_steps n
         where n.client_id = s.client_id and n.scenario_id = s.scenario_id and n.step_no > s.step_no order by n.step_no limit 1) later on true
       where s.client_id = $1 and s.case_id = $2 and s.step_no = $3`,
      [db.clientId, caseId, stepNo],
    );
    const today = dayOf(db.clock).toString();
    if (!next) throw new NoStepToSkip();
    if (next.next_no === null) await db.rows(`delete from schedules where client_id = $1 and case_id = $2`, [db.clientId, caseId]);
    else
      await db.rows(
        `update schedules set step_no = $3, due_on = greatest(due_on + $4::int, $5::date) where client_id = $1 and case_id = $2`,
        [db.clientId, caseId, next.next_no, next.gap, today],
      );
    // What was left out counts as had: the scenario does not begin anew for it.
    await db.rows(
      `insert into actions (client_id, case_id, scenario_id, round, step_no, channel, template, due_on, state, reason, staff_id, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'cancelled', 'skipped', $9, $10)`,
      [db.clientId, caseId, next.scenario_id, next.round, stepNo, next.channel, next.template, today, ctx.actor.id, toDate(db.clock.now())],
    );
    await tell(db, ctx, { caseId, kind: 'step.skipped', facts: { stepName: next.name, reason: words }, clientSees: false });
    return { caseId };
  }
}
