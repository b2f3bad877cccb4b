import { toDecimal, type Temporal } from '@amiable/kernel';
import type { ReadDb } from '@amiable/platform';

export const ageBuckets = ['notDue', '1-30', '31-60', '61-90', '91+'] as const;
export type AgeBucket = (typeof ageBuckets)[number];

/** How many, and how much in minor units. */
export interface CountedAmount {
  readonly count: number;
  readonly amountMinor: bigint;
}

export interface AgeingQuestion {
  /** One client, or null: all that `db` sees. */
  readonly clientId: string | null;
  readonly asOf: Temporal.PlainDate;
  /** Currencies are never added up; the client's own by default, else EUR. */
  readonly currency?: string;
}

/** Balance âgée. `total` is the sum of the buckets and of `creditNotes`, which is negative; `disputed` is part of the buckets. */
export interface AgeingReport {
  readonly client: string | null;
  readonly asOf: string;
  readonly currency: string;
  readonly buckets: Readonly<Record<AgeBucket, CountedAmount>>;
  readonly creditNotes: CountedAmount;
  readonly disputed: CountedAmount;
  readonly total: CountedAmount;
}

/** The aged balance as it was on a day: what happened after that day is ignored (domain.md 4.1). One statement. */
export async function reportAgeing(db: ReadDb, { clientId, asOf, currency }: AgeingQuestion): Promise<AgeingReport> {
  const client =
    clientId === null
      ? undefined
      : await db.row<{ name: string; currency: string }>(`select name, currency from clients where client_id = $1`, [clientId]);
  const asked = currency ?? client?.currency ?? 'EUR';
  const rows = await db.rows<{ bucket: AgeBucket | 'creditNotes'; items: number; open: bigint; disputed_items: number; disputed: bigint }>(
    ageingSql,
    [clientId, asOf.toString(), asked],
  );

  const of = (bucket: string): CountedAmount => {
    const row = rows.find((r) => r.bucket === bucket);
    return { count: row?.items ?? 0, amountMinor: row?.open ?? 0n };
  };
  return {
    client: client?.name ?? null,
    asOf: asOf.toString(),
    currency: asked,
    buckets: Object.fromEntries(ageBuckets.map((bucket) => [bucket, of(bucket)])) as Record<AgeBucket, CountedAmount>,
    creditNotes: of('creditNotes'),
    disputed: { count: rows.reduce((n, r) => n + r.disputed_items, 0), amountMinor: rows.reduce((sum, r) => sum + r.disputed, 0n) },
    total: { count: rows.reduce((n, r) => n + r.items, 0), amountMinor: rows.reduce((sum, r) => sum + r.open, 0n) },
  };
}

// A dispute counts from the day it was opened to the day before it was closed. An invoice that came disputed with its
// file has no dispute of its own: then its own figure counts.
const ageingSql = `
  with settled as (
    select client_id, invoice_id, sum(amount_minor) as minor from allocations
    where effective_on <= $2 and ($1::uuid is null or client_id = $1) group by 1, 2),
  contested as (
    select client_id, invoice_id, coalesce(sum(amount_minor) filter (where opened_on <= $2 and (closed_on is null or closed_on > $2)), 0) as minor
    from disputes where $1::uuid is null or client_id = $1 group by 1, 2),
  items as (
    select i.due_on, i.amount_minor - coalesce(s.minor, 0) as open, coalesce(c.minor, i.disputed_minor) as disputed
    from invoices i
    left join settled s on s.client_id = i.client_id and s.invoice_id = i.id
    left join contested c on c.client_id = i.client_id and c.invoice_id = i.id
    where i.issued_on <= $2 and i.currency = $3 and ($1::uuid is null or i.client_id = $1)),
  aged as (
    select open, greatest(0, least(open, disputed)) as disputed,
      case when open < 0 then 'creditNotes' when due_on >= $2::date then 'notDue' when $2::date - due_on <= 30 then '1-30'
           when $2::date - due_on <= 60 then '31-60' when $2::date - due_on <= 90 then '61-90' else '91+' end as bucket
    from items where open <> 0)
  select bucket, count(*)::int as items, sum(open)::bigint as open,
    count(*) filter (where disputed > 0)::int as disputed_items, sum(disputed)::bigint as disputed
  from aged group by bucket`;

type JsonAmount = { count: number; amount: string };

/** The report as the operator's `report ageing --json` prints it: amounts as decimal texts. */
export function ageingJson(report: AgeingReport) {
  const json = ({ count, amountMinor }: CountedAmount): JsonAmount => ({ count, amount: toDecimal(amountMinor) });
  return {
    client: report.client,
    asOf: report.asOf,
    currency: report.currency,
    buckets: Object.fromEntries(ageBuckets.map((bucket) => [bucket, json(report.buckets[bucket])])) as Record<AgeBucket, JsonAmount>,
    creditNotes: json(report.creditNotes),
    disputed: json(report.disputed),
    total: json(report.total),
  };
}
