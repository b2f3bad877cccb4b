import { Case, requireNotClosed } from '@amiable/cases';
import type { PlanFrequency } from '@amiable/clients';
import { newId, parseDecimal, Temporal, toDate, toDecimal } from '@amiable/kernel';
import { tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { answerOffer, type PlanWish } from './answer-offer.rules';
import { drawUpPlan } from './draw-up-plan';
import { PlanRefused } from './plan.errors';
import { offerGround, openPlan, runningPlan } from './plan.queries';
import { withdrawPlan } from './withdraw-plan';

export interface OfferPlanInput {
  readonly caseId: string;
  readonly amount: string;
  readonly firstDueOn: string;
  readonly frequency: PlanFrequency;
}

/** How long a proposal stays open for the debtor's yes, days. */
export const proposalDays = 15;

/**
 * The debtor says what he can pay and is answered at once from the mandate's envelope. Every offer is kept and told: the creditor
 * hears of each that he has not allowed beforehand (R124-5 CPCE). A change of a running plan is for a person to decide.
 */
@Injectable()
export class OfferPlan extends UseCase<OfferPlanInput, { answer: 'accept' | 'counter' | 'person'; wishId: string }> {
  async run(ctx: RequestContext, db: TenantDb, input: OfferPlanInput) {
    const theCase = await db.lock(Case, input.caseId);
    ctx.may('offer_plan', theCase);
    requireNotClosed(theCase);
    const ground = await offerGround(db, theCase);
    const wish: PlanWish = {
      amountMinor: parseDecimal(input.amount),
      firstDueOn: Temporal.PlainDate.from(input.firstDueOn),
      frequency: input.frequency,
    };
    if (wish.amountMinor < 100n) throw new PlanRefused('NOT_AN_AMOUNT', { value: input.amount }, 'amount');
    if (Temporal.PlainDate.compare(wish.firstDueOn, ground.today) < 0) throw new PlanRefused('DAY_IN_PAST', {}, 'firstDueOn');
    if (ground.today.until(wish.firstDueOn).days > 366) throw new PlanRefused('PLAN_START_OUT_OF_RANGE', { days: 366 }, 'firstDueOn');
    if (ground.owedMinor <= 0n) throw new PlanRefused('NOTHING_OWED');
    const running = await runningPlan(db, theCase.id);
    const answer = running
      ? ({ kind: 'person', answerBy: ground.today.add({ days: ground.envelope.answerDays }) } as const)
      : answerOffer(wish, ground);
    const wishId = newId();
    await db.rows(
      `insert into plan_wishes (client_id, id, case_id, amount_minor, currency, first_due_on, frequency, owed_minor, answer, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        db.clientId,
        wishId,
        theCase.id,
        wish.amountMinor.toString(),
        theCase.currency,
        wish.firstDueOn.toString(),
        wish.frequency,
        ground.owedMinor.toString(),
        answer.kind,
        toDate(db.clock.now()),
      ],
    );
    await tell(db, ctx, {
      caseId: theCase.id,
      kind: `plan.offered.${answer.kind}`,
      facts: {
        amount: toDecimal(wish.amountMinor),
        currency: theCase.currency,
        dueOn: wish.firstDueOn.toString(),
        frequency: wish.frequency,
      },
    });
    const before = await openPlan(db, theCase.id);
    if (before) await withdrawPlan(db, ctx, before);
    if (answer.kind === 'accept')
      await drawUpPlan(db, theCase, {
        offered: answer.plan,
        state: 'proposed',
        origin: 'debtor',
        rounding: ground.envelope.rounding,
        expiresOn: ground.today.add({ days: proposalDays }),
      });
    return { answer: answer.kind, wishId };
  }
}

/** The last offer of a debtor, as long as it may still be answered by the choices shown to him. */
export async function lastWish(
  db: TenantDb,
  caseId: string,
): Promise<(PlanWish & { answer: 'accept' | 'counter' | 'person'; madeAt: number }) | null> {
  const row = await db.row<{
    amount_minor: bigint;
    first_due_on: string;
    frequency: PlanFrequency;
    answer: 'accept' | 'counter' | 'person';
    made_at: Date;
  }>(
    `select amount_minor, first_due_on, frequency, answer, made_at from plan_wishes where client_id = $1 and case_id = $2 and made_at > $3 order by made_at desc, id desc limit 1`,
    [db.clientId, caseId, toDate(db.clock.now().subtract({ hours: 24 }))],
  );
  return row
    ? {
        amountMinor: row.amount_minor,
        firstDueOn: Temporal.PlainDate.from(row.first_due_on),
        frequency: row.frequency,
        answer: row.answer,
        madeAt: row.made_at.getTime(),
      }
    : null;
}
