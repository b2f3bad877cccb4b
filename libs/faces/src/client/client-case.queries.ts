import { dayOf, NotFound } from '@amiable/kernel';
import { Database, moneyOf, toGlobalId, type RequestContext } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import type { ClientCase, ClientDispute, ClientInvoice, ClientTimelineEvent } from './client-case.types';
import { documentTypeOf } from '../document-type';
import { factsForClient } from './client-facts.rules';

interface CaseRow {
  reference: string;
  debtor_name: string;
  debtor_reference: string;
  city: string | null;
  state: ClientCase['state'];
  stage: ClientCase['stage'];
  close_reason: ClientCase['closeReason'];
  opened_on: string;
  closed_on: string | null;
  hold_reason: string | null;
  hold_until: string | null;
  currency: string;
  claimed: string;
  open: string;
  recovered: string;
  disputed: string;
  promised: string;
  next_step: string | null;
  next_step_on: string | null;
  invoices: Array<{
    id: string;
    number: string;
    issued_on: string;
    due_on: string;
    amount: string;
    paid: string;
    open: string;
    disputed: string;
    state: ClientInvoice['state'];
    days_late: number;
  }>;
  disputes: Array<{
    id: string;
    invoice_number: string;
    reason: ClientDispute['reason'];
    amount: string;
    note: string | null;
    state: ClientDispute['state'];
    opened_on: string;
    due_on: string;
    answer: string | null;
    right: string | null;
    owner: string | null;
    files: Array<{ id: string; filename: string }>;
  }>;
  instalments: Array<{ number: number; due_on: string; amount: string; paid: boolean }>;
  timeline: Array<{
    id: string;
    at: string;
    kind: string;
    actor_kind: ClientTimelineEvent['actorKind'];
    actor_name: string | null;
    facts: Record<string, unknown>;
    document_id: string | null;
    document_kind: string | null;
    content_type: string | null;
  }>;
}

/** One case with all its story, one statement. */
@Injectable()
export class ClientCaseQueries {
  constructor(private readonly database: Database) {}

  /** Throws NotFound. */
  async theCase(ctx: RequestContext, caseId: string): Promise<ClientCase> {
    const { clientId } = ctx;
    const today = dayOf(this.database.clock).toString();
    const row = await this.database.inTenant(clientId, (db) => db.row<CaseRow>(caseSql, [clientId, caseId, today]));
    if (!row) throw new NotFound('Case');
    const money = (minor: string) => moneyOf(minor, row.currency);
    return {
      id: toGlobalId('Case', clientId, caseId),
      reference: row.reference,
      debtorName: row.debtor_name,
      debtorReference: row.debtor_reference,
      city: row.city,
      state: row.state,
      stage: row.stage,
      closeReason: row.close_reason,
      openedOn: row.opened_on,
      closedOn: row.closed_on,
      holdReason: row.hold_reason,
      holdUntil: row.hold_until,
      claimed: money(row.claimed),
      open: money(row.open),
      recovered: money(row.recovered),
      disputed: money(row.disputed),
      promised: money(row.promised),
      nextStep: row.next_step,
      nextStepOn: row.next_step_on,
      invoices: row.invoices.map((i) => ({
        id: toGlobalId('Invoice', clientId, i.id),
        number: i.number,
        issuedOn: i.issued_on,
        dueOn: i.due_on,
        amount: money(i.amount),
        paid: money(i.paid),
        open: money(i.open),
        disputed: money(i.disputed),
        state: i.state,
        daysLate: i.days_late,
      })),
      disputes: row.disputes.map((d) => ({
        id: toGlobalId('Dispute', clientId, d.id),
        invoiceNumber: d.invoice_number,
        reason: d.reason,
        amount: money(d.amount),
        note: d.note,
        state: d.state,
        openedOn: d.opened_on,
        dueOn: d.due_on,
        answer: d.answer,
        rightAmount: d.right === null ? null : money(d.right),
        answererName: d.owner,
        files: d.files.map((f) => ({ id: toGlobalId('Document', clientId, f.id), filename: f.filename })),
      })),
      instalments: row.instalments.map((i) => ({ number: i.number, dueOn: i.due_on, amount: money(i.amount), paid: i.paid })),
      timeline: row.timeline.map((e) => ({
        id: toGlobalId('TimelineEvent', clientId, e.id),
        at: new Date(e.at).toISOString(),
        kind: e.kind,
        actorKind: e.actor_kind,
        actorName: e.actor_name,
        facts: factsForClient(e.facts, ctx.can('read', 'Fee')),
        documentId: e.document_id && toGlobalId('Document', clientId, e.document_id),
        documentType: e.document_kind && documentTypeOf(e.document_kind, e.content_type!),
      })),
    };
  }
}

