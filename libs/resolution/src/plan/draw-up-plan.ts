import type { Case } from '@amiable/cases';
import type { PlanApprover } from '@amiable/clients';
import { dayOf, newId, onTargetDay, type RoundingPolicy, type Temporal } from '@amiable/kernel';
import type { TenantDb } from '@amiable/platform';
import type { OfferedPlan } from './answer-offer.rules';
import { Plan } from './plan.entity';
import type { PlanState } from './plan.states';

export interface PlanDraft {
  readonly offered: OfferedPlan;
  readonly state: Extract<PlanState, 'requested' | 'proposed' | 'active'>;
  readonly origin: 'staff' | 'debtor';
  readonly rounding: RoundingPolicy;
  readonly clauses?: readonly string[];
  readonly reason?: string | null;
  readonly approver?: PlanApprover;
  readonly askedBy?: { readonly id: string | null; readonly name: string };
  readonly answerBy?: Temporal.PlainDate;
  readonly expiresOn?: Temporal.PlainDate;
  /** The version it takes the place of: its counters and means of payment go on. */
  readonly before?: Plan;
}

/** Writes a plan with its instalments, each with the banking day it is collected on. The caller tells the story. */
export async function drawUpPlan(db: TenantDb, theCase: Case, draft: PlanDraft): Promise<Plan> {
  const { offered, before } = draft;
  const plan = db.of(Plan).create({
    clientId: db.clientId,
    id: newId(),
    caseId: theCase.id,
    totalMinor: offered.instalments.reduce((sum, i) => sum + i.amountMinor, 0n),
    currency: theCase.currency,
    state: draft.state,
    agreedOn: draft.state === 'active' ? dayOf(db.clock) : null,
    version: (before?.version ?? 0) + 1,
    replaces: before?.id ?? null,
    origin: draft.origin,
    frequency: offered.frequency,
    rounding: draft.rounding,
    paidBeforeMinor: await paidSoFar(db, theCase.id),
    clauses: [...(draft.clauses ?? [])],
    reason: draft.reason ?? null,
    approver: draft.approver ?? null,
    askedBy: draft.askedBy?.id ?? null,
    askedByName: draft.askedBy?.name ?? null,
    answerBy: draft.answerBy ?? null,
    answer: null,
    answeredAt: null,
    answeredBy: null,
    expiresOn: draft.expiresOn ?? null,
    onFile: before?.onFile ?? false,
    meansId: before?.meansId ?? null,
    acceptedAt: null,
    acceptedIp: null,
    acceptedLanguage: null,
    acceptedSession: null,
    acceptedText: null,
    skipsUsed: before?.skipsUsed ?? 0,
    movesUsed: before?.movesUsed ?? 0,
    lateOn: null,
    brokenOn: null,
    createdAt: db.clock.now(),
  });
  await db.of(Plan).insert(plan);
  await db.rows(
    `insert into instalments (client_id, plan_id, number, due_on, amount_minor, collect_on)
     select $1, $2, number, due_on, amount_minor, collect_on
     from jsonb_to_recordset($3::jsonb) as i(number int, due_on date, amount_minor bigint, collect_on date)`,
    [
      db.clientId,
      plan.id,
      JSON.stringify(
        offered.instalments.map((i) => ({
          number: i.number,
          due_on: i.dueOn.toString(),
          amount_minor: i.amountMinor.toString(),
          collect_on: onTargetDay(i.dueOn).toString(),
        })),
      ),
    ],
  );
  return plan;
}

/** Net money of a case until now. What comes later counts towards the plan, whatever day the bank gives it. */
export async function paidSoFar(db: TenantDb, caseId: string): Promise<bigint> {
  const row = await db.row<{ paid: bigint }>(
    `select coalesce(sum(amount_minor), 0)::bigint as paid from movements where client_id = $1 and case_id = $2`,
    [db.clientId, caseId],
  );
  return row!.paid;
}
