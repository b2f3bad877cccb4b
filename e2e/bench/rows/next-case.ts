import { leaseMinutes, TakeNextCase } from '@amiable/cases';
import { below, within, type Measure, type RowTask } from '../bench.types';
import { takeNextDocument } from '../documents';
import { GraphqlClient } from '../graphql-client';
import { collectorCount, collectorId } from '../portfolio';
import { hammer, openDatabase, openPool, peakMb, percentile } from '../tools';

/** The same in one plain statement: lets go of what the collector holds and claims the best free case. */
const plainSql = `
with let_go as (update work_items set claimed_by = null, claimed_until = null where claimed_by = $1)
update work_items w set claimed_by = $1, claimed_until = now() + interval '${leaseMinutes} minutes'
from (select client_id, case_id from work_items
      where ready and queue = 'amicable' and (owner_id is null or owner_id = $1) and (claimed_until is null or claimed_until < now())
      order by score desc, case_id desc limit 1 for update skip locked) best
where w.client_id = best.client_id and w.case_id = best.case_id returning w.client_id, w.case_id`;

/** Claims by 1, 8 and 16 collectors at once: our use case, the plain statement through a pool as large, and the mutation over HTTP. */
export async function nextCase({ full }: RowTask): Promise<Measure[]> {
  const database = openDatabase();
  const pool = openPool();
  const taking = new TakeNextCase(database);
  const seconds = full ? 3 : 2;
  const measures: Measure[] = [];
  for (const hands of full ? [1, 8, collectorCount] : [collectorCount]) {
    const plain = () => hammer(hands, seconds / 2, (n) => pool.query(plainSql, [collectorId(n)]));
    const mine = () => hammer(hands, seconds / 2, (n) => taking.take(collectorId(n), 'all'));
    const limits = [await plain()];
    const ours = [await mine(), await mine()];
    limits.push(await plain()); // on both sides of ours: the heap changes as claims go on
    const times = ours.flatMap((o) => o.times);
    const plainTimes = limits.flatMap((l) => l.times);
    const measure = {
      row: `next case, ${hands} at once`,
      ours: rate(ours),
      limit: rate(limits),
      unit: 'claims/s',
      better: 'more' as const,
    };
    measures.push({
      ...measure,
      cost: 1_000 / rate(ours),
      growth: 0.2,
      goals: [within(1.5, measure)],
      note: `p50 ${percentile(times, 0.5).toFixed(1)} p95 ${percentile(times, 0.95).toFixed(1)} ms; plain p50 ${percentile(plainTimes, 0.5).toFixed(1)} p95 ${percentile(plainTimes, 0.95).toFixed(1)} ms`,
    });
  }
  await database.close();
  await pool.end();
  measures.push(...(await throughGraphql(seconds)));
  const rssMb = peakMb();
  return measures.map((measure) => ({ ...measure, rssMb }));
}

/** The whole queue, and parts of it: a language of one debtor in fifty, tags of one case in twenty and one in five thousand. */
const parts = [
  ['next case, GraphQL, 16 at once', null],
  ['next case of a language', { language: 'de' }],
  ['next case of a tag', { tag: 'trade' }],
  ['next case of a rare tag', { tag: 'rare' }],
] as const;

async function throughGraphql(seconds: number): Promise<Measure[]> {
  const client = await GraphqlClient.open();
  const measures: Measure[] = [];
  for (const [row, queue] of parts) measures.push(await turns(client, row, queue, seconds));
  await client.close();
  return measures;
}

async function turns(client: GraphqlClient, row: string, queue: object | null, seconds: number): Promise<Measure> {
  const { perSecond, times } = await hammer(collectorCount, seconds, (n) => client.ask(takeNextDocument, { queue }, n));
  const p95 = percentile(times, 0.95);
  return {
    row,
    ours: percentile(times, 0.5),
    unit: 'ms',
    better: 'less',
    cost: percentile(times, 0.5),
    growth: 0.2,
    goals: [below(100, p95, 'ms p95')],
    note: `p95 ${p95.toFixed(1)} ms, ${Math.round(perSecond)}/s`,
  };
}

const rate = (runs: ReadonlyArray<{ perSecond: number }>): number => runs.reduce((sum, run) => sum + run.perSecond, 0) / runs.length;
