import { endlessHolds, type Case } from '@amiable/cases';
import { Temporal } from '@amiable/kernel';
import { refusedBy } from '@amiable/payments';
import { afterWorkingDays } from '@amiable/resolution';
import type { Claim, DisputeProgress, FailedPayment, MoneyText } from '../../../web-kit/src/debtor-pages';

/** Answered disputes, failed payments and announced transfers are told for so many days. */
export const newsDays = 45;
/** A transfer takes one or two working days; after two it is late, not lost. */
const transferWorkingDays = 2;

/** Columns of the claim's one statement: $1 client, $2 case, $4 today. */
export const claimNewsSql = `
  (select coalesce(json_agg(d order by d.opened_on desc, d.id), '[]') from (
     select d.id, i.number, d.amount_minor::text as amount, d.opened_on, d.due_on, d.state, d.answer, d.closed_on
     from disputes d join invoices i on i.client_id = d.client_id and i.id = d.invoice_id
     where d.client_id = $1 and d.case_id = $2 and (d.state = 'open' or d.closed_on > $4::date - ${newsDays})) d) as disputes,
  (select row_to_json(a) from (select state, amount_minor::text as amount, made_on, frozen_until from transfer_announcements
     where client_id = $1 and case_id = $2 and state in ('open', 'expired') and announced_on > $4::date - ${newsDays} order by announced_on desc, id desc limit 1) a) as announced,
  (select row_to_json(f) from (select state, failure, amount_minor::text as amount, (created_at at time zone 'Europe/Paris')::date as on_day from payments
     where client_id = $1 and case_id = $2 order by created_at desc, id desc limit 1) f) as last_try,
  (select row_to_json(b) from (select method, (-amount_minor)::text as amount, effective_on from movements m where client_id = $1 and case_id = $2 and kind = 'chargeback'
     and effective_on > $4::date - ${newsDays} and not exists (select from movements w where w.client_id = m.client_id and w.reverses = m.reverses and w.kind in ('chargeback_won'))
     and not exists (select from movements p where p.client_id = m.client_id and p.case_id = m.case_id and p.kind = 'payment' and p.recorded_at > m.recorded_at)
     order by effective_on desc, id desc limit 1) b) as taken_back,
  (coalesce((select sum(amount_minor) from movements where client_id = $1 and case_id = $2), 0)
    - coalesce((select sum(a.amount_minor) from allocations a join movements m on m.client_id = a.client_id and m.id = a.source_id
        where a.client_id = $1 and m.case_id = $2 and a.source_kind = 'movement'), 0))::text as unused,
  (select id from documents where client_id = $1 and case_id = $2 and kind = 'attestation' order by created_at desc limit 1) as attestation_id`;

/** One row of `claimNewsSql`. */
export interface ClaimNewsRow {
  readonly disputes: ReadonlyArray<{
    number: string;
    amount: string;
    opened_on: string;
    due_on: string;
    state: 'open' | 'upheld' | 'rejected';
    answer: string | null;
    closed_on: string | null;
  }>;
  readonly announced: { state: 'open' | 'expired'; amount: string; made_on: string; frozen_until: string } | null;
  readonly last_try: { state: string; failure: string | null; amount: string; on_day: string } | null;
  readonly taken_back: { method: string; amount: string; effective_on: string } | null;
  readonly unused: string;
  readonly attestation_id: string | null;
}

type News = Pick<Claim, 'hold' | 'closed' | 'announced' | 'disputes' | 'failed' | 'refundDue' | 'attestationId' | 'today'>;

/** What happened around the debt itself: pauses, disputes, transfers under way, money that did not come or came twice. */
export function claimNews(
  theCase: Pick<Case, 'state' | 'holdKind' | 'holdUntil' | 'closeReason' | 'closedOn'>,
  row: ClaimNewsRow,
  money: (minor: bigint) => MoneyText,
  today: string,
  documentId: (id: string) => string,
): News {
  const unused = BigInt(row.unused);
  const kind = theCase.holdKind ?? 'staff';
  return {
    today,
    hold:
      theCase.state === 'on_hold' ? { kind, until: endlessHolds.includes(kind) ? null : (theCase.holdUntil?.toString() ?? null) } : null,
    closed: theCase.state === 'closed' ? { reason: closedBy[theCase.closeReason!], on: theCase.closedOn!.toString() } : null,
    announced: row.announced && {
      state: row.announced.state === 'expired' ? 'not_found' : isLate(row.announced.made_on, today) ? 'late' : 'awaited',
      amount: money(BigInt(row.announced.amount)),
      madeOn: row.announced.made_on,
      until: row.announced.frozen_until,
    },
    disputes: row.disputes.map((dispute) => ({
      state: progressOf(dispute, today),
      invoiceNumber: dispute.number,
      amount: money(BigInt(dispute.amount)),
      openedOn: dispute.opened_on,
      dueOn: dispute.due_on,
      answer: dispute.answer,
      answeredOn: dispute.closed_on,
    })),
    failed: failedOf(row, money, today),
    refundDue: unused > 0n ? money(unused) : null,
    attestationId: row.attestation_id ? documentId(row.attestation_id) : null,
  };
}

const closedBy = { paid: 'paid', withdrawn: 'handed_back', uncollectible: 'given_up' } as const;

function isLate(madeOn: string, today: string): boolean {
  return Temporal.PlainDate.compare(afterWorkingDays(Temporal.PlainDate.from(madeOn), transferWorkingDays), today) < 0;
}

function progressOf({ state, opened_on, due_on }: ClaimNewsRow['disputes'][number], today: string): DisputeProgress['state'] {
  if (state !== 'open') return state;
  if (due_on < today) return 'late';
  return opened_on === today ? 'received' : 'waiting';
}

function failedOf(
  { last_try: tried, taken_back: back }: ClaimNewsRow,
  money: (minor: bigint) => MoneyText,
  today: string,
): FailedPayment | null {
  if (back)
    return {
      kind: back.method === 'sepa_debit' ? 'debit_returned' : 'card_returned',
      amount: money(BigInt(back.amount)),
      on: back.effective_on,
    };
  const by = tried && refusedBy(tried.state, tried.failure);
  if (!tried || !by || Temporal.PlainDate.from(tried.on_day).until(today).days > newsDays) return null;
  return { kind: `${by}_refused`, amount: money(BigInt(tried.amount)), on: tried.on_day };
}
