import { Refusal } from '@amiable/kernel';
import { tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { restoreWork, type FormerWork } from '../queue/plan-work';
import { Case } from './case.entity';

/** What was done last on the case is something else. */
export class NothingToUndo extends Refusal {
  constructor() {
    super('NOTHING_TO_UNDO');
  }
}

/** Annulation: the case is in the queue again as it was before it was put off, as long as nothing came after. */
@Injectable()
export class UndoSnooze extends UseCase<{ readonly caseId: string }, { caseId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId }: { readonly caseId: string }) {
    const theCase = await db.lock(Case, caseId);
    ctx.may('work', theCase);
    const last = await db.row<{ kind: string; actor_id: string | null; facts: { former?: FormerWork | null } }>(
      `select kind, actor_id, facts from timeline_events where client_id = $1 and case_id = $2 order by at desc, id desc limit 1`,
      [db.clientId, caseId],
    );
    if (last?.kind !== 'case.snoozed' || last.actor_id !== ctx.actor.id || !last.facts.former) throw new NothingToUndo();
    await restoreWork(db, caseId, last.facts.former);
    await tell(db, ctx, { caseId, kind: 'case.snooze_undone', clientSees: false });
    return { caseId };
  }
}
