import type { ReadLine, TotalsLine } from './import-file.types';

/** Sums of one currency, in minor units. */
export interface CurrencySums {
  rows: number;
  amount: bigint;
  paid: bigint;
  open: bigint;
  disputed: bigint;
  creditNotes: bigint;
}

export interface ImportSummary {
  /** Records after the header, blank ones included. */
  lines: number;
  ok: number;
  rejected: number;
  totals: number;
  blank: number;
  /** Lines kept with at least one warning. */
  warned: number;
  warnings: number;
  settled: number;
  disputed: number;
  creditNotes: number;
  sums: Record<string, CurrencySums>;
  /** How often each code was met: a line may have several. */
  rejectedByCode: Record<string, number>;
  warningsByCode: Record<string, number>;
  fileTotals: TotalsLine[];
}

const MOST_TOTALS_KEPT = 100;

export const emptySummary = (): ImportSummary => ({
  lines: 0,
  ok: 0,
  rejected: 0,
  totals: 0,
  blank: 0,
  warned: 0,
  warnings: 0,
  settled: 0,
  disputed: 0,
  creditNotes: 0,
  sums: {},
  rejectedByCode: {},
  warningsByCode: {},
  fileTotals: [],
});

/** Adds a batch to a running summary (in place), for progress while a file streams. */
export function addToSummary(summary: ImportSummary, batch: readonly ReadLine[]): void {
  for (const read of batch) {
    summary.lines++;
    if ('ok' in read) addInvoice(summary, read);
    else if ('rejected' in read) {
      summary.rejected++;
      for (const { code } of read.rejected) summary.rejectedByCode[code] = (summary.rejectedByCode[code] ?? 0) + 1;
    } else if ('totals' in read) {
      summary.totals++;
      if (summary.fileTotals.length < MOST_TOTALS_KEPT) summary.fileTotals.push(read);
    } else summary.blank++;
  }
}

function addInvoice(summary: ImportSummary, { ok, warnings }: Extract<ReadLine, { ok: unknown }>): void {
  summary.ok++;
  const sums = (summary.sums[ok.currency] ??= { rows: 0, amount: 0n, paid: 0n, open: 0n, disputed: 0n, creditNotes: 0n });
  sums.rows++;
  sums.amount += ok.amount;
  sums.paid += ok.paidAmount;
  sums.open += ok.openAmount;
  if (ok.openAmount === 0n) summary.settled++;
  if (ok.disputed) {
    summary.disputed++;
    sums.disputed += ok.amount;
  }
  if (ok.kind === 'credit_note') {
    summary.creditNotes++;
    sums.creditNotes += ok.amount;
  }
  if (!warnings) return;
  summary.warned++;
  summary.warnings += warnings.length;
  for (const { code } of warnings) summary.warningsByCode[code] = (summary.warningsByCode[code] ?? 0) + 1;
}

/** Counts and exact sums of a whole reading. */
export async function summarise(batches: AsyncIterable<readonly ReadLine[]> | Iterable<readonly ReadLine[]>): Promise<ImportSummary> {
  const summary = emptySummary();
  for await (const batch of batches) addToSummary(summary, batch);
  return summary;
}
