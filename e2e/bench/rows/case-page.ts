import { toGlobalId } from '@amiable/platform';
import { below, type Measure, type RowTask } from '../bench.types';
import { caseDocument } from '../documents';
import { GraphqlClient } from '../graphql-client';
import { openPool, peakMb, percentile, StatementLog, timed } from '../tools';

const mostStatements = 6;

/** The case page through GraphQL, one request after the other; the limit is its own largest statement sent by the driver alone. */
export async function casePage({ full }: RowTask): Promise<Measure[]> {
  const log = new StatementLog();
  const pool = openPool();
  const { rows: cases } = await pool.query<{ client_id: string; id: string }>(
    `select client_id, id from cases where state = 'open' order by md5(id::text) limit $1`,
    [full ? 600 : 300],
  );
  const client = await GraphqlClient.open();
  const open = (row: { client_id: string; id: string }) => client.ask(caseDocument, { caseId: toGlobalId('Case', row.client_id, row.id) });
  for (const row of cases.slice(0, 50)) await open(row);
  log.take();
  await open(cases[50]!);
  const { all, working } = log.take();
  const story = working.find(({ text }) => text.includes('timeline_events'))!;
  const direct = await pool.connect();
  const ours: number[] = [];
  const limit: number[] = [];
  for (const row of cases.slice(51)) {
    ours.push(await timed(() => open(row)));
    limit.push(await timed(() => direct.query(story.text, [row.client_id, row.id])));
  }
  const rssMb = peakMb();
  direct.release();
  await client.close();
  await pool.end();
  const p50 = percentile(ours, 0.5);
  const p95 = percentile(ours, 0.95);
  return [
    {
      row: 'case page, GraphQL',
      ours: p50,
      limit: percentile(limit, 0.5),
      unit: 'ms',
      better: 'less',
      cost: p50,
      rssMb,
      growth: 0.2,
      goals: [below(50, p95, 'ms p95'), { text: `<= ${mostStatements} statements`, met: working.length <= mostStatements }],
      note: `p95 ${p95.toFixed(1)} ms; ${working.length} statements, ${all} with begin, scope and commit`,
    },
  ];
}
