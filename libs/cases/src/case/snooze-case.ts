import { dayOf, Temporal } from '@amiable/kernel';
import { tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { planWork } from '../queue/plan-work';
import { Case } from './case.entity';
import { DayInPast } from './case.errors';
import { requireNotClosed } from './case.rules';

export interface SnoozeCaseInput {
  readonly caseId: string;
  readonly until: string;
  readonly reason: string;
}

/** Pas maintenant: the case leaves the queue until a day; what is sent by the scenario goes on. */
@Injectable()
export class SnoozeCase extends UseCase<SnoozeCaseInput, { caseId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId, until, reason }: SnoozeCaseInput) {
    const theCase = await db.lock(Case, caseId);
    ctx.may('work', theCase);
    requireNotClosed(theCase);
    const day = Temporal.PlainDate.from(until);
    if (Temporal.PlainDate.compare(day, dayOf(db.clock)) <= 0) throw new DayInPast('until', dayOf(db.clock).toString());
    await planWork(db, { caseId, dueOn: day, why: 'snoozed' });
    await tell(db, ctx, { caseId, kind: 'case.snoozed', facts: { until, reason }, clientSees: false });
    return { caseId };
  }
}
