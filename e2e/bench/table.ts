import { cpus, totalmem } from 'node:os';
import { ratioOf, type Goal, type Measure } from './bench.types';

export interface TableRow {
  readonly row: string;
  readonly ours: number;
  readonly limit: number | null;
  readonly unit: string;
  readonly ratio: number | null;
  readonly goals: readonly Goal[];
  readonly met: boolean | null;
  readonly rssMb: number | null;
  readonly growth: number | null;
  readonly note: string;
}

export interface Table {
  readonly cases: number;
  readonly smallSize: number;
  readonly machine: string;
  readonly rows: readonly TableRow[];
}

/** Joins what was measured at both sizes. The growth exponent g says: n times the cases cost n^g times as much. */
export function tableOf({
  cases,
  smallSize,
  small,
  large,
}: {
  cases: number;
  smallSize: number;
  small: readonly Measure[];
  large: readonly Measure[];
}): Table {
  const rows = large.map((measure): TableRow => {
    const before = small.find(({ row }) => row === measure.row);
    const times = (measure.size ?? cases) / (before?.size ?? smallSize);
    const growth = before?.cost && measure.cost ? Math.log(measure.cost / before.cost) / Math.log(times) : null;
    const goals = [...(measure.goals ?? [])];
    if (measure.growth !== undefined && growth !== null) goals.push({ text: `growth <= ${measure.growth}`, met: growth <= measure.growth });
    return {
      row: measure.row,
      ours: measure.ours,
      limit: measure.limit ?? null,
      unit: measure.unit,
      ratio: ratioOf(measure) ?? null,
      goals,
      met: goals.length > 0 ? goals.every(({ met }) => met) : null,
      rssMb: measure.rssMb ?? null,
      growth,
      note: measure.note ?? '',
    };
  });
  return {
    cases,
    smallSize,
    machine: `${cpus().length} x ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`,
    rows,
  };
}

export function printTable({ cases, smallSize, machine, rows }: Table): void {
  const lines = [
    ['row', 'ours', 'limit', 'unit', 'ratio', 'target', '', 'MB', 'growth', 'note'],
    ...rows.map((row) => [
      row.row,
      number(row.ours),
      number(row.limit),
      row.unit,
      row.ratio === null ? '' : `${row.ratio.toFixed(2)}x`,
      row.goals.map(({ text, met }) => (met ? text : `[${text}]`)).join(', '),
      row.met === null ? '' : row.met ? 'met' : 'NOT MET',
      number(row.rssMb && Math.round(row.rssMb)),
      row.growth === null ? '' : row.growth.toFixed(2),
      row.note,
    ]),
  ];
  const widths = lines[0]!.map((_, i) => Math.max(...lines.map((line) => line[i]!.length)));
  const right = new Set([1, 2, 4, 7, 8]);
  process.stdout.write(`\n${cases} cases; growth from ${smallSize}; ratio: what we cost for what the limit costs. ${machine}\n\n`);
  lines.forEach((line, n) => {
    process.stdout.write(
      `| ${line.map((cell, i) => (right.has(i) ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!))).join(' | ')} |\n`,
    );
    if (n === 0) process.stdout.write(`| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |\n`);
  });
  const judged = rows.filter(({ met }) => met !== null);
  process.stdout.write(`\n${judged.filter(({ met }) => met).length} of ${judged.length} targets met; what is not stands in [brackets].\n`);
}

function number(value: number | null): string {
  if (value === null) return '';
  return value >= 100 ? Math.round(value).toLocaleString('en-GB') : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
