import { dayOf } from '@amiable/kernel';
import { move, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { planWork } from '../queue/plan-work';
import { Case } from './case.entity';
import { requireVersion } from './case.rules';
import { caseStates } from './case.states';

/** Reprise du dossier: the hold ends now. */
@Injectable()
export class ResumeCase extends UseCase<{ readonly caseId: string; readonly expectedVersion: number }, { caseId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId, expectedVersion }: { readonly caseId: string; readonly expectedVersion: number }) {
    const theCase = await db.lock(Case, caseId);
    ctx.may('resume', theCase);
    requireVersion(theCase, expectedVersion);
    await move(db, ctx, caseStates, theCase, 'open', { kind: 'case.resumed' });
    theCase.holdKind = null;
    theCase.holdReason = null;
    theCase.holdUntil = null;
    await planWork(db, { caseId, dueOn: dayOf(db.clock), why: 'hold_over' });
    await db.of(Case).save(theCase);
    return { caseId };
  }
}
