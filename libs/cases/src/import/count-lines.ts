import { toDecimal } from '@amiable/kernel';
import type { TenantDb } from '@amiable/platform';
import type { ImportSums, StoredCounts } from './import.types';
import type { StagedFile } from './stage-lines';

type Counted = { currency: string; fresh: number; changed: number; unchanged: number; settled: number; disputed: number } & Record<
  'amount' | 'open' | 'paid' | 'disputed_amount',
  bigint
>;

/** Counts and exact sums of what is staged, beside what the reader counted. `refused` lines are rejected too. */
export async function countLines(db: TenantDb, { summary }: StagedFile, refused: number): Promise<StoredCounts> {
  const rows = await db.rows<Counted>(`
    select s.currency, count(*) filter (where k.line is null)::int as fresh, count(*) filter (where k.changed)::int as changed, count(*) filter (where not k.changed)::int as unchanged,
      count(*) filter (where s.amount = s.paid)::int as settled, count(*) filter (where s.disputed)::int as disputed, sum(s.amount)::bigint as amount,
      sum(s.amount - s.paid)::bigint as open, sum(s.paid)::bigint as paid, coalesce(sum(s.amount) filter (where s.disputed), 0)::bigint as disputed_amount
    from staged s left join known k using (line) group by 1 order by count(*) desc, 1`);
  const places = await db.row<{ debtors: number; cases: number }>(
    `select (select count(*)::int from parties where is_new) as debtors, (select count(*)::int from homes where is_new) as cases`,
  );
  const client = await db.row<{ currency: string }>(`select currency from clients where client_id = $1`, [db.clientId]);
  const all = (column: 'fresh' | 'changed' | 'unchanged' | 'settled' | 'disputed') => rows.reduce((sum, row) => sum + row[column], 0);
  const [main, ...others] = rows;
  return {
    lines: summary.lines,
    new: all('fresh'),
    changed: all('changed'),
    unchanged: all('unchanged'),
    rejected: summary.rejected + refused,
    settled: all('settled'),
    totals: summary.totals,
    warnings: summary.warnings,
    disputed: all('disputed'),
    currency: main?.currency ?? client!.currency,
    sums: sumsOf(main),
    otherCurrencies: Object.fromEntries(others.map((row) => [row.currency, sumsOf(row)])),
    debtorsNew: places!.debtors,
    casesOpened: places!.cases,
  };
}

function sumsOf(row: Counted | undefined): ImportSums {
  return {
    amount: toDecimal(row?.amount ?? 0n),
    open: toDecimal(row?.open ?? 0n),
    settled: toDecimal(row?.paid ?? 0n),
    disputed: toDecimal(row?.disputed_amount ?? 0n),
  };
}
