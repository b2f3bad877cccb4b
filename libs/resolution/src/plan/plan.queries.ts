import type { Case } from '@amiable/cases';
import { envelopeOf, Mandate, type PlanEnvelope } from '@amiable/clients';
import { dayOf, Temporal } from '@amiable/kernel';
import type { ReadDb, TenantDb } from '@amiable/platform';
import type { OfferGround } from './answer-offer.rules';
import { Plan } from './plan.entity';
import type { InstalmentDraft } from './schedule.rules';
import { standingOf, type InstalmentStanding } from './standing.rules';

/** What a plan may cover: the open balance without what is contested. */
export async function uncontested(db: ReadDb, theCase: Pick<Case, 'clientId' | 'id' | 'openMinor'>): Promise<bigint> {
  const row = await db.row<{ disputed: bigint }>(
    `select coalesce(sum(amount_minor), 0)::bigint as disputed from disputes where client_id = $1 and case_id = $2 and state = 'open'`,
    [theCase.clientId, theCase.id],
  );
  const left = theCase.openMinor - row!.disputed;
  return left > 0n ? left : 0n;
}

/** What an offer is answered from: what is owed and not contested, and what the mandate of the case allows today. */
export async function offerGround(db: TenantDb, theCase: Case): Promise<OfferGround & { readonly envelope: PlanEnvelope }> {
  const mandate = await db.find(Mandate, theCase.mandateId);
  return { owedMinor: await uncontested(db, theCase), envelope: envelopeOf(mandate), today: dayOf(db.clock) };
}

/** The plan of a case that runs now; null when none does. */
export function runningPlan(db: TenantDb, caseId: string): Promise<Plan | null> {
  return planIn(db, caseId, ['active', 'late']);
}

/** The plan of a case that waits for an answer: of the debtor (proposed) or of the one who approves (requested). */
export function openPlan(db: TenantDb, caseId: string): Promise<Plan | null> {
  return planIn(db, caseId, ['requested', 'proposed']);
}

function planIn(db: TenantDb, caseId: string, states: readonly string[]): Promise<Plan | null> {
  return db
    .of(Plan)
    .createQueryBuilder('p')
    .where('p.client_id = :clientId and p.case_id = :caseId and p.state = any(:states)', { clientId: db.clientId, caseId, states })
    .getOne();
}

/** The instalments of a plan, in order. */
export async function instalmentsOf(db: ReadDb, plan: Pick<Plan, 'clientId' | 'id'>): Promise<InstalmentDraft[]> {
  const rows = await db.rows<{ number: number; due_on: string; amount_minor: bigint }>(
    `select number, due_on, amount_minor from instalments where client_id = $1 and plan_id = $2 order by number`,
    [plan.clientId, plan.id],
  );
  return rows.map((row) => ({ number: row.number, dueOn: Temporal.PlainDate.from(row.due_on), amountMinor: row.amount_minor }));
}

/** How each instalment of a running plan stands today. */
export async function planStanding(db: ReadDb, plan: Pick<Plan, 'clientId' | 'id'>): Promise<InstalmentStanding[]> {
  const progress = await db.row<{ covered_minor: bigint }>(
    `select covered_minor from plan_progress where client_id = $1 and plan_id = $2`,
    [plan.clientId, plan.id],
  );
  return standingOf(await instalmentsOf(db, plan), progress?.covered_minor ?? 0n, dayOf(db.clock));
}

/** Is money of this case on its way, or a page of the provider open? Then nothing about its plan changes and nothing is collected. */
export async function isPaymentInFlight(db: TenantDb, caseId: string): Promise<boolean> {
  const row = await db.row(`select 1 from payments where client_id = $1 and case_id = $2 and state in ('started', 'processing') limit 1`, [
    db.clientId,
    caseId,
  ]);
  return row !== undefined;
}
