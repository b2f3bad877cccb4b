import { Mandate } from '@amiable/clients';
import { Case } from '@amiable/cases';
import { dayOf, onTargetDay } from '@amiable/kernel';
import { moneyOf, toGlobalId, type RequestContext, type TenantDb } from '@amiable/platform';
import { instalmentsOf, mayDecidePlan, offerGround, openPlan, planStanding, Plan, runningPlan, standingOf } from '@amiable/resolution';
import type { PlanDesk, PlanVersion } from './plan.agency.types';

/** The plan that runs, the one that waits for an answer, and what the mandate allows. */
export async function readPlanDesk(db: TenantDb, ctx: RequestContext, caseId: string): Promise<PlanDesk> {
  const theCase = await db.find(Case, caseId);
  const { owedMinor, envelope } = await offerGround(db, theCase);
  const mandate = await db.find(Mandate, theCase.mandateId);
  const [running, waiting] = [await runningPlan(db, caseId), await openPlan(db, caseId)];
  const money = (minor: bigint) => moneyOf(minor, theCase.currency);
  return {
    owed: money(owedMinor),
    partPayment: mandate.partPayment,
    smallestPayment: money(mandate.smallestPaymentMinor),
    running: running && (await versionOf(db, ctx, running, envelope.graceDays)),
    waiting: waiting && (await versionOf(db, ctx, waiting, envelope.graceDays)),
    envelope: {
      longestMonths: envelope.longestMonths,
      smallestInstalment: money(envelope.smallestInstalmentMinor),
      smallestFirst: money(envelope.smallestFirstMinor),
      firstWithinDays: envelope.firstWithinDays,
      frequencies: [...envelope.frequencies],
      rounding: envelope.rounding,
      approver: envelope.approver,
      answerDays: envelope.answerDays,
    },
  };
}

async function versionOf(db: TenantDb, ctx: RequestContext, plan: Plan, graceDays: number): Promise<PlanVersion> {
  const money = (minor: bigint) => moneyOf(minor, plan.currency);
  const runs = plan.state === 'active' || plan.state === 'late';
  const standing = runs ? await planStanding(db, plan) : standingOf(await instalmentsOf(db, plan), 0n, dayOf(db.clock));
  const means = plan.meansId
    ? await db.row<{ kind: 'card' | 'sepa_debit'; last4: string | null; expires_on: string | null }>(
        `select kind, last4, expires_on from payment_means where client_id = $1 and id = $2 and state = 'on_file'`,
        [db.clientId, plan.meansId],
      )
    : undefined;
  return {
    id: toGlobalId('Plan', db.clientId, plan.id),
    version: plan.version,
    state: plan.state,
    frequency: plan.frequency,
    total: money(plan.totalMinor),
    byDebtor: plan.origin === 'debtor',
    agreedOn: plan.agreedOn?.toString() ?? null,
    acceptedAt: plan.acceptedAt?.toString() ?? null,
    acceptedTextId: plan.acceptedText && toGlobalId('Document', db.clientId, plan.acceptedText),
    instalments: standing.map((i) => ({
      number: i.number,
      dueOn: i.dueOn.toString(),
      collectOn: onTargetDay(i.dueOn).toString(),
      amount: money(i.amountMinor),
      covered: money(i.coveredMinor),
      state: i.state,
    })),
    onFile: plan.onFile,
    means: means ? { kind: means.kind, last4: means.last4, expiresOn: means.expires_on } : null,
    payBy: plan.state === 'late' && plan.lateOn ? plan.lateOn.add({ days: graceDays }).toString() : null,
    clauses: plan.clauses,
    reason: plan.reason,
    approver: plan.approver,
    answerBy: plan.answerBy?.toString() ?? null,
    answer: plan.answer,
    answeredBy: plan.answeredBy,
    expiresOn: plan.expiresOn?.toString() ?? null,
    mayDecide: plan.state === 'requested' && ctx.can('decide', plan) && mayDecidePlan(plan, ctx.actor.id),
  };
}
