import { lentSql } from '@amiable/cases';
import { onColourOf } from '@amiable/clients';
import { isDebtorLanguage } from '@amiable/identity';
import { dayOf, NotFound, toDecimal } from '@amiable/kernel';
import { callOutcomes, nextWorkAfterCall, readContactStanding } from '@amiable/outreach';
import { moneyOf, toGlobalId, type RequestContext, type Row, type TenantDb } from '@amiable/platform';
import type { CasePage } from './case.agency.types';
import { contactOf } from './contact.agency';
import { documentTypeOf } from '../document-type';
import { nextActionsOf, templateName, templatesOf } from './next-actions.rules';

/** The newest events shown with the page. */
const timelineLength = 200;

/** The whole story of a case in one statement, aggregated by the database (performance.md: 2 ms at a million cases). */
const storySql = `
select c.*, row_to_json(d) as debtor, cl.name as client_name, cl.sending_stopped_at is not null as sending_stopped, b.name as brand_name, b.primary_colour, b.language as brand_language,
  m.channels, m.longest_plan_months, m.promise_grace_days, m.promise_tolerance_percent::text as promise_tolerance_percent, own.name as owner_name, (select row_to_json(l) from (${lentSql}) l) as lent, sc.name as scenario_name, row_to_json(sg) as segment,
  exists (select from experiment_cases x join experiments e on e.client_id = x.client_id and e.id = x.experiment_id
    where x.client_id = c.client_id and x.case_id = c.id and x.arm = 'holdout' and e.ended_on is null) as held_out,
  exists (select from debtor_twins t where t.client_id = c.client_id and (t.debtor_a = c.debtor_id or t.debtor_b = c.debtor_id) and t.verdict is null) as has_twins,
  (select coalesce(json_agg(i order by i.due_on, i.number), '[]') from (
     select id, number, kind, issued_on, due_on, amount_minor::text as amount, settled_minor::text as settled, disputed_minor::text as disputed, description
     from invoices where client_id = c.client_id and case_id = c.id) i) as invoices,
  (select coalesce(json_agg(p order by p.made_on desc, p.id desc), '[]') from (
     select id, amount_minor::text as amount, paid_minor::text as paid, due_on, made_on, state,
       (select coalesce(json_agg(i.number order by i.due_on, i.number), '[]') from invoices i where i.client_id = promises.client_id and i.id = any(promises.invoice_ids)) as numbers
     from promises where client_id = c.client_id and case_id = c.id) p) as promises,
  (select row_to_json(p) from (
     select pl.id, pl.state, pl.total_minor::text as total, pl.agreed_on,
       (select g.covered_minor::text from plan_progress g where g.client_id = pl.client_id and g.plan_id = pl.id) as paid,
       (select json_agg(x order by x.number) from (select number, due_on, amount_minor::text as amount from instalments i where i.client_id = pl.client_id and i.plan_id = pl.id) x) as instalments
     from plans pl where pl.client_id = c.client_id and pl.case_id = c.id and pl.agreed_on is not null and pl.state <> 'replaced'
     order by (pl.state in ('active', 'late')) desc, pl.created_at desc limit 1) p) as plan,
  (select coalesce(json_agg(x order by x.opened_on desc, x.id desc), '[]') from (
     select ds.id, i.number, ds.reason, ds.amount_minor::text as amount, ds.note, ds.state, ds.opened_on, ds.due_on, ds.answer
     from disputes ds join invoices i on i.client_id = ds.client_id and i.id = ds.invoice_id where ds.client_id = c.client_id and ds.case_id = c.id) x) as disputes,
  (select coalesce(json_agg(t order by t.at desc, t.id desc), '[]') from (
     select t.id, t.at, t.kind, t.actor_kind, t.actor_name, t.facts, doc.id as document_id, doc.kind as document_kind, doc.content_type
     from timeline_events t left join documents doc on doc.client_id = t.client_id and doc.id = nullif(t.facts->>'documentId', '')::uuid
     where t.client_id = c.client_id and t.case_id = c.id order by t.at desc, t.id desc limit ${timelineLength}) t) as timeline,
  (select coalesce(json_agg(x order by x.leaves_at, x.id), '[]') from (
     select ms.id, ms.channel, ms.template, ms.not_before as leaves_at, st.name as by_name from messages ms left join staff_users st on st.id = ms.created_by
     where ms.client_id = c.client_id and ms.case_id = c.id and ms.state = 'queued') x) as waiting_messages,
  (select coalesce(json_agg(x order by x.created_at, x.id), '[]') from (
     select a.id, a.created_at, a.channel, a.template, a.due_on, a.state, st.name from actions a
     join scenario_steps st on st.client_id = a.client_id and st.scenario_id = a.scenario_id and st.step_no = a.step_no
     where a.client_id = c.client_id and a.case_id = c.id and a.state in ('proposed', 'due')
       and not exists (select from messages m where m.client_id = a.client_id and m.action_id = a.id)) x) as waiting_steps,
  (select row_to_json(s) from (
     select s.step_no, st.name, st.channel, s.due_on from schedules s
     join scenario_steps st on st.client_id = s.client_id and st.scenario_id = s.scenario_id and st.step_no = s.step_no
     where s.client_id = c.client_id and s.case_id = c.id) s) as next_step,
  (select row_to_json(w) from (select why, due_on from work_items w where w.client_id = c.client_id and w.case_id = c.id) w) as work,
  (select reason from run_skips r where r.client_id = c.client_id and r.case_id = c.id and r.day >= current_date - 7 order by r.day desc limit 1) as skip_reason,
  (select row_to_json(p) from (
     select amount_minor::text as amount, state from payments p where p.client_id = c.client_id and p.case_id = c.id and p.state in ('started', 'processing') and (p.state = 'processing' or p.expires_at > now())) p) as in_flight
from cases c
join debtors d on d.client_id = c.client_id and d.id = c.debtor_id
join clients cl on cl.client_id = c.client_id
join brands b on b.client_id = c.client_id and b.id = c.brand_id
join mandates m on m.client_id = c.client_id and m.id = c.mandate_id
left join staff_users own on own.id = c.owner_id
left join schedules sd on sd.client_id = c.client_id and sd.case_id = c.id
left join scenarios sc on sc.client_id = c.client_id and sc.id = sd.scenario_id
left join segments sg on sg.client_id = c.client_id and sg.id = sd.segment_id
where c.client_id = $1 and c.id = $2`;

