import { Case, planWork, requireNotClosed } from '@amiable/cases';
import { move, publish, tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { changedInstalments, mayChange, type PlanChange } from './change-plan.rules';
import { drawUpPlan } from './draw-up-plan';
import { planFacts } from './plan-facts';
import { Plan } from './plan.entity';
import { PlanRefused } from './plan.errors';
import { isPaymentInFlight, offerGround, planStanding, runningPlan } from './plan.queries';
import { planStates } from './plan.states';

export interface ChangePlanInput {
  readonly caseId: string;
  readonly change: PlanChange;
}

/** The debtor skips or moves his next instalment, as often as the mandate allows: a new version of the plan, the old one is kept. */
@Injectable()
export class ChangePlan extends UseCase<ChangePlanInput, { caseId: string; planId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId, change }: ChangePlanInput) {
    const theCase = await db.lock(Case, caseId);
    ctx.may('offer_plan', theCase);
    requireNotClosed(theCase);
    const before = await runningPlan(db, caseId);
    if (!before) throw new PlanRefused('PLAN_GONE');
    if (await isPaymentInFlight(db, caseId)) throw new PlanRefused('PAYMENT_IN_FLIGHT');
    const { envelope } = await offerGround(db, theCase);
    const standing = await planStanding(db, before);
    if (!mayChange(change.act, before, standing, envelope)) throw new PlanRefused('PLAN_CHANGE_NOT_ALLOWED');
    const instalments = changedInstalments(change, before, standing, envelope);
    if (!instalments) throw new PlanRefused('PLAN_MOVE_TOO_FAR', { days: envelope.longestMoveDays }, 'days');
    await move(db, ctx, planStates, before, 'replaced', { kind: 'plan.replaced', facts: { version: before.version } });
    await db.of(Plan).save(before);
    const plan = await drawUpPlan(db, theCase, {
      offered: { frequency: before.frequency, instalments },
      state: 'active',
      origin: before.origin,
      rounding: before.rounding,
      before: {
        ...before,
        skipsUsed: before.skipsUsed + Number(change.act === 'skip'),
        movesUsed: before.movesUsed + Number(change.act === 'move'),
      },
    });
    await db.rows(
      `update plans p set accepted_at = o.accepted_at, accepted_ip = o.accepted_ip, accepted_language = o.accepted_language,
         accepted_session = o.accepted_session, accepted_text = o.accepted_text
       from plans o where p.client_id = $1 and p.id = $2 and o.client_id = $1 and o.id = $3`,
      [db.clientId, plan.id, before.id],
    );
    await publish(db, { topic: 'plan.message', key: `plan:${plan.id}:changed`, payload: { planId: plan.id, kind: 'changed' } });
    await planWork(db, { caseId, dueOn: instalments[0]!.dueOn.add({ days: 5 }), why: 'promise_due' });
    const facts = { ...planFacts(plan, instalments), days: change.act === 'move' ? change.days : undefined };
    await tell(db, ctx, { caseId, kind: change.act === 'skip' ? 'plan.skipped' : 'plan.moved', facts });
    return { caseId, planId: plan.id };
  }
}
