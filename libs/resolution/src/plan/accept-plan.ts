import { createHash } from 'node:crypto';
import { Case, planWork, requireNotClosed } from '@amiable/cases';
import { toDecimal } from '@amiable/kernel';
import { dayText, loadMessageCase, type MessageLanguage, moneyText } from '@amiable/outreach';
import { archive, move, publish, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { cancelOpenPromise } from '../promise/cancel-open-promise';
import { paidSoFar } from './draw-up-plan';
import { planFacts } from './plan-facts';
import { planText, scheduleText } from './plan-text.rules';
import { Plan } from './plan.entity';
import { PlanRefused } from './plan.errors';
import { instalmentsOf, isPaymentInFlight, offerGround, runningPlan } from './plan.queries';
import { planStates } from './plan.states';
import type { InstalmentDraft } from './schedule.rules';

export interface AcceptPlanInput {
  readonly planId: string;
  /** He registers a card or an account; otherwise he pays each instalment himself. */
  readonly onFile: boolean;
  readonly language: MessageLanguage;
  /** The SHA-256 of the text he was shown: he agrees to that text or to none. */
  readonly textHash: string;
}

/** The exact text of a plan, as shown, archived and printed. */
export async function textOfPlan(
  db: TenantDb,
  plan: Plan,
  instalments: readonly InstalmentDraft[],
  language: MessageLanguage,
): Promise<string[]> {
  const known = await loadMessageCase(db, plan.caseId);
  return planText(
    {
      creditor: known.client.legalName,
      caseReference: known.theCase.reference,
      total: moneyText({ amount: toDecimal(plan.totalMinor), currency: plan.currency }, language),
      count: instalments.length,
      graceDays: known.mandate.planGraceDays,
    },
    language,
  );
}

/** What the debtor agrees to, in one number: schedule and text. */
export function hashOfPlanText(instalments: readonly InstalmentDraft[], lines: readonly string[]): string {
  const schedule = instalments.map((i) => `${i.dueOn.toString()} ${i.amountMinor}`);
  return createHash('sha256')
    .update([...schedule, ...lines].join('\n'))
    .digest('hex');
}

/**
 * Acceptation: the debtor agrees to the plan he was shown. This acknowledges the debt (C. civ. 2240), so the very text is archived
 * with time, address, language and session. Throws PLAN_GONE, PLAN_EXPIRED, BALANCE_CHANGED, PLAN_TEXT_CHANGED, PAYMENT_IN_FLIGHT.
 */
@Injectable()
export class AcceptPlan extends UseCase<AcceptPlanInput, { caseId: string; planId: string }> {
  async run(ctx: RequestContext, db: TenantDb, input: AcceptPlanInput) {
    const known = await db.find(Plan, input.planId);
    const theCase = await db.lock(Case, known.caseId);
    ctx.may('offer_plan', theCase);
    requireNotClosed(theCase);
    const plan = await db.lock(Plan, input.planId);
    if (plan.state === 'active' && plan.acceptedAt) return { caseId: theCase.id, planId: plan.id }; // pressed twice
    if (plan.state !== 'proposed') throw new PlanRefused('PLAN_GONE');
    const { owedMinor, today } = await offerGround(db, theCase);
    const instalments = await instalmentsOf(db, plan);
    if (plan.expiresOn && plan.expiresOn.toString() < today.toString()) throw new PlanRefused('PLAN_EXPIRED');
    if (instalments[0]!.dueOn.toString() < today.toString()) throw new PlanRefused('PLAN_EXPIRED');
    if (owedMinor !== plan.totalMinor) throw new PlanRefused('BALANCE_CHANGED');
    if (await isPaymentInFlight(db, theCase.id)) throw new PlanRefused('PAYMENT_IN_FLIGHT');
    const lines = await textOfPlan(db, plan, instalments, input.language);
    if (hashOfPlanText(instalments, lines) !== input.textHash) throw new PlanRefused('PLAN_TEXT_CHANGED');
    const running = await runningPlan(db, theCase.id);
    if (running) {
      await move(db, ctx, planStates, running, 'replaced', { kind: 'plan.replaced', facts: { version: running.version } });
      await db.of(Plan).save(running);
    }
    const now = db.clock.now();
    const session = ctx.sessionToken ? createHash('sha256').update(ctx.sessionToken).digest('hex') : null;
    plan.acceptedText = await archive(db, {
      kind: 'plan',
      filename: `echeancier-${theCase.reference}-v${plan.version}.txt`,
      contentType: 'text/plain; charset=utf-8',
      bytes: Buffer.from(
        acceptanceRecord(plan, instalments, lines, { ...input, at: now.toString(), ip: ctx.ip ?? '', session: session ?? '' }),
      ),
      caseId: theCase.id,
    });
    Object.assign(plan, {
      agreedOn: today,
      paidBeforeMinor: await paidSoFar(db, theCase.id),
      acceptedAt: now,
      acceptedIp: ctx.ip ?? null,
      acceptedLanguage: input.language,
      acceptedSession: session,
      version: (running?.version ?? 0) + 1,
      replaces: running?.id ?? null,
      onFile: input.onFile,
      meansId: input.onFile ? (running?.meansId ?? null) : null,
    });
    await move(db, ctx, planStates, plan, 'active', {
      kind: 'plan.accepted',
      facts: { ...planFacts(plan, instalments), documentId: plan.acceptedText, limitation: 'interrupted' },
    });
    await db.of(Plan).save(plan);
    await cancelOpenPromise(db, ctx, theCase.id);
    await planWork(db, { caseId: theCase.id, dueOn: instalments[0]!.dueOn.add({ days: 5 }), why: 'promise_due' });
    await publish(db, { topic: 'plan.message', key: `plan:${plan.id}:accepted`, payload: { planId: plan.id, kind: 'accepted' } });
    return { caseId: theCase.id, planId: plan.id };
  }
}

function acceptanceRecord(
  plan: Plan,
  instalments: readonly InstalmentDraft[],
  lines: readonly string[],
  proof: { language: MessageLanguage; onFile: boolean; at: string; ip: string; session: string },
): string {
  const money = (minor: bigint) => moneyText({ amount: toDecimal(minor), currency: plan.currency }, proof.language);
  const day = (iso: string) => dayText(iso, proof.language);
  const schedule = scheduleText(instalments, { money, day });
  return [
    ...schedule,
    '',
    ...lines,
    '',
    `plan ${plan.id}`,
    `payment ${proof.onFile ? 'on file' : 'by hand'}`,
    `at ${proof.at}`,
    `ip ${proof.ip}`,
    `language ${proof.language}`,
    `session ${proof.session}`,
    '',
  ].join('\n');
}
