import { Case, planWork, requireNotClosed } from '@amiable/cases';
import { Mandate } from '@amiable/clients';
import { dayOf, newId, Refusal, Temporal, toDecimal } from '@amiable/kernel';
import { move, tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { PaymentPromise } from '../promise/promise.entity';
import { promiseStates } from '../promise/promise.states';
import { equalInstalments } from './instalments.rules';

export interface AgreePlanInput {
  readonly caseId: string;
  readonly instalments: number;
  readonly firstDueOn: string;
}

/** The plan is outside what the mandate allows; the facts name the clause. */
export class PlanRefused extends Refusal {}

/** Échéancier agreed inside the mandate's envelope: equal monthly instalments of the whole balance. Throws PlanRefused. */
@Injectable()
export class AgreePlan extends UseCase<AgreePlanInput, { caseId: string; planId: string }> {
  async run(ctx: RequestContext, db: TenantDb, input: AgreePlanInput) {
    const theCase = await db.lock(Case, input.caseId);
    ctx.may('promise', theCase);
    requireNotClosed(theCase);
    const mandate = await db.find(Mandate, theCase.mandateId);
    const firstDueOn = Temporal.PlainDate.from(input.firstDueOn);
    const today = dayOf(db.clock);
    if (input.instalments < 2 || input.instalments > mandate.longestPlanMonths)
      throw new PlanRefused('PLAN_TOO_LONG', { most: mandate.longestPlanMonths }, 'instalments');
    if (Temporal.PlainDate.compare(firstDueOn, today) < 0 || today.until(firstDueOn).days > 45)
      throw new PlanRefused('PLAN_START_OUT_OF_RANGE', { days: 45 }, 'firstDueOn');
    const total = await uncontested(db, theCase);
    if (total <= 0n || total / BigInt(input.instalments) < mandate.smallestPaymentMinor) {
      throw new PlanRefused(
        'PLAN_INSTALMENT_TOO_SMALL',
        { amount: toDecimal(mandate.smallestPaymentMinor), currency: theCase.currency },
        'instalments',
      );
    }
    const active = await db.row(`select id from plans where client_id = $1 and case_id = $2 and state = 'active'`, [
      db.clientId,
      theCase.id,
    ]);
    if (active) throw new PlanRefused('PLAN_ALREADY_ACTIVE');
    const planId = newId();
    const drafts = equalInstalments(total, input.instalments, firstDueOn);
    await db.rows(
      `insert into plans (client_id, id, case_id, total_minor, currency, state, agreed_on) values ($1, $2, $3, $4, $5, 'active', $6)`,
      [db.clientId, planId, theCase.id, total.toString(), theCase.currency, today.toString()],
    );
    await db.rows(
      `insert into instalments (client_id, plan_id, number, due_on, amount_minor)
       select $1, $2, number, due_on, amount_minor from jsonb_to_recordset($3::jsonb) as i(number int, due_on date, amount_minor bigint)`,
      [
        db.clientId,
        planId,
        JSON.stringify(drafts.map((d) => ({ number: d.number, due_on: d.dueOn.toString(), amount_minor: d.amountMinor.toString() }))),
      ],
    );
    await tell(db, ctx, {
      caseId: theCase.id,
      kind: 'plan.agreed',
      facts: {
        amount: toDecimal(total),
        currency: theCase.currency,
        instalments: input.instalments,
        dueOn: firstDueOn.toString(),
      },
    });
    await cancelOpenPromise(db, ctx, theCase.id);
    await planWork(db, { caseId: theCase.id, dueOn: firstDueOn.add({ days: 5 }), why: 'promise_due' });
    return { caseId: theCase.id, planId };
  }
}

/** What a plan may cover: the open balance without what is contested. */
async function uncontested(db: TenantDb, theCase: Case): Promise<bigint> {
  const row = await db.row<{ disputed: bigint }>(
    `select coalesce(sum(amount_minor), 0)::bigint as disputed from disputes where client_id = $1 and case_id = $2 and state = 'open'`,
    [db.clientId, theCase.id],
  );
  return theCase.openMinor - row!.disputed;
}

/** The plan takes the place of a promise: nobody is told that he broke it. */
async function cancelOpenPromise(db: TenantDb, ctx: RequestContext, caseId: string): Promise<void> {
  const promise = await db.of(PaymentPromise).findOneBy({ clientId: db.clientId, caseId, state: 'open' });
  if (!promise) return;
  const facts = { amount: toDecimal(promise.amountMinor), currency: promise.currency, dueOn: promise.dueOn.toString() };
  await move(db, ctx, promiseStates, promise, 'cancelled', { kind: 'promise.cancelled', facts });
  await db.of(PaymentPromise).save(promise);
}
