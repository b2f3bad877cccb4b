import { move, type RequestContext, type TenantDb } from '@amiable/platform';
import { planFacts } from './plan-facts';
import { Plan } from './plan.entity';
import { instalmentsOf } from './plan.queries';
import { planStates } from './plan.states';

/** A proposal or a request is taken back: by the debtor who says no or changes his mind, or by the one that takes its place. */
export async function withdrawPlan(db: TenantDb, ctx: RequestContext, plan: Plan): Promise<void> {
  const facts = planFacts(plan, await instalmentsOf(db, plan));
  await move(db, ctx, planStates, plan, 'cancelled', { kind: 'plan.withdrawn', facts });
  await db.of(Plan).save(plan);
}
