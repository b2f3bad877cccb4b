import { dayOf, Temporal } from '@amiable/kernel';
import { move, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { planWork } from '../queue/plan-work';
import { Case } from './case.entity';
import { DayInPast, TextMissing } from './case.errors';
import { requireVersion } from './case.rules';
import { caseStates } from './case.states';

export interface HoldCaseInput {
  readonly caseId: string;
  readonly reason: string;
  readonly until: string;
  readonly expectedVersion: number;
}

/** Suspension du dossier: nothing is sent until a day, for a reason that is named. */
@Injectable()
export class HoldCase extends UseCase<HoldCaseInput, { caseId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId, reason, until, expectedVersion }: HoldCaseInput) {
    const theCase = await db.lock(Case, caseId);
    ctx.may('hold', theCase);
    requireVersion(theCase, expectedVersion);
    const today = dayOf(db.clock);
    const untilDay = Temporal.PlainDate.from(until);
    if (Temporal.PlainDate.compare(untilDay, today) <= 0) throw new DayInPast('until', today.toString());
    if (!reason.trim()) throw new TextMissing('reason');
    await move(db, ctx, caseStates, theCase, 'on_hold', { kind: 'case.held', facts: { reason, until } });
    theCase.holdKind = 'staff';
    theCase.holdReason = reason.trim();
    theCase.holdUntil = untilDay;
    await planWork(db, { caseId, dueOn: untilDay, why: 'hold_over' });
    await db.of(Case).save(theCase);
    return { caseId };
  }
}