// Instalments count as paid in their order, by what covers the plan (as judgePlans does).
// Ids in facts are compared as text: facts are free JSON and a wrong one must not break the page.
const caseSql = `
  with lines as (
    select i.*, i.amount_minor - i.settled_minor as open_minor from invoices i where i.client_id = $1 and i.case_id = $2),
  plan as (
    select p.id, g.covered_minor as paid
    from plans p join plan_progress g on g.client_id = p.client_id and g.plan_id = p.id
    where p.client_id = $1 and p.case_id = $2 and p.state in ('active', 'late', 'completed', 'broken') order by (p.state in ('active', 'late')) desc, p.agreed_on desc, p.id desc limit 1)
  select c.reference, d.name as debtor_name, d.reference as debtor_reference, d.city, c.state, c.stage, c.close_reason, c.opened_on, c.closed_on, c.hold_reason, c.hold_until, c.currency,
    coalesce((select sum(amount_minor) from lines), 0)::text as claimed, c.open_minor::text as open,
    coalesce((select sum(m.amount_minor) from movements m where m.client_id = $1 and m.case_id = $2), 0)::text as recovered,
    case when c.state = 'closed' then 0 else coalesce((select sum(disputed_minor) from lines), 0) end::text as disputed,
    case when c.state = 'closed' then 0 else coalesce((select sum(p.amount_minor - p.paid_minor) from promises p where p.client_id = $1 and p.case_id = $2 and p.state = 'open'), 0) end::text as promised,
    s.name as next_step, s.due_on as next_step_on,
    (select coalesce(jsonb_agg(jsonb_build_object(
        'id', id, 'number', number, 'issued_on', issued_on, 'due_on', due_on, 'amount', amount_minor::text, 'paid', settled_minor::text, 'open', open_minor::text, 'disputed', disputed_minor::text,
        'state', case when kind = 'credit_note' then 'credit_note' when open_minor <= 0 then 'paid' when disputed_minor > 0 then 'disputed' when settled_minor > 0 then 'partly_paid' else 'open' end,
        'days_late', case when open_minor > 0 then greatest($3::date - due_on, 0) else 0 end) order by due_on, number), '[]') from lines) as invoices,
    (select coalesce(jsonb_agg(jsonb_build_object(
        'id', x.id, 'invoice_number', l.number, 'reason', x.reason, 'amount', x.amount_minor::text, 'note', x.note, 'state', x.state, 'opened_on', x.opened_on, 'due_on', x.due_on, 'answer', x.answer,
        'right', x.right_minor::text, 'owner', (select u.name from client_users u where u.client_id = $1 and u.id = x.owner_id),
        'files', (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'filename', f.filename) order by f.created_at, f.id), '[]') from answer_files j
          join documents f on f.client_id = j.client_id and f.id = j.document_id where j.client_id = $1 and j.answer_id = x.answer_id))
        order by (x.state = 'open') desc, x.opened_on desc, x.id desc), '[]')
      from disputes x join invoices l on l.client_id = x.client_id and l.id = x.invoice_id where x.client_id = $1 and x.case_id = $2) as disputes,
    (select coalesce(jsonb_agg(jsonb_build_object('number', n.number, 'due_on', n.due_on, 'amount', n.amount_minor::text, 'paid', n.up_to <= plan.paid) order by n.number), '[]')
      from plan, lateral (select i.*, sum(i.amount_minor) over (order by i.number) as up_to from instalments i where i.client_id = $1 and i.plan_id = plan.id) n) as instalments,
    (select coalesce(jsonb_agg(jsonb_build_object(
        'id', e.id, 'at', e.at, 'kind', e.kind, 'actor_kind', e.actor_kind, 'actor_name', e.actor_name, 'facts', e.facts, 'document_id', f.id, 'document_kind', f.kind, 'content_type', f.content_type)
        order by e.at desc, e.id desc), '[]')
      from (select * from timeline_events where client_id = $1 and case_id = $2 and client_sees order by at desc, id desc limit 500) e
      left join messages m on m.client_id = $1 and m.case_id = $2 and m.id::text = e.facts ->> 'messageId'
      left join documents f on f.client_id = $1 and f.case_id = $2 and f.id::text = coalesce(m.document_id::text, e.facts ->> 'documentId')) as timeline
  from cases c
  join debtors d on d.client_id = c.client_id and d.id = c.debtor_id
  left join lateral (
    select p.name, h.due_on from schedules h join scenario_steps p on p.client_id = h.client_id and p.scenario_id = h.scenario_id and p.step_no = h.step_no
    where h.client_id = $1 and h.case_id = $2 and c.state = 'open') s on true
  where c.client_id = $1 and c.id = $2`;
