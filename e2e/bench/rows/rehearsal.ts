import { Performer, RequestContext } from '@amiable/platform';
import { DraftScenario, rehearse } from '@amiable/strategies';
import { below, type Measure } from '../bench.types';
import { openDatabase, openPool, peakMb, timed } from '../tools';

const days = 30;

/** A manager's look ahead: the next version of the largest client's scenario, thirty days of its whole portfolio, with the change and without. */
export async function rehearsal(): Promise<Measure[]> {
  const owner = openPool(undefined, 1);
  const database = openDatabase();
  const [{ client_id: clientId, n }] = (
    await owner.query(`select client_id, count(*)::int as n from schedules group by 1 order by 2 desc limit 1`)
  ).rows as [{ client_id: string; n: number }];
  const [{ id: scenarioId }] = (await owner.query(`select id from scenarios where client_id = $1 and state = 'active'`, [clientId]))
    .rows as [{ id: string }];
  const manager = new RequestContext('agency', { kind: 'staff', id: scenarioId, name: 'Bench', role: 'manager', portfolio: 'all' }, 'fr');
  const drafted = await new Performer(database).perform(manager, clientId, new DraftScenario(), { fromId: scenarioId, name: null });
  let steps = 0;
  const ms = await timed(async () => {
    const { asIs, steps: changed } = await database.inTenant(clientId, (db) =>
      rehearse(db, { change: { kind: 'draft', scenarioId: drafted.scenarioId, moveCases: true }, days }),
    );
    steps = changed.length + Object.values(asIs.byChannel).reduce((sum, count) => sum + count, 0);
  });
  const rssMb = peakMb();
  await Promise.all([owner.end(), database.close()]);
  return [
    {
      row: `rehearsal, ${days} days of one client`,
      ours: ms,
      unit: 'ms',
      better: 'less',
      cost: ms,
      size: n,
      growth: 1.1,
      goals: [below(60, ms / 1_000, 's')],
      note: `${n.toLocaleString('en-GB')} cases, ${Math.round(steps / (ms / 1_000)).toLocaleString('en-GB')} steps/s`,
      rssMb,
    },
  ];
}