/** Reads the case page. Throws NotFound. */
export async function readCasePage(db: TenantDb, ctx: RequestContext, caseId: string): Promise<CasePage> {
  const row = await db.row(storySql, [db.clientId, caseId]);
  if (!row) throw new NotFound('Case');
  const standing = await readContactStanding(db, db.clientId, caseId);
  const { currency } = row;
  const money = (minor: string | bigint | number) => moneyOf(BigInt(minor), currency);
  const id = (kind: Parameters<typeof toGlobalId>[0], uuid: string) => toGlobalId(kind, db.clientId, uuid);
  const today = dayOf(db.clock).toString();
  const invoices = row.invoices.filter((i: any) => i.kind === 'invoice');
  const sum = (values: bigint[]) => values.reduce((a, b) => a + b, 0n);
  const openPromise = row.promises.find((p: any) => p.state === 'open');
  const active = row.plan?.state === 'active' || row.plan?.state === 'late';
  return {
    id: id('Case', row.id),
    reference: row.reference,
    version: row.version,
    client: { id: id('Client', db.clientId), name: row.client_name },
    brand: { id: id('Brand', row.brand_id), name: row.brand_name, colour: row.primary_colour, onColour: onColourOf(row.primary_colour) },
    hat: row.hat,
    state: row.state,
    stage: row.stage,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    closeReason: row.close_reason,
    holdReason: row.hold_reason,
    holdUntil: row.hold_until,
    ownerName: row.owner_name,
    lent: row.lent,
    queue: row.queue,
    firstLetterReference: row.first_letter_reference,
    firstLetterOn: row.first_letter_on,
    feePercent: row.fee_percent,
    promisePolicy: { graceDays: row.promise_grace_days, tolerancePercent: row.promise_tolerance_percent },
    debtor: {
      id: id('Debtor', row.debtor.id),
      reference: row.debtor.reference,
      kind: row.debtor.kind,
      name: row.debtor.name,
      siren: row.debtor.siren,
      email: row.debtor.email,
      phone: row.debtor.phone,
      addressLine: row.debtor.address_line,
      postcode: row.debtor.postcode,
      city: row.debtor.city,
      country: row.debtor.country,
      language: isDebtorLanguage(row.debtor.language) ? row.debtor.language : row.brand_language,
    },
    balance: {
      claimed: money(sum(row.invoices.map((i: any) => BigInt(i.amount)))),
      paid: money(sum(row.invoices.map((i: any) => BigInt(i.settled)))),
      open: money(row.open_minor),
      disputed: money(sum(invoices.map((i: any) => BigInt(i.disputed)))),
      promised: money(openPromise?.amount ?? 0),
      inPayment: money(row.in_flight?.amount ?? 0),
    },
    invoices: row.invoices.map((i: any) => ({
      id: id('Invoice', i.id),
      number: i.number,
      issuedOn: i.issued_on,
      dueOn: i.due_on,
      amount: money(i.amount),
      paid: money(i.settled),
      open: money(BigInt(i.amount) - BigInt(i.settled)),
      disputed: money(i.disputed),
      state: invoiceStateOf(i),
      daysLate: BigInt(i.amount) > BigInt(i.settled) ? daysBetween(i.due_on, today) : 0,
      description: i.description,
    })),
    promises: row.promises.map((p: any) => ({
      id: id('Promise', p.id),
      amount: money(p.amount),
      paid: money(p.paid),
      dueOn: p.due_on,
      madeOn: p.made_on,
      state: p.state,
      invoiceNumbers: p.numbers,
    })),
    plan: row.plan && {
      id: id('Plan', row.plan.id),
      state: row.plan.state,
      total: money(row.plan.total),
      agreedOn: row.plan.agreed_on,
      instalments: instalmentsOf(row.plan, money),
    },
    disputes: row.disputes.map((d: any) => ({
      id: id('Dispute', d.id),
      invoiceNumber: d.number,
      reason: d.reason,
      amount: money(d.amount),
      note: d.note,
      state: d.state,
      openedOn: d.opened_on,
      dueOn: d.due_on,
      answer: d.answer,
    })),
    timeline: row.timeline.map((t: any) => ({
      id: id('TimelineEvent', t.id),
      at: new Date(t.at).toISOString(),
      kind: t.kind,
      actorKind: t.actor_kind,
      actorName: t.actor_name,
      facts: t.facts,
      documentId: t.document_id && id('Document', t.document_id),
      documentType: t.document_id && documentTypeOf(t.document_kind, t.content_type),
    })),
    scenarioName: row.scenario_name,
    segment: row.segment && segmentOf(row.segment),
    isHeldOut: row.held_out,
    nextStep: nextStepOf(row, ctx.language),
    waitingReason: row.skip_reason && row.next_step && row.next_step.due_on <= today ? { code: row.skip_reason, facts: {} } : null,
    nextActions: nextActionsOf(ctx, row as never, {
      openPromise: Boolean(openPromise),
      activePlan: active,
      standing,
      today: dayOf(db.clock),
    }),
    templates: templatesOf(row as never, ctx.language),
    waitingSteps: row.waiting_steps.map((step: Row) => ({
      actionId: id('Action', step.id),
      name: step.name,
      channel: step.channel,
      template: step.template,
      dueOn: step.due_on,
      isProposed: step.state === 'proposed',
    })),
    waitingMessages: row.waiting_messages.map((m: any) => ({
      id: id('Message', m.id),
      channel: m.channel,
      template: m.template,
      templateName: templateName(m.template, ctx.language),
      leavesAt: new Date(m.leaves_at).toISOString(),
      byName: m.by_name,
    })),
    contact: contactOf(standing),
    callWrapUps: callOutcomes.map((outcome) => ({ outcome, backOn: nextWorkAfterCall(outcome, dayOf(db.clock), null).dueOn.toString() })),
    nextCaseId: null,
  };
}

