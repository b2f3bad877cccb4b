import { below, type Measure } from '../bench.types';
import { teamDocument } from '../documents';
import { GraphqlClient } from '../graphql-client';
import { peakMb, percentile, timed } from '../tools';

const repeats = 20;

/** The manager's page: load and results of every collector, client and stage, in one statement over all cases. */
export async function teamPage(): Promise<Measure[]> {
  const client = await GraphqlClient.open();
  const times: number[] = [];
  for (let n = 0; n <= repeats; n++) {
    const time = await timed(() => client.ask(teamDocument, {}));
    if (n > 0) times.push(time); // the first warms up
  }
  await client.close();
  const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
  return [
    {
      row: 'team page, GraphQL',
      ours: p50,
      unit: 'ms',
      better: 'less',
      cost: p50,
      growth: 1.1,
      goals: [below(5_000, p95, 'ms p95')],
      note: `p95 ${p95.toFixed(0)} ms`,
      rssMb: peakMb(),
    },
  ];
}
