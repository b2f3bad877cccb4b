import { dayOf, toDate } from '@amiable/kernel';
import { refundLimit } from '@amiable/payments';
import { moneyOf, toGlobalId, type ReadDb, type RequestContext, type Row } from '@amiable/platform';
import { brandStripeOf } from './brand-stripe';
import type { Approval, ApprovalDesk } from './approval.agency.types';

const mostShown = 100;
const daysShown = 14;

const planColumns = `'plan' as kind, p.client_id, p.id, p.case_id, p.total_minor as minor, p.currency, p.reason, p.asked_by_name, p.created_at as asked_at, p.answer_by,
  case p.state when 'requested' then 'waiting' when 'refused' then 'refused' else case when p.answered_at is null then 'gone' else 'approved' end end as word,
  p.answered_by as decided_by_name, p.answered_at as decided_at, p.answer as decision, null::uuid as movement_id, p.frequency, p.clauses, p.approver`;
const refundColumns = `'refund' as kind, r.client_id, r.id, r.case_id, r.amount_minor as minor, r.currency, r.reason, r.asked_by_name, r.asked_at, null::date as answer_by,
  case r.state when 'asked' then 'waiting' when 'refused' then 'refused' else 'approved' end as word,
  r.decided_by_name, r.decided_at, r.decision, r.movement_id, null::text as frequency, null::text[] as clauses, null::text as approver`;

/** $1 who asks, $2 may he decide on plans, $3 on refunds. His own are never among them. */
const waiting = `
  select ${planColumns} from plans p where $2::boolean and p.state = 'requested' and p.approver = 'manager' and p.asked_by is distinct from $1::uuid
  union all
  select ${refundColumns} from refunds r where $3::boolean and r.state = 'asked' and r.asked_by <> $1::uuid`;

/** $1 who asks, $2 since when. What went through at once, on his own word, was no request. */
const mine = `
  select ${planColumns} from plans p where p.asked_by = $1::uuid and (p.state = 'requested' or p.answered_at >= $2::timestamptz)
  union all
  select ${refundColumns} from refunds r where r.asked_by = $1::uuid and (r.state = 'asked' or (r.decided_at >= $2::timestamptz and r.decided_by <> r.asked_by))`;

/** With what each is about; the caller says which, and in which order. */
const withCase = (which: string, order: string) => `
  select x.*, c.reference, d.name as debtor_name, k.name as client_name, c.brand_id, b.name as brand_name, b.primary_colour, m.method,
    i.instalments, i.first_due_on, i.last_due_on, i.smallest_minor
  from (${which}) x join cases c on c.client_id = x.client_id and c.id = x.case_id join debtors d on d.client_id = c.client_id and d.id = c.debtor_id
  join clients k on k.client_id = x.client_id join brands b on b.client_id = c.client_id and b.id = c.brand_id
  left join movements m on m.client_id = x.client_id and m.id = x.movement_id
  left join lateral (select count(*)::int as instalments, min(due_on) as first_due_on, max(due_on) as last_due_on, min(amount_minor) as smallest_minor
    from instalments n where n.client_id = x.client_id and n.plan_id = x.id) i on x.kind = 'plan'
  where c.state <> 'closed' or x.kind = 'refund' or x.word <> 'waiting'
  order by ${order} limit ${mostShown}`;

/** The inbox of approvals of whoever asks, over his portfolio. */
export async function readApprovals(db: ReadDb, ctx: RequestContext): Promise<ApprovalDesk> {
  const today = dayOf(db.clock);
  const since = toDate(db.clock.now().subtract({ hours: 24 * daysShown }));
  const may = [ctx.can('decide', 'Plan'), ctx.can('approve', 'Refund')];
  const faceOf = (row: Row) => approvalOf(row, today.toString());
  return {
    waiting: (await db.rows(withCase(waiting, `x.answer_by nulls last, x.asked_at, x.id`), [ctx.actor.id, ...may])).map(faceOf),
    mine: (
      await db.rows(withCase(mine, `(x.word = 'waiting') desc, coalesce(x.decided_at, x.asked_at) desc, x.id`), [ctx.actor.id, since])
    ).map(faceOf),
    refundLimit: moneyOf(await refundLimit(db), 'EUR'),
  };
}

function approvalOf(row: Row, today: string): Approval {
  const at = (instant: Date | null) => instant && new Date(instant).toISOString();
  return {
    id: toGlobalId(row.kind === 'plan' ? 'Plan' : 'Refund', row.client_id, row.id),
    kind: row.kind,
    state: row.word,
    caseId: toGlobalId('Case', row.client_id, row.case_id),
    reference: row.reference,
    debtorName: row.debtor_name,
    clientName: row.client_name,
    brand: brandStripeOf(row),
    amount: moneyOf(row.minor, row.currency),
    reason: row.reason,
    askedByName: row.asked_by_name,
    askedAt: at(row.asked_at)!,
    answerBy: row.answer_by,
    isLate: row.word === 'waiting' && row.answer_by !== null && row.answer_by < today,
    plan:
      row.kind === 'plan'
        ? {
            instalments: row.instalments,
            frequency: row.frequency,
            firstDueOn: row.first_due_on,
            lastDueOn: row.last_due_on,
            smallest: moneyOf(row.smallest_minor, row.currency),
            clauses: row.clauses,
            approver: row.approver,
          }
        : null,
    method: row.method,
    decidedByName: row.decided_by_name,
    decidedAt: at(row.decided_at),
    decision: row.decision,
  };
}