/** The segment that chose the scenario, with what it asks for. */
function segmentOf(row: Row): CasePage['segment'] {
  const amount = (minor: number | null) => (minor === null ? null : toDecimal(BigInt(minor)));
  return {
    name: row.name,
    debtorKind: row.debtor_kind,
    least: amount(row.least_minor),
    most: amount(row.most_minor),
    leastScore: row.least_score,
    mostScore: row.most_score,
    languages: row.languages,
    tags: row.tags,
    paymentMethods: row.payment_methods,
  };
}

/** The scenario's next step; when it has ended, the day a collector takes the case up again (no case without a next step). */
function nextStepOf(row: Row, language: 'fr' | 'en'): CasePage['nextStep'] {
  if (row.state === 'closed') return null;
  if (row.next_step)
    return { stepNo: row.next_step.step_no, name: row.next_step.name, channel: row.next_step.channel, dueOn: row.next_step.due_on };
  return (
    row.work && {
      stepNo: 0,
      name: language === 'fr' ? 'Reprise par un collecteur' : 'Taken up by a collector',
      channel: 'call',
      dueOn: row.work.due_on,
    }
  );
}

function invoiceStateOf(i: { kind: string; amount: string; settled: string; disputed: string }): CasePage['invoices'][number]['state'] {
  if (i.kind === 'credit_note') return 'credit_note';
  if (BigInt(i.settled) >= BigInt(i.amount)) return 'paid';
  if (BigInt(i.disputed) > 0n) return 'disputed';
  return BigInt(i.settled) > 0n ? 'partly_paid' : 'open';
}

/** Days from a due day to another, never negative. Both ISO days. */
export function daysBetween(dueOn: string, today: string): number {
  return Math.max(0, Math.round((Date.parse(today) - Date.parse(dueOn)) / 86_400_000));
}

function instalmentsOf(
  plan: any,
  money: (minor: bigint) => { amount: string; currency: string },
): NonNullable<CasePage['plan']>['instalments'] {
  let rest = BigInt(plan.paid);
  return (plan.instalments ?? []).map((i: any) => {
    const paid = rest >= BigInt(i.amount);
    rest -= BigInt(i.amount);
    return { number: i.number, dueOn: i.due_on, amount: money(BigInt(i.amount)), paid };
  });
}
