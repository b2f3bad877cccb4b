import { fork } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { migrate } from '@amiable/platform';
import pg from 'pg';
import { ratioOf, type Measure, type RowTask } from './bench.types';
import { buildPortfolio } from './portfolio';
import { growingRows, rowNames } from './rows';
import { printTable, tableOf } from './table';

/** The size the growth is seen from. */
const smallSize = 10_000;

const { values: args } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    rows: { type: 'string' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});

/** Progress goes to the error output: the table has the other for itself. */
const say = (text: string): boolean => process.stderr.write(`  ${text}\n`);

async function main(): Promise<void> {
  const cases = Number(args.cases);
  if (!Number.isInteger(cases) || cases < 1_000) throw new Error(`--cases ${args.cases}: a number from 1000 up`);
  const asked = args.only?.split(',') ?? rowNames;
  const strange = asked.filter((name) => !rowNames.includes(name));
  const wanted = rowNames.filter((name) => asked.includes(name)); // in our order: what only reads first
  if (strange.length > 0) throw new Error(`--only ${strange.join(',')}: there are ${rowNames.join(', ')}`);
  const growing = wanted.filter((name) => growingRows.includes(name));
  const small = cases > smallSize && growing.length > 0 ? await atSize(smallSize, growing, false) : [];
  const large = await atSize(cases, wanted, true);
  const table = tableOf({ cases, smallSize, small, large });
  if (args.json) process.stdout.write(`${JSON.stringify(table, undefined, 2)}\n`);
  else printTable(table);
}

/** Builds a portfolio in a database of its own, runs the rows on it one by one, and drops it. */
async function atSize(cases: number, rows: readonly string[], full: boolean): Promise<Measure[]> {
  const name = `amiable_bench_${process.pid}_${cases}`;
  const server = process.env.DATABASE_URL!;
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  await asOwner(server, `create database ${name}`);
  try {
    const began = performance.now();
    await migrate(url);
    await buildPortfolio(url, cases);
    say(`${cases} cases built  ${seconds(began)}`);
    const measures: Measure[] = [];
    for (const row of rows) {
      const at = performance.now();
      try {
        const found = await runRow(url, { row, cases, rows: Math.min(Number(args.rows ?? cases), cases), full });
        measures.push(...found);
        say(`${row}  ${seconds(at)}`);
        for (const measure of found) say(`  ${inShort(measure)}`);
      } catch (error) {
        process.exitCode = 1; // the other rows still have something to say
        say(`${row} failed: ${(error as Error).message}`);
      }
    }
    return measures;
  } finally {
    if (!args.keep) await dropDatabase(server, name);
  }
}

/** Each row has a process of its own: its memory and its processor time are then its own too. */
function runRow(url: string, task: RowTask): Promise<Measure[]> {
  const child = fork(join(__dirname, 'row-process.js'), [], {
    env: { ...process.env, DATABASE_URL: url, LOG_LEVEL: 'silent', NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.send(task);
  return new Promise((resolve, reject) => {
    let measures: Measure[] | undefined;
    child.on('message', (message) => (measures = message as Measure[]));
    child.once('error', reject);
    child.once('exit', (code) => (measures ? resolve(measures) : reject(new Error(`row ${task.row} ended with ${code} and no answer`))));
  });
}

/** An autovacuum worker is the superuser's and may not be ended by us: it leaves by itself, soon. */
async function dropDatabase(server: string, name: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await asOwner(server, `drop database if exists ${name} with (force)`);
    } catch (error) {
      if ((error as { code?: string }).code !== '42501' || tries === 30) {
        say(`${name} is left behind: ${(error as Error).message}`);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}

async function asOwner(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** What is known already, for those who wait, and for a run that is broken off. */
function inShort(measure: Measure): string {
  const ratio = ratioOf(measure);
  return `${measure.row}: ${measure.ours.toFixed(1)} ${measure.unit}${ratio === undefined ? '' : `, ${ratio.toFixed(2)}x the limit`}${measure.note ? `; ${measure.note}` : ''}`;
}

const seconds = (since: number): string => `${((performance.now() - since) / 1_000).toFixed(1)} s`;

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
