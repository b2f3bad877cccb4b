import { Case, requireNotClosed } from '@amiable/cases';
import type { PlanFrequency } from '@amiable/clients';
import type { Temporal } from '@amiable/kernel';
import { publish, tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import type { OfferedPlan } from './answer-offer.rules';
import { drawUpPlan } from './draw-up-plan';
import { clausesBroken } from './envelope.rules';
import { lastWish } from './offer-plan';
import { planFacts } from './plan-facts';
import { PlanRefused } from './plan.errors';
import { offerGround, openPlan } from './plan.queries';
import { scheduleOf } from './schedule.rules';
import { withdrawPlan } from './withdraw-plan';

export interface RequestPlanInput {
  readonly caseId: string;
  readonly reason: string;
}

/** The most instalments anybody may ask for: ten years of months. */
const mostAsked = 120;

/** The debtor's last offer goes to the person who may decide outside the envelope, with his reason and a day for the answer. */
@Injectable()
export class RequestPlan extends UseCase<RequestPlanInput, { caseId: string; planId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId, reason }: RequestPlanInput) {
    const theCase = await db.lock(Case, caseId);
    ctx.may('offer_plan', theCase);
    requireNotClosed(theCase);
    const wish = await lastWish(db, caseId);
    if (!wish) throw new PlanRefused('PLAN_GONE');
    const words = reason.trim().slice(0, 1_000);
    if (!words) throw new PlanRefused('TEXT_MISSING', {}, 'reason');
    const ground = await offerGround(db, theCase);
    if (ground.owedMinor <= 0n) throw new PlanRefused('NOTHING_OWED');
    const offered = scheduleOfWish(wish, ground.owedMinor);
    if (!offered) throw new PlanRefused('PLAN_ASKED_TOO_LONG', { most: mostAsked }, 'amount');
    const before = await openPlan(db, caseId);
    if (before) await withdrawPlan(db, ctx, before);
    const answerBy = ground.today.add({ days: ground.envelope.answerDays });
    const plan = await drawUpPlan(db, theCase, {
      offered,
      state: 'requested',
      origin: 'debtor',
      rounding: ground.envelope.rounding,
      clauses: clausesBroken(offered, ground.envelope, ground.today),
      reason: words,
      approver: ground.envelope.approver,
      answerBy,
    });
    await tell(db, ctx, {
      caseId,
      kind: 'plan.requested',
      facts: { ...planFacts(plan, offered.instalments), reason: words, answerBy: answerBy.toString(), approver: plan.approver },
    });
    await publish(db, { topic: 'plan.inform_client', key: `plan:${plan.id}:inform`, payload: { planId: plan.id } });
    return { caseId, planId: plan.id };
  }
}

/** The offer as it was made, however long: his amounts, the rest at the end. Null when it would take more than ten years. */
function scheduleOfWish(
  wish: { amountMinor: bigint; firstDueOn: Temporal.PlainDate; frequency: PlanFrequency },
  owedMinor: bigint,
): OfferedPlan | null {
  const n = (owedMinor + wish.amountMinor - 1n) / wish.amountMinor;
  if (n > BigInt(mostAsked)) return null;
  const amounts = Array.from({ length: Number(n) }, (_, i) =>
    BigInt(i) < n - 1n ? wish.amountMinor : owedMinor - wish.amountMinor * (n - 1n),
  );
  return { frequency: wish.frequency, instalments: scheduleOf(amounts, wish.firstDueOn, wish.frequency) };
}
