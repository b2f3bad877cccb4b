import { Case, planWork, requireNotClosed } from '@amiable/cases';
import { dayOf, NotFound, Refusal, requireMove, toDate } from '@amiable/kernel';
import { actionStates, requireLawfulNote } from '@amiable/outreach';
import { tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';

/** The step is a message or a call: it is done by sending or calling. */
export class NotATask extends Refusal {
  constructor() {
    super('NOT_A_TASK');
  }
}

export interface FinishTaskInput {
  readonly caseId: string;
  readonly actionId: string;
  readonly note: string | null;
}

/** Days after which a case comes back when its task is done and the scenario has nothing sooner for a desk. */
const backAfterDays = 14;

/** Tâche faite: what a step of the scenario asked for inside the house. Throws Forbidden, NotFound, CaseClosed, NotATask, TextNotLawful. */
@Injectable()
export class FinishTask extends UseCase<FinishTaskInput, { caseId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId, actionId, note }: FinishTaskInput): Promise<{ caseId: string }> {
    const theCase = await db.lock(Case, caseId);
    ctx.may('work', theCase);
    requireNotClosed(theCase);
    const words = note?.trim().slice(0, 4_000) || null;
    if (words) await requireLawfulNote(db, theCase, words, 'note');
    const task = await db.row<{ state: 'due' | 'done'; channel: string; name: string }>(
      `select a.state, a.channel, st.name from actions a join scenario_steps st using (client_id, scenario_id, step_no)
       where a.client_id = $1 and a.case_id = $2 and a.id = $3`,
      [db.clientId, caseId, actionId],
    );
    if (!task) throw new NotFound('Action');
    if (task.channel !== 'task') throw new NotATask();
    requireMove(actionStates, task.state, 'done');
    await db.rows(`update actions set state = 'done', note = $3, staff_id = $4, done_at = $5 where client_id = $1 and id = $2`, [
      db.clientId,
      actionId,
      words,
      ctx.actor.id,
      toDate(db.clock.now()),
    ]);
    await tell(db, ctx, { caseId, kind: 'task.done', facts: { stepName: task.name, note: words }, clientSees: false });
    await planWork(db, { caseId, dueOn: dayOf(db.clock).add({ days: backAfterDays }), why: 'follow_up' });
    return { caseId };
  }
}
