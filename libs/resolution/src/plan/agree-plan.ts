import { Case, planWork, requireNotClosed } from '@amiable/cases';
import type { PlanFrequency } from '@amiable/clients';
import { Temporal, toDecimal, type RoundingPolicy } from '@amiable/kernel';
import { tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { cancelOpenPromise } from '../promise/cancel-open-promise';
import { drawUpPlan } from './draw-up-plan';
import { mostInstalments } from './envelope.rules';
import { planFacts } from './plan-facts';
import { PlanRefused } from './plan.errors';
import { offerGround, runningPlan } from './plan.queries';
import { equalInstalments } from './schedule.rules';

export interface AgreePlanInput {
  readonly caseId: string;
  readonly instalments: number;
  readonly firstDueOn: string;
  readonly frequency?: PlanFrequency;
  readonly rounding?: RoundingPolicy;
}

/** Échéancier agreed by word of mouth inside the mandate's envelope: equal instalments of what is owed. Throws PlanRefused. */
@Injectable()
export class AgreePlan extends UseCase<AgreePlanInput, { caseId: string; planId: string }> {
  async run(ctx: RequestContext, db: TenantDb, input: AgreePlanInput) {
    const theCase = await db.lock(Case, input.caseId);
    ctx.may('agree_plan', theCase);
    requireNotClosed(theCase);
    const { owedMinor, envelope, today } = await offerGround(db, theCase);
    const frequency = input.frequency ?? 'monthly';
    const rounding = input.rounding ?? envelope.rounding;
    const firstDueOn = Temporal.PlainDate.from(input.firstDueOn);
    const most = mostInstalments(envelope, frequency, firstDueOn);
    if (input.instalments < 2 || input.instalments > most) throw new PlanRefused('PLAN_TOO_LONG', { most }, 'instalments');
    if (Temporal.PlainDate.compare(firstDueOn, today) < 0 || today.until(firstDueOn).days > envelope.firstWithinDays)
      throw new PlanRefused('PLAN_START_OUT_OF_RANGE', { days: envelope.firstWithinDays }, 'firstDueOn');
    if (!envelope.frequencies.includes(frequency)) throw new PlanRefused('PLAN_FREQUENCY_NOT_ALLOWED', {}, 'frequency');
    const { currency } = theCase;
    const least = envelope.smallestInstalmentMinor;
    if (owedMinor <= 0n || owedMinor / BigInt(input.instalments) < least)
      throw new PlanRefused('PLAN_INSTALMENT_TOO_SMALL', { amount: toDecimal(least), currency }, 'instalments');
    const instalments = equalInstalments({ totalMinor: owedMinor, instalments: input.instalments, firstDueOn, frequency, rounding });
    if (instalments[0]!.amountMinor < envelope.smallestFirstMinor)
      throw new PlanRefused('PLAN_FIRST_TOO_SMALL', { amount: toDecimal(envelope.smallestFirstMinor), currency }, 'instalments');
    if (await runningPlan(db, theCase.id)) throw new PlanRefused('PLAN_ALREADY_ACTIVE');
    const plan = await drawUpPlan(db, theCase, { offered: { frequency, instalments }, state: 'active', origin: 'staff', rounding });
    await tell(db, ctx, { caseId: theCase.id, kind: 'plan.agreed', facts: planFacts(plan, instalments) });
    await cancelOpenPromise(db, ctx, theCase.id);
    await planWork(db, { caseId: theCase.id, dueOn: firstDueOn.add({ days: 5 }), why: 'promise_due' });
    return { caseId: theCase.id, planId: plan.id };
  }
}
