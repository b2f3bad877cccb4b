import { Mandate, onColourOf } from '@amiable/clients';
import { Case } from '@amiable/cases';
import { dayOf, onTargetDay, Temporal } from '@amiable/kernel';
import { moneyOf, toGlobalId, type ReadDb, type RequestContext, type TenantDb } from '@amiable/platform';
import { instalmentsOf, offerGround, openPlan, planStanding, Plan, runningPlan, standingOf } from '@amiable/resolution';
import type { PlanDesk, PlanRequest, PlanVersion } from './plan.agency.types';

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
    mayDecide: plan.state === 'requested' && ctx.can('decide', plan),
  };
}

/** The plans that wait for a manager's answer, the nearest deadline first; over the portfolio. */
export async function readPlanRequests(db: ReadDb): Promise<PlanRequest[]> {
  const rows = await db.rows(
    `select p.client_id, p.id, p.case_id, c.reference, d.name as debtor_name, b.id as brand_id, b.name as brand_name, b.primary_colour, p.total_minor, p.currency, p.reason, p.answer_by, p.approver,
       (select count(*)::int from instalments i where i.client_id = p.client_id and i.plan_id = p.id) as instalments
     from plans p join cases c on c.client_id = p.client_id and c.id = p.case_id join debtors d on d.client_id = c.client_id and d.id = c.debtor_id
     join brands b on b.client_id = c.client_id and b.id = c.brand_id
     where p.state = 'requested' and p.approver = 'manager' and c.state <> 'closed' order by p.answer_by, p.id limit 50`,
  );
  return rows.map((p) => ({
    planId: toGlobalId('Plan', p.client_id, p.id),
    caseId: toGlobalId('Case', p.client_id, p.case_id),
    reference: p.reference,
    debtorName: p.debtor_name,
    brand: {
      id: toGlobalId('Brand', p.client_id, p.brand_id),
      name: p.brand_name,
      colour: p.primary_colour,
      onColour: onColourOf(p.primary_colour),
    },
    total: moneyOf(p.total_minor, p.currency),
    instalments: p.instalments,
    reason: p.reason,
    answerBy: Temporal.PlainDate.from(p.answer_by).toString(),
    approver: p.approver,
  }));
}
