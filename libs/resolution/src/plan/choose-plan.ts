import { Case, requireNotClosed } from '@amiable/cases';
import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { answerOffer, proposedPlans, type OfferedPlan, type OfferGround } from './answer-offer.rules';
import { drawUpPlan } from './draw-up-plan';
import { lastWish, proposalDays } from './offer-plan';
import { PlanRefused } from './plan.errors';
import { offerGround, openPlan, runningPlan } from './plan.queries';
import { withdrawPlan } from './withdraw-plan';

export interface ChoosePlanInput {
  readonly caseId: string;
  /** One of the plans proposed to everybody, or of the counter-offers to the last offer. */
  readonly among: 'proposed' | 'counter';
  readonly place: number;
}

/** The plans a debtor may choose from now; the rules are reckoned again, so a form of yesterday cannot buy yesterday's terms. */
export async function plansToChoose(
  db: TenantDb,
  caseId: string,
  among: ChoosePlanInput['among'],
  ground: OfferGround,
): Promise<readonly OfferedPlan[]> {
  if (ground.owedMinor <= 0n) return [];
  if (among === 'proposed') return proposedPlans(ground);
  const wish = await lastWish(db, caseId);
  const answer = wish && answerOffer(wish, ground);
  return answer?.kind === 'counter' ? answer.plans : [];
}

/** The debtor takes one of the plans he was shown: it is drawn up for him to read and accept. */
@Injectable()
export class ChoosePlan extends UseCase<ChoosePlanInput, { caseId: string; planId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { caseId, among, place }: ChoosePlanInput) {
    const theCase = await db.lock(Case, caseId);
    ctx.may('offer_plan', theCase);
    requireNotClosed(theCase);
    if (await runningPlan(db, caseId)) throw new PlanRefused('PLAN_ALREADY_ACTIVE');
    const ground = await offerGround(db, theCase);
    const offered = (await plansToChoose(db, caseId, among, ground))[place];
    if (!offered) throw new PlanRefused('NO_PLAN_CHOSEN', {}, 'choice');
    const before = await openPlan(db, caseId);
    if (before) await withdrawPlan(db, ctx, before);
    const plan = await drawUpPlan(db, theCase, {
      offered,
      state: 'proposed',
      origin: 'debtor',
      rounding: ground.envelope.rounding,
      expiresOn: ground.today.add({ days: proposalDays }),
    });
    return { caseId, planId: plan.id };
  }
}
