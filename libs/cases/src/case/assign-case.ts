import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { assignCases, requireColleague } from './assign-cases';
import { Case } from './case.entity';
import { requireNotClosed } from './case.rules';

export interface AssignCaseInput {
  readonly caseId: string;
  /** Null: back to the shared queue. */
  readonly ownerId: string | null;
}

/** Attribution du dossier: a colleague works it from now on. Throws CaseClosed, and NotFound for who may not be given it. */
@Injectable()
export class AssignCase extends UseCase<AssignCaseInput, { caseId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId, ownerId }: AssignCaseInput) {
    const theCase = await db.lock(Case, caseId);
    ctx.may('assign', theCase);
    requireNotClosed(theCase);
    if (ownerId !== null) await requireColleague(db, ownerId, db.clientId);
    await assignCases(db, ctx, [caseId], ownerId);
    return { caseId };
  }
}
