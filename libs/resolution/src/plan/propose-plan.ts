import { Case, requireNotClosed } from '@amiable/cases';
import type { PlanFrequency } from '@amiable/clients';
import { Temporal, toDecimal, type RoundingPolicy } from '@amiable/kernel';
import { publish, tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { drawUpPlan } from './draw-up-plan';
import { clausesBroken } from './envelope.rules';
import { proposalDays } from './offer-plan';
import { planFacts } from './plan-facts';
import { PlanRefused } from './plan.errors';
import { offerGround, openPlan } from './plan.queries';
import { equalInstalments } from './schedule.rules';
import { withdrawPlan } from './withdraw-plan';

export interface ProposePlanInput {
  readonly caseId: string;
  readonly instalments: number;
  readonly firstDueOn: string;
  readonly frequency: PlanFrequency;
  readonly rounding: RoundingPolicy;
  /** Needed outside the envelope: why this debtor should have it. */
  readonly reason: string | null;
}

/**
 * A collector proposes a plan. Inside the envelope its link leaves at once for the debtor's yes; outside it, the manager or the
 * client (as the mandate says) is asked first, with a reason and a deadline. Throws PLAN_NEEDS_REASON with the clauses it is outside of.
 */
@Injectable()
export class ProposePlan extends UseCase<ProposePlanInput, { caseId: string; planId: string; state: 'proposed' | 'requested' }> {
  async run(ctx: RequestContext, db: TenantDb, input: ProposePlanInput) {
    const theCase = await db.lock(Case, input.caseId);
    ctx.may('agree_plan', theCase);
    requireNotClosed(theCase);
    const { owedMinor, envelope, today } = await offerGround(db, theCase);
    const firstDueOn = Temporal.PlainDate.from(input.firstDueOn);
    if (owedMinor <= 0n) throw new PlanRefused('NOTHING_OWED');
    if (input.instalments < 1 || input.instalments > 120) throw new PlanRefused('PLAN_TOO_LONG', { most: 120 }, 'instalments');
    if (Temporal.PlainDate.compare(firstDueOn, today) < 0) throw new PlanRefused('DAY_IN_PAST', {}, 'firstDueOn');
    if (BigInt(input.instalments) > owedMinor)
      throw new PlanRefused(
        'PLAN_INSTALMENT_TOO_SMALL',
        { amount: toDecimal(envelope.smallestInstalmentMinor), currency: theCase.currency },
        'instalments',
      );
    const { frequency, rounding } = input;
    const instalments = equalInstalments({ totalMinor: owedMinor, instalments: input.instalments, firstDueOn, frequency, rounding });
    const clauses = clausesBroken({ instalments, frequency }, envelope, today);
    const reason = input.reason?.trim().slice(0, 1_000) || null;
    if (clauses.length > 0 && !reason) throw new PlanRefused('PLAN_NEEDS_REASON', { clauses }, 'reason');
    const before = await openPlan(db, theCase.id);
    if (before) await withdrawPlan(db, ctx, before);
    const asks = clauses.length > 0;
    const plan = await drawUpPlan(db, theCase, {
      offered: { frequency, instalments },
      origin: 'staff',
      rounding,
      clauses,
      reason,
      ...(asks
        ? {
            state: 'requested' as const,
            approver: envelope.approver,
            answerBy: today.add({ days: envelope.answerDays }),
            askedBy: ctx.actor,
          }
        : { state: 'proposed' as const, expiresOn: today.add({ days: proposalDays }) }),
    });
    await tell(db, ctx, {
      caseId: theCase.id,
      kind: asks ? 'plan.requested' : 'plan.proposed',
      facts: { ...planFacts(plan, instalments), ...(asks && { reason, answerBy: plan.answerBy!.toString(), approver: plan.approver }) },
    });
    await publish(
      db,
      asks
        ? { topic: 'plan.inform_client', key: `plan:${plan.id}:inform`, payload: { planId: plan.id } }
        : { topic: 'plan.message', key: `plan:${plan.id}:proposed`, payload: { planId: plan.id, kind: 'proposed' } },
    );
    return { caseId: theCase.id, planId: plan.id, state: asks ? ('requested' as const) : ('proposed' as const) };
  }
}
