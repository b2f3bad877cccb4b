import { Case } from '@amiable/cases';
import { move, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { planFacts } from './plan-facts';
import { Plan } from './plan.entity';
import { instalmentsOf, openPlan } from './plan.queries';
import { planStates } from './plan.states';

/** A proposal or a request is taken back: by the debtor who says no or changes his mind, or by the one that takes its place. */
export async function withdrawPlan(db: TenantDb, ctx: RequestContext, plan: Plan): Promise<void> {
  const facts = planFacts(plan, await instalmentsOf(db, plan));
  await move(db, ctx, planStates, plan, 'cancelled', { kind: 'plan.withdrawn', facts });
  await db.of(Plan).save(plan);
}

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
