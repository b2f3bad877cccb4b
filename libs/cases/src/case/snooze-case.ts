import { dayOf, Temporal } from '@amiable/kernel';
import { tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { formerWork, planWork } from '../queue/plan-work';
import { rankAfterSnooze, type SnoozeReason } from '../queue/snooze-reason.rules';
import { Case } from './case.entity';
import { DayInPast } from './case.errors';
import { requireNotClosed } from './case.rules';

export interface SnoozeCaseInput {
  readonly caseId: string;
  readonly until: string;
  readonly reason: string;
  /** One of the known reasons: the rank of the case learns from it. */
  readonly code?: SnoozeReason | null;
}

/** Pas maintenant, parce que…: the case leaves the queue until a day, and its rank learns from the reason; what is sent by the scenario goes on. */
@Injectable()
export class SnoozeCase extends UseCase<SnoozeCaseInput, { caseId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId, until, reason, code = null }: SnoozeCaseInput) {
    const theCase = await db.lock(Case, caseId);
    ctx.may('work', theCase);
    requireNotClosed(theCase);
    const day = Temporal.PlainDate.from(until);
    if (Temporal.PlainDate.compare(day, dayOf(db.clock)) <= 0) throw new DayInPast('until', dayOf(db.clock).toString());
    const former = await formerWork(db, caseId);
    await planWork(db, {
      caseId,
      dueOn: day,
      why: 'snoozed',
      rankPercent: code ? rankAfterSnooze(former?.rankPercent ?? 100, code) : null,
    });
    const note = code ? reason.trim() || null : null;
    await tell(db, ctx, { caseId, kind: 'case.snoozed', facts: { until, reason: code ?? reason, note, former }, clientSees: false });
    return { caseId };
  }
}
