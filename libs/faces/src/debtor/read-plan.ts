import { Case } from '@amiable/cases';
import { dayOf, toDecimal } from '@amiable/kernel';
import type { MessageLanguage } from '@amiable/outreach';
import { toGlobalId, type TenantDb } from '@amiable/platform';
import {
  answerOffer,
  hashOfPlanText,
  instalmentsOf,
  lastWish,
  mayChange,
  nextInstalment,
  offerGround,
  Plan,
  planStanding,
  proposedPlans,
  textOfPlan,
  type InstalmentDraft,
  type OfferedPlan,
} from '@amiable/resolution';
import type { PlanBanner, PlanChoice, PlanOffer, PlanView } from '../../../web-kit/src/debtor-pages';

export interface PlanAsk {
  readonly language: MessageLanguage;
  /** He asked for the form, whatever stands. */
  readonly fresh?: boolean;
  readonly typed?: { readonly amount: string; readonly firstOn: string; readonly rhythm: 'weekly' | 'fortnightly' | 'monthly' };
  readonly reason?: string;
  readonly onFile?: boolean;
}

/** Where a debtor stands with his plan, as of now: one of the screens of /plan. */
export async function readPlan(db: TenantDb, caseId: string, ask: PlanAsk): Promise<PlanView> {
  const theCase = await db.find(Case, caseId);
  const { currency } = theCase;
  const money = (minor: bigint) => ({ amount: toDecimal(minor), currency });
  const choiceOf = (frequency: OfferedPlan['frequency'], instalments: readonly InstalmentDraft[]): PlanChoice => ({
    rhythm: frequency,
    total: money(instalments.reduce((sum, i) => sum + i.amountMinor, 0n)),
    instalments: instalments.map((i) => ({ on: i.dueOn.toString(), amount: money(i.amountMinor) })),
  });
  const plans = await db
    .of(Plan)
    .createQueryBuilder('p')
    .where(`p.client_id = :clientId and p.case_id = :caseId and p.state <> 'replaced'`, { clientId: db.clientId, caseId })
    .orderBy('p.created_at', 'DESC')
    .limit(20)
    .getMany();
  const running = plans.find((p) => p.state === 'active' || p.state === 'late');
  const open = plans.find((p) => p.state === 'requested' || p.state === 'proposed');
  const latest = plans.find((p) => p.state !== 'cancelled');
  const ground = await offerGround(db, theCase);
  const wish = await lastWish(db, caseId);
  const offer: PlanOffer | null = wish && { amount: money(wish.amountMinor), firstOn: wish.firstDueOn.toString(), rhythm: wish.frequency };

  if (!ask.fresh && open) {
    const instalments = await instalmentsOf(db, open);
    const plan = choiceOf(open.frequency, instalments);
    if (open.state === 'requested') return { step: 'asked', plan, answerBy: open.answerBy!.toString(), reason: open.reason ?? '' };
    const text = await textOfPlan(db, open, instalments, ask.language);
    return {
      step: 'recap',
      planId: toGlobalId('Plan', db.clientId, open.id),
      plan,
      text,
      textHash: hashOfPlanText(instalments, text),
      by: open.origin,
      answer: open.answer,
      expiresOn: (open.expiresOn ?? ground.today).toString(),
      onFile: ask.onFile ?? true,
    };
  }
  if (!ask.fresh && wish && offer && (!latest || wish.madeAt > latest.createdAt.epochMilliseconds)) {
    if (running || wish.answer === 'person')
      return {
        step: 'person',
        offer,
        answerBy: ground.today.add({ days: ground.envelope.answerDays }).toString(),
        reason: ask.reason ?? '',
      };
    const answer = ground.owedMinor > 0n ? answerOffer(wish, ground) : null;
    if (answer?.kind === 'counter')
      return { step: 'counter', offer, choices: answer.plans.map((p) => choiceOf(p.frequency, p.instalments)) };
  }
  const shown = running ?? (latest?.state === 'broken' || latest?.state === 'completed' ? latest : undefined);
  if (!ask.fresh && shown) return planView(db, theCase, shown);
  const first = ground.today.add({ days: Math.min(7, ground.envelope.firstWithinDays) });
  return {
    step: 'wish',
    choices: running ? [] : proposedPlans(ground).map((p) => choiceOf(p.frequency, p.instalments)),
    typed: ask.typed ?? { amount: '', firstOn: first.toString(), rhythm: ground.envelope.frequencies[0] ?? 'monthly' },
    rhythms: ground.envelope.frequencies.length > 0 ? ground.envelope.frequencies : ['monthly'],
    from: ground.today.toString(),
    until: ground.today.add({ days: ground.envelope.firstWithinDays }).toString(),
    renegotiates: Boolean(running),
    refusal: latest?.state === 'refused' ? (latest.answer ?? '') : null,
  };
}

