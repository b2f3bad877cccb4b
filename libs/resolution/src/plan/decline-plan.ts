import { Case } from '@amiable/cases';
import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { openPlan } from './plan.queries';
import { withdrawPlan } from './withdraw-plan';

/** The debtor says no to what is proposed, or takes his request back; nothing was agreed. Nothing open changes nothing. */
@Injectable()
export class DeclinePlan extends UseCase<{ readonly caseId: string }, { caseId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId }: { readonly caseId: string }) {
    const theCase = await db.lock(Case, caseId);
    ctx.may('offer_plan', theCase);
    const plan = await openPlan(db, caseId);
    if (plan) await withdrawPlan(db, ctx, plan);
    return { caseId };
  }
}
