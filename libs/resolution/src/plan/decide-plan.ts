import { Case, planWork, requireNotClosed } from '@amiable/cases';
import { dayOf } from '@amiable/kernel';
import { move, publish, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { proposalDays } from './offer-plan';
import { planFacts } from './plan-facts';
import { Plan } from './plan.entity';
import { PlanRefused } from './plan.errors';
import { instalmentsOf } from './plan.queries';
import { planStates } from './plan.states';
import { mayDecidePlan } from './decide-plan.rules';

export interface DecidePlanInput {
  readonly planId: string;
  readonly approved: boolean;
  readonly reason: string;
}

/** A plan outside the envelope is approved or refused by the one the mandate names, never by who asked for it, with words; the debtor is told, and may accept. */
@Injectable()
export class DecidePlan extends UseCase<DecidePlanInput, { caseId: string; planId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { planId, approved, reason }: DecidePlanInput) {
    const known = await db.find(Plan, planId);
    const theCase = await db.lock(Case, known.caseId);
    const plan = await db.lock(Plan, planId);
    ctx.may('decide', plan);
    requireNotClosed(theCase);
    if (plan.state !== 'requested') throw new PlanRefused('PLAN_GONE');
    if (!mayDecidePlan(plan, ctx.actor.id)) throw new PlanRefused('PLAN_NEEDS_ANOTHER');
    const words = reason.trim().slice(0, 1_000);
    if (!words) throw new PlanRefused('TEXT_MISSING', {}, 'reason');
    const today = dayOf(db.clock);
    const instalments = await instalmentsOf(db, plan);
    if (approved && instalments[0]!.dueOn.toString() < today.toString()) throw new PlanRefused('PLAN_EXPIRED');
    Object.assign(plan, {
      answer: words,
      answeredAt: db.clock.now(),
      answeredBy: ctx.actor.name,
      expiresOn: approved ? today.add({ days: proposalDays }) : null,
    });
    const facts = { ...planFacts(plan, instalments), reason: words };
    await move(db, ctx, planStates, plan, approved ? 'proposed' : 'refused', { kind: approved ? 'plan.approved' : 'plan.refused', facts });
    await db.of(Plan).save(plan);
    const kind = approved ? 'proposed' : 'refused';
    await publish(db, { topic: 'plan.message', key: `plan:${plan.id}:${kind}`, payload: { planId: plan.id, kind } });
    await planWork(db, { caseId: theCase.id, dueOn: today.add({ days: approved ? 3 : 0 }), why: 'dispute_answered' });
    return { caseId: theCase.id, planId };
  }
}