async function planView(db: TenantDb, theCase: Case, plan: Plan): Promise<PlanView> {
  const money = (minor: bigint) => ({ amount: toDecimal(minor), currency: plan.currency });
  const standing = await planStanding(db, plan);
  const { envelope, today } = await offerGround(db, theCase);
  const open = (list: typeof standing) => list.reduce((sum, i) => sum + i.amountMinor - i.coveredMinor, 0n);
  const now = standing.filter((i) => i.state === 'late' || i.state === 'due');
  const next = nextInstalment(standing);
  const left = plan.state === 'completed' ? 0n : open(standing);
  const runs = plan.state === 'active' || plan.state === 'late';
  const facts = (await db.row<{
    kind: 'card' | 'sepa_debit' | null;
    last4: string | null;
    expires_on: string | null;
    payment: 'started' | 'processing' | null;
    document_id: string | null;
  }>(
    `select m.kind, m.last4, m.expires_on,
       (select y.state from payments y where y.client_id = $1 and y.case_id = $2 and y.state in ('started', 'processing') and (y.state = 'processing' or y.expires_at > $5) limit 1) as payment,
       (select d.id from documents d where d.client_id = $1 and d.case_id = $2 and d.kind = 'plan' and d.content_type = 'application/pdf' order by d.created_at desc limit 1) as document_id
     from (select 1) one left join payment_means m on m.client_id = $1 and m.case_id = $2 and m.id = $3 and m.state = $4`,
    [db.clientId, theCase.id, plan.meansId, 'on_file', new Date(db.clock.now().epochMilliseconds)],
  ))!;
  const due = now.length > 0 ? open(now) : next ? next.amountMinor - next.coveredMinor : 0n;
  return {
    step: 'plan',
    state: plan.state as 'active',
    isNew: plan.acceptedAt !== null && db.clock.now().since(plan.acceptedAt).total('minutes') < 30,
    instalments: standing.map((i) => ({
      number: i.number,
      on: i.dueOn.toString(),
      amount: money(i.amountMinor),
      covered: money(i.coveredMinor),
      state: plan.state === 'completed' ? 'kept' : i.state,
    })),
    rhythm: plan.frequency,
    total: money(plan.totalMinor),
    left: money(left),
    toPayNow: runs && due > 0n ? money(due) : null,
    next: runs && next ? { on: next.dueOn.toString(), amount: money(next.amountMinor - next.coveredMinor) } : null,
    payBy: plan.state === 'late' ? (plan.lateOn ?? today).add({ days: envelope.graceDays }).toString() : null,
    onFile: plan.onFile,
    means: facts.kind && facts.last4 ? { kind: facts.kind, last4: facts.last4, expiresOn: facts.expires_on } : null,
    maySkip: runs && facts.payment === null && mayChange('skip', plan, standing, envelope),
    moveDays: runs && facts.payment === null && mayChange('move', plan, standing, envelope) ? envelope.longestMoveDays : 0,
    payment: facts.payment === 'started' ? 'waiting' : facts.payment,
    documentId: facts.document_id && toGlobalId('Document', db.clientId, facts.document_id),
  };
}

/** The plan in one line for the claim page; null when there is none to speak of. */
export async function readPlanBanner(db: TenantDb, theCase: Case): Promise<PlanBanner | null> {
  const plan = await db
    .of(Plan)
    .createQueryBuilder('p')
    .where(`p.client_id = :clientId and p.case_id = :caseId and p.state not in ('replaced', 'cancelled')`, {
      clientId: db.clientId,
      caseId: theCase.id,
    })
    .orderBy(`p.state in ('requested', 'proposed')`, 'DESC')
    .addOrderBy('p.created_at', 'DESC')
    .limit(1)
    .getOne();
  if (!plan) return null;
  const state = plan.state === 'requested' ? 'asked' : (plan.state as PlanBanner['state']);
  if (state !== 'active' && state !== 'late') return { state, next: null, payBy: null };
  const standing = await planStanding(db, plan);
  const first = standing.find((i) => i.state !== 'kept');
  const { envelope } = await offerGround(db, theCase);
  return {
    state,
    next: first
      ? { on: first.dueOn.toString(), amount: { amount: toDecimal(first.amountMinor - first.coveredMinor), currency: plan.currency } }
      : null,
    payBy: state === 'late' ? (plan.lateOn ?? dayOf(db.clock)).add({ days: envelope.graceDays }).toString() : null,
  };
}
