import type { Temporal } from '@amiable/kernel';
import type { ReadDb } from '@amiable/platform';
import { endlessHolds } from '../case/hold-kinds';
import { lateLine, type LateLine } from './late-payment.rules';

/** Why nothing is claimed beside the principal. */
export type NothingLate =
  | 'NOT_IN_MANDATE'
  | 'CONSUMER'
  | 'CASE_CLOSED'
  | 'PLAN_WITHOUT_INTEREST'
  | 'NOBODY_MAY_ASK'
  | 'OTHER_CURRENCY'
  | 'NOTHING_LATE';

/**
 * What has accrued on a case beside the principal, as of a day; minor units of the case's currency. It is claimable and said apart:
 * payments go to the principal, so no page takes money for it and no ledger knows it.
 */
export interface LatePayment {
  readonly asOf: string;
  readonly currency: string;
  readonly interestMinor: bigint;
  readonly indemnityMinor: bigint;
  readonly penaltyMinor: bigint;
  readonly totalMinor: bigint;
  readonly isProvisional: boolean;
  readonly lines: readonly LateLine[];
  readonly nothing: NothingLate | null;
}

/** The sums of it in the money of whoever shows them. */
export function lateSums<Money>(late: LatePayment, money: (minor: bigint) => Money) {
  return {
    asOf: late.asOf,
    interest: money(late.interestMinor),
    indemnity: money(late.indemnityMinor),
    penalty: money(late.penaltyMinor),
    total: money(late.totalMinor),
    provisional: late.isProvisional,
  };
}

interface LateRow {
  readonly currency: string;
  readonly state: string;
  readonly kind: 'company' | 'person';
  readonly hold_kind: string | null;
  readonly late_interest: boolean;
  readonly late_indemnity: boolean;
  readonly penalty_percent: string;
  readonly has_plan: boolean;
  readonly rates: ReadonlyArray<{ half_year: string; percent: string }>;
  readonly invoices: ReadonlyArray<{
    number: string;
    due_on: string;
    amount: string;
    disputed: string;
    settlements: ReadonlyArray<{ on: string; minor: string }>;
  }>;
}

const lateSql = `
  select c.currency, c.state, c.hold_kind, d.kind, m.late_interest, m.late_indemnity, m.penalty_percent::text as penalty_percent,
    exists (select from plans p where p.client_id = c.client_id and p.case_id = c.id and p.state in ('active', 'late', 'completed')) as has_plan,
    case when m.late_interest then (select json_agg(json_build_object('half_year', r.half_year, 'percent', (r.ecb_percent * 100)::int::text)) from late_rates r) end as rates,
    case when m.late_interest or m.late_indemnity or m.penalty_percent > 0 then (
      select json_agg(json_build_object('number', i.number, 'due_on', i.due_on, 'amount', i.amount_minor::text, 'disputed', i.disputed_minor::text,
        'settlements', (select coalesce(json_agg(json_build_object('on', a.effective_on, 'minor', a.amount_minor::text)), '[]')
          from allocations a where a.client_id = i.client_id and a.invoice_id = i.id)) order by i.due_on, i.number)
      from invoices i where i.client_id = c.client_id and i.case_id = c.id and i.kind = 'invoice' and i.due_on < $3::date) end as invoices
  from cases c join debtors d on d.client_id = c.client_id and d.id = c.debtor_id join mandates m on m.client_id = c.client_id and m.id = c.mandate_id
  where c.client_id = $1 and c.id = $2`;

/**
 * Intérêts de retard, indemnité forfaitaire et clause pénale of a case as of a day: the one place they are reckoned for the console, the
 * portal, the debtor's page, letters and statements. Only between professionals, only what the mandate claims, never under a plan that was
 * agreed without interest, never where nobody may ask for money (C. com. L622-28).
 */
export async function readLatePayment(db: ReadDb, clientId: string, caseId: string, day: Temporal.PlainDate): Promise<LatePayment> {
  const row = await db.row<LateRow>(lateSql, [clientId, caseId, day.toString()]);
  const why = row ? whyNothing(row) : 'NOT_IN_MANDATE';
  const clauses = {
    interest: row?.late_interest ?? false,
    indemnity: row?.late_indemnity ?? false,
    penaltyPercent: row?.penalty_percent ?? '0',
  };
  const rates = (row?.rates ?? []).map((rate) => ({ halfYear: rate.half_year, ecbHundredths: BigInt(rate.percent) }));
  const lines = why
    ? []
    : (row!.invoices ?? [])
        .map((i) =>
          lateLine(
            {
              number: i.number,
              dueOn: i.due_on,
              amountMinor: BigInt(i.amount),
              disputedMinor: BigInt(i.disputed),
              settlements: i.settlements.map(({ on, minor }) => ({ on, minor: BigInt(minor) })),
            },
            day.toString(),
            rates,
            clauses,
          ),
        )
        .filter(({ days }) => days > 0);
  const sum = (part: 'interestMinor' | 'indemnityMinor' | 'penaltyMinor') => lines.reduce((total, line) => total + line[part], 0n);
  const [interestMinor, indemnityMinor, penaltyMinor] = [sum('interestMinor'), sum('indemnityMinor'), sum('penaltyMinor')];
  const totalMinor = interestMinor + indemnityMinor + penaltyMinor;
  return {
    asOf: day.toString(),
    currency: row?.currency ?? 'EUR',
    interestMinor,
    indemnityMinor,
    penaltyMinor,
    totalMinor,
    isProvisional: lines.some((line) => line.isProvisional),
    lines,
    nothing: why ?? (totalMinor === 0n ? 'NOTHING_LATE' : null),
  };
}

function whyNothing(row: LateRow): NothingLate | null {
  if (row.kind === 'person') return 'CONSUMER';
  if (!row.late_interest && !row.late_indemnity && Number(row.penalty_percent) === 0) return 'NOT_IN_MANDATE';
  if (row.state === 'closed') return 'CASE_CLOSED';
  if (row.currency !== 'EUR') return 'OTHER_CURRENCY';
  if (row.hold_kind !== null && (endlessHolds as readonly string[]).includes(row.hold_kind)) return 'NOBODY_MAY_ASK';
  return row.has_plan ? 'PLAN_WITHOUT_INTEREST' : null;
}
